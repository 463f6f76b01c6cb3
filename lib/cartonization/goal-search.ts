import { floatAt, memberAt } from './cells.ts';
import { usefulBins } from './construct.ts';
import { fill, type Load } from './fill.ts';
import type { Workbench } from './workbench.ts';
import { drawKept } from './keep.ts';
import type { Bin } from './model.ts';
import { below, type Random } from './random.ts';
import type { SearchStart } from './search-start.ts';
import { isEmpty, pour, type Shelf } from './shelf.ts';
import { drawStyle } from './style.ts';

/** So many attempts without progress make what stays out more wanted. */
const PATIENCE = 60;
/** So many attempts, 0 to 1, pack two boxes at once: only so can they exchange goods. */
const PAIRS = 0.5;
/** Above 0: of what waits, a bulky piece is worse than small ones of the same bulk together. */
const BULKY_FIRST = 0.5;

/**
 * Looks for a packing with one box less: a box is dissolved and its goods wait in a pool, while the
 * other boxes are packed anew one or two at a time so that less is waiting. What has waited long
 * counts for more. An empty pool is a box saved, and the next one is dissolved.
 */
export class GoalSearch {
  /** The last packing without a pool. */
  best: readonly Load[];
  private loads: Load[];
  private readonly pool: Int32Array;
  private readonly bins: readonly Bin[];
  private failures = 0;
  private leastWaiting = Infinity;

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
    this.pool = new Int32Array(bench.model.kinds.length);
    this.bins = usefulBins(bench.model, 'boxes');
    this.dissolve();
  }

  /** One attempt; true when it saved a box. */
  step(): boolean {
    const { random, loads } = this;
    if (loads.length === 0) return false;
    const first = below(random, loads.length);
    const second = random() < PAIRS ? below(random, loads.length) : first;
    this.repack(first === second ? [first] : [first, second]);
    if (!isEmpty(this.pool)) return false;
    this.best = [...this.loads];
    this.dissolve();
    return true;
  }

  private repack(chosen: readonly number[]): void {
    const { bench, pool, random, loads, shelf } = this;
    const old = chosen.map((index) => memberAt(loads, index));
    bench.stock.set(pool);
    for (const load of old) pour(load, bench.stock);
    const before = this.worthOf(old);
    let after = 0;
    const fresh: Load[] = [];
    for (const load of old) {
      const { bin } = load;
      const other = memberAt(this.bins, below(random, this.bins.length));
      const isChanged = this.bins.length > 1 && random() < 0.2 && shelf.has(other);
      const style = drawStyle(random, this.piecesShare);
      const isInPart = !isChanged && random() < this.keptShare;
      const kept = isInPart ? drawKept(load, random) : [];
      const packed = fill(bench, isChanged ? other : bin, style, kept);
      fresh.push(packed);
      after += packed.worth;
    }
    if (after < before * (1 - 1e-9)) {
      this.fail();
      return;
    }
    shelf.exchange(old, fresh);
    for (const [at, index] of chosen.entries()) {
      loads[index] = memberAt(fresh, at);
    }
    pool.set(bench.stock);
    const waiting = this.waiting();
    if (waiting < this.leastWaiting) {
      this.leastWaiting = waiting;
      this.failures = 0;
    } else this.fail();
  }

  private fail(): void {
    const { bench, pool } = this;
    if (++this.failures < PATIENCE + this.loads.length) return;
    this.failures = 0;
    for (const [index, count] of pool.entries()) {
      if (count > 0) bench.worth[index] = floatAt(bench.worth, index) * (1 + 0.3 * this.random());
    }
    this.leastWaiting = this.waiting();
  }

  private worthOf(loads: readonly Load[]): number {
    let sum = 0;
    for (const { blocks } of loads) {
      for (const { kind, nx, ny, nz } of blocks) {
        sum += nx * ny * nz * floatAt(this.bench.worth, kind.index);
      }
    }
    return sum;
  }

  private waiting(): number {
    let sum = 0;
    for (const [index, count] of this.pool.entries()) {
      if (count > 0) sum += count * floatAt(this.bench.worth, index);
    }
    return sum;
  }

  /** Gives up the box that holds least. */
  private dissolve(): void {
    const { kinds } = this.bench.model;
    const usual = kinds.reduce((sum, { bulk }) => sum + bulk, 0) / kinds.length;
    for (const { index, bulk } of kinds)
      this.bench.worth[index] = bulk * (bulk / usual) ** BULKY_FIRST;
    let least = 0;
    let leastWorth = Infinity;
    for (const [index, load] of this.loads.entries()) {
      const worth = this.worthOf([load]);
      if (worth >= leastWorth) continue;
      least = index;
      leastWorth = worth;
    }
    if (this.loads.length === 0) return;
    const given = memberAt(this.loads, least);
    this.loads.splice(least, 1);
    this.shelf.giveBack(given.bin);
    pour(given, this.pool);
    this.failures = 0;
    this.leastWaiting = this.waiting();
  }
}
