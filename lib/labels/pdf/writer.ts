import { deflateSync } from 'node:zlib';

import { PlaceTable } from './place-table.ts';

// Objects of one object stream: enough to compress well, few enough that readers unpack quickly.
const PACK_SIZE = 200;
// Below this, what deflate saves is not worth its fixed cost per call.
const LEAST_DEFLATED = 512;
// What is shorter than this does not need the whole of zlib's window.
const SHORT = 4_096;
const ZLIB_CHUNK = 16_384;

/**
 * Writes a PDF 1.5 file front to back. Dictionaries go to compressed object streams, the rest is
 * written as it comes; nothing is kept but the table of places, so memory stays flat.
 */
export class PdfWriter {
  readonly #places = new PlaceTable();
  #offset = 0;
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #text = '';
  #packed: { readonly number: number; readonly body: string }[] = [];

  constructor() {
    this.#writeText('%PDF-1.5\n');
    this.#writeBytes(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  }

  /** A number for an object that is written later. */
  reserve(): number {
    return this.#places.reserve();
  }

  /** Writes a dictionary or array; returns its number. */
  object(body: string, number = this.reserve()): number {
    this.#packed.push({ number, body });
    if (this.#packed.length >= PACK_SIZE) this.#flushPacked();
    return number;
  }

  /** Writes a stream; `dictionary` holds its entries without length and filter. */
  stream(dictionary: string, data: string | Uint8Array, number = this.reserve()): number {
    const bytes = typeof data === 'string' ? undefined : data;
    const length = data.length;
    if (length < LEAST_DEFLATED) {
      this.#begin(number, `<<${dictionary}/Length ${length}>>`);
      if (bytes) this.#writeBytes(bytes);
      else this.#writeText(String(data));
    } else {
      const packed = deflate(bytes ?? Buffer.from(String(data), 'latin1'));
      this.#begin(number, `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>`);
      this.#writeBytes(packed);
    }
    this.#writeText('\nendstream\nendobj\n');
    return number;
  }

  /** How many bytes wait to be taken. */
  get waiting(): number {
    return this.#pendingBytes + this.#text.length;
  }

  /** Takes what has been written so far. */
  take(): Uint8Array {
    this.#settle();
    const bytes = Buffer.concat(this.#pending, this.#pendingBytes);
    this.#pending = [];
    this.#pendingBytes = 0;
    return bytes;
  }

  /** Writes the cross-reference stream and the end of the file. */
  finish(root: number, info: number): void {
    this.#flushPacked();
    const number = this.reserve();
    const start = this.#offset;
    this.#places.startsAt(number, start);
    const table = deflate(this.#places.bytes());
    this.#writeText(
      `${number} 0 obj\n<</Type/XRef/Size ${this.#places.size}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R` +
        `/Filter/FlateDecode/Length ${table.length}>>\nstream\n`,
    );
    this.#writeBytes(table);
    this.#writeText(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
  }

  #begin(number: number, dictionary: string): void {
    this.#places.startsAt(number, this.#offset);
    this.#writeText(`${number} 0 obj\n${dictionary}\nstream\n`);
  }

  #flushPacked(): void {
    if (this.#packed.length === 0) return;
    const objects = this.#packed;
    this.#packed = [];
    const stream = this.reserve();
    let head = '';
    let body = '';
    for (const [index, packed] of objects.entries()) {
      head += `${packed.number} ${body.length} `;
      body += `${packed.body}\n`;
      this.#places.isPacked(packed.number, { stream, index });
    }
    this.stream(`/Type/ObjStm/N ${objects.length}/First ${head.length}`, head + body, stream);
  }

  #writeText(text: string): void {
    this.#text += text;
    this.#offset += text.length;
  }

  #writeBytes(bytes: Uint8Array): void {
    this.#settle();
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    this.#offset += bytes.length;
  }

  #settle(): void {
    if (this.#text === '') return;
    const bytes = Buffer.from(this.#text, 'latin1');
    this.#text = '';
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
  }
}

// Zlib sets up 16 kB of room and a window of 32 kB for every call; for a label of one kilobyte that
// takes three times as long as the work, and a thousand of them leave megabytes to collect.
function deflate(bytes: Uint8Array): Uint8Array {
  const chunkSize = Math.min(ZLIB_CHUNK, bytes.length + 64);
  const small = bytes.length <= SHORT ? { windowBits: 12, memLevel: 6 } : {};
  return deflateSync(bytes, { level: 6, chunkSize, ...small });
}

/** A number as PDF writes it: at most five decimals, no exponent. */
export function num(value: number): string {
  const rounded = Math.round(value * 1e5) / 1e5;
  return Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(5).replace(/0+$/, '');
}

/** A text string for dictionaries: UTF-16 with its mark, in hexadecimal. */
export function textString(text: string): string {
  let hex = 'FEFF';
  for (let at = 0; at < text.length; at++) {
    hex += text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase();
  }
  return `<${hex}>`;
}
