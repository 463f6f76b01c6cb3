import type { Context } from '#lib/context';
import { DAY } from '#lib/kernel';
import type { Simulator } from '#lib/sp-api-simulator';
import { US } from './orders.ts';

/** Lets buyers come for a while: about so many a day, for so many days. */
export async function letBuyersCome(
  simulator: Simulator,
  context: Context,
  { perDay, days }: { readonly perDay: number; readonly days: number },
): Promise<void> {
  const { sellerId } = context.connection;
  await pull(simulator, { sellerId, marketplaceId: US, perDay });
  await simulator.advance(days * DAY);
  await pull(simulator, { sellerId, marketplaceId: US, perDay: 0 });
  // Over the half hour in which a buyer may change his mind, and the two minutes Amazon keeps back.
  await simulator.advance(DAY / 24);
}

async function pull(simulator: Simulator, body: object): Promise<void> {
  const request = new Request('https://practice.firstleg.invalid/_sim/orders', {
    method: 'PUT',
    body: JSON.stringify(body),
  });
  const response = await simulator.fetch(request);
  if (!response.ok) throw new Error(`no buyers: ${response.status}`);
}
