import type { Context } from '#lib/context/server';
import type { Tx } from '#lib/db';
import type { Instant } from '#lib/kernel';
import type { InboundPlan } from './core/inbound-plan.ts';

/** Writes down what Amazon has counted since the plan was last looked at. */
export async function noteReceiptsIn(
  tx: Tx,
  context: Context,
  before: InboundPlan,
  after: InboundPlan,
): Promise<void> {
  const known = new Map(
    before.shipments.flatMap(({ id, items }) =>
      items.map(({ sku, received = 0 }) => [`${id} ${sku}`, received] as const),
    ),
  );
  const counted = after.shipments.flatMap(({ id, warehouseId = '', items }) =>
    items.flatMap(({ sku, received = 0 }) => {
      const units = received - (known.get(`${id} ${sku}`) ?? 0);
      return units === 0 ? [] : [{ shipmentId: id, warehouseId, sku, units }];
    }),
  );
  if (counted.length === 0) return;
  await tx.inboundReceipt.createMany({
    data: counted.map((receipt) => ({
      ...receipt,
      id: crypto.randomUUID(),
      workspaceId: context.workspaceId,
      planId: after.id,
      at: new Date(context.clock.now()),
    })),
  });
}

export type Receipt = {
  readonly shipmentId: string;
  readonly warehouseId: string;
  readonly sku: string;
  readonly units: number;
  readonly at: Instant;
};

/** What was counted, look by look, the oldest first. */
export async function receiptsOf(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planId: string,
): Promise<readonly Receipt[]> {
  const rows = await context.db.inboundReceipt.findMany({
    where: { planId, workspaceId: context.workspaceId },
    orderBy: [{ at: 'asc' }, { sku: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ shipmentId, warehouseId, sku, units, at }) => ({
    shipmentId,
    warehouseId,
    sku,
    units,
    at: at.getTime(),
  }));
}
