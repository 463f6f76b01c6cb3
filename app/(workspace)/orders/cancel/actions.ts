'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { ok } from '#lib/kernel';
import { CANCEL_REASONS } from '#lib/orders';
import { cancelOrders } from '#lib/orders/server';

const Cancel = z.object({
  store: z.string(),
  reason: z.enum(CANCEL_REASONS),
  ids: z.array(z.string()).default([]),
  /** Items of the only order there is; all of them mean the order. */
  items: z.array(z.string()).default([]),
  itemCount: z.coerce.number().int().min(0).default(0),
});

/** Cancels the orders that are named; what cannot be canceled is left out and said. */
export async function cancel(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Cancel,
    verb: async (context, { store, reason, ids, items, itemCount }) => {
      const isPart = ids.length === 1 && itemCount > 1 && items.length < itemCount;
      const told = await cancelOrders(context, {
        marketplaceId: store,
        reason,
        orders: ids.map((orderId) => ({ orderId, ...(isPart && { orderItemIds: items }) })),
      });
      if (!told.ok) return told;
      return ok({ ...told.value, findings: { blocking: [], warnings: told.value.refused } });
    },
    next: ({ refused }, { store, ids }) => {
      if (refused.length > 0) return undefined;
      const [only = ''] = ids;
      return ids.length === 1
        ? `/orders/${encodeURIComponent(only)}`
        : `/orders?store=${encodeURIComponent(store)}`;
    },
  });
}
