export type Times = { readonly p50: number; readonly p95: number };

/** The middle and the slow end of a call, in milliseconds; the first calls only warm up. */
export async function timed(call: (run: number) => Promise<unknown>, runs: number): Promise<Times> {
  const taken: number[] = [];
  for (let run = -3; run < runs; run += 1) {
    const start = performance.now();
    await call(Math.max(0, run));
    if (run >= 0) taken.push(performance.now() - start);
  }
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

export function verdict({ p95 }: Times, most: number): string {
  return p95 < most ? `${(most / p95).toFixed(1)} x below` : `OVER ${most} ms`;
}
