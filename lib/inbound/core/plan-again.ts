import { optional, type Instant } from '#lib/kernel';
import {
  type BoxItem,
  type InboundPlan,
  lineKey,
  type PlannedBox,
  type PlanLine,
  type ShipmentBox,
} from './inbound-plan.ts';
import { LONGEST_PLAN_NAME } from './plan.ts';

type Anew = { readonly id: string; readonly createdAt: Instant };

/**
 * A draft of the same goods in the same boxes, for a plan that cannot go on: what was told about
 * lines, prep and boxes is kept, what was Amazon's is not. Where Amazon has split the boxes over
 * shipments and contents were changed since, the boxes are those of the shipments.
 */
export function planAgain(plan: InboundPlan, { id, createdAt }: Anew): InboundPlan {
  const sent = plan.shipments.flatMap((shipment) => shipment.boxes);
  const isSent = sent.length > 0;
  const boxes = isSent ? boxesToPackAgain(sent) : plan.boxes;
  return {
    id,
    createdAt,
    marketplaceId: plan.marketplaceId,
    name: nextName(plan.name),
    ...optional('shipFrom', plan.shipFrom),
    lines: isSent ? linesOf(plan.lines, boxes) : plan.lines,
    ...optional('packsLater', plan.packsLater),
    boxes,
    shipments: [],
  };
}

function boxesToPackAgain(sent: readonly ShipmentBox[]): readonly PlannedBox[] {
  const alike = new Map<string, PlannedBox>();
  for (const { dimensions, weight, items } of sent) {
    const box = { ...optional('dimensions', dimensions), ...optional('weight', weight), items };
    const key = JSON.stringify(box);
    const copies = (alike.get(key)?.copies ?? 0) + 1;
    // The groups come with Amazon's next answer.
    alike.set(key, { groupId: '', copies, ...box });
  }
  return [...alike.values()];
}

// Every unit of a shipment lies in one of its boxes, so the boxes tell the quantities.
function linesOf(lines: readonly PlanLine[], boxes: readonly PlannedBox[]): readonly PlanLine[] {
  const units = unitsByLine(boxes);
  return lines.flatMap((line) => {
    const quantity = units.get(lineKey(line)) ?? 0;
    return quantity === 0 ? [] : [{ ...line, quantity }];
  });
}

function unitsByLine(boxes: readonly PlannedBox[]): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  const add = (item: BoxItem, copies: number) =>
    units.set(lineKey(item), (units.get(lineKey(item)) ?? 0) + item.quantity * copies);
  for (const { copies, items } of boxes) for (const item of items) add(item, copies);
  return units;
}

/** "Mugs", then "Mugs (2)", "Mugs (3)"; the name is cut where it would be too long. */
function nextName(name: string): string {
  const [, stem = name, number = '1'] = /^(.*) \((\d{1,6})\)$/.exec(name) ?? [];
  const ending = ` (${Number(number) + 1})`;
  return `${stem.slice(0, LONGEST_PLAN_NAME - ending.length)}${ending}`;
}
