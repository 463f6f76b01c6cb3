import { type Context, forbidden, writeAudit } from '#lib/context/server';
import { transaction } from '#lib/db';
import { enqueue } from '#lib/jobs';
import { ok, problem, type Problem, refuse, type Result } from '#lib/kernel';
import type { NumberedPackage } from '../amazon/tell-amazon.ts';
import {
  checkPackages,
  type ConfirmFacts,
  type ConfirmFinding,
  nextReference,
  type PackageDraft,
} from '../core/confirm.ts';
import {
  insertMessages,
  type KnownOrder,
  ordersBeingTold,
  ordersByNumber,
} from '../store/message-store.ts';

/** Tells Amazon what waits to be told of one order. */
export const TELL_JOB = 'orders.tell';

export type ConfirmInput = {
  readonly orderId: string;
  readonly packages: readonly PackageDraft[];
  readonly shipFromCountry?: string;
  /** The buyer asked to cancel, and the order is shipped all the same. */
  readonly shipAnyway?: boolean;
};

export type Confirmed = { readonly warnings: readonly ConfirmFinding[] };

/** Confirms a shipment, whole or in part, in one package or several; each is told on its own. */
export async function confirmShipment(
  context: Context,
  { orderId, packages, ...facts }: ConfirmInput,
): Promise<Result<Confirmed>> {
  return tell(context, orderId, facts, (order) =>
    packages.map((draft, at) => ({ reference: String(Number(nextReference(order)) + at), draft })),
  );
}

/** Corrects a package that Amazon knows: the same reference again replaces what it said before. */
export async function editPackage(
  context: Context,
  input: { readonly orderId: string; readonly reference: string; readonly draft: PackageDraft },
): Promise<Result<Confirmed>> {
  const { orderId, reference, draft } = input;
  return tell(context, orderId, { edits: reference }, () => [{ reference, draft }]);
}

async function tell(
  context: Context,
  orderId: string,
  facts: Omit<ConfirmFacts, 'now'>,
  packagesOf: (order: KnownOrder['order']) => readonly NumberedPackage[],
): Promise<Result<Confirmed>> {
  const against = mayTell(context, 'ship-orders');
  if (against) return refuse(against);
  return transaction(context.db, async (tx) => {
    const known = (await ordersByNumber(tx, context, [orderId])).get(orderId);
    if (!known) return refuse(problem('order-not-found', { orderId }));
    const { id, order } = known;
    if ((await ordersBeingTold(tx, [id])).size > 0)
      return refuse(problem('order-being-told', { orderId }));
    const numbered = packagesOf(order);
    const drafts = numbered.map(({ draft }) => draft);
    const { blocking, warnings } = checkPackages(order, drafts, {
      ...facts,
      now: context.clock.now(),
    });
    if (blocking.length > 0) return refuse(...blocking);
    const kind = facts.edits === undefined ? 'confirm' : 'edit';
    await insertMessages(
      tx,
      context,
      numbered.map((input) => ({ orderRowId: id, kind, input })),
    );
    await writeAudit(tx, context, {
      objectType: 'order',
      objectId: id,
      verb: kind === 'edit' ? 'edit-package' : 'confirm-shipment',
      after: { orderId, packages: numbered },
    });
    await enqueue(tx, TELL_JOB, { orderRowId: id }, { singletonKey: id });
    return ok({ warnings });
  });
}

/** Why nothing may be told to Amazon now. */
export function mayTell(
  context: Context,
  act: 'ship-orders' | 'cancel-orders',
): Problem | undefined {
  const notAllowed = forbidden(context, act);
  if (notAllowed) return notAllowed;
  return context.connection.isStopped ? problem('amazon-stopped') : undefined;
}
