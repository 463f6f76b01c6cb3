import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { checkItemLabels } from '#lib/labels';
import { streamItemLabels } from '#lib/labels/server';

/** What one job took of a process: milliseconds, bytes, and megabytes at their most. */
export type LabelRun = {
  readonly labels: number;
  readonly firstMs: number;
  readonly allMs: number;
  readonly bytes: number;
  readonly startMb: number;
  readonly peakMb: number;
  /** what is still held when the job is done and its garbage collected */
  readonly heldMb: number;
};

const HERE = fileURLToPath(import.meta.url);
const JOBS = [
  [200, 50],
  ...Array.from({ length: 5 }, () => [1_000, 50] as const),
  [1_000, 500],
] as const;

/**
 * The jobs in a process of their own, so that the peers' code does not count: 10,000 labels cold,
 * 50,000 five times over, then 500,000. The flags are those of `npm run firstleg`, and those that
 * let the process say what it holds once its garbage is collected.
 */
export function measureLabelMemory(): readonly LabelRun[] {
  const child = spawnSync(
    process.execPath,
    ['--max-semi-space-size=2', '--expose-gc', '--import', 'tsx', HERE, 'measure'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        TSX_TSCONFIG_PATH: fileURLToPath(new URL('../cli/tsconfig.scripts.json', import.meta.url)),
      },
    },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as readonly LabelRun[];
}

async function measure(distinct: number, copies: number): Promise<LabelRun> {
  const labels = Array.from({ length: distinct }, (_, index) => ({
    fnsku: `X00${(1_000_003 + index * 7_919).toString(36).toUpperCase().padStart(7, '0')}`,
    title: `Stainless Steel Bottle 750 ml Leakproof Blue ${index}`.slice(0, 46),
    condition: 'New',
    copies,
  }));
  const job = checkItemLabels(labels, { kind: 'sheet', pageType: 'Letter_30' }, 300);
  if (!job.ok) throw new Error(`refused: ${JSON.stringify(job.problems)}`);
  const startMb = peakMegabytes();
  const start = performance.now();
  let firstMs = 0;
  let bytes = 0;
  for await (const piece of streamItemLabels(job.value)) {
    firstMs ||= performance.now() - start;
    bytes += piece.length;
  }
  const allMs = performance.now() - start;
  const peakMb = peakMegabytes();
  return { labels: distinct * copies, firstMs, allMs, bytes, startMb, peakMb, heldMb: held() };
}

function held(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e5) / 10;
}

function peakMegabytes(): number {
  return Math.round((process.resourceUsage().maxRSS * 1_024) / 1e6);
}

if (process.argv[2] === 'measure') {
  const runs: LabelRun[] = [];
  for (const [distinct, copies] of JOBS) runs.push(await measure(distinct, copies));
  process.stdout.write(JSON.stringify(runs));
}
