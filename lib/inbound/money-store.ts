import type { Context } from '#lib/context/server';
import type { Tx } from '#lib/db';
import { type Instant, type Money, money } from '#lib/kernel';
import type { InboundPlan } from './core/inbound-plan.ts';
import { moneyBetween, type MoneyKind } from './core/plan-money.ts';

/** Writes down the money that moved with a change of a plan. */
export async function noteMoneyIn(
  tx: Tx,
  context: Context,
  before: InboundPlan,
  after: InboundPlan,
): Promise<void> {
  const moves = moneyBetween(before, after);
  if (moves.length === 0) return;
  await tx.inboundMoney.createMany({
    data: moves.map(({ kind, subject, amount }) => ({
      id: crypto.randomUUID(),
      workspaceId: context.workspaceId,
      planId: after.id,
      kind,
      subject,
      minor: amount.minor,
      currency: amount.currency,
      at: new Date(context.clock.now()),
    })),
  });
}

export type MoneyEntry = {
  readonly id: string;
  readonly kind: MoneyKind;
  readonly subject: string;
  readonly amount: Money;
  readonly at: Instant;
};

/** What Amazon took for a plan and gave back, the oldest first. */
export async function moneyOf(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planId: string,
): Promise<readonly MoneyEntry[]> {
  const rows = await context.db.inboundMoney.findMany({
    where: { planId, workspaceId: context.workspaceId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, kind, subject, minor, currency, at }) => ({
    id,
    // Written by `noteMoneyIn` alone.
    kind: kind as MoneyKind,
    subject,
    amount: money(minor, currency),
    at: at.getTime(),
  }));
}
