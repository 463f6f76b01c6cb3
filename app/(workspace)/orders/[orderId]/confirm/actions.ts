'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act, type PageContext } from '#lib/context/server';
import { ok, type Problem, refuse, type Result } from '#lib/kernel';
import { checkPackages, type PackageDraft } from '#lib/orders';
import { confirmShipment, editPackage, loadOrder } from '#lib/orders/server';
import { atField, draftOf, PackageForm } from '../package-input.ts';

const Confirm = z.object({
  orderId: z.string(),
  packages: z.array(PackageForm).min(1).max(50),
  shipAnyway: z.literal('yes').optional(),
  /** What may go wrong was shown, and is sent all the same. */
  minded: z.literal('yes').optional(),
});

const Edit = z.object({
  orderId: z.string(),
  reference: z.string(),
  packages: z.array(PackageForm).length(1),
  minded: z.literal('yes').optional(),
});

type Sent = {
  readonly orderId: string;
  readonly isSent: boolean;
  readonly findings?: {
    readonly blocking: readonly Problem[];
    readonly warnings: readonly Problem[];
  };
};

/** Tells Amazon that a shipment has left; what may go wrong is said once before. */
export async function confirm(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Confirm,
    verb: async (context, { orderId, packages, shipAnyway, minded }) => {
      const facts = { shipAnyway: shipAnyway === 'yes' };
      const drafts = packages.map(draftOf);
      const warned =
        minded === 'yes' ? undefined : await warningsOf(context, { orderId, drafts, facts });
      if (warned) return ok({ orderId, isSent: false, findings: warned } satisfies Sent);
      const done = await confirmShipment(context, { orderId, packages: drafts, ...facts });
      return sent(done, orderId, packages);
    },
    next: placeAfter,
    keepsTyped: true,
  });
}

/** Corrects a package that Amazon knows. */
export async function edit(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Edit,
    verb: async (context, { orderId, reference, packages, minded }) => {
      const drafts = packages.map(draftOf);
      const facts = { edits: reference };
      const warned =
        minded === 'yes' ? undefined : await warningsOf(context, { orderId, drafts, facts });
      if (warned) return ok({ orderId, isSent: false, findings: warned } satisfies Sent);
      const [draft] = drafts;
      if (!draft) throw new Error('the form has one package');
      return sent(await editPackage(context, { orderId, reference, draft }), orderId, packages);
    },
    next: placeAfter,
    keepsTyped: true,
  });
}

type Checked = {
  readonly orderId: string;
  readonly drafts: readonly PackageDraft[];
  readonly facts: { readonly shipAnyway?: boolean; readonly edits?: string };
};

/** What is to be minded, where nothing stands in the way; lateness stands on the page already. */
async function warningsOf(
  context: PageContext,
  { orderId, drafts, facts }: Checked,
): Promise<Sent['findings'] | undefined> {
  const loaded = await loadOrder(context, orderId);
  if (!loaded.ok) return undefined;
  const now = context.clock.now();
  const { blocking, warnings } = checkPackages(loaded.value.order, drafts, { now, ...facts });
  const told = warnings.filter(({ code }) => code !== 'order-confirmed-late');
  return blocking.length === 0 && told.length > 0 ? { blocking: [], warnings: told } : undefined;
}

function sent(
  done: Result<unknown>,
  orderId: string,
  packages: readonly PackageForm[],
): Result<Sent> {
  return done.ok
    ? ok({ orderId, isSent: true })
    : refuse(...done.problems.map((problem) => atField(problem, packages)));
}

function placeAfter({ orderId, isSent }: Sent): string | undefined {
  return isSent ? `/orders/${encodeURIComponent(orderId)}` : undefined;
}
