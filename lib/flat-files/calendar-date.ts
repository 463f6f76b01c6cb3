import { readEpochDay } from '#lib/kernel';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const SLASHED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;

export type DateOrder = 'month-first' | 'day-first';

/** A calendar date as yyyy-mm-dd, from that form or from the one with slashes; else undefined. */
export function readDate(text: string, order: DateOrder): string | undefined {
  const iso = ISO.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const slashed = SLASHED.exec(text);
  if (!slashed) return undefined;
  const [, first, second, year] = slashed;
  return order === 'month-first' ? dateOf(year, first, second) : dateOf(year, second, first);
}

/** yyyy-mm-dd as MM/DD/YYYY. */
export function writeSlashed(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${month}/${day}/${year}`;
}

function dateOf(year = '', month = '', day = ''): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return readEpochDay(date) === undefined ? undefined : date;
}
