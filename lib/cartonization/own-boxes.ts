import { intAt } from './cells.ts';
import { type Aim, usefulBins } from './construct.ts';
import { fill, type Load } from './fill.ts';
import type { Workbench } from './workbench.ts';
import type { Random } from './random.ts';
import { costOf, pour, type Shelf } from './shelf.ts';
import { singleKindLoads } from './single-kind.ts';
import { plainStyles } from './style.ts';

/**
 * Full boxes for goods that prefer boxes of their own: as many as one more box of the same content
 * can be filled. What is left stays in the stock, to be mixed.
 */
export function packOwnBoxes(bench: Workbench, shelf: Shelf, aim: Aim, random: Random): Load[] {
  const { model, stock } = bench;
  const remaining = stock.slice();
  const loads: Load[] = [];
  for (const { index, goods } of model.kinds) {
    const pieces = intAt(remaining, index);
    if (goods.prefersOwnBoxes !== true || pieces === 0) continue;
    let best: Load | undefined;
    let bestRating = 0;
    for (const bin of usefulBins(model, aim)) {
      if (!shelf.has(bin)) continue;
      for (const style of plainStyles(random)) {
        stock.fill(0);
        stock[index] = pieces;
        const load = fill(bench, bin, style);
        const rating = aim === 'cost' ? load.worth / costOf(load, model) : load.worth;
        if (load.blocks.length === 0 || rating <= bestRating) continue;
        best = load;
        bestRating = rating;
      }
    }
    stock.fill(0);
    stock[index] = pieces;
    for (const load of singleKindLoads(bench, usefulBins(model, aim))) {
      const rating = aim === 'cost' ? load.worth / costOf(load, model) : load.worth;
      if (rating <= bestRating || !shelf.has(load.bin) || load.blocks.length > pieces) continue;
      best = load;
      bestRating = rating;
    }
    if (!best) continue;
    const content = new Int32Array(stock.length);
    pour(best, content);
    const times = Math.min(Math.floor(pieces / intAt(content, index)), shelf.count(best.bin));
    // A box that took all there is may be half empty: then there is room for other goods.
    if (content[index] === pieces) continue;
    for (let time = 0; time < times; time++) {
      loads.push(best);
      pour(best, remaining, -1);
    }
    shelf.take(best.bin, times);
  }
  stock.set(remaining);
  return loads;
}
