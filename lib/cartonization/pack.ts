import { intAt } from './cells.ts';
import { describeLoads } from './describe.ts';
import { GroupPacking } from './group-packing.ts';
import { fits, modelOf, turnsOf } from './model.ts';
import { randomOf } from './random.ts';
import { Shelf } from './shelf.ts';
import { summaryOf } from './summary.ts';
import type {
  Goods,
  PackBudget,
  Packing,
  PackProgress,
  PackRequest,
  Unpacked,
  UnpackedReason,
} from './types.ts';

/** So many steps lie between two looks at the clock. */
const STEPS_PER_LOOK = 4;

/**
 * Packs step by step: the first answer is there once it is made, `advance` betters it, and `finish`
 * may be called at any time. So whoever drives it can show progress, stop, or let others have a
 * turn in between.
 */
export class PackRun {
  private readonly groups: readonly GroupPacking[];
  private steps = 0;
  private readonly startedAt: number;

  private readonly request: PackRequest;
  private readonly budget: PackBudget;

  constructor(request: PackRequest, budget: PackBudget) {
    this.request = request;
    this.budget = budget;
    this.startedAt = budget.clock?.now() ?? 0;
    const random = randomOf(budget.seed);
    const aim = request.objective === 'cost' ? 'cost' : 'boxes';
    const byGroup = goodsByGroup(request.goods);
    const [firstGoods] = byGroup.values();
    const bins = firstGoods ? modelOf(firstGoods, request).bins : [];
    const shelf = new Shelf(bins, byGroup.size > 1);
    this.groups = [...byGroup.values()].map(
      (goods) => new GroupPacking(modelOf(goods, request), shelf, aim, random),
    );
  }

  get progress(): PackProgress {
    const sum = (of: (group: GroupPacking) => number): number =>
      this.groups.reduce((total, group) => total + of(group), 0);
    return {
      boxes: sum(({ loads }) => loads.length),
      cost: sum(({ cost }) => cost),
      lowerBound: sum(({ lowerBound }) => lowerBound),
      share: this.share,
    };
  }

  private get share(): number {
    const { iterations, clock } = this.budget;
    const byTime = clock ? (clock.now() - this.startedAt) / clock.milliseconds : 0;
    const bySteps = iterations === undefined ? 0 : (this.steps + 1e-9) / (iterations + 1e-9);
    const isUnlimited = !clock && iterations === undefined;
    return isUnlimited ? 1 : Math.min(1, Math.max(byTime, bySteps));
  }

  /** Takes a few steps; false when the budget is used up or nothing better can be found. */
  advance(): boolean {
    const open = this.groups.filter((group) => !group.isOptimal);
    for (let step = 0; open.length > 0 && step < STEPS_PER_LOOK; step++) {
      if (this.budget.iterations !== undefined && this.steps >= this.budget.iterations) break;
      open[this.steps++ % open.length]?.step();
    }
    return open.length > 0 && this.share < 1;
  }

  finish(): Packing {
    const { request, groups } = this;
    for (const group of groups) group.finish();
    const boxes = groups.flatMap(({ loads, model }) => describeLoads(loads, model));
    const unpacked = groups.flatMap((group) => unpackedOf(group, request));
    const lowerBound = groups.reduce((total, group) => total + group.lowerBound, 0);
    return { boxes, unpacked, summary: summaryOf(boxes, lowerBound) };
  }
}

function goodsByGroup(goods: readonly Goods[]): ReadonlyMap<string, readonly Goods[]> {
  const groups = new Map<string, Goods[]>();
  for (const each of goods) {
    const { group = '' } = each;
    const members = groups.get(group);
    if (members) members.push(each);
    else groups.set(group, [each]);
  }
  return groups;
}

function unpackedOf({ model, left }: GroupPacking, request: PackRequest): readonly Unpacked[] {
  return model.kinds.flatMap(({ index, goods, pieces, unitsPerPiece, turns }) => {
    const loose = goods.quantity - pieces * unitsPerPiece;
    const kept = turns.length === 0 ? pieces : intAt(left, index);
    const reasons: readonly (readonly [number, UnpackedReason])[] = [
      [kept * unitsPerPiece, turns.length > 0 ? 'boxes-out-of-stock' : misfit(goods, request)],
      [loose, 'no-full-case'],
    ];
    return reasons.flatMap(([quantity, reason]) =>
      quantity > 0 ? [{ sku: goods.sku, quantity, reason }] : [],
    );
  });
}

function misfit(goods: Goods, { cartons }: PackRequest): UnpackedReason {
  const turns = turnsOf(goods.casePack ?? goods, goods.orientation);
  const isSmallEnough = cartons.some((carton) => turns.some((turn) => fits(turn, carton)));
  return isSmallEnough ? 'heavier-than-every-box-allows' : 'larger-than-every-box';
}

/** Packs until the budget is used up, nothing better can be found, or `isStopped` says so. */
export function pack(
  request: PackRequest,
  budget: PackBudget,
  watch: {
    readonly onProgress?: (progress: PackProgress) => void;
    readonly isStopped?: () => boolean;
  } = {},
): Packing {
  const run = new PackRun(request, budget);
  watch.onProgress?.(run.progress);
  while (run.advance()) {
    watch.onProgress?.(run.progress);
    if (watch.isStopped?.() === true) break;
  }
  return run.finish();
}
