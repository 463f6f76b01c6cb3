import type { Turn } from '../turn.ts';
import type { OptionStatus, Plan, Shipment } from './entities.ts';

/** An offer's status as it stands now: what was not taken up in time has expired. */
export function optionStatus(
  turn: Turn,
  option: { readonly status: OptionStatus; readonly expiresAt: number },
): OptionStatus {
  if (option.status === 'OFFERED' && turn.now >= option.expiresAt) return 'EXPIRED';
  return option.status;
}

/** The shipments of the accepted placement, or of every one on offer. */
export function shownShipments(turn: Turn, plan: Plan): Shipment[] {
  const accepted = plan.placementOptions.find(({ status }) => status === 'ACCEPTED');
  const options = accepted ? [accepted] : plan.placementOptions;
  return options
    .flatMap(({ shipmentIds }) => shipmentIds)
    .flatMap((id) => turn.world.read('shipment', id) ?? []);
}

export function acceptedPlacement(plan: Plan): Plan['placementOptions'][number] | undefined {
  return plan.placementOptions.find(({ status }) => status === 'ACCEPTED');
}

export function acceptedPacking(plan: Plan): Plan['packingOptions'][number] | undefined {
  return plan.packingOptions.find(({ status }) => status === 'ACCEPTED');
}

const LAG_MS = 5_000;

/** The accepted placement, as far as Amazon's other parts have heard of it yet (#3979). */
export function seenPlacement(
  turn: Turn,
  plan: Plan,
): Plan['placementOptions'][number] | undefined {
  const accepted = acceptedPlacement(plan);
  if (!accepted || !turn.quirks.has('confirmLag')) return accepted;
  const [first] = accepted.shipmentIds.flatMap((id) => turn.world.read('shipment', id) ?? []);
  const since = first?.history.find(({ status }) => status === 'WORKING')?.at ?? turn.now;
  return turn.now < since + LAG_MS ? undefined : accepted;
}
