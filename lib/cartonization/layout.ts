import type { Bin, Kind, Model } from './model.ts';
import { Spaces } from './spaces.ts';

/** A lattice of pieces of one kind, all turned alike: `nx` by `ny` by `nz` of `l` by `w` by `h`. */
export type Block = {
  kind: Kind;
  x: number;
  y: number;
  z: number;
  l: number;
  w: number;
  h: number;
  nx: number;
  ny: number;
  nz: number;
};

export function piecesIn({ nx, ny, nz }: Block): number {
  return nx * ny * nz;
}

/** A fragile piece carries only what is as fragile and no heavier. */
function mayCarry(lower: Kind, upper: Kind): boolean {
  if (lower.carries === 'anything') return true;
  if (lower.carries === 'nothing') return false;
  return upper.goods.isFragile === true && upper.weight <= lower.weight;
}

function overlap(from: number, to: number, otherFrom: number, otherTo: number): number {
  return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
}

const NO_BIN: Bin = {
  index: -1,
  carton: { name: '', length: 0, width: 0, height: 0, tareWeight: 0, maxWeight: 0, cost: 0 },
  length: 0,
  width: 0,
  height: 0,
  volume: 0,
  capacity: 0,
};

/** A box while it is being packed. */
export class Layout {
  readonly spaces = new Spaces();
  blocks: Block[] = [];
  weight = 0;
  /** Whether standing has to be looked at: nothing to fall, nothing to break, nothing to ask. */
  readonly isGravityFelt: boolean;

  readonly model: Model;
  bin = NO_BIN;

  constructor(model: Model) {
    this.model = model;
    this.isGravityFelt = model.support > 0 || model.isDelicate;
  }

  /** Empties the box; only the kinds with stock will be put in. */
  reset(bin: Bin, stock: Int32Array): void {
    this.bin = bin;
    this.blocks = [];
    this.weight = 0;
    const least = { l: Infinity, w: Infinity, h: Infinity };
    for (const { index, turns } of this.model.kinds) {
      if (stock[index] === 0) continue;
      for (const { l, w, h } of turns) {
        if (l < least.l) least.l = l;
        if (w < least.w) least.w = w;
        if (h < least.h) least.h = h;
      }
    }
    const { length: x2, width: y2, height: z2 } = bin;
    this.spaces.reset({ x1: 0, y1: 0, z1: 0, x2, y2, z2 }, least);
  }

  /** Corners of the space at which a piece finds something to stand on, as x, y, x, y, … */
  anchors(space: number, into: number[]): void {
    const { spaces } = this;
    const z1 = spaces.z1(space);
    const x1 = spaces.x1(space);
    const y1 = spaces.y1(space);
    into.length = 0;
    if (z1 === 0 || !this.isGravityFelt || this.model.support === 0) {
      into.push(x1, y1);
      return;
    }
    for (const block of this.blocks) {
      if (block.z + block.nz * block.h !== z1) continue;
      const x = Math.max(x1, block.x);
      const y = Math.max(y1, block.y);
      if (x >= Math.min(spaces.x2(space), block.x + block.nx * block.l)) continue;
      if (y >= Math.min(spaces.y2(space), block.y + block.ny * block.w)) continue;
      into.push(x, y);
    }
  }

  /** Whether every piece of the block rests on enough, and nothing lies on what cannot bear it. */
  canStand(block: Block): boolean {
    if (!this.isGravityFelt) return true;
    const top = block.z + block.nz * block.h;
    const xEnd = block.x + block.nx * block.l;
    const yEnd = block.y + block.ny * block.w;
    let held = 0;
    for (const other of this.blocks) {
      const otherTop = other.z + other.nz * other.h;
      if (otherTop !== block.z && other.z !== top) continue;
      const across = overlap(block.x, xEnd, other.x, other.x + other.nx * other.l);
      const along = overlap(block.y, yEnd, other.y, other.y + other.ny * other.w);
      if (across * along === 0) continue;
      if (otherTop === block.z) {
        if (!mayCarry(other.kind, block.kind)) return false;
        held += across * along;
      } else if (!mayCarry(block.kind, other.kind)) return false;
    }
    if (block.z === 0 || held >= (xEnd - block.x) * (yEnd - block.y)) return true;
    return this.everyPieceStands(block);
  }

  private everyPieceStands(block: Block): boolean {
    const enough = this.model.support * block.l * block.w;
    for (let i = 0; i < block.nx; i++) {
      const x = block.x + i * block.l;
      for (let j = 0; j < block.ny; j++) {
        const y = block.y + j * block.w;
        let held = 0;
        for (const other of this.blocks) {
          if (other.z + other.nz * other.h !== block.z) continue;
          held +=
            overlap(x, x + block.l, other.x, other.x + other.nx * other.l) *
            overlap(y, y + block.w, other.y, other.y + other.ny * other.w);
        }
        if (held < enough) return false;
      }
    }
    return true;
  }

  place(block: Block): void {
    const x2 = block.x + block.nx * block.l;
    const y2 = block.y + block.ny * block.w;
    const z2 = block.z + block.nz * block.h;
    this.blocks.push(block);
    this.weight += piecesIn(block) * block.kind.weight;
    this.spaces.cut({ x1: block.x, y1: block.y, z1: block.z, x2, y2, z2 });
    if (this.isGravityFelt) this.spaces.wake(z2);
  }
}
