import {
  checkTracking,
  type CourierId,
  couriersOf,
  type PlanShipment,
  tidyTrackingNumber,
} from '#lib/inbound';
import type { Problem } from '#lib/kernel';

/** What is typed, by box id. */
export type Typed = Readonly<Record<string, string>>;

export type Looked = {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly couriers: ReadonlyMap<string, readonly CourierId[]>;
  readonly count: number;
};

/** What can be said of the numbers typed so far; boxes without one are not complained of yet. */
export function lookAt(shipments: readonly PlanShipment[], typed: Typed): Looked {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const couriers = new Map<string, readonly CourierId[]>();
  const boxOf = new Map<string, string>();
  for (const shipment of shipments) {
    const entries = shipment.boxes.flatMap(({ boxId }) => {
      const number = tidyTrackingNumber(typed[boxId ?? ''] ?? '');
      return boxId === undefined || number === '' ? [] : [{ boxId, number }];
    });
    const found = checkTracking(shipment, entries);
    problems.push(...found.blocking.filter(({ code }) => code !== 'tracking-missing'));
    warnings.push(...found.warnings);
    for (const { boxId, number } of entries) {
      couriers.set(boxId, couriersOf(number));
      boxOf.set(boxId, number);
    }
  }
  return { problems, warnings, couriers, count: boxOf.size };
}
