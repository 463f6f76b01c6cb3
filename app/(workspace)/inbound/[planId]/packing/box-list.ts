import { type InboundPlan, lineKey } from '#lib/inbound';
import { optional } from '#lib/kernel';
import type { TypedBox, UnitSystem } from './typed-boxes.ts';

/** A box in the form; the id tells it from the others while they come and go. */
export type EditedBox = TypedBox & { readonly id: number };

export type BoxField = Exclude<keyof TypedBox, 'groupId' | 'items'>;
export type Item = { readonly sku: string; readonly expiry?: string };

/** The boxes of the form, and the id that the next one takes. */
export type Boxes = {
  readonly list: readonly EditedBox[];
  readonly nextId: number;
};

export type Packing = { readonly plan: InboundPlan; readonly units: UnitSystem };

export function change(boxes: Boxes, id: number, how: (box: EditedBox) => EditedBox): Boxes {
  return { ...boxes, list: boxes.list.map((box) => (box.id === id ? how(box) : box)) };
}

export function withUnits(box: EditedBox, item: Item, quantity: string): EditedBox {
  const key = lineKey(item);
  const isKnown = box.items.some((known) => lineKey(known) === key);
  const items = isKnown
    ? box.items.map((known) => (lineKey(known) === key ? { ...known, quantity } : known))
    : [...box.items, { sku: item.sku, ...optional('expiry', item.expiry), quantity }];
  return { ...box, items };
}

/** New boxes go behind those of their group, groups in their order: that is how they are numbered. */
export function insert(
  { plan }: Packing,
  boxes: Boxes,
  groupId: string,
  added: readonly TypedBox[],
): Boxes {
  const order = new Map(plan.packing?.groups.map(({ id }, index) => [id, index]));
  const place = (box: TypedBox) => order.get(box.groupId) ?? order.size;
  const fresh = added.map((box, index) => ({ ...box, groupId, id: boxes.nextId + index }));
  return {
    list: [...boxes.list, ...fresh].toSorted((a, b) => place(a) - place(b)),
    nextId: boxes.nextId + fresh.length,
  };
}
