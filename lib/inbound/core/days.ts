import { readEpochDay } from '#lib/kernel';

/** Whole days from one YYYY-MM-DD to another; undefined where either is no calendar date. */
export function daysBetween(from: string, to: string): number | undefined {
  const start = readEpochDay(from);
  const end = readEpochDay(to);
  return start === undefined || end === undefined ? undefined : end - start;
}
