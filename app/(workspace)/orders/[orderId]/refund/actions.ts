'use server';

import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { refuse } from '#lib/kernel';
import { adjustOrder, loadOrder } from '#lib/orders/server';
import { adjustmentsOf, atRow, RefundForm } from './refund-input.ts';

/** Gives money back for what was confirmed, or was confirmed and never sent. */
export async function refund(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: RefundForm,
    verb: async (context, input) => {
      const { orderId } = input;
      const adjustments = adjustmentsOf(input);
      if (!adjustments.ok) return adjustments;
      const loaded = await loadOrder(context, orderId);
      if (!loaded.ok) return loaded;
      const { marketplaceId } = loaded.value.order;
      const done = await adjustOrder(context, {
        marketplaceId,
        orderId,
        adjustments: adjustments.value,
      });
      return done.ok ? done : refuse(...done.problems.map((wrong) => atRow(wrong, input)));
    },
    keepsTyped: true,
    next: (_told, { orderId }) => `/orders/${encodeURIComponent(orderId)}`,
  });
}
