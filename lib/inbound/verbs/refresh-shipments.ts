import type { Context } from '#lib/context/server';
import { ok, optional, problem, refuse, type Result } from '#lib/kernel';
import type { AmazonAnswer } from '#lib/sp-api';
import type { InboundPlan, PlanShipment } from '../core/inbound-plan.ts';
import { failureProblems } from '../errands/problems.ts';
import { readShipments } from '../errands/reads.ts';
import { keepOurs } from '../errands/shipping-scripts.ts';
import { loadPlan, noteLooked, savePlan } from '../store.ts';

/** Looks how the shipments of a plan are: status, tracking, and what Amazon has counted. */
export async function refreshShipments(
  context: Context,
  planId: string,
): Promise<Result<InboundPlan>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const { plan } = stored;
  if (plan.errand?.state === 'running') {
    return refuse(problem('awaiting-amazon', { errand: plan.errand.kind }));
  }
  if (plan.amazonPlanId === undefined || plan.transportConfirmedAt === undefined) return ok(plan);
  const ids = plan.shipments.map((shipment) => shipment.id);
  const read = await readShipments(context.amazon, plan.amazonPlanId, ids);
  if (!read.ok) return refuse(...failureProblems(read.failure));
  const shipments: PlanShipment[] = [];
  for (const before of plan.shipments) {
    const fresh = read.value.find((candidate) => candidate.id === before.id);
    const shipment = fresh ? keepOurs(before, fresh) : before;
    const counted = await withReceived(context, shipment);
    if (!counted.ok) return refuse(...failureProblems(counted.failure));
    shipments.push(counted.value);
  }
  const after = { ...plan, shipments };
  if (JSON.stringify(after) === JSON.stringify(plan)) {
    await noteLooked(context, plan.id);
    return ok(plan);
  }
  // A lost race means that somebody else has saved something newer; the next look sees both.
  await savePlan(context, { stored, after, verb: 'refresh-shipments' });
  await noteLooked(context, plan.id);
  return ok(after);
}

const COUNTED = new Set(['CHECKED_IN', 'RECEIVING', 'CLOSED']);

// Received quantities exist in v0 only (fulfillmentInbound 2024-03-20 has none, 2026-11-23).
async function withReceived(
  context: Context,
  shipment: PlanShipment,
): Promise<AmazonAnswer<PlanShipment>> {
  const { confirmationId } = shipment;
  if (confirmationId === undefined || !COUNTED.has(shipment.status)) {
    return { ok: true, value: shipment };
  }
  const items = await context.amazon.pages(
    () => context.amazon.inboundV0.getShipmentItemsByShipmentId({ shipmentId: confirmationId }),
    (page) => page.payload?.ItemData,
  );
  if (!items.ok) return items;
  const received = new Map<string, number>();
  for (const item of items.value) {
    const before = received.get(item.SellerSKU) ?? 0;
    received.set(item.SellerSKU, before + (item.QuantityReceived ?? 0));
  }
  return {
    ok: true,
    value: {
      ...shipment,
      items: shipment.items.map((item) => ({
        sku: item.sku,
        shipped: item.shipped,
        ...optional('received', received.get(item.sku) ?? item.received),
      })),
    },
  };
}
