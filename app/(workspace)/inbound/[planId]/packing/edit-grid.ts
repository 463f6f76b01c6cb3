import { lineKey, type PlannedBox } from '#lib/inbound';
import { type LengthUnit, optional, type TypedWeightUnit } from '#lib/kernel';
import {
  type BoxField,
  type Boxes,
  type EditedBox,
  insert,
  type Item,
  type Packing,
} from './box-list.ts';
import { blankBox, isBlank, type TypedBox, typedFrom, type UnitSystem } from './typed-boxes.ts';

/** A figure of the box in a column of its group's grid; a column that is not there yet is made. */
export type BoxCell = { readonly column: number; readonly text: string } & (
  | { readonly field: BoxField }
  | { readonly item: Item }
);

type CellsEdit = {
  readonly kind: 'cells';
  readonly groupId: string;
  readonly cells: readonly BoxCell[];
};
type TakeEdit = {
  readonly kind: 'take';
  readonly boxes: readonly PlannedBox[];
  readonly groupIds: readonly string[];
};

export type GridEdit =
  | CellsEdit
  | TakeEdit
  | { readonly kind: 'join'; readonly groupId: string }
  | { readonly kind: 'copies' | 'drop'; readonly ids: readonly number[] }
  | { readonly kind: 'units-of-measure'; readonly units: UnitSystem };

/** What is done to many boxes at once, as it is in a grid. */
export function editGrid(packing: Packing, boxes: Boxes, edit: GridEdit): Boxes {
  switch (edit.kind) {
    case 'cells':
      return writeCells(packing, boxes, edit);
    case 'copies':
      return edit.ids.reduce((before, id) => {
        const box = before.list.find((candidate) => candidate.id === id);
        return box ? insert(packing, before, box.groupId, [box]) : before;
      }, boxes);
    case 'drop': {
      const gone = new Set(edit.ids);
      return changed(
        boxes,
        boxes.list.filter(({ id }) => !gone.has(id)),
      );
    }
    case 'join':
      return changed(boxes, joined(boxes.list, edit.groupId));
    case 'units-of-measure':
      return changed(
        boxes,
        boxes.list.map((box) => inUnits(box, edit.units)),
      );
    case 'take':
      return take(packing, boxes, edit);
  }
}

function changed(boxes: Boxes, list: readonly EditedBox[]): Boxes {
  return { ...boxes, list };
}

function writeCells(packing: Packing, boxes: Boxes, { groupId, cells }: CellsEdit): Boxes {
  const here = boxes.list.filter((box) => box.groupId === groupId).length;
  const needed = Math.max(...cells.map(({ column }) => column + 1), 0) - here;
  const blank = blankBox(groupId, packing.units);
  const wide =
    needed > 0
      ? insert(
          packing,
          boxes,
          groupId,
          Array.from({ length: needed }, () => blank),
        )
      : boxes;
  const ids = wide.list.filter((box) => box.groupId === groupId).map(({ id }) => id);
  const byBox = new Map<number, BoxCell[]>();
  for (const cell of cells) {
    const id = ids[cell.column];
    if (id === undefined) continue;
    const cells = byBox.get(id);
    if (cells) cells.push(cell);
    else byBox.set(id, [cell]);
  }
  const list = wide.list.map((box) => {
    const mine = byBox.get(box.id);
    return mine ? withCells(box, mine) : box;
  });
  return changed(wide, list);
}

function withCells(box: EditedBox, cells: readonly BoxCell[]): EditedBox {
  const items = new Map(box.items.map((item) => [lineKey(item), item]));
  let next = box;
  for (const cell of cells) {
    if ('item' in cell) {
      const { sku, expiry } = cell.item;
      const item = { sku, ...optional('expiry', expiry), quantity: cell.text };
      items.set(lineKey(item), item);
    } else next = withField(next, cell);
  }
  return { ...next, items: [...items.values()] };
}

function withField(
  box: EditedBox,
  { field, text }: { readonly field: BoxField; readonly text: string },
): EditedBox {
  if (field === 'length' || field === 'width' || field === 'height')
    return { ...box, ...sidesFrom(field, text) };
  if (field === 'weight') return { ...box, ...weightFrom(text) };
  return { ...box, [field]: text };
}

const SIZE = /^\s*([\d.,]+)\s*[x×*]\s*([\d.,]+)\s*[x×*]\s*([\d.,]+)\s*(in|inch|cm)?\s*$/i;
const SIDE = /^\s*([\d.,]+)\s*(in|inch|"|cm)\s*$/i;

/** A side may name its unit, and a whole size may be put where the length belongs. */
function sidesFrom(field: 'length' | 'width' | 'height', text: string): Partial<TypedBox> {
  const size = field === 'length' ? SIZE.exec(text) : null;
  if (size) {
    const [, length = '', width = '', height = '', unit] = size;
    return { length, width, height, ...(unit && { lengthUnit: lengthUnitOf(unit) }) };
  }
  const side = SIDE.exec(text);
  if (!side) return { [field]: text };
  return { [field]: side[1] ?? '', lengthUnit: lengthUnitOf(side[2] ?? '') };
}

function lengthUnitOf(text: string): LengthUnit {
  return text.toLowerCase() === 'cm' ? 'CM' : 'IN';
}

const WEIGHT = /^\s*([\d.,]+)\s*(lbs?|oz|kgs?|g)\s*$/i;
const WEIGHT_UNITS: Readonly<Record<string, TypedWeightUnit>> = {
  l: 'LB',
  o: 'OZ',
  k: 'KG',
  g: 'G',
};

function weightFrom(text: string): Partial<TypedBox> {
  const match = WEIGHT.exec(text);
  const weightUnit = WEIGHT_UNITS[(match?.[2] ?? '').charAt(0).toLowerCase()];
  return match && weightUnit ? { weight: match[1] ?? '', weightUnit } : { weight: text };
}

/** Only figures that are still to be typed change their unit with the grid's. */
function inUnits(box: EditedBox, units: UnitSystem): EditedBox {
  const isSized = [box.length, box.width, box.height].some((side) => side.trim() !== '');
  const isImperial = units === 'imperial';
  return {
    ...box,
    ...(!isSized && { lengthUnit: isImperial ? 'IN' : 'CM' }),
    ...(box.weight.trim() === '' && { weightUnit: isImperial ? 'LB' : 'KG' }),
  };
}

/** Boxes alike in everything become one with their number. */
function joined(list: readonly EditedBox[], groupId: string): readonly EditedBox[] {
  const first = new Map<string, { readonly id: number; copies: number }>();
  const gone = new Set<number>();
  for (const box of list) {
    const copies = Number(box.copies);
    if (box.groupId !== groupId || isBlank(box) || !Number.isSafeInteger(copies)) continue;
    const key = likenessOf(box);
    const known = first.get(key);
    if (!known) first.set(key, { id: box.id, copies });
    else {
      known.copies += copies;
      gone.add(box.id);
    }
  }
  const counts = new Map([...first.values()].map(({ id, copies }) => [id, String(copies)]));
  return list
    .filter(({ id }) => !gone.has(id))
    .map((box) => {
      const copies = counts.get(box.id);
      return copies === undefined || copies === box.copies ? box : { ...box, copies };
    });
}

function likenessOf({ items, copies: _, id: __, ...box }: EditedBox): string {
  const content = items
    .filter(({ quantity }) => quantity.trim() !== '')
    .map((item) => `${lineKey(item)}\u0001${item.quantity.trim()}`);
  return JSON.stringify([Object.entries(box).sort(([a], [b]) => (a < b ? -1 : 1)), content.sort()]);
}

/** Boxes from a file take the place of those of their groups. */
function take(packing: Packing, boxes: Boxes, { boxes: taken, groupIds }: TakeEdit): Boxes {
  const kept = boxes.list.filter((box) => !groupIds.includes(box.groupId));
  return groupIds.reduce(
    (before, groupId) => insert(packing, before, groupId, typedOf(taken, groupId, packing.units)),
    changed(boxes, kept),
  );
}

function typedOf(boxes: readonly PlannedBox[], groupId: string, units: UnitSystem): TypedBox[] {
  return boxes.filter((box) => box.groupId === groupId).map((box) => typedFrom(box, units));
}
