import { pack, type Placement, type Sides } from '#lib/cartonization';
import type { Dimensions } from '#lib/kernel';
import { unitsIn } from './box-measures.ts';
import { lineKey, type InboundPlan, type PlannedBox } from './inbound-plan.ts';
import type { ShelfBox } from './pack-shelf.ts';
import { sidesIn, weightIn } from './proposal-measures.ts';
import { usualWish } from './proposal-task.ts';

/** How the units of one box may lie in it. */
export type Arrangement = {
  readonly room: Sides;
  readonly placements: readonly Placement[];
};

const SEED = 1;
/** Attempts after which a box counts as one whose units find no place: fewer where each takes long. */
const MOST_ATTEMPTS = 300;
const LEAST_ATTEMPTS = 20;
const PIECES_TRIED = 20_000;

/**
 * A place for every unit of a box, however the box came about; undefined where sizes are missing or
 * none was found. The box may be packed all the same: units may be soft, or turned on another side.
 */
export function arrange(
  plan: InboundPlan,
  box: PlannedBox,
  shelf: readonly ShelfBox[],
): Arrangement | undefined {
  if (!box.dimensions || box.items.length === 0) return undefined;
  const { unit } = box.dimensions;
  const lines = new Map(plan.lines.map((line) => [lineKey(line), line]));
  const goods = box.items.flatMap((item) => {
    const line = lines.get(lineKey(item));
    if (!line?.unitDimensions || !line.unitWeight) return [];
    const { lies, carries } = usualWish(line);
    return [
      {
        sku: lineKey(item),
        quantity: item.quantity,
        ...sidesIn(line.unitDimensions, unit, 'up'),
        weight: weightIn(line.unitWeight, 'KG', 'up'),
        orientation: lies,
        isFragile: carries === 'fragile',
      },
    ];
  });
  if (goods.length < box.items.length) return undefined;
  const room = sidesIn(innerSize(box.dimensions, shelf), unit, 'down');
  const carton = { name: '', ...room, tareWeight: 0, maxWeight: Number.MAX_SAFE_INTEGER, cost: 1 };
  const tariff = { handlingPerBox: 0, freightPerPound: 0, dimensionalDivisor: 1 };
  const request = { goods, cartons: [carton], tariff, objective: 'boxes' } as const;
  const attempts = Math.floor(PIECES_TRIED / unitsIn(box));
  const iterations = Math.min(MOST_ATTEMPTS, Math.max(LEAST_ATTEMPTS, attempts));
  const { boxes, unpacked } = pack(request, { seed: SEED, iterations });
  const [only] = boxes;
  const isWhole = boxes.length === 1 && only?.quantity === 1 && unpacked.length === 0;
  return isWhole ? { room, placements: only.placements } : undefined;
}

/** What a box of these outer sides measures inside, where the shelf has one that was measured. */
function innerSize(outer: Dimensions, shelf: readonly ShelfBox[]): Dimensions {
  const known = shelf.find(
    ({ dimensions: { length, width, height, unit } }) =>
      length === outer.length &&
      width === outer.width &&
      height === outer.height &&
      unit === outer.unit,
  );
  return known?.inner ?? outer;
}
