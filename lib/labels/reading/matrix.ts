/** A transformation as PDF writes it: [a b c d e f]. */
export type Matrix = readonly number[];

export const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];

export function point(
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** What the inner transformation does, seen through the outer. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = inner;
  const [p = 1, q = 0, r = 0, s = 1] = outer;
  const origin = point(outer, e, f);
  return [p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, origin.x, origin.y];
}

/** The numbers of an argument, in whatever list a reader hands them over. */
export function numbers(value: unknown): readonly number[] {
  if (value === null || value === undefined) return [];
  return Array.from(value as Iterable<unknown>, Number);
}
