import { floatAt, intAt, numberAt } from './cells.ts';
import type { Workbench } from './workbench.ts';
import type { Block } from './layout.ts';
import type { Bin, Kind, Turn } from './model.ts';
import type { Style } from './style.ts';

/** Puts in piece after piece, the worthiest first, each where it suits the style best. */
export function fillByPieces(bench: Workbench, style: Style): void {
  const { layout, stock } = bench;
  for (const kind of order(bench, style)) {
    for (let left = intAt(stock, kind.index); left > 0; left--) {
      if (layout.weight + kind.weight > layout.bin.capacity) break;
      const best = bestPlace(bench, kind, style);
      if (!best) break;
      stock[kind.index] = left - 1;
      layout.place(best);
    }
  }
}

function order({ model, stock, worth }: Workbench, { noise, random }: Style): readonly Kind[] {
  const ranked: { kind: Kind; rank: number }[] = [];
  for (const kind of model.kinds) {
    if (stock[kind.index] === 0) continue;
    const chance = noise === 0 ? 1 : Math.exp(3 * noise * (random() - 0.5));
    ranked.push({ kind, rank: floatAt(worth, kind.index) * chance });
  }
  return ranked.sort((a, b) => b.rank - a.rank).map(({ kind }) => kind);
}

type Spot = { x: number; y: number; z: number; turn: Turn };

function bestPlace(bench: Workbench, kind: Kind, style: Style): Block | undefined {
  const { layout } = bench;
  const { spaces } = layout;
  const anchors: number[] = [];
  let best: Block | undefined;
  let bestRank = Infinity;
  for (let space = 0; space < spaces.count; space++) {
    const z = spaces.z1(space);
    let isAnchored = false;
    for (const turn of kind.turns) {
      if (z + turn.h > spaces.z2(space)) continue;
      if (spaces.x1(space) + turn.l > spaces.x2(space)) continue;
      if (spaces.y1(space) + turn.w > spaces.y2(space)) continue;
      if (!isAnchored) layout.anchors(space, anchors);
      isAnchored = true;
      for (let at = 0; at < anchors.length; at += 2) {
        const x = numberAt(anchors, at);
        const y = numberAt(anchors, at + 1);
        if (x + turn.l > spaces.x2(space) || y + turn.w > spaces.y2(space)) continue;
        const rank = rankOf(layout.bin, { x, y, z, turn }, style);
        if (rank >= bestRank) continue;
        const block = { kind, x, y, z, ...turn, nx: 1, ny: 1, nz: 1 };
        if (!layout.canStand(block)) continue;
        best = block;
        bestRank = rank;
      }
    }
  }
  return best;
}

/** The lower, the better. */
function rankOf(bin: Bin, { x, y, z, turn }: Spot, { seeks, nearness }: Style): number {
  if (seeks === 'corner') {
    const along = bin.length - x - turn.l;
    const across = bin.width - y - turn.w;
    const up = bin.height - z - turn.h;
    return -(along * along + across * across + up * up);
  }
  return (
    (nearness[0] * (x + turn.l)) / bin.length +
    (nearness[1] * (y + turn.w)) / bin.width +
    (nearness[2] * (z + turn.h)) / bin.height
  );
}
