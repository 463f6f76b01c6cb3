import { boxesFromCases, boxOfTheRest, type PlannedBox } from '#lib/inbound';
import {
  type BoxField,
  type Boxes,
  change,
  insert,
  type Item,
  type Packing,
  withUnits,
} from './box-list.ts';
import { editGrid, type GridEdit } from './edit-grid.ts';
import { blankBox, isBlank, readBoxes, typedFrom } from './typed-boxes.ts';

export type Edit =
  | { readonly kind: 'field'; readonly id: number; readonly name: BoxField; readonly value: string }
  | { readonly kind: 'units'; readonly id: number; readonly item: Item; readonly value: string }
  | { readonly kind: 'add'; readonly groupId: string }
  | { readonly kind: 'copy' | 'remove'; readonly id: number }
  | { readonly kind: 'cases' | 'rest'; readonly groupId: string }
  | GridEdit;

/** The saved boxes, and an empty one for each group that is not packed yet. */
export function boxesOf({ plan, units }: Packing): Boxes {
  const list = (plan.packing?.groups ?? []).flatMap((group) => {
    const saved = plan.boxes.filter((box) => box.groupId === group.id);
    const typed = saved.map((box) => typedFrom(box, units));
    return boxOfTheRest(group, saved) ? [...typed, blankBox(group.id, units)] : typed;
  });
  return { list: list.map((box, id) => ({ ...box, id })), nextId: list.length };
}

export function editBoxes(packing: Packing, boxes: Boxes, edit: Edit): Boxes {
  switch (edit.kind) {
    case 'field':
      return change(boxes, edit.id, (box) => ({ ...box, [edit.name]: edit.value }));
    case 'units':
      return change(boxes, edit.id, (box) => withUnits(box, edit.item, edit.value));
    case 'add':
      return insert(packing, boxes, edit.groupId, [blankBox(edit.groupId, packing.units)]);
    case 'copy': {
      const box = boxes.list.find(({ id }) => id === edit.id);
      return box ? insert(packing, boxes, box.groupId, [box]) : boxes;
    }
    case 'remove': {
      const list = boxes.list.filter(({ id }) => id !== edit.id);
      return { ...boxes, list };
    }
    case 'cases':
    case 'rest':
      return fill(packing, boxes, { kind: edit.kind, groupId: edit.groupId });
    default:
      return editGrid(packing, boxes, edit);
  }
}

function fill(
  packing: Packing,
  boxes: Boxes,
  { kind, groupId }: { readonly kind: 'cases' | 'rest'; readonly groupId: string },
): Boxes {
  const { plan, units } = packing;
  const group = plan.packing?.groups.find(({ id }) => id === groupId);
  if (!group) return boxes;
  const kept = boxes.list.filter((box) => box.groupId !== groupId || !isBlank(box));
  const packed = readBoxes(kept).boxes;
  const added: readonly (PlannedBox | undefined)[] =
    kind === 'cases' ? boxesFromCases(plan, group, packed) : [boxOfTheRest(group, packed)];
  const typed = added.filter((box) => box !== undefined).map((box) => typedFrom(box, units));
  return typed.length === 0 ? boxes : insert(packing, { ...boxes, list: kept }, groupId, typed);
}

/** A press of a button without JavaScript, such as `copy.2` or `rest.pg1`, as an edit. */
export function editOfIntent(intent: string, boxes: Boxes): Edit | undefined {
  const [kind = '', ...rest] = intent.split('.');
  const what = rest.join('.');
  if (kind === 'add' || kind === 'cases' || kind === 'rest') return { kind, groupId: what };
  if (kind !== 'copy' && kind !== 'remove') return undefined;
  const box = boxes.list.filter((candidate) => !isBlank(candidate))[Number(what)];
  return box && { kind, id: box.id };
}

export type BoxPlace = {
  /** which field names the box has */
  readonly index: number;
  /** which number it has to the reader; none while it is blank */
  readonly number?: number;
};

const BLANK_FROM = 1_000;

/** Boxes are numbered as the server will: blank ones do not count and come last. */
export function placesOf({ list }: Boxes): ReadonlyMap<number, BoxPlace> {
  let filled = 0;
  let blank = BLANK_FROM;
  return new Map(
    list.map((box) => {
      if (isBlank(box)) return [box.id, { index: blank++ }];
      const index = filled++;
      return [box.id, { index, number: index + 1 }];
    }),
  );
}
