import { intAt, memberAt } from './cells.ts';
import { fits, type Kind, type Model, type Turn } from './model.ts';
import { usefulBins } from './construct.ts';
import type { Bin } from './model.ts';

/** Thresholds tried on each axis; every one is valid, more of them are only tighter. */
const THRESHOLDS = 6;
/** Above this many combinations of thresholds, goods and boxes only volume and weight are counted. */
const TOO_MUCH_WORK = 4_000_000;

/** A number of boxes below which no packing of `pieces` can go. */
export function lowerBound(model: Model, pieces: Int32Array): number {
  const kinds = model.kinds.filter(({ index }) => intAt(pieces, index) > 0);
  if (kinds.length === 0) return 0;
  const room = Math.max(...model.bins.map(({ volume }) => volume));
  const strength = Math.max(...model.bins.map(({ capacity }) => capacity));
  const total = (of: (kind: Kind) => number): number =>
    kinds.reduce((sum, kind) => sum + of(kind) * intAt(pieces, kind.index), 0);
  const simple = Math.max(
    1,
    atLeast(total(({ volume }) => volume) / room),
    atLeast(total(({ weight }) => weight) / strength),
  );
  return Math.max(simple, shapeBound(model, kinds, pieces));
}

function atLeast(boxes: number): number {
  return Math.ceil(boxes - 1e-9);
}

type Scale = (side: number, whole: number) => number;

/**
 * Sides longer than 1 - a count as the whole axis, shorter than a as nothing: pieces that share a
 * box still share it when measured so (dual feasible functions; Fekete and Schepers, 2004). The
 * volumes measured so bound the boxes from below, whatever combination is taken on the three axes.
 */
function shapeBound(model: Model, kinds: readonly Kind[], pieces: Int32Array): number {
  const bins = usefulBins(model, 'boxes');
  const scales = thresholds(kinds, bins).map(
    (least): Scale =>
      (side, whole) =>
        // Sides are whole numbers: the margin keeps binary noise from rounding an equal side up.
        side > whole * (1 - least) + 0.001 ? 1 : side < whole * least ? 0 : side / whole,
  );
  const turns = kinds.reduce((sum, kind) => sum + kind.turns.length, 0);
  if (scales.length ** 3 * turns * bins.length > TOO_MUCH_WORK) return 1;
  let most = 1;
  for (const along of scales) {
    for (const across of scales) {
      for (const up of scales) {
        let sum = 0;
        for (const kind of kinds) {
          sum += intAt(pieces, kind.index) * leastShare(kind, bins, [along, across, up]);
        }
        most = Math.max(most, atLeast(sum));
      }
    }
  }
  return most;
}

function leastShare(
  { turns }: Kind,
  bins: readonly Bin[],
  [along, across, up]: readonly [Scale, Scale, Scale],
): number {
  let least = 1;
  const share = ({ l, w, h }: Turn, { length, width, height }: Bin): number =>
    along(l, length) * across(w, width) * up(h, height);
  for (const bin of bins) {
    for (const turn of turns) {
      if (fits(turn, bin)) least = Math.min(least, share(turn, bin));
    }
  }
  return least;
}

/** None, a half, and sides that occur. */
function thresholds(kinds: readonly Kind[], bins: readonly Bin[]): readonly number[] {
  const shares = new Set<number>();
  for (const { turns } of kinds) {
    for (const { l, w, h } of turns) {
      for (const { length, width, height } of bins) {
        for (const share of [l / length, w / width, h / height]) {
          if (share < 0.5) shares.add(share);
          else if (share > 0.5 && share < 1) shares.add(1 - share);
        }
      }
    }
  }
  const sorted = [...shares].sort((a, b) => a - b);
  const every = Math.max(1, sorted.length / (THRESHOLDS - 2));
  const chosen = Array.from({ length: Math.min(sorted.length, THRESHOLDS - 2) }, (_, at) =>
    memberAt(sorted, Math.floor((at + 0.5) * every)),
  );
  return [0, 0.5, ...chosen];
}
