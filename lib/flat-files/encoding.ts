import { ok, problem, refuse, type Result } from '#lib/kernel';
import { detectEncoding, detectWide, type Encoding } from './detect-encoding.ts';

export type Decoded = { readonly text: string; readonly encoding: Encoding };

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Reads bytes as text in whatever encoding they are in; the byte order mark is not part of it. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return decodeAs(marked[0], bytes.subarray(marked[1].length));
  const wide = detectWide(bytes);
  if (wide) return decodeAs(wide, bytes);
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  return decodeAs(detectEncoding(bytes), bytes);
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): Decoded {
  if (encoding === 'windows-1252') return { text: decodeWindows(bytes), encoding };
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding };
}

function tryDecode(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// Node 20 decodes windows-1252 as Latin-1, with control codes where Windows has these characters,
// and with `ignoreBOM` drops a leading 0xFF.
const WINDOWS_CHARACTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const CONTROLS = /[\u0080-\u009f]/;

function decodeWindows(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  if (!CONTROLS.test(text)) return text;
  return text.replaceAll(
    new RegExp(CONTROLS, 'g'),
    (control) => WINDOWS_CHARACTERS[control.charCodeAt(0) - 0x80] ?? control,
  );
}

/**
 * Writes text in an encoding; UTF-16 with its byte order mark, as spreadsheets do. Refuses with the
 * characters that the encoding does not have rather than to write question marks.
 */
export function encode(
  text: string,
  encoding: Encoding,
): Result<Uint8Array, 'characters-not-writable'> {
  if (encoding === 'utf-8') return ok(new TextEncoder().encode(text));
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return ok(encodeWide(text, encoding === 'utf-16le'));
  const table = tableOf(encoding);
  const bytes: number[] = [];
  const missing = new Set<string>();
  for (const character of text) {
    const code = table.get(character);
    if (code === undefined) missing.add(character);
    else if (code > 0xff) bytes.push(code >> 8, code & 0xff);
    else bytes.push(code);
  }
  if (missing.size === 0) return ok(Uint8Array.from(bytes));
  return refuse(
    problem('characters-not-writable', { encoding, characters: [...missing].slice(0, 20) }),
  );
}

function encodeWide(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const tables = new Map<Encoding, ReadonlyMap<string, number>>();

/** Character to code, made once by decoding every one- and two-byte code of the encoding. */
function tableOf(encoding: Encoding): ReadonlyMap<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number>();
  for (const code of codesOf(encoding)) {
    const character = decodeCode(encoding, code);
    if (character?.length === 1 && !table.has(character)) table.set(character, code);
  }
  tables.set(encoding, table);
  return table;
}

// Shift_JIS has some characters twice: IBM's codes from 0xFA come before NEC's selection at 0xED.
const LEADS = [
  [0x81, 0xec],
  [0xfa, 0xfe],
  [0xed, 0xf9],
] as const;

function* codesOf(encoding: Encoding): Generator<number> {
  for (let byte = 0; byte <= 0xff; byte += 1) yield byte;
  if (encoding === 'windows-1252') return;
  for (const [from, to] of LEADS)
    for (let code = from << 8; code <= ((to << 8) | 0xff); code += 1) yield code;
}

function decodeCode(encoding: Encoding, code: number): string | undefined {
  const bytes = Uint8Array.from(code > 0xff ? [code >> 8, code & 0xff] : [code]);
  if (encoding === 'windows-1252') return decodeWindows(bytes);
  return tryDecode(encoding, bytes);
}
