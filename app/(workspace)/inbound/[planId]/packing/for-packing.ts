import type { InboundPlan } from '#lib/inbound';

/** What packing is decided by; addresses and shipments have no business in the browser here. */
export function forPacking(plan: InboundPlan): InboundPlan {
  const { id, marketplaceId, name, createdAt, lines, packing, boxes } = plan;
  const { contentMethod, packsLater } = plan;
  return {
    id,
    marketplaceId,
    name,
    createdAt,
    lines,
    boxes,
    shipments: [],
    ...(packing && { packing }),
    ...(contentMethod && { contentMethod }),
    ...(packsLater && { packsLater }),
  };
}
