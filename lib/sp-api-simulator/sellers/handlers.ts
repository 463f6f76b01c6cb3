import { marketplaceById } from '#lib/kernel';

import { accepted } from '../answer.ts';
import { handler } from '../call.ts';
import type { Seller } from '../entities.ts';
import { storeName } from '../listings/views.ts';

const getMarketplaceParticipations = handler(
  'sellers',
  'getMarketplaceParticipations',
  {},
  (_turn, { seller }) => accepted({ payload: participationsOf(seller) }),
);

const getAccount = handler('sellers', 'getAccount', {}, (_turn, { seller }) =>
  accepted({
    payload: {
      marketplaceParticipationList: participationsOf(seller),
      businessType: 'PRIVATE_LIMITED',
      sellingPlan: 'PROFESSIONAL',
    },
  }),
);

export const SELLERS_HANDLERS = [getMarketplaceParticipations, getAccount];

const LANGUAGES: Readonly<Record<string, string>> = {
  US: 'en_US',
  CA: 'en_CA',
  MX: 'es_MX',
  GB: 'en_GB',
  DE: 'de_DE',
  FR: 'fr_FR',
  IT: 'it_IT',
  ES: 'es_ES',
  NL: 'nl_NL',
  SE: 'sv_SE',
  PL: 'pl_PL',
  JP: 'ja_JP',
  AU: 'en_AU',
};

function participationsOf(seller: Seller): object[] {
  return seller.marketplaceIds.flatMap((id) => {
    const marketplace = marketplaceById(id);
    if (!marketplace) return [];
    return [
      {
        marketplace: {
          id,
          name: storeName(id),
          countryCode: marketplace.country,
          defaultCurrencyCode: marketplace.currency,
          defaultLanguageCode: LANGUAGES[marketplace.country] ?? 'en_US',
          domainName: `www.${marketplace.domain}`,
        },
        participation: { isParticipating: true, hasSuspendedListings: false },
        storeName: seller.name,
      },
    ];
  });
}
