import { readDate } from '../calendar-date.ts';

/** The one calendar date that a text can mean; 03/04/2026 can mean two, and is left to the person. */
export function oneDate(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/ +\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?$/i, '');
  const yearFirst = /^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?(?:[T ].*)?$/.exec(plain);
  if (yearFirst) return readDate(yearFirst.slice(1).join('-'), 'month-first');
  const monthFirst = readDate(plain, 'month-first');
  const dayFirst = readDate(plain, 'day-first');
  return monthFirst === undefined || dayFirst === undefined || monthFirst === dayFirst
    ? (monthFirst ?? dayFirst)
    : undefined;
}
