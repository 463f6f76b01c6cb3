const SECOND = 1_000;
const DELAYS_SECONDS = [1, 1, 2, 2, 3, 5, 8, 13, 20];
const LONGEST_SECONDS = 30;

/** How long to wait before the next look: quick at first, then ever more patient. */
export function lookDelay(looks: number): number {
  return (DELAYS_SECONDS[looks] ?? LONGEST_SECONDS) * SECOND;
}
