import {
  compareWeights,
  problem,
  type Problem,
  sortedSides,
  tenthsOfNanogram,
  type Dimensions,
  type Weight,
  writeTicks,
} from '#lib/kernel';
import type { BoxLimits } from './box-limits.ts';
import { blocking, type Findings, gather, warning } from './findings.ts';
import {
  type BoxItem,
  type InboundPlan,
  lineKey,
  type PlannedBox,
  type PlanLine,
} from './inbound-plan.ts';
import { isStandardSize } from '#lib/fees';

export type Surroundings = {
  readonly plan: InboundPlan;
  readonly lines: ReadonlyMap<string, PlanLine>;
  readonly limits: BoxLimits;
};

export function checkWeight(around: Surroundings, box: PlannedBox, index: number): Findings {
  const at = `boxes.${index}.weight`;
  const number = index + 1;
  const { weight } = box;
  if (weight === undefined || weight.amount <= 0) {
    return blocking(problem('box-needs-weight', { box: number }, at));
  }
  const offered = around.plan.packing?.offer?.boxWeight ?? {};
  const facts = { box: number, weight: text(weight) };
  const isExempt = holdsOneOversizeUnit(around, box);
  const { maxWeight, maxWeightOfJewelry = maxWeight } = around.limits;
  const limit = holdsJewelry(around, box) ? maxWeightOfJewelry : maxWeight;
  const tooHeavy = [offered.max, isExempt ? undefined : limit].find(
    (most) => most && compareWeights(weight, most) > 0,
  );
  const tooLight = offered.min && compareWeights(weight, offered.min) < 0 ? offered.min : undefined;
  const mark = around.limits.marks.find(({ above }) => compareWeights(weight, above) > 0);
  return gather(
    blocking(
      tooHeavy &&
        problem(
          limit !== maxWeight && tooHeavy === limit ? 'jewelry-box-too-heavy' : 'box-too-heavy',
          { ...facts, limit: text(tooHeavy) },
          at,
        ),
      tooLight && problem('box-too-light', { ...facts, limit: text(tooLight) }, at),
    ),
    warning(
      mark && problem('box-needs-mark', { ...facts, mark: mark.mark }, at),
      lighterThanContents(around, box, index),
    ),
  );
}

/** R51: boxes of jewelry and watches have a limit of their own. */
function holdsJewelry({ lines }: Surroundings, { items }: PlannedBox): boolean {
  return items.some((item) => lines.get(lineKey(item))?.isJewelry === true);
}

// R56, R57: a box weighs at least what lies in it; below that the carrier weighs again and charges.
function lighterThanContents(
  around: Surroundings,
  box: PlannedBox,
  index: number,
): Problem | undefined {
  const contents = sumOver(box.items, around.lines, (line) =>
    line.unitWeight ? tenthsOfNanogram(line.unitWeight) : undefined,
  );
  if (contents === undefined || box.weight === undefined) return undefined;
  const weight = tenthsOfNanogram(box.weight);
  if (weight >= contents) return undefined;
  const percent = Math.max(1, Math.round((1 - Number(weight) / Number(contents)) * 100));
  return problem('box-lighter-than-contents', { box: index + 1, percent }, `boxes.${index}.weight`);
}

export function checkSize(around: Surroundings, box: PlannedBox, index: number): Findings {
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
    !holdsOneOversizeUnit(around, box) &&
    sortedSides(maxSides).some((limit, side) => (sides[side] ?? 0) > limit);
  const contents = sumOver(box.items, around.lines, (line) =>
    line.unitDimensions ? volume(line.unitDimensions) : undefined,
  );
  const isTooSmall = contents !== undefined && volume(dimensions) < contents;
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

// R49, R50, R53: only one oversize unit may exceed; a unit of unknown size is given the benefit.
function holdsOneOversizeUnit(around: Surroundings, box: PlannedBox): boolean {
  if (unitsIn(box) !== 1) return false;
  const item = box.items.find(({ quantity }) => quantity === 1);
  const line = item && around.lines.get(lineKey(item));
  if (!line?.unitDimensions || !line.unitWeight) return true;
  return !isStandardSize(line.unitDimensions, line.unitWeight);
}

/** Units in one of the identical boxes. */
export function unitsIn(box: PlannedBox): number {
  return box.items.reduce((sum, item) => sum + item.quantity, 0);
}

function sumOver(
  items: readonly BoxItem[],
  lines: ReadonlyMap<string, PlanLine>,
  measure: (line: PlanLine) => bigint | undefined,
): bigint | undefined {
  let sum = 0n;
  for (const item of items) {
    const line = lines.get(lineKey(item));
    const each = line && measure(line);
    if (each === undefined || !Number.isSafeInteger(item.quantity)) return undefined;
    sum += each * BigInt(item.quantity);
  }
  return sum;
}

// Exact, so that units that fill a box to the last corner fit.
function volume(dimensions: Dimensions): bigint {
  return sortedSides(dimensions).reduce((product, side) => product * BigInt(side), 1n);
}

function text(weight: Weight): string {
  return `${writeTicks(weight.amount)} ${weight.unit.toLowerCase()}`;
}
