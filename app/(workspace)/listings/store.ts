import type { PageContext } from '#lib/context/server';
import { type Marketplace, marketplaceById } from '#lib/kernel';

/** The stores of the connection, and the one that the address names or else the first. */
export function chosenStore(
  context: PageContext,
  asked: string | readonly string[] | undefined,
): { readonly store: Marketplace; readonly stores: readonly Marketplace[] } {
  const stores = context.connection.marketplaceIds
    .map((id) => marketplaceById(id))
    .filter((marketplace) => marketplace !== undefined);
  const store = stores.find(({ id }) => id === asked) ?? stores[0];
  if (!store) throw new Error(`connection ${context.connection.id} has no store`);
  return { store, stores };
}
