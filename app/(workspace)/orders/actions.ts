'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act, practiceAmazon } from '#lib/context/server';
import { HOUR, ok, problem, refuse } from '#lib/kernel';
import { syncOrders } from '#lib/orders/server';

const Sync = z.object({
  store: z.string(),
  // The list as it is seen, and nowhere else.
  back: z.string().regex(/^\/orders(\?[\w=&%.+-]*)?$/),
});

/** Asks Amazon for what changed since the last time. */
export async function synchronise(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Sync,
    verb: async (context, { store }) => {
      const begun = await syncOrders(context, store);
      return begun.ok ? ok({ at: context.clock.now() }) : begun;
    },
    next: ({ at }, { back }) => `${back}${back.includes('?') ? '&' : '?'}asked=${at}`,
  });
}

const BUYERS_PER_DAY = 40;
const FIRST_HOURS = 8;

const Practice = z.object({ store: z.string() });

/** Lets buyers come to the practice shop; there is no such thing for a real connection. */
export async function openPracticeShop(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Practice,
    verb: async (context, { store }) => {
      const { kind, marketplaceIds, sellerId } = context.connection;
      if (kind !== 'practice' || !marketplaceIds.includes(store))
        return refuse(problem('marketplace-not-connected', { marketplace: store }));
      const simulator = await practiceAmazon(context.db);
      const answer = await simulator.fetch(
        new Request('https://practice.firstleg.invalid/_sim/orders', {
          method: 'PUT',
          body: JSON.stringify({ sellerId, marketplaceId: store, perDay: BUYERS_PER_DAY }),
        }),
      );
      if (!answer.ok) throw new Error(`the practice shop did not open: ${answer.status}`);
      await simulator.advance(FIRST_HOURS * HOUR);
      const begun = await syncOrders(context, store);
      return begun.ok ? ok({ at: context.clock.now() }) : begun;
    },
    next: ({ at }, { store }) => `/orders?store=${encodeURIComponent(store)}&asked=${at}`,
  });
}
