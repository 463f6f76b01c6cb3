import { memberAt } from './cells.ts';
import { fill, type Load } from './fill.ts';
import type { Workbench } from './workbench.ts';
import { drawKept } from './keep.ts';
import type { Bin } from './model.ts';
import { below, type Random } from './random.ts';
import type { SearchStart } from './search-start.ts';
import { costOf, isEmpty, pour, type Shelf, sumOfCosts } from './shelf.ts';
import { drawStyle } from './style.ts';

/** Of all sizes so many are tried for each box that is packed anew. */
const SIZES_TRIED = 4;
/** What a plan may become dearer by, as a share of a box, for the search to go on from it. */
const LENIENCE = 0.02;

/** Looks for a cheaper packing: empties a few boxes and packs their goods anew. */
export class CostSearch {
  best: readonly Load[];
  private loads: Load[];
  private cost: number;
  private bestCost: number;

  private readonly bench: Workbench;
  private readonly shelf: Shelf;
  private readonly random: Random;
  private readonly piecesShare: number;
  private readonly keptShare: number;

  constructor(start: SearchStart) {
    const { bench, shelf, loads, random } = start;
    this.bench = bench;
    this.shelf = shelf;
    this.random = random;
    this.piecesShare = start.piecesShare;
    this.keptShare = start.keptShare;
    this.best = loads;
    this.loads = [...loads];
    this.cost = sumOfCosts(loads, bench.model);
    this.bestCost = this.cost;
    for (const { index, bulk } of bench.model.kinds) bench.worth[index] = bulk;
  }

  /** One attempt; true when it made the packing cheaper than any before. */
  step(): boolean {
    const { bench, random, loads, shelf } = this;
    const chosen = this.choose();
    const old = chosen.map((index) => memberAt(loads, index));
    const price = sumOfCosts(old, bench.model);
    const rest = new Int32Array(bench.stock.length);
    for (const load of old) {
      pour(load, rest);
      shelf.giveBack(load.bin);
    }
    const slack = (random() < 0.5 ? 0 : (LENIENCE * price) / old.length) * random();
    const fresh = this.rebuild(rest, price + slack, old);
    if (!fresh) {
      for (const { bin } of old) shelf.take(bin);
      return false;
    }
    this.loads = loads.filter((_, index) => !chosen.includes(index)).concat(fresh);
    this.cost = sumOfCosts(this.loads, bench.model);
    if (this.cost >= this.bestCost - 1e-9) return false;
    this.best = [...this.loads];
    this.bestCost = this.cost;
    return true;
  }

  private choose(): readonly number[] {
    const { random, loads } = this;
    const wanted = Math.min(loads.length, 1 + below(random, 4));
    const chosen = new Set<number>();
    while (chosen.size < wanted) chosen.add(below(random, loads.length));
    return [...chosen];
  }

  /** Boxes for the rest that cost less than the limit, or undefined. */
  private rebuild(
    rest: Int32Array,
    limit: number,
    old: readonly Load[],
  ): readonly Load[] | undefined {
    const { bench, shelf } = this;
    const fresh: Load[] = [];
    let spent = 0;
    while (!isEmpty(rest)) {
      const load = this.bestLoad(rest, limit - spent, old);
      if (!load) break;
      fresh.push(load);
      shelf.take(load.bin);
      pour(load, rest, -1);
      spent += costOf(load, bench.model);
    }
    if (isEmpty(rest) && spent <= limit + 1e-9) return fresh;
    for (const { bin } of fresh) shelf.giveBack(bin);
    return undefined;
  }

  private bestLoad(rest: Int32Array, limit: number, old: readonly Load[]): Load | undefined {
    const { bench, random, shelf } = this;
    let best: Load | undefined;
    let bestRating = 0;
    const model = memberAt(old, below(random, old.length));
    for (const bin of this.sizes(model)) {
      if (!shelf.has(bin)) continue;
      bench.stock.set(rest);
      const isInPart = bin === model.bin && random() < this.keptShare;
      const kept = isInPart ? drawKept(model, random) : [];
      const load = fill(bench, bin, drawStyle(random, this.piecesShare), kept);
      const cost = costOf(load, bench.model);
      if (load.blocks.length === 0 || cost > limit + 1e-9) continue;
      const rating = (load.worth / cost) * (isEmpty(bench.stock) ? 1.15 : 0.95 + 0.1 * random());
      if (rating <= bestRating) continue;
      best = load;
      bestRating = rating;
    }
    return best;
  }

  private sizes(model: Load): ReadonlySet<Bin> {
    const { random, bench } = this;
    const { bins } = bench.model;
    const sizes = new Set([model.bin]);
    const wanted = Math.min(bins.length, SIZES_TRIED);
    while (sizes.size < wanted) sizes.add(memberAt(bins, below(random, bins.length)));
    return sizes;
  }
}
