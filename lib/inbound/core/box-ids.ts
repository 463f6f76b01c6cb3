import { problem, type Problem } from '#lib/kernel';
import type { PlanShipment } from './inbound-plan.ts';

/** R97: before box labels are printed every box has an ID of its own, and none is left out. */
export function checkBoxIds(shipment: PlanShipment): Problem[] {
  const facts = { shipment: shipment.confirmationId ?? shipment.id };
  const at = `shipments.${shipment.id}`;
  const ids = shipment.boxes.map((box) => box.boxId).filter((id) => id !== undefined);
  const missing = shipment.boxes.length - ids.length;
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const numbers = ids.map((id) => /U(\d{6})$/.exec(id)?.[1]).map(Number);
  // IDs of an unknown form are not counted: only what can be read can have a gap.
  const hasGap =
    missing === 0 &&
    twice === undefined &&
    // A box that was taken out later leaves its number behind.
    shipment.changedAt === undefined &&
    numbers.every(Number.isSafeInteger) &&
    numbers.toSorted((a, b) => a - b).some((number, index) => number !== index + 1);
  return [
    shipment.boxes.length === 0 ? problem('shipment-without-boxes', facts, at) : undefined,
    missing > 0 ? problem('box-ids-missing', { ...facts, missing }, at) : undefined,
    twice === undefined ? undefined : problem('box-id-twice', { ...facts, box: twice }, at),
    hasGap ? problem('box-ids-with-gap', { ...facts, count: ids.length }, at) : undefined,
  ].filter((found) => found !== undefined);
}
