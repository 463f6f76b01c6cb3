'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import {
  act,
  forbidden,
  movePractice,
  type PageContext,
  type PracticeLever,
} from '#lib/context/server';
import { HOUR, problem, refuse, type Result } from '#lib/kernel';
import { catchUp } from '../catch-up.ts';
import { stumblingOver, TROUBLES } from './troubles.ts';

const HERE = '/practice';

/** Moves a lever for somebody who may, of a connection to practise with. */
async function move(
  context: PageContext,
  lever: PracticeLever,
  body: object,
): Promise<Result<undefined>> {
  const notAllowed = forbidden(context, 'stop-writes');
  if (notAllowed) return refuse(notAllowed);
  if (context.connection.kind !== 'practice') return refuse(problem('practice-lever-refused'));
  return movePractice(context.db, lever, body);
}

const ClockForm = z.object({ to: z.string() });

export async function moveClock(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: ClockForm,
    verb: async (context, { to }) => {
      const moved = await move(context, 'POST clock', clockBody(to));
      if (moved.ok && !to.startsWith('speed:')) await catchUp(context);
      return moved;
    },
    next: () => HERE,
  });
}

function clockBody(to: string): object {
  if (to === 'next') return { advanceTo: 'next' };
  const [unit, amount] = to.split(':');
  if (unit === 'speed') return { speed: Number(amount) };
  return { advanceMs: Number(amount) * HOUR };
}

const OrdersForm = z.object({
  marketplaceId: z.string(),
  perDay: z.coerce.number({ error: 'quantity-unreadable' }).int().min(0).max(10_000),
});

export async function setOrders(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: OrdersForm,
    verb: (context, input) =>
      move(context, 'PUT orders', { ...input, sellerId: context.connection.sellerId }),
    keepsTyped: true,
  });
}

const StockForm = z.object({
  marketplaceId: z.string(),
  sku: z.string().trim().min(1, 'required').max(40),
  quantity: z.coerce.number({ error: 'quantity-unreadable' }).int().min(0).max(1_000_000),
});

export async function setStock(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: StockForm,
    verb: (context, input) =>
      move(context, 'PUT stock', { ...input, sellerId: context.connection.sellerId }),
    keepsTyped: true,
  });
}

const FaultsForm = z.object({
  'trouble[]': z.array(z.string()).optional(),
  stumbleSku: z.string().trim().max(40).default(''),
});

export async function setTroubles(_previous: FormState, form: FormData): Promise<FormState> {
  const names = form.getAll('trouble[]');
  return act(form, {
    schema: FaultsForm,
    verb: (context, { stumbleSku }) =>
      move(context, 'PUT faults', {
        rules: [
          ...stumblingOver(stumbleSku),
          ...TROUBLES.flatMap(({ name, rules }) => (names.includes(name) ? rules : [])),
        ],
      }),
    next: () => HERE,
  });
}

export async function setQuirks(_previous: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: z.object({}),
    verb: (context) => move(context, 'PUT quirks', { quirks: form.getAll('quirk[]') }),
    next: () => HERE,
  });
}
