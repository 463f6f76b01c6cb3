const ENTRY_BYTES = 7;

/**
 * Where each object of a file stands, as a cross-reference stream writes it: seven bytes an object,
 * so that a file of many thousand pages costs next to no memory. Object 0 heads the list of free ones.
 */
export class PlaceTable {
  #bytes = Buffer.alloc(ENTRY_BYTES * 1_024);
  #size = 1;

  constructor() {
    this.#bytes.writeUInt16BE(0xffff, 5);
  }

  /** How many objects there are; the number of the next one. */
  get size(): number {
    return this.#size;
  }

  /** A number for an object; free until its place is known. */
  reserve(): number {
    if ((this.#size + 1) * ENTRY_BYTES > this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    }
    return this.#size++;
  }

  startsAt(number: number, offset: number): void {
    this.#bytes[number * ENTRY_BYTES] = 1;
    this.#bytes.writeUInt32BE(offset, number * ENTRY_BYTES + 1);
  }

  isPacked(
    number: number,
    { stream, index }: { readonly stream: number; readonly index: number },
  ): void {
    this.#bytes[number * ENTRY_BYTES] = 2;
    this.#bytes.writeUInt32BE(stream, number * ENTRY_BYTES + 1);
    this.#bytes.writeUInt16BE(index, number * ENTRY_BYTES + 5);
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size * ENTRY_BYTES);
  }
}
