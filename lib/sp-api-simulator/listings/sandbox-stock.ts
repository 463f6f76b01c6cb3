import { marketplaceById } from '#lib/kernel';
import { z } from 'zod';

import { accepted, badRequest, notFound } from '../answer.ts';
import { handler, one } from '../call.ts';
import { digestOf } from '../hash.ts';
import type { Turn } from '../turn.ts';
import { addListings, listingId } from './add.ts';
import { isFba } from './issues.ts';

// Three writes that exist in Amazon's sandbox only, to put stock where a test wants it.
const createInventoryItem = handler(
  'inventory',
  'createInventoryItem',
  {
    body: z.object({
      sellerSku: z.string().min(1),
      marketplaceId: z.string().min(1),
      productName: z.string().min(1),
    }),
  },
  (turn, { body, seller }) => {
    const { sellerSku: sku, marketplaceId, productName: title } = body;
    const channel = marketplaceById(marketplaceId)?.channel;
    if (!channel || !seller.marketplaceIds.includes(marketplaceId))
      return badRequest('inventory', `Marketplace ${marketplaceId} is not supported.`);
    if (turn.world.read('listing', listingId(seller.id, marketplaceId, sku)))
      return badRequest('inventory', `An inventory item ${sku} already exists.`);
    addListings(turn, seller.id, [{ sku, marketplaceId, title, channel, quantity: 0 }]);
    return accepted({});
  },
);

const deleteInventoryItem = handler(
  'inventory',
  'deleteInventoryItem',
  { query: z.object({ marketplaceId: one }) },
  (turn, { query, seller, parameters }) => {
    const id = listingId(seller.id, query.marketplaceId, parameters['sellerSku'] ?? '');
    if (!turn.world.read('listing', id)) return notFound('The inventory item was not found.');
    turn.world.remove('listing', id);
    if (turn.world.read('stock', id)) turn.world.remove('stock', id);
    return accepted({});
  },
);

const addInventory = handler(
  'inventory',
  'addInventory',
  {
    body: z.object({
      inventoryItems: z
        .array(
          z.object({
            sellerSku: z.string().min(1),
            marketplaceId: z.string().min(1),
            quantity: z.number().int().min(0),
          }),
        )
        .min(1),
    }),
  },
  (turn, { body, seller, header }) => {
    const token = header('x-amzn-idempotency-token');
    if (token === null || token === '')
      return badRequest('inventory', 'The header x-amzn-idempotency-token is required.');
    const id = digestOf([seller.id, token]);
    // The same token adds the same stock once.
    if (turn.world.read('idempotency', id)) return accepted({});
    const stocks = body.inventoryItems.map((item) => ({
      item,
      stock: turn.world.read('stock', listingId(seller.id, item.marketplaceId, item.sellerSku)),
    }));
    if (stocks.some(({ stock }) => !stock)) return notFound('An inventory item was not found.');
    for (const { item, stock } of stocks)
      if (stock)
        turn.world.put('stock', {
          ...stock,
          fulfillable: stock.fulfillable + item.quantity,
          updatedAt: turn.now,
        });
    turn.world.put('idempotency', { id, at: turn.now });
    return accepted({});
  },
);

/** Sets how many units of an offer there are to sell, at the merchant's or at Amazon's. */
export function setUnits(
  turn: Turn,
  offer: { readonly sellerId: string; readonly marketplaceId: string; readonly sku: string },
  quantity: number,
): boolean {
  const { sellerId, marketplaceId, sku: msku } = offer;
  const id = listingId(sellerId, marketplaceId, msku);
  const listing = turn.world.read('listing', id);
  if (!listing) return false;
  if (isFba(listing)) {
    const before = turn.world.read('stock', id) ?? {
      id,
      sellerId,
      marketplaceId,
      msku,
      damaged: 0,
    };
    turn.world.put('stock', { ...before, fulfillable: quantity, updatedAt: turn.now });
  } else {
    const availability = [{ channel: 'DEFAULT', quantity }];
    turn.world.put('listing', { ...listing, availability, updatedAt: turn.now });
  }
  return true;
}

export const SANDBOX_STOCK_HANDLERS = [createInventoryItem, deleteInventoryItem, addInventory];
