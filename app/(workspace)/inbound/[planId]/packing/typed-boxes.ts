import { z } from 'zod';
import { type BoxItem, CONTENT_METHODS, type PlannedBox } from '#lib/inbound';
import {
  optional,
  problem,
  type Problem,
  readDecimal,
  readTypedDimensions,
  readTypedWeight,
  type Result,
  TYPED_WEIGHT_UNITS,
  type Weight,
  writeTicks,
} from '#lib/kernel';

const typed = z.string().max(100).default('');

/** A kind of box as it is typed; `items` are per box. */
const typedBox = z.object({
  groupId: z.string(),
  copies: typed,
  length: typed,
  width: typed,
  height: typed,
  lengthUnit: z.enum(['IN', 'CM']),
  weight: typed,
  weightUnit: z.enum(TYPED_WEIGHT_UNITS),
  items: z
    .array(z.object({ sku: z.string(), expiry: z.string().exactOptional(), quantity: typed }))
    .default([]),
});
export type TypedBox = z.infer<typeof typedBox>;

export const packForm = z.object({
  planId: z.string(),
  version: z.coerce.number().int(),
  /** which button was pressed; a draft has none */
  intent: z.string().max(300).default('save'),
  contentMethod: z.enum(CONTENT_METHODS).exactOptional(),
  /** field by field, or from the grid all in one */
  boxes: z.preprocess(fromGrid, z.array(typedBox).max(5_000)).default([]),
});

function fromGrid(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The boxes as one field of a form: what is blank of them is left out. */
export function gridField(boxes: readonly TypedBox[]): string {
  return JSON.stringify(
    boxes
      .filter((box) => !isBlank(box))
      .map(({ groupId, copies, length, width, height, lengthUnit, weight, weightUnit, items }) => ({
        groupId,
        copies,
        length,
        width,
        height,
        lengthUnit,
        weight,
        weightUnit,
        items: items.filter(({ quantity }) => quantity.trim() !== ''),
      })),
  );
}
export type PackForm = z.infer<typeof packForm>;

/** Nothing was typed into it yet; such a box is not one. */
export function isBlank(box: TypedBox): boolean {
  const measures = [box.length, box.width, box.height, box.weight];
  return [...measures, ...box.items.map(({ quantity }) => quantity)].every(
    (text) => text.trim() === '',
  );
}

type ReadBox = {
  readonly at: string;
  readonly box: PlannedBox;
  readonly problems: readonly Problem[];
};
// Boxes are never changed in place, so what was read of one holds while the others are typed in.
const READ = new WeakMap<TypedBox, ReadBox>();

/** What can be read of the boxes, and what cannot. Blank boxes are left out. */
export function readBoxes(boxes: readonly TypedBox[]) {
  const read = boxes
    .filter((box) => !isBlank(box))
    .map((box, index) => readOnce(box, `boxes.${index}`));
  return { boxes: read.map(({ box }) => box), problems: read.flatMap(({ problems }) => problems) };
}

function readOnce(typed: TypedBox, at: string): ReadBox {
  const known = READ.get(typed);
  if (known?.at === at) return known;
  const problems: Problem[] = [];
  const read = { at, box: readBox(typed, at, problems), problems };
  READ.set(typed, read);
  return read;
}

function readBox(box: TypedBox, at: string, problems: Problem[]): PlannedBox {
  const taken = <Value>(read: Result<Value>, place?: string): Value | undefined => {
    if (read.ok) return read.value;
    problems.push(
      ...read.problems.map((found) =>
        place === undefined ? found : problem(found.code, found.facts, place),
      ),
    );
    return undefined;
  };
  return {
    groupId: box.groupId,
    copies: taken(readDecimal(box.copies, 0), `${at}.copies`) ?? 0,
    ...optional('dimensions', taken(readTypedDimensions(box, box.lengthUnit, at))),
    ...optional('weight', taken(readWeight(box), `${at}.weight`)),
    items: box.items.flatMap(({ sku, expiry, quantity }): BoxItem[] => {
      if (quantity.trim() === '') return [];
      const units = taken(readDecimal(quantity, 0), at);
      return units === undefined || units === 0
        ? []
        : [{ sku, ...optional('expiry', expiry), quantity: units }];
    }),
  };
}

function readWeight(box: TypedBox): Result<Weight | undefined> {
  if (box.weight.trim() === '') return { ok: true, value: undefined };
  return readTypedWeight(box.weight, box.weightUnit);
}

export type UnitSystem = 'imperial' | 'metric';

/** A box as it is shown for typing. */
export function typedFrom(box: PlannedBox, units: UnitSystem): TypedBox {
  const { dimensions: size, weight } = box;
  const text = (amount: number | undefined) => (amount === undefined ? '' : writeTicks(amount));
  return {
    groupId: box.groupId,
    copies: String(box.copies),
    length: text(size?.length),
    width: text(size?.width),
    height: text(size?.height),
    lengthUnit: size?.unit ?? (units === 'imperial' ? 'IN' : 'CM'),
    weight: text(weight?.amount),
    weightUnit: weight?.unit ?? (units === 'imperial' ? 'LB' : 'KG'),
    items: box.items.map(({ sku, expiry, quantity }) => ({
      sku,
      ...optional('expiry', expiry),
      quantity: String(quantity),
    })),
  };
}

export function blankBox(groupId: string, units: UnitSystem): TypedBox {
  return typedFrom({ groupId, copies: 1, items: [] }, units);
}
