/** A fraction kept exactly: 0.1 + 0.2 is 3/10 here. */
type Fraction = { readonly over: bigint; readonly under: bigint };

const TOKEN = /\s*(\d+(?:[.,]\d+)?|[.,]\d+|[-+*/()×÷x])/gy;
const MAX_LENGTH = 200;

/**
 * What an expression such as "=12*8" or "=(3+2)×24" comes to, as plain decimal text; undefined when
 * it is no expression, or its result cannot be written in `places` decimals, is negative or has no end.
 */
export function evaluateExpression(text: string, places: number): string | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('=') || trimmed.length > MAX_LENGTH) return undefined;
  const tokens = tokenize(trimmed.slice(1));
  if (!tokens) return undefined;
  const reader = { tokens, next: 0 };
  const result = readSum(reader);
  if (!result || reader.next !== tokens.length) return undefined;
  return toDecimalText(result, places);
}

function tokenize(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    tokens.push(match[1] ?? '');
    end = TOKEN.lastIndex;
  }
  return text.slice(end).trim() === '' && tokens.length > 0 ? tokens : undefined;
}

type Reader = { readonly tokens: readonly string[]; next: number };

function take(reader: Reader, wanted: string): string | undefined {
  const token = reader.tokens[reader.next];
  if (token === undefined || !wanted.includes(token)) return undefined;
  reader.next += 1;
  return token;
}

function readSum(reader: Reader): Fraction | undefined {
  let left = readProduct(reader);
  for (let sign = take(reader, '+-'); left && sign; sign = take(reader, '+-')) {
    const right = readProduct(reader);
    if (!right) return undefined;
    const over = right.over * left.under;
    left = {
      over: left.over * right.under + (sign === '+' ? over : -over),
      under: left.under * right.under,
    };
  }
  return left;
}

function readProduct(reader: Reader): Fraction | undefined {
  let left = readFactor(reader);
  for (let sign = take(reader, '*×x/÷'); left && sign; sign = take(reader, '*×x/÷')) {
    const right = readFactor(reader);
    const times = '*×x'.includes(sign);
    if (!right || (!times && right.over === 0n)) return undefined;
    left = times
      ? { over: left.over * right.over, under: left.under * right.under }
      : { over: left.over * right.under, under: left.under * right.over };
  }
  return left;
}

function readFactor(reader: Reader): Fraction | undefined {
  if (take(reader, '(')) {
    const inner = readSum(reader);
    return take(reader, ')') ? inner : undefined;
  }
  const token = reader.tokens[reader.next];
  if (token === undefined || !/\d/.test(token)) return undefined;
  reader.next += 1;
  const [whole = '', fraction = ''] = token.replace(',', '.').split('.');
  return { over: BigInt(whole + fraction), under: 10n ** BigInt(fraction.length) };
}

function toDecimalText({ over, under }: Fraction, places: number): string | undefined {
  const scaled = over * 10n ** BigInt(places);
  if (scaled % under !== 0n) return undefined;
  const ticks = scaled / under;
  if (ticks < 0n) return undefined;
  const digits = String(ticks).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** The number one arrow press away, never below `least`; text that is no number stays as it is. */
export function stepNumber(text: string, step: number, least = 0): string {
  const typed = text.trim().replace(',', '.');
  if (typed !== '' && !/^\d+(\.\d+)?$/.test(typed)) return text;
  const places = Math.max(decimals(typed), decimals(String(Math.abs(step))));
  const next = Math.max(least, Number(typed) + step);
  return String(Number(next.toFixed(places)));
}

function decimals(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
