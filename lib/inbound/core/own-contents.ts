import { contentMethodOf } from './content-methods.ts';
import type { InboundPlan, PlannedBox, PlanShipment, ShipmentBox } from './inbound-plan.ts';
import { measuresOf } from './read-back.ts';

/**
 * The plan with the contents that Amazon was not told put back into the boxes of its shipments, for
 * labels and lists. Amazon knows such boxes by size and weight alone, so which of equal ones is which
 * is ours to say; a shipment that does not come out even is left as Amazon tells it.
 */
export function withOwnContents(plan: InboundPlan): InboundPlan {
  if (contentMethodOf(plan) === 'BOX_CONTENT_PROVIDED' || plan.shipments.length === 0) return plan;
  const shelf = shelfOf(plan.boxes);
  return { ...plan, shipments: plan.shipments.map((shipment) => filled(shipment, shelf)) };
}

/** Boxes that may still be taken, by what Amazon knows of them. */
type Shelf = ReadonlyMap<string, Stock[]>;
type Stock = { readonly box: PlannedBox; left: number };

function shelfOf(boxes: readonly PlannedBox[]): Shelf {
  const shelf = new Map<string, Stock[]>();
  for (const box of boxes) {
    const stock = { box, left: box.copies };
    const alike = shelf.get(measuresOf(box));
    if (alike) alike.push(stock);
    else shelf.set(measuresOf(box), [stock]);
  }
  return shelf;
}

function filled(shipment: PlanShipment, shelf: Shelf): PlanShipment {
  const missing = new Map(shipment.items.map(({ sku, shipped }) => [sku, shipped]));
  const taken: Stock[] = [];
  const boxes: ShipmentBox[] = [];
  for (const box of shipment.boxes) {
    const stock = shelf.get(measuresOf(box))?.find((each) => isAmong(each, missing));
    if (stock) {
      stock.left -= 1;
      taken.push(stock);
      for (const { sku, quantity } of stock.box.items)
        missing.set(sku, unitsOf(missing, sku) - quantity);
      boxes.push({ ...box, items: stock.box.items });
    }
  }
  const isEven =
    boxes.length === shipment.boxes.length && [...missing.values()].every((left) => left === 0);
  if (isEven) return { ...shipment, boxes };
  for (const stock of taken) stock.left += 1;
  return shipment;
}

function isAmong({ box, left }: Stock, missing: ReadonlyMap<string, number>): boolean {
  return left > 0 && box.items.every(({ sku, quantity }) => unitsOf(missing, sku) >= quantity);
}

function unitsOf(units: ReadonlyMap<string, number>, sku: string): number {
  return units.get(sku) ?? 0;
}
