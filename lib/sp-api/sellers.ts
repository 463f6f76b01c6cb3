import { operationOf } from '#lib/sp-api-contract';

import type { AmazonAnswer } from './answer.ts';
import type { Send } from './send.ts';

/** MarketplaceParticipation of the sellers v1 model. */
export type MarketplaceParticipation = {
  readonly marketplace: {
    readonly id: string;
    readonly name: string;
    readonly countryCode: string;
    readonly defaultCurrencyCode: string;
    readonly defaultLanguageCode: string;
    readonly domainName: string;
  };
  readonly participation: {
    readonly isParticipating: boolean;
    readonly hasSuspendedListings: boolean;
  };
  readonly storeName: string;
};

/** Account of the sellers v1 model, as far as it is read. */
export type SellerAccount = { readonly sellingPlan: 'PROFESSIONAL' | 'INDIVIDUAL' };

export type Sellers = {
  readonly getMarketplaceParticipations: () => Promise<
    AmazonAnswer<{ readonly payload: readonly MarketplaceParticipation[] }>
  >;
  readonly getAccount: () => Promise<AmazonAnswer<{ readonly payload: SellerAccount }>>;
};

/** The operations we need of an API for which no typed package could be had. */
export function createSellers(endpoint: string, send: Send): Sellers {
  const ask = (name: 'getMarketplaceParticipations' | 'getAccount') => {
    const operation = operationOf('sellers', name);
    return send({ operation, url: `${endpoint}${operation.path}`, headers: {} });
  };
  return {
    getMarketplaceParticipations: async () =>
      (await ask('getMarketplaceParticipations')) as AmazonAnswer<{
        readonly payload: readonly MarketplaceParticipation[];
      }>,
    getAccount: async () =>
      (await ask('getAccount')) as AmazonAnswer<{ readonly payload: SellerAccount }>,
  };
}
