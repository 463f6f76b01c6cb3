import { intAt, numberAt } from './cells.ts';
/** A cuboid by two opposite corners. */
export type Cuboid = {
  readonly x1: number;
  readonly y1: number;
  readonly z1: number;
  readonly x2: number;
  readonly y2: number;
  readonly z2: number;
};

const FIELDS = 7;
const RESTING = 6;

/**
 * The largest empty cuboids of a box being packed. Kept in one flat array, since this is where
 * packing spends its time: fields 0-5 of a space are its corners, field 6 says that nothing fits it
 * at present.
 */
export class Spaces {
  count = 0;
  private data = new Int32Array(FIELDS * 256);
  private readonly least = { l: 1, w: 1, h: 1 };

  /** One space: the whole box. Spaces too small for every `least` side are not kept. */
  reset(
    whole: Cuboid,
    least: { readonly l: number; readonly w: number; readonly h: number },
  ): void {
    this.count = 0;
    this.least.l = least.l;
    this.least.w = least.w;
    this.least.h = least.h;
    this.write(whole.x1, whole.y1, whole.z1);
    this.close(whole.x2, whole.y2, whole.z2);
  }

  x1(space: number): number {
    return intAt(this.data, space * FIELDS);
  }
  y1(space: number): number {
    return intAt(this.data, space * FIELDS + 1);
  }
  z1(space: number): number {
    return intAt(this.data, space * FIELDS + 2);
  }
  x2(space: number): number {
    return intAt(this.data, space * FIELDS + 3);
  }
  y2(space: number): number {
    return intAt(this.data, space * FIELDS + 4);
  }
  z2(space: number): number {
    return intAt(this.data, space * FIELDS + 5);
  }
  isResting(space: number): boolean {
    return this.data[space * FIELDS + RESTING] === 1;
  }

  rest(space: number): void {
    this.data[space * FIELDS + RESTING] = 1;
  }

  /** What was placed with its top at `z` may support units that had nothing to stand on. */
  wake(z: number): void {
    for (let space = 0; space < this.count; space++) {
      if (this.data[space * FIELDS + 2] === z) this.data[space * FIELDS + RESTING] = 0;
    }
  }

  /** Takes the cuboid out of every space it touches; what remains of each stays as large as it can. */
  cut(block: Cuboid): void {
    const { data } = this;
    let kept = 0;
    const pieces: number[] = [];
    for (let space = 0; space < this.count; space++) {
      const at = space * FIELDS;
      const x1 = intAt(data, at);
      const y1 = intAt(data, at + 1);
      const z1 = intAt(data, at + 2);
      const x2 = intAt(data, at + 3);
      const y2 = intAt(data, at + 4);
      const z2 = intAt(data, at + 5);
      const isTouched =
        block.x1 < x2 &&
        block.x2 > x1 &&
        block.y1 < y2 &&
        block.y2 > y1 &&
        block.z1 < z2 &&
        block.z2 > z1;
      if (!isTouched) {
        if (kept !== space) data.copyWithin(kept * FIELDS, at, at + FIELDS);
        kept++;
        continue;
      }
      const { l, w, h } = this.least;
      if (block.x1 - x1 >= l) pieces.push(x1, y1, z1, block.x1, y2, z2);
      if (x2 - block.x2 >= l) pieces.push(block.x2, y1, z1, x2, y2, z2);
      if (block.y1 - y1 >= w) pieces.push(x1, y1, z1, x2, block.y1, z2);
      if (y2 - block.y2 >= w) pieces.push(x1, block.y2, z1, x2, y2, z2);
      if (block.z1 - z1 >= h) pieces.push(x1, y1, z1, x2, y2, block.z1);
      if (z2 - block.z2 >= h) pieces.push(x1, y1, block.z2, x2, y2, z2);
    }
    this.count = kept;
    this.keepLargest(pieces);
  }

  private keepLargest(pieces: readonly number[]): void {
    for (let at = 0; at < pieces.length; at += 6) {
      if (this.isWithinAnother(pieces, at)) continue;
      this.write(numberAt(pieces, at), numberAt(pieces, at + 1), numberAt(pieces, at + 2));
      this.close(numberAt(pieces, at + 3), numberAt(pieces, at + 4), numberAt(pieces, at + 5));
    }
  }

  private isWithinAnother(pieces: readonly number[], at: number): boolean {
    const x1 = numberAt(pieces, at);
    const y1 = numberAt(pieces, at + 1);
    const z1 = numberAt(pieces, at + 2);
    const x2 = numberAt(pieces, at + 3);
    const y2 = numberAt(pieces, at + 4);
    const z2 = numberAt(pieces, at + 5);
    const { data } = this;
    for (let other = 0, end = this.count * FIELDS; other < end; other += FIELDS) {
      if (
        intAt(data, other) <= x1 &&
        intAt(data, other + 1) <= y1 &&
        intAt(data, other + 2) <= z1 &&
        intAt(data, other + 3) >= x2 &&
        intAt(data, other + 4) >= y2 &&
        intAt(data, other + 5) >= z2
      )
        return true;
    }
    // Earlier pieces are among the spaces by now; of equal ones the last is kept.
    for (let later = at + 6; later < pieces.length; later += 6) {
      if (
        numberAt(pieces, later) <= x1 &&
        numberAt(pieces, later + 1) <= y1 &&
        numberAt(pieces, later + 2) <= z1 &&
        numberAt(pieces, later + 3) >= x2 &&
        numberAt(pieces, later + 4) >= y2 &&
        numberAt(pieces, later + 5) >= z2
      )
        return true;
    }
    return false;
  }

  private write(x1: number, y1: number, z1: number): void {
    const at = this.count * FIELDS;
    if (at + FIELDS > this.data.length) {
      const wider = new Int32Array(this.data.length * 2);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[at] = x1;
    this.data[at + 1] = y1;
    this.data[at + 2] = z1;
  }

  private close(x2: number, y2: number, z2: number): void {
    const at = this.count * FIELDS;
    this.data[at + 3] = x2;
    this.data[at + 4] = y2;
    this.data[at + 5] = z2;
    this.data[at + RESTING] = 0;
    this.count++;
  }
}
