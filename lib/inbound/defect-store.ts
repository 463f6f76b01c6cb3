import type { Context } from '#lib/context/server';
import type { Tx } from '#lib/db';
import { type Instant, money, optional } from '#lib/kernel';
import type { Defect } from './amazon/defect-report.ts';
import type { InboundPlan } from './core/inbound-plan.ts';

export type FoundDefect = Defect & { readonly seenAt: Instant };

/** Takes in what the report tells; a line that was told before is told anew. */
export async function saveDefectsIn(
  tx: Tx,
  context: Context,
  connectionId: string,
  defects: readonly Defect[],
): Promise<void> {
  const { workspaceId, clock } = context;
  const seenAt = new Date(clock.now());
  for (const { key, fee, reportedAt, ...told } of defects) {
    const data = {
      ...told,
      expected: told.expected ?? null,
      received: told.received ?? null,
      feeMinor: fee?.minor ?? null,
      currency: fee?.currency ?? null,
      reportedAt: reportedAt === undefined ? null : new Date(reportedAt),
      seenAt,
    };
    await tx.inboundDefect.upsert({
      where: { connectionId_key: { connectionId, key } },
      create: { ...data, connectionId, key, workspaceId },
      update: data,
    });
  }
}

/** What Amazon found wrong with the shipments of a plan, as it was last told. */
export async function defectsOfPlan(
  context: Pick<Context, 'db' | 'workspaceId'>,
  { id, shipments }: Pick<InboundPlan, 'id' | 'shipments'>,
): Promise<readonly FoundDefect[]> {
  const owner = await context.db.inboundPlan.findFirst({
    where: { id, workspaceId: context.workspaceId },
    select: { connectionId: true },
  });
  if (!owner) return [];
  const names = shipments.flatMap(({ confirmationId }) => confirmationId ?? []);
  const rows = await context.db.inboundDefect.findMany({
    where: {
      workspaceId: context.workspaceId,
      connectionId: owner.connectionId,
      shipment: { in: names },
    },
    orderBy: [{ reportedAt: 'asc' }, { key: 'asc' }],
  });
  return rows.map(({ feeMinor, currency, expected, received, reportedAt, seenAt, ...row }) => ({
    key: row.key,
    shipment: row.shipment,
    boxId: row.boxId,
    warehouseId: row.warehouseId,
    sku: row.sku,
    kind: row.kind,
    status: row.status,
    coaching: row.coaching,
    units: row.units,
    feeKind: row.feeKind,
    ...optional('expected', expected ?? undefined),
    ...optional('received', received ?? undefined),
    ...optional(
      'fee',
      feeMinor === null || currency === null ? undefined : money(feeMinor, currency),
    ),
    ...optional('reportedAt', reportedAt?.getTime()),
    seenAt: seenAt.getTime(),
  }));
}
