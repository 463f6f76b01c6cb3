import { beforeAll, describe, expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { dimensionsOf, weightOf } from '#lib/kernel';
import type { ConversionRequest } from './core/listing.ts';
import * as door from './server.ts';

const database = testDatabase();
const US = 'ATVPDKIKX0DER';

const REQUEST: ConversionRequest = {
  to: 'amazon',
  barcode: 'fnsku',
  batteries: 'none',
  dangerousGoods: 'not-applicable',
  dimensions: dimensionsOf([5, 4, 3], 'IN'),
  weight: weightOf(1, 'LB'),
};

let bench: PracticeBench;
let listingId: string;

beforeAll(async () => {
  bench = await practiceBench(database);
  const { context } = bench;
  const imported = await door.importListingsFile(context, {
    marketplaceId: US,
    fileName: 'report.tsv',
    bytes: new TextEncoder().encode(
      'seller-sku\tasin1\titem-name\tprice\tquantity\titem-condition\tfulfillment-channel\tstatus\n' +
        'VEST-01\tB01I53BE4O\tReflective vest\t20\t7\t11\tDEFAULT\tActive\n',
    ),
  });
  if (!imported.ok) throw new Error('the report is refused');
  const { listings } = await door.findListings(context, EVERYTHING);
  listingId = listings[0]?.id ?? '';
});

const EVERYTHING = {
  marketplaceId: US,
  sort: 'sku',
  descending: false,
  page: 1,
  pageSize: 50,
} as const;

describe("another workspace's listings", () => {
  test('are found neither by search, by id nor by SKU', async () => {
    const { stranger, context } = bench;
    expect(listingId).not.toBe('');
    expect((await door.findListings(stranger, EVERYTHING)).listings).toEqual([]);
    expect(await door.listingsById(stranger, [listingId])).toEqual([]);
    const place = { connectionId: context.connection.id, marketplaceId: US };
    expect(await door.listingsBySku(stranger, place, ['VEST-01'])).toEqual([]);
    expect(await door.refusedConversions(stranger, 10)).toEqual({ total: 0, listings: [] });
  });

  test('are not converted, and Amazon is not asked', async () => {
    const { stranger, context, sent } = bench;
    const before = sent.length;
    const answer = await door.convertListings(stranger, [{ listingId, request: REQUEST }]);
    expect(answer).toMatchObject({
      value: { started: [], refused: [{ problems: [{ code: 'listing-not-found' }] }] },
    });
    expect(sent).toHaveLength(before);
    const [listing] = await door.listingsById(context, [listingId]);
    expect(listing?.conversion).toBeUndefined();
  });

  test('a report is not read into a marketplace of theirs', async () => {
    const { stranger } = bench;
    const answer = await door.syncListings(stranger, 'A1PA6795UKMFR9');
    expect(answer.ok).toBe(false);
  });
});
