import { describe, expect, it } from 'vitest';
import { marketplaceById, MARKETPLACES, sellerCentralOf } from './marketplace.ts';

// Amazon's marketplace IDs page and endpoint table, read 2026-11-23.
const PUBLISHED = {
  NA: 'CA A2EUQ1WTGCTBG2 · US ATVPDKIKX0DER · MX A1AM78C64UM0Y8',
  EU: 'ES A1RKKUPIHCS9HS · GB A1F83G8C2ARO7P · FR A13V1IB3VIYZZH · NL A1805IZSGTT6HS · DE A1PA6795UKMFR9 · IT APJ6JRA9NG5V4 · SE A2NODRKZP88ZB9 · PL A1C3SOZRARQ6R3',
  FE: 'AU A39IBJ37TRP1C6 · JP A1VC38T7YXB528',
};

const CURRENCIES = {
  US: 'USD',
  CA: 'CAD',
  MX: 'MXN',
  GB: 'GBP',
  SE: 'SEK',
  PL: 'PLN',
  JP: 'JPY',
  AU: 'AUD',
} as const;

describe('the stores', () => {
  it('have the IDs and regions that Amazon publishes, and there are no others', () => {
    const ours = MARKETPLACES.map(({ region, country, id }) => `${region} ${country} ${id}`);
    const published = Object.entries(PUBLISHED).flatMap(([region, stores]) =>
      stores.split(' · ').map((store) => `${region} ${store}`),
    );
    expect(ours.toSorted()).toEqual(published.toSorted());
  });

  it('take the currency of their country', () => {
    for (const { country, currency } of MARKETPLACES)
      expect([country, currency]).toEqual([
        country,
        Object.entries(CURRENCIES).find(([code]) => code === country)?.[1] ?? 'EUR',
      ]);
  });

  it('run their clocks in a time zone that exists', () => {
    for (const { timeZone } of MARKETPLACES)
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });

  it('measure in inches and pounds in the United States alone', () => {
    const imperial = MARKETPLACES.filter(({ units }) => units === 'imperial');
    expect(imperial.map(({ country }) => country)).toEqual(['US']);
  });

  it('fulfil through the channel of their region', () => {
    const channels = MARKETPLACES.map(({ region, channel }) => `${region} ${channel}`);
    expect([...new Set(channels)].toSorted()).toEqual([
      'EU AMAZON_EU',
      'FE AMAZON_JP',
      'NA AMAZON_NA',
    ]);
  });

  it('are found by ID and by nothing else', () => {
    expect(marketplaceById('ATVPDKIKX0DER')?.domain).toBe('amazon.com');
    expect(marketplaceById('A1VC38T7YXB528')?.country).toBe('JP');
    expect(marketplaceById('US')).toBeUndefined();
    expect(new Set(MARKETPLACES.map(({ domain }) => domain)).size).toBe(MARKETPLACES.length);
  });

  it('are administered where Amazon says: five of Europe together, the others each on its own', () => {
    const of = (country: string) =>
      MARKETPLACES.filter((store) => store.country === country).map(sellerCentralOf);
    expect(of('DE')).toEqual(['https://sellercentral-europe.amazon.com']);
    expect(of('GB')).toEqual(of('DE'));
    expect(of('US')).toEqual(['https://sellercentral.amazon.com']);
    expect(of('SE')).toEqual(['https://sellercentral.amazon.se']);
    expect(of('JP')).toEqual(['https://sellercentral.amazon.co.jp']);
  });
});
