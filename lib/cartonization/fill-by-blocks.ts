import { floatAt, intAt, memberAt, numberAt } from './cells.ts';
import type { Workbench } from './workbench.ts';
import { type Block, piecesIn } from './layout.ts';
import type { Kind, Turn } from './model.ts';
import type { Style } from './style.ts';

/** The part of a space seen from one of its corners. */
type Room = { x: number; y: number; z: number; l: number; w: number; h: number };

/** Puts the best lattice into the next space until nothing fits any space. */
export function fillByBlocks(bench: Workbench, style: Style): void {
  const { layout, stock } = bench;
  const { spaces } = layout;
  const anchors: number[] = [];
  for (let space = nextSpace(bench, style); space >= 0; space = nextSpace(bench, style)) {
    layout.anchors(space, anchors);
    const search = new BlockSearch(bench, style);
    for (let at = 0; at < anchors.length; at += 2) {
      const x = numberAt(anchors, at);
      const y = numberAt(anchors, at + 1);
      const z = spaces.z1(space);
      const l = spaces.x2(space) - x;
      search.look({ x, y, z, l, w: spaces.y2(space) - y, h: spaces.z2(space) - z });
    }
    const { best } = search;
    if (!best) {
      spaces.rest(space);
      continue;
    }
    stock[best.kind.index] = intAt(stock, best.kind.index) - piecesIn(best);
    layout.place(best);
  }
}

function nextSpace({ layout: { spaces, bin } }: Workbench, { nearness }: Style): number {
  const along = nearness[0] / bin.length;
  const across = nearness[1] / bin.width;
  const up = nearness[2] / bin.height;
  let next = -1;
  let nearest = Infinity;
  for (let space = 0; space < spaces.count; space++) {
    if (spaces.isResting(space)) continue;
    const distance = along * spaces.x1(space) + across * spaces.y1(space) + up * spaces.z1(space);
    if (distance >= nearest) continue;
    nearest = distance;
    next = space;
  }
  return next;
}

/** The best lattice for a space; what is looked at lies in fields, as millions of them are. */
class BlockSearch {
  best: Block | undefined;
  private readonly bench: Workbench;
  private readonly style: Style;
  private bestScore = -Infinity;
  private room: Room = { x: 0, y: 0, z: 0, l: 0, w: 0, h: 0 };
  private kind: Kind;

  constructor(bench: Workbench, style: Style) {
    this.bench = bench;
    this.style = style;
    this.kind = memberAt(bench.model.kinds, 0);
  }

  look(room: Room): void {
    const { layout, stock, model } = this.bench;
    const strength = layout.bin.capacity - layout.weight;
    this.room = room;
    for (const kind of model.kinds) {
      const left = intAt(stock, kind.index);
      if (left === 0 || kind.weight > strength) continue;
      this.kind = kind;
      const most = kind.weight === 0 ? left : Math.min(left, Math.floor(strength / kind.weight));
      for (const turn of kind.turns) {
        if (turn.l > room.l || turn.w > room.w || turn.h > room.h) continue;
        const nx = Math.floor(room.l / turn.l);
        const ny = Math.floor(room.w / turn.w);
        const nz = kind.carries === 'nothing' ? 1 : Math.floor(room.h / turn.h);
        if (nx * ny * nz <= most) this.offer(turn, nx, ny, nz);
        else this.offerParts(turn, most, [nx, ny, nz]);
      }
    }
  }

  /** Too few pieces for the whole lattice: columns side by side, or layers one on the other. */
  private offerParts(
    turn: Turn,
    most: number,
    [nx, ny, nz]: readonly [number, number, number],
  ): void {
    const high = Math.min(nz, most);
    const columns = Math.floor(most / high);
    const rows = Math.min(ny, columns);
    this.offer(turn, Math.min(nx, Math.floor(columns / rows)), rows, high);
    const long = Math.min(nx, most);
    const wide = Math.min(ny, Math.floor(most / long));
    this.offer(turn, long, wide, Math.min(nz, Math.floor(most / (long * wide))));
    if (this.style.noise === 0) return;
    const deep = Math.min(ny, most);
    const thick = Math.min(nz, Math.floor(most / deep));
    this.offer(turn, Math.min(nx, Math.floor(most / (deep * thick))), deep, thick);
  }

  private offer(turn: Turn, nx: number, ny: number, nz: number): void {
    const { reach, worth, layout } = this.bench;
    const { noise, loss, random } = this.style;
    const { room, kind } = this;
    const gained = nx * ny * nz * floatAt(worth, kind.index);
    // Most are outdone whatever space they waste and whatever chance says.
    if (gained * (1 + noise) <= this.bestScore) return;
    const l = nx * turn.l;
    const w = ny * turn.w;
    const h = nz * turn.h;
    const usable =
      (l + reach.along(room.l - l)) * (w + reach.across(room.w - w)) * (h + reach.up(room.h - h));
    const lost = (room.l * room.w * room.h - usable) / layout.bin.volume;
    const score = (gained - loss * lost) * (noise === 0 ? 1 : 1 + noise * (2 * random() - 1));
    if (score <= this.bestScore) return;
    const block = { kind, x: room.x, y: room.y, z: room.z, ...turn, nx, ny, nz };
    if (!layout.canStand(block)) return;
    this.bestScore = score;
    this.best = block;
  }
}
