import {
  compareWeights,
  grams,
  problem,
  type Problem,
  sortedSides,
  writeTicks,
  type Weight,
} from '#lib/kernel';
import { boxLimits, type BoxLimits } from './box-limits.ts';
import { blocking, type Findings, gather, warning } from './findings.ts';
import {
  boxCount,
  type BoxItem,
  type InboundPlan,
  lineKey,
  type PackingGroup,
  type PlannedBox,
  type PlanLine,
} from './inbound-plan.ts';

/** Hard limit of the schema, and the count above which content has been lost silently (R58). */
export const MOST_BOXES = 5_000;
const MANY_BOXES = 2_000;
const MOST_COPIES = 10_000;

/** How far one SKU (with one expiry date) of a packing group is from being packed exactly. */
export type Balance = {
  readonly groupId: string;
  readonly sku: string;
  readonly expiry?: string;
  readonly expected: number;
  readonly packed: number;
};

/** R43: the units of every group against the units in its boxes, one row per SKU and expiry date. */
export function balances(groups: readonly PackingGroup[], boxes: readonly PlannedBox[]): Balance[] {
  return groups.flatMap((group) => {
    const packed = packedUnits(boxes.filter((box) => box.groupId === group.id));
    return group.items.map((item) => ({
      groupId: group.id,
      sku: item.sku,
      ...(item.expiry === undefined ? {} : { expiry: item.expiry }),
      expected: item.quantity,
      packed: packed.get(lineKey(item)) ?? 0,
    }));
  });
}

function packedUnits(boxes: readonly PlannedBox[]): Map<string, number> {
  const packed = new Map<string, number>();
  for (const box of boxes) {
    for (const item of box.items) {
      const key = lineKey(item);
      packed.set(key, (packed.get(key) ?? 0) + item.quantity * box.copies);
    }
  }
  return packed;
}

/** Whether every unit of every group is packed, no more and no fewer, and nothing else is. */
export function boxesMeetGroups(plan: InboundPlan): boolean {
  const groups = plan.packing?.groups ?? [];
  return (
    groups.length > 0 &&
    balances(groups, plan.boxes).every((balance) => balance.packed === balance.expected) &&
    plan.boxes.every((box, index) => strangers(plan, box, index).length === 0)
  );
}

/** Everything that can be said about the boxes before Amazon is asked (R38 to R58). */
export function checkBoxes(plan: InboundPlan, boxes: readonly PlannedBox[]): Findings {
  const groups = plan.packing?.groups ?? [];
  const lines = new Map(plan.lines.map((line) => [lineKey(line), line]));
  const limits = boxLimits(plan.marketplaceId);
  return gather(
    ...boxes.map((box, index) => checkBox({ plan, lines, limits }, box, index)),
    blocking(...balances(groups, boxes).map(imbalance)),
    checkCount(boxCount({ ...plan, boxes })),
  );
}

type Surroundings = {
  readonly plan: InboundPlan;
  readonly lines: ReadonlyMap<string, PlanLine>;
  readonly limits: BoxLimits;
};

function checkBox(around: Surroundings, box: PlannedBox, index: number): Findings {
  const at = `boxes.${index}`;
  const number = index + 1;
  return gather(
    blocking(
      box.items.length === 0 ? problem('box-is-empty', { box: number }, at) : undefined,
      isWholeWithin(box.copies, MOST_COPIES)
        ? undefined
        : problem('box-copies-out-of-range', { box: number, most: MOST_COPIES }, `${at}.copies`),
      ...box.items.map((item) =>
        isWholeWithin(item.quantity, Number.MAX_SAFE_INTEGER)
          ? undefined
          : problem('box-quantity-not-whole', { box: number, sku: item.sku }, at),
      ),
      ...strangers(around.plan, box, index),
      twoExpiryDates(box, number, at),
    ),
    checkWeight(around, box, index),
    checkSize(around, box, index),
  );
}

// R38: SKUs of different packing groups never share a box.
function strangers(plan: InboundPlan, box: PlannedBox, index: number): Problem[] {
  const group = plan.packing?.groups.find((candidate) => candidate.id === box.groupId);
  const members = new Set(group?.items.map(lineKey));
  return box.items
    .filter((item) => !members.has(lineKey(item)))
    .map((item) =>
      problem('sku-not-in-group', { box: index + 1, sku: item.sku }, `boxes.${index}`),
    );
}

// The same SKU with two expiry dates never lies in one box (fulfillmentInbound 2024-03-20).
function twoExpiryDates(box: PlannedBox, number: number, at: string): Problem | undefined {
  const seen = new Set<string>();
  const twice = box.items.find((item) => seen.size === seen.add(item.sku).size);
  return twice && problem('two-expiry-dates-in-box', { box: number, sku: twice.sku }, at);
}

function checkWeight(around: Surroundings, box: PlannedBox, index: number): Findings {
  const at = `boxes.${index}.weight`;
  const number = index + 1;
  const { weight } = box;
  if (weight === undefined || weight.amount <= 0) {
    return blocking(problem('box-needs-weight', { box: number }, at));
  }
  const offered = around.plan.packing?.offer.boxWeight ?? {};
  const facts = { box: number, weight: text(weight) };
  const isExempt = unitsIn(box) === 1;
  const tooHeavy = [offered.max, isExempt ? undefined : around.limits.maxWeight].find(
    (limit) => limit && compareWeights(weight, limit) > 0,
  );
  const tooLight = offered.min && compareWeights(weight, offered.min) < 0 ? offered.min : undefined;
  const mark = around.limits.marks.find(({ above }) => compareWeights(weight, above) > 0);
  return gather(
    blocking(
      tooHeavy && problem('box-too-heavy', { ...facts, limit: text(tooHeavy) }, at),
      tooLight && problem('box-too-light', { ...facts, limit: text(tooLight) }, at),
    ),
    warning(
      mark && problem('box-needs-mark', { ...facts, mark: mark.mark }, at),
      lighterThanContents(around, box, index),
    ),
  );
}

// R56, R57: a box weighs at least what lies in it; below that the carrier weighs again and charges.
function lighterThanContents(
  around: Surroundings,
  box: PlannedBox,
  index: number,
): Problem | undefined {
  const contents = sumOver(box.items, around.lines, (line) =>
    line.unitWeight ? grams(line.unitWeight) : undefined,
  );
  if (contents === undefined || box.weight === undefined) return undefined;
  if (grams(box.weight) >= contents) return undefined;
  const percent = Math.round((1 - grams(box.weight) / contents) * 100);
  return problem('box-lighter-than-contents', { box: index + 1, percent }, `boxes.${index}.weight`);
}

function checkSize(around: Surroundings, box: PlannedBox, index: number): Findings {
  const at = `boxes.${index}.dimensions`;
  const number = index + 1;
  const { dimensions } = box;
  if (!dimensions || Math.min(dimensions.length, dimensions.width, dimensions.height) <= 0) {
    return blocking(problem('box-needs-dimensions', { box: number }, at));
  }
  const { maxSides } = around.limits;
  const sides = sortedSides(dimensions);
  const isTooLarge =
    maxSides !== undefined &&
    unitsIn(box) !== 1 &&
    sortedSides(maxSides).some((limit, side) => (sides[side] ?? 0) > limit);
  const contents = sumOver(box.items, around.lines, (line) =>
    line.unitDimensions ? volume(sortedSides(line.unitDimensions)) : undefined,
  );
  const isTooSmall = contents !== undefined && volume(sides) < contents;
  return gather(
    blocking(
      isTooLarge && maxSides
        ? problem(
            'box-too-large',
            {
              box: number,
              limit: [maxSides.length, maxSides.width, maxSides.height].map(writeTicks).join(' × '),
              unit: maxSides.unit,
            },
            at,
          )
        : undefined,
    ),
    warning(isTooSmall ? problem('box-smaller-than-contents', { box: number }, at) : undefined),
  );
}

function imbalance(balance: Balance): Problem | undefined {
  const { sku, expected, packed } = balance;
  if (expected === packed) return undefined;
  const code = packed < expected ? 'units-left-to-pack' : 'units-packed-too-many';
  const difference = Math.abs(expected - packed);
  return problem(code, { sku, expected, packed, difference }, `groups.${balance.groupId}.${sku}`);
}

function checkCount(count: number): Findings {
  if (count > MOST_BOXES) return blocking(problem('too-many-boxes', { count, most: MOST_BOXES }));
  if (count > MANY_BOXES) return warning(problem('many-boxes', { count, many: MANY_BOXES }));
  return blocking();
}

/** Units in one of the identical boxes. */
export function unitsIn(box: PlannedBox): number {
  return box.items.reduce((sum, item) => sum + item.quantity, 0);
}

function sumOver(
  items: readonly BoxItem[],
  lines: ReadonlyMap<string, PlanLine>,
  measure: (line: PlanLine) => number | undefined,
): number | undefined {
  let sum = 0;
  for (const item of items) {
    const line = lines.get(lineKey(item));
    const each = line && measure(line);
    if (each === undefined) return undefined;
    sum += each * item.quantity;
  }
  return sum;
}

function volume(sides: readonly [number, number, number]): number {
  return sides[0] * sides[1] * sides[2];
}

function isWholeWithin(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= most;
}

function text(weight: Weight): string {
  return `${writeTicks(weight.amount)} ${weight.unit.toLowerCase()}`;
}
