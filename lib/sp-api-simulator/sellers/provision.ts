import { invariant, marketplaceById } from '#lib/kernel';

import { applicationOf, refreshTokenOf } from '../auth.ts';
import { addListings } from '../listings/add.ts';
import { starterListings } from '../listings/starter.ts';
import type { Turn } from '../turn.ts';

export type ProvisionInput = {
  readonly key: string;
  readonly name: string;
  readonly marketplaceIds: readonly string[];
  readonly catalogue?: 'starter' | 'none';
  readonly scenario?: string;
};

export type Provisioned = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly applicationId: string;
  readonly refreshToken: string;
  readonly sellerId: string;
  readonly marketplaceIds: readonly string[];
};

/** A seller account with everything a client needs to speak for it; the same key, the same account. */
export function provisionSeller(turn: Turn, input: ProvisionInput): Provisioned {
  for (const id of input.marketplaceIds) invariant(marketplaceById(id), `no store ${id}`);
  const sellerId = `A${turn.dice.letters(13, 'seller', input.key)}`;
  const known = turn.world.read('seller', sellerId);
  const marketplaceIds = [...new Set([...(known?.marketplaceIds ?? []), ...input.marketplaceIds])];
  const added = marketplaceIds.filter((id) => known?.marketplaceIds.includes(id) !== true);
  if (!known || added.length > 0 || known.name !== input.name)
    turn.world.put('seller', {
      id: sellerId,
      key: input.key,
      name: input.name,
      marketplaceIds,
      ...(input.scenario ? { scenario: input.scenario } : {}),
    });
  if ((input.catalogue ?? 'starter') === 'starter')
    for (const id of added) addListings(turn, sellerId, starterListings(turn, id));
  return {
    ...applicationOf(turn.dice),
    refreshToken: refreshTokenOf(turn.dice, sellerId),
    sellerId,
    marketplaceIds,
  };
}
