import { problem } from './problem.ts';
import { ok, refuse, type Result } from './result.ts';

/**
 * Reads a decimal number as typed ("12", "12.5", "12,5", " 1,250.00 ") into an integer number of
 * 10^-`places`. Refuses rather than rounds: what cannot be kept exactly is told to the person.
 */
export function readDecimal(
  text: string,
  places: number,
): Result<number, 'not-a-number' | 'too-precise'> {
  const plain = withPointAsSeparator(text.trim());
  const match = /^(\d+)(?:\.(\d*))?$/.exec(plain) ?? /^()\.(\d+)$/.exec(plain);
  if (!match) return refuse(problem('not-a-number', { text: text.trim() }));
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > places)
    return refuse(problem('too-precise', { text: text.trim(), places }));
  const value = Number((match[1] || '0') + fraction.padEnd(places, '0'));
  if (!Number.isSafeInteger(value)) return refuse(problem('not-a-number', { text: text.trim() }));
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

// "1,250.5" and "1 250,5" and "1250,5" are all written by people; the last separator is the point,
// unless a lone comma stands before exactly three digits, where it groups thousands.
function withPointAsSeparator(text: string): string {
  const compact = text.replace(/[\s'\u00a0\u202f]/g, '');
  const lastComma = compact.lastIndexOf(',');
  const lastPoint = compact.lastIndexOf('.');
  if (lastComma < 0) return compact;
  if (lastPoint > lastComma) return compact.replace(/,(?=\d{3}(?:[,.]|$))/g, '');
  if (lastPoint >= 0) return compact.replace(/\.(?=\d{3}(?:[.,]|$))/g, '').replace(',', '.');
  return /^\d{1,3}(,\d{3})+$/.test(compact)
    ? compact.replaceAll(',', '')
    : compact.replace(',', '.');
}
