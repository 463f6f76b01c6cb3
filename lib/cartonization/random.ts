/** Numbers from 0 to 1 that depend on the seed alone. */
export type Random = () => number;

/** A 32-bit generator of the "mulberry" kind: small, fast, and the same on every machine. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to `count` - 1. */
export function below(random: Random, count: number): number {
  return Math.floor(random() * count);
}
