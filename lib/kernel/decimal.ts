import { problem } from './problem.ts';
import { ok, refuse, type Result } from './result.ts';

/**
 * Reads a decimal number as typed ("12", "12.5", "12,5", " 1,250.00 ", "１２．５") into an integer
 * number of 10^-`places`. Refuses rather than rounds or guesses: what cannot be kept exactly, or
 * read in one way only, is told to the person.
 */
export function readDecimal(
  text: string,
  places: number,
): Result<number, 'not-a-number' | 'too-precise'> {
  const typed = text.trim();
  const plain = withPointAsSeparator(halfWidth(typed));
  if (plain === undefined) return refuse(problem('not-a-number', { text: typed }));
  const [whole = '', digits = ''] = plain.split('.');
  const fraction = digits.replace(/0+$/, '');
  if (fraction.length > places) return refuse(problem('too-precise', { text: typed, places }));
  const value = Number(whole + fraction.padEnd(places, '0'));
  if (!Number.isSafeInteger(value)) return refuse(problem('not-a-number', { text: typed }));
  return ok(value);
}

/** Writes an integer number of 10^-`places` as a plain decimal without trailing zeros. */
export function writeDecimal(value: number, places: number): string {
  const sign = value < 0 ? '-' : '';
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return sign + whole + (fraction === '' ? '' : `.${fraction}`);
}

/** Chinese and Japanese keyboards write digits, points and spaces at full width. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u202f\u2009\u3000]/g, ' ');
}

const PLAIN = /^(?:\d+[.,]?\d*|[.,]\d+)$/;
const GROUPED = /^[1-9]\d{0,2}([ '’.,])\d{3}(?:\1\d{3})*(?:([.,])\d*)?$/;

/**
 * "1,250.5", "1.250,5", "1 250,5" and "1'250.5" are all written by people. Groups of three are
 * thousands when their separator cannot be the decimal one; of the two that can be either, "1,250"
 * is read as thousands and "1.250" as one and a quarter, the way they are written in English.
 */
function withPointAsSeparator(text: string): string | undefined {
  const groups = GROUPED.exec(text);
  const [, group, decimal] = groups ?? [];
  const isPointAlone = group === '.' && text.indexOf('.') === text.lastIndexOf('.');
  if (group === undefined || (isPointAlone && decimal === undefined))
    return PLAIN.test(text) ? text.replace(',', '.') : undefined;
  if (decimal === group) return undefined;
  const [whole = '', fraction = ''] = decimal === undefined ? [text] : text.split(decimal);
  return `${whole.replaceAll(group, '')}.${fraction}`;
}
