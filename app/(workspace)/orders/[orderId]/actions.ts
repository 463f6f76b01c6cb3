'use server';

import { openContext } from '#lib/context/server';
import type { Problem } from '#lib/kernel';
import { type Buyer, carriersOfNumber } from '#lib/orders';
import { readBuyer } from '#lib/orders/server';

export type BuyerShown = { readonly problems: readonly Problem[]; readonly buyer?: Buyer };

/** Reads the buyer and the address, which the audit log notes each time. */
export async function showBuyer(_previous: BuyerShown, form: FormData): Promise<BuyerShown> {
  const context = await openContext();
  const orderId = form.get('orderId');
  const read = await readBuyer(context, typeof orderId === 'string' ? orderId : '');
  return read.ok ? { problems: [], buyer: read.value } : { problems: read.problems };
}

/** The carriers whose numbers look like this one, to be offered. */
export async function suggestCarriers(number: string): Promise<readonly string[]> {
  await openContext();
  return carriersOfNumber(number.slice(0, 60))
    .filter(({ isListed }) => isListed)
    .map(({ carrier }) => carrier);
}
