import { intAt } from './cells.ts';
import { lowerBound } from './bounds.ts';
import { construct, type Aim } from './construct.ts';
import { CostSearch } from './cost-search.ts';
import type { Load } from './fill.ts';
import { type Workbench, workbenchOf } from './workbench.ts';
import { GoalSearch } from './goal-search.ts';
import { packOwnBoxes } from './own-boxes.ts';
import type { Model } from './model.ts';
import type { Random } from './random.ts';
import { rightSize } from './right-size.ts';
import type { SearchStart } from './search-start.ts';
import { pour, type Shelf, sumOfCosts } from './shelf.ts';

/** With about so many pieces of a kind, lattices are worth more than single pieces. */
const FEW_ALIKE = 4;

/** So many attempts at fewer boxes come before those at cheaper ones: few boxes are cheap, too. */
const WARM_UP = 200;

/** The goods of one group being packed: first an answer, then steps that better it. */
export class GroupPacking {
  /** For what found a box. */
  readonly lowerBound: number;
  /** Pieces that found no box. */
  readonly left: Int32Array;
  private readonly own: readonly Load[];
  private readonly bench: Workbench;
  private mixed: readonly Load[];
  private search: GoalSearch | CostSearch | undefined;
  private warmUpSteps = 0;
  private rival: GoalSearch | undefined;

  readonly model: Model;
  private readonly shelf: Shelf;
  private readonly aim: Aim;
  private readonly random: Random;

  constructor(model: Model, shelf: Shelf, aim: Aim, random: Random) {
    this.model = model;
    this.shelf = shelf;
    this.aim = aim;
    this.random = random;
    const pieces = Int32Array.from(model.kinds, ({ turns, pieces }) =>
      turns.length > 0 ? pieces : 0,
    );
    this.bench = workbenchOf(model);
    this.bench.stock.set(pieces);
    this.own = packOwnBoxes(this.bench, shelf, aim, random);
    this.mixed = construct(this.bench, shelf, aim, random);
    this.left = this.bench.stock.slice();
    this.lowerBound = lowerBound(
      model,
      pieces.map((count, index) => count - intAt(this.left, index)),
    );
  }

  get loads(): readonly Load[] {
    return [...this.own, ...this.mixed];
  }

  get cost(): number {
    return sumOfCosts(this.loads, this.model);
  }

  /** Whether nothing better can be found. */
  get isOptimal(): boolean {
    return this.mixed.length === 0 || (this.aim === 'boxes' && this.isFewest);
  }

  private get isFewest(): boolean {
    return this.own.length + this.mixed.length <= this.lowerBound;
  }

  /** One attempt; true when the packing got better. */
  step(): boolean {
    if (this.aim === 'cost' && this.warmUpSteps <= WARM_UP && this.shelf.isBottomless) {
      return this.warmUp();
    }
    this.search ??= this.begin(this.aim, this.mixed);
    if (!this.search.step()) return false;
    this.shelf.exchange(this.mixed, this.search.best);
    this.mixed = this.search.best;
    return true;
  }

  /** Packs for fewest boxes on the side, and goes on from there if that turns out cheaper. */
  private warmUp(): boolean {
    const { bench, shelf, random, model } = this;
    if (!this.rival) {
      bench.stock.fill(0);
      for (const load of this.mixed) pour(load, bench.stock);
      const loads = construct(bench, shelf.forTrial(), 'boxes', random);
      this.rival = new GoalSearch(this.startFrom(loads));
    }
    this.rival.step();
    const { best } = this.rival;
    const isFewest = this.own.length + best.length <= this.lowerBound;
    this.warmUpSteps = isFewest ? WARM_UP + 1 : this.warmUpSteps + 1;
    if (this.warmUpSteps <= WARM_UP) return false;
    const sized = rightSize(bench, shelf, best, random);
    if (sumOfCosts(sized, model) >= sumOfCosts(this.mixed, model)) return false;
    this.mixed = sized;
    return true;
  }

  private begin(aim: Aim, loads: readonly Load[]): GoalSearch | CostSearch {
    const start = this.startFrom(loads);
    return aim === 'boxes' ? new GoalSearch(start) : new CostSearch(start);
  }

  private startFrom(loads: readonly Load[]): SearchStart {
    const { bench, random } = this;
    const shelf = this.shelf.forTrial();
    const kinds = this.model.kinds.filter(({ turns }) => turns.length > 0);
    const alike = kinds.reduce((sum, { pieces }) => sum + pieces, 0) / kinds.length;
    const shares =
      alike < FEW_ALIKE
        ? { piecesShare: 0.95, keptShare: 0.1 }
        : { piecesShare: 0.3, keptShare: 0.6 };
    return { bench, shelf, loads, random, ...shares };
  }

  /** The same goods in cheaper boxes where they fit. */
  finish(): void {
    this.mixed = rightSize(this.bench, this.shelf, this.mixed, this.random);
  }
}
