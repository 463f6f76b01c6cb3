export type Region = 'NA' | 'EU' | 'FE';

/**
 * An Amazon store. `channel` is the fulfilment channel code of FBA there (legacy MWS documentation;
 * AU and SG are not documented and take the Far East's), `timeZone` the zone its deadlines run in.
 */
export type Marketplace = {
  readonly id: string;
  readonly country: string;
  readonly region: Region;
  readonly currency: string;
  readonly timeZone: string;
  readonly units: 'imperial' | 'metric';
  readonly channel: 'AMAZON_NA' | 'AMAZON_EU' | 'AMAZON_JP' | 'AMAZON_IN';
  readonly domain: string;
};

type Row = readonly [
  id: string,
  country: string,
  region: Region,
  currency: string,
  timeZone: string,
  domain: string,
];

const ROWS: readonly Row[] = [
  ['ATVPDKIKX0DER', 'US', 'NA', 'USD', 'America/Los_Angeles', 'amazon.com'],
  ['A2EUQ1WTGCTBG2', 'CA', 'NA', 'CAD', 'America/Los_Angeles', 'amazon.ca'],
  ['A1AM78C64UM0Y8', 'MX', 'NA', 'MXN', 'America/Mexico_City', 'amazon.com.mx'],
  ['A1F83G8C2ARO7P', 'GB', 'EU', 'GBP', 'Europe/London', 'amazon.co.uk'],
  ['A1PA6795UKMFR9', 'DE', 'EU', 'EUR', 'Europe/Berlin', 'amazon.de'],
  ['A13V1IB3VIYZZH', 'FR', 'EU', 'EUR', 'Europe/Paris', 'amazon.fr'],
  ['APJ6JRA9NG5V4', 'IT', 'EU', 'EUR', 'Europe/Rome', 'amazon.it'],
  ['A1RKKUPIHCS9HS', 'ES', 'EU', 'EUR', 'Europe/Madrid', 'amazon.es'],
  ['A1805IZSGTT6HS', 'NL', 'EU', 'EUR', 'Europe/Amsterdam', 'amazon.nl'],
  ['A2NODRKZP88ZB9', 'SE', 'EU', 'SEK', 'Europe/Stockholm', 'amazon.se'],
  ['A1C3SOZRARQ6R3', 'PL', 'EU', 'PLN', 'Europe/Warsaw', 'amazon.pl'],
  ['A1VC38T7YXB528', 'JP', 'FE', 'JPY', 'Asia/Tokyo', 'amazon.co.jp'],
  ['A39IBJ37TRP1C6', 'AU', 'FE', 'AUD', 'Australia/Sydney', 'amazon.com.au'],
];

const CHANNELS = { NA: 'AMAZON_NA', EU: 'AMAZON_EU', FE: 'AMAZON_JP' } as const;

/** The stores in which inbound plans can be made (SP-API FAQ, checked 2026-11-23). */
export const MARKETPLACES: readonly Marketplace[] = ROWS.map(
  ([id, country, region, currency, timeZone, domain]) => ({
    id,
    country,
    region,
    currency,
    timeZone,
    units: country === 'US' ? 'imperial' : 'metric',
    channel: CHANNELS[region],
    domain,
  }),
);

export function marketplaceById(id: string): Marketplace | undefined {
  return MARKETPLACES.find((marketplace) => marketplace.id === id);
}

// Amazon's list of Seller Central addresses: five stores of Europe share one (2026-11-23).
const SHARED_IN_EUROPE = new Set(['GB', 'DE', 'FR', 'IT', 'ES']);

/** The address of the Seller Central of a store. */
export function sellerCentralOf({ country, domain }: Marketplace): string {
  return SHARED_IN_EUROPE.has(country)
    ? 'https://sellercentral-europe.amazon.com'
    : `https://sellercentral.${domain}`;
}
