import { floatAt, intAt, memberAt } from './cells.ts';
import type { Load } from './fill.ts';
import type { Workbench } from './workbench.ts';
import type { Block } from './layout.ts';
import { type Bin, fits, type Kind, type Turn } from './model.ts';

/** More cells than this would take longer than the pattern is worth. */
const MOST_CELLS = 40_000;
/** Where a box holds more pieces, one lattice leaves little to gain. */
const MOST_PIECES = 400;
/** Only of goods that fill at least so many boxes are such patterns looked for, */
const LEAST_BOXES = 2;
/** and only for so many pairs of goods and boxes: an answer has to come at once. */
const MOST_PATTERNS = 24;

/** Full boxes of one kind for goods that fill several, the most numerous first. */
export function singleKindLoads(bench: Workbench, bins: readonly Bin[]): readonly Load[] {
  const { stock, model } = bench;
  const numerous = model.kinds
    .flatMap((kind) => bins.map((bin) => ({ kind, bin, boxes: boxesOf(kind, bin, stock) })))
    .filter(({ boxes, kind, bin }) => boxes >= LEAST_BOXES && isCoarse(kind, bin))
    .sort((a, b) => b.boxes - a.boxes)
    .slice(0, MOST_PATTERNS);
  return numerous.flatMap(({ kind, bin }) => singleKindLoad(bench, bin, kind) ?? []);
}

function isCoarse({ volume }: Kind, bin: Bin): boolean {
  return volume * MOST_PIECES >= bin.volume;
}

function boxesOf({ index, volume, weight }: Kind, bin: Bin, stock: Int32Array): number {
  return intAt(stock, index) * Math.max(volume / bin.volume, weight / bin.capacity);
}

/**
 * The fullest box of one kind that guillotine cuts lead to: the room is cut upright into smaller
 * rooms, and each room is filled with layers, whose pieces lie as the cuts of a rectangle leave them
 * (Gilmore and Gomory's recursion over the sums of sides). Better than one lattice where the sides
 * do not divide the box.
 */
export function singleKindLoad(bench: Workbench, bin: Bin, kind: Kind): Load | undefined {
  const turns = kind.turns.filter((turn) => fits(turn, bin));
  if (turns.length === 0) return undefined;
  const steps = new Steps(bin, kind, turns);
  if (steps.cells > MOST_CELLS) return undefined;
  const blocks = new Rooms(steps, kind, turns).blocks();
  blocks.sort((a, b) => a.z - b.z);
  const { layout, worth, stock } = bench;
  layout.reset(bin, stock);
  for (const block of blocks) {
    if (layout.weight + kind.weight > bin.capacity) break;
    if (layout.canStand(block)) layout.place(block);
  }
  const { weight } = layout;
  if (layout.blocks.length === 0) return undefined;
  return {
    bin,
    blocks: layout.blocks,
    weight,
    worth: layout.blocks.length * floatAt(worth, kind.index),
  };
}

/** The sums of sides that occur along each axis: a room may as well have one of these sizes. */
class Steps {
  readonly along: readonly number[];
  readonly across: readonly number[];
  readonly up: readonly number[];

  constructor(bin: Bin, kind: Kind, turns: readonly Turn[]) {
    this.along = sums(
      turns.map(({ l }) => l),
      bin.length,
    );
    this.across = sums(
      turns.map(({ w }) => w),
      bin.width,
    );
    // What may carry nothing is never stacked.
    const heights = turns.map(({ h }) => h);
    this.up =
      kind.carries === 'nothing'
        ? [0, ...new Set(heights)].sort((a, b) => a - b)
        : sums(heights, bin.height);
  }

  get cells(): number {
    return this.along.length * this.across.length * this.up.length;
  }
}

function sums(sides: readonly number[], most: number): readonly number[] {
  const reached = new Set([0]);
  // A set visits what is added while it is walked through.
  for (const sum of reached) {
    for (const side of sides)
      if (sum + side <= most && reached.size <= MOST_CELLS) reached.add(sum + side);
  }
  return [...reached].sort((a, b) => a - b);
}

/** The index of the largest step that is no longer than `size`. */
function stepOf(steps: readonly number[], size: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (memberAt(steps, middle) <= size) low = middle;
    else high = middle - 1;
  }
  return low;
}

type Cut =
  | { readonly by: 'length' | 'width'; readonly at: number }
  | { readonly by: 'stack'; readonly heights: readonly number[] };

/** Rooms of the full height of the box, from the smallest floor to the whole. */
class Rooms {
  private readonly steps: Steps;
  private readonly kind: Kind;
  private readonly layers: ReadonlyMap<number, Layer>;
  private readonly most: Int32Array;
  private readonly cuts: (Cut | undefined)[];

  constructor(steps: Steps, kind: Kind, turns: readonly Turn[]) {
    this.steps = steps;
    this.kind = kind;
    const heights = new Set(turns.map(({ h }) => h));
    this.layers = new Map(
      [...heights].map((height) => [
        height,
        new Layer(
          steps,
          turns.filter(({ h }) => h === height),
        ),
      ]),
    );
    const { along, across } = steps;
    this.most = new Int32Array(along.length * across.length);
    this.cuts = Array.from({ length: this.most.length });
    for (let l = 1; l < along.length; l++) {
      for (let w = 1; w < across.length; w++) this.solve(l, w);
    }
  }

  private layer(height: number): Layer {
    return this.layers.get(height) ?? new Layer(this.steps, []);
  }

  private cell(l: number, w: number): number {
    return l * this.steps.across.length + w;
  }

  private solve(l: number, w: number): void {
    const { along, across } = this.steps;
    const stack = this.bestStack(l, w);
    let best = stack.count;
    let cut: Cut = { by: 'stack', heights: stack.heights };
    for (let at = 1; at < l && memberAt(along, at) * 2 <= memberAt(along, l); at++) {
      const rest = stepOf(along, memberAt(along, l) - memberAt(along, at));
      const count = intAt(this.most, this.cell(at, w)) + intAt(this.most, this.cell(rest, w));
      if (count <= best) continue;
      best = count;
      cut = { by: 'length', at };
    }
    for (let at = 1; at < w && memberAt(across, at) * 2 <= memberAt(across, w); at++) {
      const rest = stepOf(across, memberAt(across, w) - memberAt(across, at));
      const count = intAt(this.most, this.cell(l, at)) + intAt(this.most, this.cell(l, rest));
      if (count <= best) continue;
      best = count;
      cut = { by: 'width', at };
    }
    this.most[this.cell(l, w)] = best;
    this.cuts[this.cell(l, w)] = cut;
  }

  /** Which layers, one on the other, hold most; the fullest lie lowest, for the others to rest on. */
  private bestStack(l: number, w: number): { count: number; heights: readonly number[] } {
    const { up } = this.steps;
    const counts = new Int32Array(up.length);
    const last = new Int32Array(up.length);
    for (let h = 1; h < up.length; h++) {
      for (const [height, layer] of this.layers) {
        const below = memberAt(up, h) - height;
        if (below < 0) continue;
        const count = layer.count(l, w) + intAt(counts, stepOf(up, below));
        if (count <= intAt(counts, h)) continue;
        counts[h] = count;
        last[h] = height;
      }
    }
    const heights: number[] = [];
    let h = up.length - 1;
    while (intAt(last, h) > 0) {
      heights.push(intAt(last, h));
      h = stepOf(up, memberAt(up, h) - intAt(last, h));
    }
    const area = (height: number): number => this.layer(height).count(l, w) / height;
    heights.sort((a, b) => area(b) - area(a) || a - b);
    return { count: intAt(counts, up.length - 1), heights };
  }

  blocks(): Block[] {
    const { along, across } = this.steps;
    const blocks: Block[] = [];
    this.collect({ l: along.length - 1, w: across.length - 1, x: 0, y: 0 }, blocks);
    return blocks;
  }

  private collect({ l, w, x, y }: Piece, blocks: Block[]): void {
    const { along, across } = this.steps;
    const cut = this.cuts[this.cell(l, w)];
    if (cut === undefined) return;
    if (cut.by === 'stack') {
      let z = 0;
      for (const height of cut.heights) {
        for (const piece of this.layer(height).pieces(l, w)) {
          const place = { x: x + piece.x, y: y + piece.y, z, l: piece.l, w: piece.w, h: height };
          blocks.push({ kind: this.kind, ...place, nx: 1, ny: 1, nz: 1 });
        }
        z += height;
      }
      return;
    }
    const isLength = cut.by === 'length';
    const steps = isLength ? along : across;
    const size = memberAt(steps, cut.at);
    const rest = stepOf(steps, memberAt(steps, isLength ? l : w) - size);
    if (isLength) {
      this.collect({ l: cut.at, w, x, y }, blocks);
      this.collect({ l: rest, w, x: x + size, y }, blocks);
    } else {
      this.collect({ l, w: cut.at, x, y }, blocks);
      this.collect({ l, w: rest, x, y: y + size }, blocks);
    }
  }
}

type Piece = { readonly x: number; readonly y: number; readonly l: number; readonly w: number };

/** One layer of pieces of one height, for every floor that occurs. */
class Layer {
  private readonly steps: Steps;
  private readonly most: Int32Array;
  private readonly cuts: (
    | Piece
    | { readonly by: 'length' | 'width'; readonly at: number }
    | undefined
  )[];

  constructor(steps: Steps, turns: readonly Turn[]) {
    this.steps = steps;
    const { along, across } = steps;
    this.most = new Int32Array(along.length * across.length);
    this.cuts = Array.from({ length: this.most.length });
    for (let l = 1; l < along.length; l++) {
      for (let w = 1; w < across.length; w++) this.solve(l, w, turns);
    }
  }

  count(l: number, w: number): number {
    return intAt(this.most, l * this.steps.across.length + w);
  }

  private solve(l: number, w: number, turns: readonly Turn[]): void {
    const { along, across } = this.steps;
    const cell = l * across.length + w;
    const length = memberAt(along, l);
    const width = memberAt(across, w);
    const turn = turns.find((each) => each.l <= length && each.w <= width);
    let best = turn ? 1 : 0;
    if (turn) this.cuts[cell] = { x: 0, y: 0, l: turn.l, w: turn.w };
    for (let at = 1; at < l && memberAt(along, at) * 2 <= length; at++) {
      const count = this.count(at, w) + this.count(stepOf(along, length - memberAt(along, at)), w);
      if (count <= best) continue;
      best = count;
      this.cuts[cell] = { by: 'length', at };
    }
    for (let at = 1; at < w && memberAt(across, at) * 2 <= width; at++) {
      const count = this.count(l, at) + this.count(l, stepOf(across, width - memberAt(across, at)));
      if (count <= best) continue;
      best = count;
      this.cuts[cell] = { by: 'width', at };
    }
    this.most[cell] = best;
  }

  pieces(l: number, w: number): readonly Piece[] {
    const { along, across } = this.steps;
    const cut = this.cuts[l * across.length + w];
    if (!cut) return [];
    if (!('by' in cut)) return [cut];
    const isLength = cut.by === 'length';
    const steps = isLength ? along : across;
    const size = memberAt(steps, cut.at);
    const rest = stepOf(steps, memberAt(steps, isLength ? l : w) - size);
    const moved = (isLength ? this.pieces(rest, w) : this.pieces(l, rest)).map((piece) =>
      isLength ? { ...piece, x: piece.x + size } : { ...piece, y: piece.y + size },
    );
    return [...(isLength ? this.pieces(cut.at, w) : this.pieces(l, cut.at)), ...moved];
  }
}
