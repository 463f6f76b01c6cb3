import type { Context } from '#lib/context/server';
import { optional } from '#lib/kernel';
import type { AmazonAnswer } from '#lib/sp-api';
import { OWN_CARRIER } from '../core/carrier.ts';
import { foreignPlacement, type Seen, type SeenPlan, takeSeen } from '../core/foreign-changes.ts';
import type { InboundPlan } from '../core/inbound-plan.ts';
import { groupedByShipment } from '../core/regroup.ts';
import {
  listPlacementOffers,
  listTransportOffers,
  readShipmentGroups,
  readShipments,
} from '../errands/reads.ts';

/**
 * The plan as Amazon has it now: what was done to it in Seller Central, or by Amazon, is taken over,
 * so that the way goes on from where the plan really is.
 */
export async function lookAtAmazon(
  context: Context,
  plan: InboundPlan,
  inboundPlanId: string,
): Promise<AmazonAnswer<Seen>> {
  const found = await context.amazon.inbound.getInboundPlan({ inboundPlanId });
  if (!found.ok) return found;
  const { name, status, packingOptions = [], placementOptions = [] } = found.value;
  const seen: SeenPlan = {
    name,
    status,
    packing: packingOptions.map((option) => ({
      id: option.packingOptionId,
      status: option.status,
    })),
    placement: placementOptions.map((option) => ({
      id: option.placementOptionId,
      status: option.status,
    })),
  };
  const taken = takeSeen(plan, seen, context.clock.now());
  const placementId = foreignPlacement(plan, seen);
  if (taken.plan.cancelledAt !== undefined) return { ok: true, value: taken };
  const placed =
    placementId === undefined
      ? ({ ok: true, value: taken } as const)
      : await takePlacement(context, taken, { inboundPlanId, placementId });
  return placed.ok ? takeCarrier(context, placed.value, inboundPlanId) : placed;
}

async function takePlacement(
  context: Context,
  { plan, changes }: Seen,
  { inboundPlanId, placementId }: { readonly inboundPlanId: string; readonly placementId: string },
): Promise<AmazonAnswer<Seen>> {
  const offers = await listPlacementOffers(context.amazon, inboundPlanId, placementId);
  if (!offers.ok) return offers;
  const [offer] = offers.value;
  if (!offer) return { ok: true, value: { plan, changes } };
  const ids = offer.shipments.map(({ id }) => id);
  const shipments = await readShipments(context.amazon, inboundPlanId, ids);
  if (!shipments.ok) return shipments;
  const at = context.clock.now();
  const placed = { ...plan, placementConfirmed: { offer, at }, shipments: shipments.value };
  const more = [...changes, { kind: 'placed', at } as const];
  if (!plan.packsLater) {
    const boxesSentAt = plan.boxesSentAt ?? at;
    return { ok: true, value: { plan: { ...placed, boxesSentAt }, changes: more } };
  }
  const groups = await readShipmentGroups(context.amazon, inboundPlanId, shipments.value);
  if (!groups.ok) return groups;
  return { ok: true, value: { plan: groupedByShipment(placed, groups.value), changes: more } };
}

// Carriers are confirmed for all shipments or for none, so the first one tells.
async function takeCarrier(
  context: Context,
  { plan, changes }: Seen,
  inboundPlanId: string,
): Promise<AmazonAnswer<Seen>> {
  const [first] = plan.shipments;
  if (!first || !plan.placementConfirmed || plan.transportConfirmedAt !== undefined)
    return { ok: true, value: { plan, changes } };
  const { amazon, clock } = context;
  const told = await amazon.inbound.getShipment({ inboundPlanId, shipmentId: first.id });
  if (!told.ok) return told;
  if (told.value.selectedTransportationOptionId === undefined)
    return { ok: true, value: { plan, changes } };
  const ids = plan.shipments.map(({ id }) => id);
  const shipments = await readShipments(amazon, inboundPlanId, ids);
  if (!shipments.ok) return shipments;
  const offers = await listTransportOffers(amazon, inboundPlanId, plan.placementConfirmed.offer.id);
  if (!offers.ok) return offers;
  const picks: { shipmentId: string; transportId: string }[] = [];
  for (const shipmentId of ids) {
    const each = await amazon.inbound.getShipment({ inboundPlanId, shipmentId });
    if (!each.ok) return each;
    picks.push({ shipmentId, transportId: each.value.selectedTransportationOptionId ?? '' });
  }
  const offerOf = (shipmentId: string) => {
    const pick = picks.find((each) => each.shipmentId === shipmentId);
    return offers.value.find(({ id }) => id === pick?.transportId);
  };
  const at = clock.now();
  return {
    ok: true,
    value: {
      plan: {
        ...plan,
        carrier: { solution: offerOf(first.id)?.solution ?? OWN_CARRIER, picks },
        transportConfirmedAt: at,
        shipments: shipments.value.map((shipment) => ({
          ...shipment,
          ...optional('transport', offerOf(shipment.id)),
        })),
      },
      changes: [...changes, { kind: 'carrier-chosen', at }],
    },
  };
}
