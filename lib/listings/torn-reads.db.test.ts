import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { findListings, importListingsFile, listingsById, listingsBySku } from './server.ts';
import type { ConversionProgress } from './core/listing.ts';
import { saveConversion } from './store.ts';

const database = testDatabase();
const US = 'ATVPDKIKX0DER';
const ROUNDS = 60;

test('a listing and its conversion are read as they stand at one moment', async () => {
  const { context } = await practiceBench(database);
  await importListingsFile(context, {
    marketplaceId: US,
    fileName: 'report.tsv',
    bytes: new TextEncoder().encode(
      'seller-sku\tasin1\titem-name\tprice\tquantity\titem-condition\tfulfillment-channel\tstatus\n' +
        'VEST-01\tB01I53BE4O\tReflective vest\t20\t7\t11\tDEFAULT\tActive\n',
    ),
  });
  const query = {
    marketplaceId: US,
    sort: 'sku',
    descending: false,
    page: 1,
    pageSize: 9,
  } as const;
  const [listing] = (await findListings(context, query)).listings;
  if (!listing) throw new Error('no listing');
  const progress = (state: ConversionProgress['state']): ConversionProgress => ({
    state,
    request: {
      to: 'amazon',
      barcode: 'fnsku',
      batteries: 'none',
      dangerousGoods: 'not-applicable',
    },
    problems: [],
    askedAt: 0,
  });
  const place = { connectionId: context.connection.id, marketplaceId: US };
  const writer = { isDone: false };
  const writing = (async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await saveConversion(context, listing, progress('waiting'), {
        facts: { channel: 'merchant' },
      });
      const facts = { channel: 'amazon', fnsku: 'X001234567' } as const;
      await saveConversion(context, listing, progress('converted'), { facts });
    }
    writer.isDone = true;
  })();
  const torn: string[] = [];
  while (!writer.isDone) {
    const read = [
      ...(await listingsById(context, [listing.id])),
      ...(await listingsBySku(context, place, ['VEST-01'])),
      ...(await findListings(context, query)).listings,
    ];
    for (const { conversion, fnsku } of read) {
      if ((conversion?.state === 'converted') !== (fnsku !== undefined)) {
        torn.push(`${conversion?.state} ${fnsku}`);
      }
    }
  }
  await writing;
  expect(torn).toEqual([]);
});
