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

export type Sellers = {
  readonly getMarketplaceParticipations: () => Promise<
    AmazonAnswer<{ readonly payload: readonly MarketplaceParticipation[] }>
  >;
};

/** The one operation we need of an API for which no typed package could be had. */
export function createSellers(endpoint: string, send: Send): Sellers {
  const operation = operationOf('sellers', 'getMarketplaceParticipations');
  return {
    getMarketplaceParticipations: async () => {
      const answer = await send({ operation, url: `${endpoint}${operation.path}`, headers: {} });
      return answer as AmazonAnswer<{ readonly payload: readonly MarketplaceParticipation[] }>;
    },
  };
}
