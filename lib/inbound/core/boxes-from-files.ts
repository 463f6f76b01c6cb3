import type {
  ExpectedItem,
  FactoryCarton,
  PackList,
  PackListBox,
  PackListToWrite,
} from '#lib/flat-files';
import {
  convertLength,
  convertWeight,
  dimensionsOf,
  ok,
  optional,
  problem,
  type Problem,
  refuse,
  type Result,
  type Weight,
  weightOf,
  type Dimensions,
} from '#lib/kernel';
import {
  type BoxItem,
  type InboundPlan,
  lineKey,
  type PackingGroup,
  type PlannedBox,
} from './inbound-plan.ts';

type Units = PackListToWrite['units'];

/** More box columns than there are boxes, so that some can be added in the file (R61). */
const ROOM = 10;

/** A packing group and its boxes as Amazon's pack list, in the units of the store (R62). */
export function packListOf(
  plan: InboundPlan,
  group: PackingGroup,
  { boxes, units }: { readonly boxes: readonly PlannedBox[]; readonly units: Units },
): PackListToWrite {
  const lines = new Map(plan.lines.map((line) => [lineKey(line), line]));
  const number = (plan.packing?.groups ?? []).findIndex(({ id }) => id === group.id) + 1;
  const single = boxes
    .filter((box) => box.groupId === group.id)
    .flatMap((box) => Array.from({ length: box.copies }, () => box));
  return {
    packGroup: String(number),
    workflow: plan.name,
    units,
    boxCount: single.length + ROOM,
    items: group.items.map((item) => {
      const line = lines.get(lineKey(item));
      return {
        sku: item.sku,
        ...optional('title', line?.title),
        ...optional('asin', line?.asin),
        ...optional('fnsku', line?.fnsku),
        ...optional('condition', line?.condition),
        expected: item.quantity,
        units: unitsByBox(single, lineKey(item)),
      };
    }),
    boxes: single.map((box, at) => ({
      number: at + 1,
      name: `P${number} - B${at + 1}`,
      ...optional('weight', box.weight && weightIn(box.weight, units)),
      ...optional('dimensions', box.dimensions && sizeIn(box.dimensions, units)),
    })),
  };
}

function unitsByBox(boxes: readonly PlannedBox[], key: string): ReadonlyMap<number, number> {
  return new Map(
    boxes.flatMap((box, at) =>
      box.items
        .filter((item) => lineKey(item) === key)
        .map((item) => [at + 1, item.quantity] as const),
    ),
  );
}

function weightIn(weight: Weight, units: Units): Weight {
  const unit = units === 'imperial' ? 'LB' : 'KG';
  return weight.unit === unit ? weight : weightOf(convertWeight(weight, unit), unit);
}

function sizeIn(size: Dimensions, units: Units): Dimensions {
  const unit = units === 'imperial' ? 'IN' : 'CM';
  if (size.unit === unit) return size;
  const side = (amount: number) => convertLength({ amount, unit: size.unit }, unit);
  return dimensionsOf([side(size.length), side(size.width), side(size.height)], unit);
}

/**
 * The boxes of a pack list that was filled in, for the group whose SKUs it holds. Alike boxes become
 * one with its number. A list of another group's SKUs is refused, SKU by SKU.
 */
export function boxesFromPackList(
  group: PackingGroup,
  list: PackList,
): Result<readonly PlannedBox[]> {
  const strangers = list.items.filter(({ sku }) => !group.items.some((item) => item.sku === sku));
  if (strangers.length > 0)
    return refuse(
      ...strangers.map(({ sku, line }) => problem('file-sku-not-in-group', { sku, line })),
    );
  const boxes = list.boxes.map((box) => ({
    groupId: group.id,
    copies: 1,
    ...optional('dimensions', box.dimensions),
    ...optional('weight', box.weight),
    items: itemsIn(group, list, box),
  }));
  return ok(
    joinAlike(
      boxes.filter(({ items, weight, dimensions }) => items.length > 0 || weight || dimensions),
    ),
  );
}

function itemsIn(group: PackingGroup, list: PackList, { number }: PackListBox): readonly BoxItem[] {
  return list.items.flatMap(({ sku, expected, units }) => {
    const quantity = units.get(number) ?? 0;
    // A SKU with two expiry dates stands in two rows, told apart by how many are expected of each.
    const same = group.items.filter((item) => item.sku === sku);
    const item = same.find((one) => one.quantity === expected) ?? same[0];
    return quantity === 0 || !item ? [] : [{ sku, ...optional('expiry', item.expiry), quantity }];
  });
}

/** The group whose SKUs a list holds; undefined where it holds those of several or of none. */
export function groupOfList(
  groups: readonly PackingGroup[],
  list: PackList,
): PackingGroup | undefined {
  const skus = new Set(list.items.map(({ sku }) => sku));
  const meant = groups.filter((group) => group.items.some(({ sku }) => skus.has(sku)));
  return meant.length === 1 ? meant[0] : undefined;
}

/** What a factory's packing list has to come out even with. */
export function expectedItems(plan: InboundPlan): readonly ExpectedItem[] {
  const lines = new Map(plan.lines.map((line) => [lineKey(line), line]));
  return (plan.packing?.groups ?? []).flatMap((group) =>
    group.items.map((item) => {
      const line = lines.get(lineKey(item));
      return {
        sku: item.sku,
        quantity: item.quantity,
        ...optional('expiry', item.expiry),
        ...optional('fnsku', line?.fnsku),
        ...optional('asin', line?.asin),
        ...optional('title', line?.title),
      };
    }),
  );
}

/** A factory's cartons as boxes; one with SKUs of two packing groups has to be packed anew (R38). */
export function boxesFromFactory(
  groups: readonly PackingGroup[],
  cartons: readonly FactoryCarton[],
): Result<readonly PlannedBox[]> {
  const problems: Problem[] = [];
  const boxes = cartons.flatMap((carton): readonly PlannedBox[] => {
    const group = groups.find((one) => {
      const members = new Set(one.items.map(lineKey));
      return carton.items.every((item) => members.has(lineKey(item)));
    });
    if (!group) {
      const skus = carton.items.map(({ sku }) => sku);
      problems.push(
        problem('carton-mixes-groups', { line: carton.line, skus }, `rows.${carton.line - 1}`),
      );
      return [];
    }
    const { copies, items, dimensions, weight } = carton;
    const measures = { ...optional('dimensions', dimensions), ...optional('weight', weight) };
    return [{ groupId: group.id, copies, items, ...measures }];
  });
  return problems.length > 0 ? refuse(...problems) : ok(joinAlike(boxes));
}

/** Boxes alike in everything but their number, as one. */
function joinAlike(boxes: readonly PlannedBox[]): readonly PlannedBox[] {
  const alike = new Map<string, PlannedBox>();
  for (const box of boxes) {
    const { copies, ...rest } = box;
    const key = JSON.stringify(rest);
    const before = alike.get(key)?.copies ?? 0;
    alike.set(key, { ...box, copies: before + copies });
  }
  return [...alike.values()];
}
