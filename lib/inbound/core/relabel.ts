import { type Instant, tenthsOfNanogram } from '#lib/kernel';
import {
  type InboundPlan,
  lineKey,
  type PlanShipment,
  type Relabel,
  type ShipmentBox,
} from './inbound-plan.ts';

/**
 * Which labels a change of contents makes wrong, box by box: a label shows what is in its box and
 * what it weighs, and box ids have come and gone with changes (#4582, #4617, checked 2026-11-23).
 */
export function labelsChanged(before: PlanShipment, after: PlanShipment, at: Instant): Relabel[] {
  const was = byId(before);
  const is = byId(after);
  // Before the carrier boxes have no ids, and an empty list tells nothing.
  if (was.size === 0 || is.size === 0) return [];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((boxId) => {
    const [old, fresh] = [was.get(boxId), is.get(boxId)];
    const why = !old
      ? 'new'
      : !fresh
        ? 'gone'
        : shows(old) === shows(fresh)
          ? undefined
          : 'changed';
    return why ? [{ shipmentId: before.id, boxId, why, at }] : [];
  });
}

function byId({ boxes }: PlanShipment): ReadonlyMap<string, ShipmentBox> {
  return new Map(boxes.flatMap((box) => (box.boxId === undefined ? [] : [[box.boxId, box]])));
}

function shows({ weight, items }: ShipmentBox): string {
  const units = items.map((item) => `${lineKey(item)} ${item.quantity}`).toSorted();
  return [weight ? String(tenthsOfNanogram(weight)) : '', ...units].join('\n');
}

/** The plan with the labels that its last change has made wrong; labels are then not all printed. */
export function withRelabels(before: InboundPlan, after: InboundPlan, at: Instant): InboundPlan {
  const known = new Map(before.shipments.map((shipment) => [shipment.id, shipment]));
  const wrong = after.shipments.flatMap((shipment) => {
    const was = known.get(shipment.id);
    return was ? labelsChanged(was, shipment, at) : [];
  });
  if (wrong.length === 0) return after;
  const fresh = new Set(wrong.map(({ boxId }) => boxId));
  const changed = new Set(wrong.map(({ shipmentId }) => shipmentId));
  const { boxLabelsPrintedAt: _, relabel = [], ...rest } = after;
  return {
    ...rest,
    relabel: [...relabel.filter(({ boxId }) => !fresh.has(boxId)), ...wrong],
    shipments: after.shipments.map((shipment) =>
      changed.has(shipment.id) ? { ...shipment, changedAt: at } : shipment,
    ),
  };
}

/** The plan once labels of a shipment were printed from what it now is. */
export function withoutRelabels(plan: InboundPlan, shipmentId: string): InboundPlan {
  const { relabel, ...rest } = plan;
  const left = relabel?.filter((each) => each.shipmentId !== shipmentId) ?? [];
  return left.length === 0 ? rest : { ...rest, relabel: left };
}
