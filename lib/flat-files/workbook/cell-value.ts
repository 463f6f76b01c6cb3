import { dateOfEpochDay } from '#lib/kernel';
// Number formats 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are dates and times wherever a workbook
// comes from (ECMA-376 part 1, 18.8.30).
const DATE_FORMATS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_FORMATS.some(([from, to]) => id >= from && id <= to);
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

/** A number as a person would type it: no binary noise beyond 15 digits, no exponent. */
export function numberText(value: string): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  const rounded = Number(number.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}

/** A serial date of a workbook as yyyy-mm-dd, with the time behind it when there is one. */
export function dateText(value: string, since1904: boolean): string {
  const serial = Number(value);
  if (value.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial > 2_958_466)
    return value;
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * 86_400);
  // Workbooks of 1900 have a 29 February 1900 that never was: days up to 60 lie one day later.
  const sinceEpoch = since1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569);
  const time = seconds === 0 ? '' : clockText(seconds);
  if (days === 0 && !since1904) return time === '' ? '00:00' : time;
  return time === '' ? dateOfEpochDay(sinceEpoch) : `${dateOfEpochDay(sinceEpoch)} ${time}`;
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = '', minutes = '', rest = ''] = parts.map((part) => String(part).padStart(2, '0'));
  return rest === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${rest}`;
}
