import type { Carton, Goods, PackRequest } from '#lib/cartonization';
import {
  marketplaceById,
  ok,
  problem,
  type Problem,
  refuse,
  type Result,
  toDecimal,
} from '#lib/kernel';
import { boxesFromCases } from './fill-boxes.ts';
import {
  type GroupItem,
  type InboundPlan,
  lineKey,
  type PackingGroup,
  type PlanLine,
  type PlannedBox,
} from './inbound-plan.ts';
import { isAllowedSize, mostWeight, type ShelfBox } from './pack-shelf.ts';
import { type PackUnits, sidesIn, weightIn } from './proposal-measures.ts';

export const OBJECTIVES = ['boxes', 'cost', 'identical'] as const;
export const CASE_WAYS = ['as-boxes', 'whole', 'loose'] as const;
export const LIES = ['any', 'upright', 'flat'] as const;
export const CARRIES = ['anything', 'fragile', 'nothing'] as const;

/** How the units of a SKU may be handled. */
export type GoodsWish = {
  readonly lies: (typeof LIES)[number];
  readonly carries: (typeof CARRIES)[number];
  readonly ownBoxes: boolean;
};

/** Money of the marketplace's main unit; freight per pound or kilogram, whichever is used there. */
export type PackingTariff = {
  readonly handlingPerBox: number;
  readonly freightPerWeight: number;
  readonly dimensionalDivisor: number;
};

export type PackingWish = {
  readonly objective: (typeof OBJECTIVES)[number];
  /** cases go as boxes of their own, whole into other boxes, or are opened */
  readonly cases: (typeof CASE_WAYS)[number];
  readonly tariff: PackingTariff;
  /** by line; what is not named may lie as its prep says */
  readonly goods: ReadonlyMap<string, GoodsWish>;
};

export type ProposalTask = {
  readonly request: PackRequest;
  readonly units: PackUnits;
  /** boxes that need no packing: cases that go as they are */
  readonly cases: readonly PlannedBox[];
  readonly shelf: readonly ShelfBox[];
};

/** What the engine is asked: the plan's groups, and the boxes that Amazon would take. */
export function proposalTask(
  plan: InboundPlan,
  shelf: readonly ShelfBox[],
  wish: PackingWish,
): Result<ProposalTask> {
  const imperial = marketplaceById(plan.marketplaceId)?.units === 'imperial';
  const units: PackUnits = imperial
    ? { length: 'IN', weight: 'LB' }
    : { length: 'CM', weight: 'KG' };
  const allowed = shelf.filter((box) => isAllowedSize(plan, box));
  const cartons = allowed
    .map((box) => cartonOf(plan, box, units))
    .filter(({ maxWeight, tareWeight }) => maxWeight > tareWeight);
  if (cartons.length === 0) return refuse(problem('proposal-needs-boxes'));
  const groups = plan.packing?.groups ?? [];
  const cases =
    wish.cases === 'as-boxes' ? groups.flatMap((group) => boxesFromCases(plan, group, [])) : [];
  const problems: Problem[] = [];
  const goods = groups.flatMap((group) =>
    group.items.flatMap((item) => {
      const read = goodsOf({ plan, group, wish, units, cases }, item);
      if (!read.ok) problems.push(...read.problems);
      return read.ok && read.value.quantity > 0 ? [read.value] : [];
    }),
  );
  if (problems.length > 0) return refuse(...problems);
  const { handlingPerBox, freightPerWeight, dimensionalDivisor } = wish.tariff;
  const tariff = { handlingPerBox, freightPerPound: freightPerWeight, dimensionalDivisor };
  const objective = wish.objective === 'cost' ? 'cost' : 'boxes';
  return ok({ request: { goods, cartons, tariff, objective }, units, cases, shelf: allowed });
}

function cartonOf(plan: InboundPlan, box: ShelfBox, units: PackUnits): Carton {
  return {
    name: box.name,
    ...sidesIn(box.inner ?? box.dimensions, units.length, 'down'),
    tareWeight: box.tare ? weightIn(box.tare, units.weight, 'up') : 0,
    maxWeight: weightIn(mostWeight(plan, box), units.weight, 'down'),
    cost: box.price ? toDecimal(box.price) : 0,
    ...(box.stock === undefined ? {} : { stock: box.stock }),
  };
}

type Around = {
  readonly plan: InboundPlan;
  readonly group: PackingGroup;
  readonly wish: PackingWish;
  readonly units: PackUnits;
  readonly cases: readonly PlannedBox[];
};

function goodsOf({ plan, group, wish, units, cases }: Around, item: GroupItem): Result<Goods> {
  const key = lineKey(item);
  const line = plan.lines.find((one) => lineKey(one) === key);
  const { unitDimensions, unitWeight } = line ?? {};
  const at = `groups.${group.id}.${item.sku}`;
  if (!line || !unitDimensions)
    return refuse(problem('unit-needs-dimensions', { sku: item.sku }, at));
  if (!unitWeight) return refuse(problem('unit-needs-weight', { sku: item.sku }, at));
  const { lies, carries, ownBoxes } = wish.goods.get(key) ?? usualWish(line);
  const inCases = cases
    .filter(({ groupId }) => groupId === group.id)
    .flatMap(({ copies, items }) => items.map((each) => ({ ...each, copies })))
    .filter((each) => lineKey(each) === key)
    .reduce((sum, { quantity, copies }) => sum + quantity * copies, 0);
  return ok({
    sku: key,
    quantity: item.quantity - inCases,
    ...sidesIn(unitDimensions, units.length, 'up'),
    weight: weightIn(unitWeight, units.weight, 'up'),
    orientation: lies,
    isFragile: carries === 'fragile',
    isStackable: carries !== 'nothing',
    group: `${group.id}\u0001${dateNumber(group, item)}`,
    prefersOwnBoxes: ownBoxes,
    ...(line.case && wish.cases === 'whole' && { casePack: casePackOf(line.case, units) }),
  });
}

function casePackOf(
  { unitsPerCase, dimensions, weight }: NonNullable<PlanLine['case']>,
  units: PackUnits,
): NonNullable<Goods['casePack']> {
  return {
    quantity: unitsPerCase,
    ...sidesIn(dimensions, units.length, 'up'),
    weight: weightIn(weight, units.weight, 'up'),
  };
}

// One SKU with two expiry dates never lies in one box (fulfillmentInbound 2024-03-20, checked
// 2026-11-23): second dates are packed among themselves.
function dateNumber({ items }: PackingGroup, item: GroupItem): number {
  return items
    .filter(({ sku }) => sku === item.sku)
    .findIndex(({ expiry }) => expiry === item.expiry);
}

/** What the way of preparing a SKU says about how it may lie. */
export function usualWish({ prep }: PlanLine): GoodsWish {
  return {
    lies: prep?.category === 'LIQUID' ? 'upright' : 'any',
    carries: prep?.category === 'FRAGILE' ? 'fragile' : 'anything',
    ownBoxes: false,
  };
}
