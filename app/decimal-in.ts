import { readDecimal } from '#lib/kernel';

/** A number as people type it, with a sign; what is no number becomes one that checks refuse. */
export function decimalIn(text: string, empty = Number.NaN): number {
  const typed = text.trim();
  if (typed === '') return empty;
  const isNegative = /^[-−]/.test(typed);
  const read = readDecimal(isNegative ? typed.slice(1) : typed, 3);
  if (!read.ok) return Number.NaN;
  return (isNegative ? -read.value : read.value) / 1000;
}
