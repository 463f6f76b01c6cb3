/** The cartons that a cell names, in its order; `prefix` tells series apart, "A1-A12" from "B1". */
export type CartonNumbers = {
  readonly prefix: string;
  readonly numbers: readonly number[];
  /** A spreadsheet had made a date of "1-12", and it was undone. */
  readonly wasDate: boolean;
};

const MOST = 5_000;
const DASHES = /\s*(?:[~〜‐‑–—―→]|(?<=\d|\d\s)至|(?<=\d|\d\s)到|\bto\b|-+>?)\s*/g;
const WORDS =
  /cartons?|\bctns?|\bc\s*\/\s*nos?|\bc\s*\/\s*n\b|\bcases?|\bboxe?s?|\bpkgs?|packages?|\bnos?(?=[\s.:#\d])|第|箱子?|号|件|[#№]/g;

/** Reads "1-12", "CTN 1~12", "第1-12箱", "C/NO.1 to 12", "A1-A12", "1,3,5-7" or "3/20". */
export function readCartonNumbers(text: string): CartonNumbers | undefined {
  const date = readDate(text);
  if (date) return date;
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(WORDS, ' ')
    .replace(/(?<!\d)[.:]+|[.:\s]+$/g, ' ')
    .trim()
    .replace(/\s*-\s*/g, '-')
    .replace(/^[\s.:-]+/, '');
  return readParts(withoutOfTotal(bare));
}

/** "3/20" is carton 3 of 20; "1/2/3" are three cartons. */
function withoutOfTotal(text: string): string {
  const match = /^([^/]*?(\d+))\s*\/\s*(\d+)$/.exec(text);
  return match && Number(match[3]) >= Number(match[2]) ? (match[1] ?? '') : text;
}

function readParts(text: string): CartonNumbers | undefined {
  const parts = text.split(/\s*[,、;/&+]\s*|\s+and\s+|\s*和\s*/).filter((part) => part !== '');
  const numbers: number[] = [];
  let prefix: string | undefined;
  for (const part of parts) {
    const range = readRange(part, prefix);
    if (!range || (prefix !== undefined && range.prefix !== prefix)) return undefined;
    prefix = range.prefix;
    if (range.to - range.from + numbers.length >= MOST) return undefined;
    for (let number = range.from; number <= range.to; number += 1) numbers.push(number);
  }
  if (prefix === undefined || new Set(numbers).size < numbers.length) return undefined;
  return { prefix, numbers, wasDate: false };
}

type Range = { readonly prefix: string; readonly from: number; readonly to: number };

const RANGE = /^(?:([a-z][a-z\d]*?)[\s.-]*)?(\d{1,6})(?:-(?:([a-z][a-z\d]*?)[\s.-]*)?(\d{1,6}))?$/;

function readRange(text: string, before: string | undefined): Range | undefined {
  const match = RANGE.exec(text.replace(/\s+/g, ''));
  if (!match) return undefined;
  const prefix = match[1] ?? before ?? '';
  const from = Number(match[2]);
  const to = Number(match[4] ?? match[2]);
  if (match[3] !== undefined && match[3] !== prefix) return undefined;
  return from >= 1 && from <= to ? { prefix, from, to } : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A spreadsheet takes "1-12" for the twelfth of January, and "1-50" for January 1950; both are
 * written as they were typed again.
 */
function readDate(text: string): CartonNumbers | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?: 00:00(?::00)?)?$/.exec(text);
  if (iso) {
    const [, year = '', month = '', day = ''] = iso;
    return ofDate(Number(month), day === '01' ? Number(year.slice(2)) : Number(day));
  }
  const chinese = /^(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (chinese) return ofDate(Number(chinese[1]), Number(chinese[2]));
  const english = /^(?:(\d{1,2})[- ]([a-z]{3})|([a-z]{3})[- ](\d{1,2}))$/i.exec(text);
  const month = MONTHS.indexOf((english?.[2] ?? english?.[3] ?? '').toLowerCase()) + 1;
  return month > 0 ? ofDate(month, Number(english?.[1] ?? english?.[4])) : undefined;
}

function ofDate(from: number, to: number): CartonNumbers | undefined {
  if (from > to) return undefined;
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return { prefix: '', numbers, wasDate: true };
}
