import { fill, type Load } from './fill.ts';
import type { Workbench } from './workbench.ts';
import { fits, type Bin, type Model } from './model.ts';
import { costOf, isEmpty, pour, type Shelf, timesIn } from './shelf.ts';
import { singleKindLoads } from './single-kind.ts';
import { plainStyles, type Style } from './style.ts';
import type { Random } from './random.ts';

export type Aim = 'boxes' | 'cost';

type Try = { readonly bin: Bin; readonly style: Style };
type Tried = Try & { readonly load: Load; readonly rating: number };

/** After so many boxes every size and style is tried again. */
const BOXES_BETWEEN_CHOICES = 24;
/** Goods of many kinds take long to look through; then fewer ways are tried for each box. */
const KINDS_TO_TRY_LESS = 60;

/** Fills box after box from the stock, each in the best of a few ways. */
export function construct(bench: Workbench, shelf: Shelf, aim: Aim, random: Random): Load[] {
  const { model, stock } = bench;
  const loads: Load[] = [];
  const remaining = stock.slice();
  const styles = plainStyles(random);
  const all = usefulBins(model, aim).flatMap((bin) => styles.map((style) => ({ bin, style })));
  const few = model.kinds.length > KINDS_TO_TRY_LESS ? 2 : 6;
  const patterns = singleKindLoads(bench, usefulBins(model, aim));
  let tries: readonly Try[] = all;
  while (!isEmpty(remaining)) {
    const open = tries.filter(({ bin }) => shelf.has(bin));
    const ranked = open
      .map((each) => attempt(bench, remaining, each, aim))
      .filter(({ load }) => load.blocks.length > 0)
      .sort((a, b) => b.rating - a.rating);
    const [best] = ranked;
    if (!best) {
      if (tries === all) break;
      tries = all;
      continue;
    }
    const pattern = bestPattern(bench, patterns, remaining, aim);
    const isPattern = pattern && shelf.has(pattern.load.bin) && pattern.rating > best.rating;
    const { load } = isPattern ? pattern : best;
    const times = Math.min(timesIn(load, remaining), shelf.count(load.bin));
    for (let time = 0; time < times; time++) {
      loads.push(load);
      pour(load, remaining, -1);
    }
    shelf.take(load.bin, times);
    tries = loads.length % BOXES_BETWEEN_CHOICES === 0 ? all : ranked.slice(0, few);
  }
  stock.set(remaining);
  return loads;
}

type Rated = { readonly load: Load; readonly rating: number };

function bestPattern(
  { model }: Workbench,
  patterns: readonly Load[],
  remaining: Int32Array,
  aim: Aim,
): Rated | undefined {
  let best: Rated | undefined;
  for (const load of patterns) {
    const rating = aim === 'cost' ? load.worth / costOf(load, model) : load.worth;
    if (rating > (best?.rating ?? 0) && timesIn(load, remaining) > 0) best = { load, rating };
  }
  return best;
}

function attempt(bench: Workbench, remaining: Int32Array, each: Try, aim: Aim): Tried {
  bench.stock.set(remaining);
  const load = fill(bench, each.bin, each.style);
  return { ...each, load, rating: rate(bench, load, aim) };
}

function rate({ model, stock }: Workbench, load: Load, aim: Aim): number {
  const cost = costOf(load, model);
  if (aim === 'cost') return load.worth / cost;
  // What ends the packing may as well end it cheaply.
  return isEmpty(stock) ? 1_000 - cost / 1_000_000 : load.worth;
}

/** Boxes that no other outdoes: for fewest boxes, what fits into one fits into a larger one. */
export function usefulBins({ bins }: Model, aim: Aim): readonly Bin[] {
  if (aim === 'cost') return bins;
  return bins.filter(
    (bin) =>
      !bins.some(
        (other) =>
          other !== bin &&
          other.carton.stock === undefined &&
          other.capacity >= bin.capacity &&
          fits({ l: bin.length, w: bin.width, h: bin.height }, other) &&
          (other.volume > bin.volume || other.index < bin.index),
      ),
  );
}
