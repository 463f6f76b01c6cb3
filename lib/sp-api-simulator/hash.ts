import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Everything that looks random comes from here: a digest of the seed and of names, never of order. */
export type Dice = {
  readonly hex: (...parts: readonly string[]) => string;
  /** A number in [0, 1). */
  readonly fraction: (...parts: readonly string[]) => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number, ...parts: readonly string[]) => number;
  readonly pick: <T>(from: readonly [T, ...T[]], ...parts: readonly string[]) => T;
  /** The list in an order of its own for these names. */
  readonly shuffle: <T>(from: readonly T[], ...parts: readonly string[]) => T[];
  /** An id in Amazon's form: two letters and 36 characters shaped as a UUID. */
  readonly id: (prefix: string, ...parts: readonly string[]) => string;
  /** `length` characters of A-Z and 0-9. */
  readonly letters: (length: number, ...parts: readonly string[]) => string;
  readonly seal: (text: string) => string;
  readonly unseal: (sealed: string) => string | undefined;
};

export function createDice(seed: number): Dice {
  const key = createHash('sha256').update(`firstleg-simulator ${seed}`).digest();
  const digest = (parts: readonly string[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest();
  const fraction = (...parts: readonly string[]) => digest(parts).readUIntBE(0, 6) / 2 ** 48;
  const between = (low: number, high: number, ...parts: readonly string[]) =>
    low + Math.floor(fraction(...parts) * (high - low + 1));
  return {
    hex: (...parts) => digest(parts).toString('hex'),
    fraction,
    between,
    pick: (from, ...parts) => from[between(0, from.length - 1, ...parts)] ?? from[0],
    shuffle: (from, ...parts) =>
      from
        .map((value, index) => ({ value, order: fraction(...parts, String(index)) }))
        .sort((a, b) => a.order - b.order)
        .map(({ value }) => value),
    id: (prefix, ...parts) => prefix + uuidShape(digest([prefix, ...parts]).toString('hex')),
    letters: (length, ...parts) => lettersOf(digest(['letters', ...parts]), length),
    seal: (text) => seal(key, text),
    unseal: (sealed) => unseal(key, sealed),
  };
}

/** A digest of any JSON value that does not depend on the order of its keys. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let text = '';
  if (Array.isArray(value)) {
    for (const each of value) text += `${text === '' ? '' : ','}${canonical(each)}`;
    return `[${text}]`;
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(record).sort()) {
    const each = record[name];
    if (each === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonical(each)}`;
  }
  return `{${text}}`;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function lettersOf(bytes: Buffer, length: number): string {
  let text = '';
  for (let index = 0; index < length; index += 1)
    text += ALPHABET[(bytes[index % bytes.length] ?? 0) % ALPHABET.length] ?? '0';
  return text;
}

function uuidShape(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

function seal(key: Buffer, text: string): string {
  const body = Buffer.from(text, 'utf8').toString('base64url');
  return `${body}.${sign(key, body)}`;
}

function unseal(key: Buffer, sealed: string): string | undefined {
  const [body = '', signature = '', ...rest] = sealed.split('.');
  const expected = Buffer.from(sign(key, body));
  const actual = Buffer.from(signature);
  if (rest.length > 0 || actual.length !== expected.length) return undefined;
  if (!timingSafeEqual(actual, expected)) return undefined;
  return Buffer.from(body, 'base64url').toString('utf8');
}

function sign(key: Buffer, body: string): string {
  return createHmac('sha256', key).update(`seal ${body}`).digest('base64url').slice(0, 22);
}
