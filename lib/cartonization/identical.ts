import { pack } from './pack.ts';
import { summaryOf } from './summary.ts';
import type { Carton, Goods, PackBudget, PackedCarton, Packing, PackRequest } from './types.ts';

/**
 * Amazon offers placement without a fee for plans with at least five cartons of the same content
 * ("Placement service fees" in the seller help, as of 2026-11-23).
 */
export const LEAST_IDENTICAL = 5;

/** Numbers of copies that are looked at beside those that make the mix one box. */
const MOST_COPIES = 12;
/** Attempts spent on each number of copies before the best is packed with the whole budget. */
const ATTEMPTS_TO_COMPARE = 40;

export type IdenticalProposal = {
  readonly packing: Packing;
  /** Every one of the identical cartons exists so many times. */
  readonly copies: number;
  readonly identicalBoxes: number;
  /** What is packed into cartons that are not identical. */
  readonly rest: readonly { readonly sku: string; readonly quantity: number }[];
  /** More than the packing it is compared with: boxes, and the money of the tariff. */
  readonly extraBoxes: number;
  readonly extraCost: number;
  /** What remains of the fee that is saved. */
  readonly saves: number;
};

/**
 * A packing of which each carton exists at least five times, apart from what does not divide, and
 * what it costs beside the `free` packing and brings when `placementFee` falls away. Undefined if
 * no goods are numerous enough.
 */
export function proposeIdentical(
  request: PackRequest,
  free: Packing,
  { budget, placementFee = 0 }: { readonly budget: PackBudget; readonly placementFee?: number },
): IdenticalProposal | undefined {
  const attempts: PackBudget = { seed: budget.seed, iterations: ATTEMPTS_TO_COMPARE };
  let best: Split | undefined;
  let least = Infinity;
  for (const copies of copiesToTry(request, free)) {
    const split = splitOf(request, copies);
    if (split.shares.length === 0) continue;
    const { summary, unpacked } = packSplit(request, split, attempts);
    // Boxes out of stock or cases that were opened would be no answer.
    if (amount(unpacked) > amount(free.unpacked)) continue;
    const price = request.objective === 'cost' ? summary.cost : summary.boxes;
    if (price >= least) continue;
    best = split;
    least = price;
  }
  if (!best) return undefined;
  const packing = packSplit(request, best, budget);
  const { copies, rest } = best;
  const extraCost = packing.summary.cost - free.summary.cost;
  return {
    packing,
    copies,
    identicalBoxes: packing.boxes.reduce(
      (sum, { quantity }) => sum + (quantity >= LEAST_IDENTICAL ? quantity : 0),
      0,
    ),
    rest: rest.map(({ sku, quantity }) => ({ sku, quantity })),
    extraBoxes: packing.summary.boxes - free.summary.boxes,
    extraCost,
    saves: placementFee - extraCost,
  };
}

function amount(list: readonly { readonly quantity: number }[]): number {
  return list.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The goods of one set of cartons, of which there will be `copies`, and what is left over. */
type Split = {
  readonly copies: number;
  readonly shares: readonly Goods[];
  readonly rest: readonly Goods[];
};

function copiesToTry({ goods }: PackRequest, free: Packing): ReadonlySet<number> {
  const most = Math.max(0, ...goods.map(({ quantity }) => quantity));
  const near = [0, 1, 2, 3].map((more) => free.summary.boxes + more);
  const few = Array.from(
    { length: MOST_COPIES - LEAST_IDENTICAL + 1 },
    (_, at) => at + LEAST_IDENTICAL,
  );
  return new Set([...few, ...near].filter((copies) => copies >= LEAST_IDENTICAL && copies <= most));
}

function splitOf({ goods }: PackRequest, copies: number): Split {
  const shares: Goods[] = [];
  const rest: Goods[] = [];
  for (const each of goods) {
    const piece = each.casePack?.quantity ?? 1;
    const share = Math.floor(each.quantity / piece / copies) * piece;
    const left = each.quantity - share * copies;
    if (share > 0) shares.push({ ...each, quantity: share });
    if (left > 0) rest.push({ ...each, quantity: left });
  }
  return { copies, shares, rest };
}

function packSplit(request: PackRequest, split: Split, budget: PackBudget): Packing {
  const { copies, shares, rest } = split;
  const half = halved(budget);
  const set = pack({ ...request, goods: shares, cartons: inSets(request.cartons, copies) }, half);
  const multiplied = set.boxes.map((box) => ({ ...box, quantity: box.quantity * copies }));
  const cartons = request.cartons.map((carton) => leftOf(carton, multiplied));
  const others = pack({ ...request, goods: rest, cartons }, half);
  const boxes = [...multiplied, ...others.boxes];
  const unpacked = [
    ...set.unpacked.map((each) => ({ ...each, quantity: each.quantity * copies })),
    ...others.unpacked,
  ];
  const lowerBound = set.summary.lowerBound * copies + others.summary.lowerBound;
  return { boxes, unpacked, summary: summaryOf(boxes, lowerBound) };
}

function halved({ seed, iterations, clock }: PackBudget): PackBudget {
  return {
    seed,
    ...(iterations === undefined ? {} : { iterations }),
    ...(clock && { clock: { ...clock, milliseconds: clock.milliseconds / 2 } }),
  };
}

function inSets(cartons: readonly Carton[], copies: number): readonly Carton[] {
  return cartons.map((carton) =>
    carton.stock === undefined ? carton : { ...carton, stock: Math.floor(carton.stock / copies) },
  );
}

function leftOf(carton: Carton, used: readonly PackedCarton[]): Carton {
  if (carton.stock === undefined) return carton;
  const taken = used.filter((box) => box.carton.name === carton.name);
  return { ...carton, stock: carton.stock - amount(taken) };
}
