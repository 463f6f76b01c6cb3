import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { practiceBench, type PracticeBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { dimensionsOf, weightOf } from '#lib/kernel';
import {
  carryConversion,
  convertListings,
  findListings,
  importListingsFile,
  importsOf,
  listingsBySku,
} from './server.ts';

const database = testDatabase();
const US = 'ATVPDKIKX0DER';

const REPORT = [
  'seller-sku\tasin1\titem-name\tprice\tquantity\titem-condition\tfulfillment-channel\tstatus\tmoon-phase',
  'VEST-01\tB01I53BE4O\tReflective vest\t20\t7\t11\tDEFAULT\tActive\tfull',
  'LAMP-02\tB0041IZHVO\tDesk lamp\t30.5\t\t11\tAMAZON_NA\tActive\tnew',
  'BAD-03\tB0041IZHVX\tNo price\tcheap\t1\t11\tDEFAULT\tActive\tnew',
].join('\n');

test('a dropped report brings its listings in and says which rows and columns it left aside', async () => {
  const { context, stranger } = await practiceBench(database);
  const outcome = await drop(context, REPORT);
  expect(outcome).toMatchObject({ read: 2, added: 2, changed: 0 });
  const { last, syncedAt } = await importsOf(context, US);
  expect(syncedAt).toBeUndefined();
  expect(last).toMatchObject({
    source: 'file',
    state: 'done',
    fileName: 'report.tsv',
    read: 2,
    unknownColumns: ['moon-phase'],
    refused: [{ line: 4, column: 'price', problem: { code: 'price-unreadable' } }],
  });
  expect((await importsOf(stranger, US)).last).toBeUndefined();
});

test('a report that is dropped again changes nothing, and a newer one changes what differs', async () => {
  const { context } = await practiceBench(database);
  await drop(context, REPORT);
  expect(await drop(context, REPORT)).toMatchObject({ added: 0, changed: 0 });
  expect(await drop(context, REPORT.replace('\t7\t', '\t6\t'))).toMatchObject({ changed: 1 });
});

test('the maker’s barcode is kept where the report names the product by it', async () => {
  const { context } = await practiceBench(database);
  const report = [
    'seller-sku\tasin1\titem-name\tprice\tquantity\tproduct-id\tproduct-id-type\tfulfillment-channel',
    'VEST-01\tB01I53BE4O\tReflective vest\t20\t7\t0012345678905\t4\tDEFAULT',
    'LAMP-02\tB0041IZHVO\tDesk lamp\t30.5\t2\tB0041IZHVO\t1\tDEFAULT',
  ].join('\n');
  await drop(context, report);
  const place = { connectionId: context.connection.id, marketplaceId: US };
  const known = await listingsBySku(context, place, ['VEST-01', 'LAMP-02']);
  expect(known.map(({ sku, gtin }) => [sku, gtin])).toEqual([
    ['LAMP-02', undefined],
    ['VEST-01', '0012345678905'],
  ]);
  expect(await drop(context, report)).toMatchObject({ changed: 0 });
});

test('a file that is no report is refused, and that is told as the last import', async () => {
  const { context } = await practiceBench(database);
  const refused = await importListingsFile(context, fileOf('not a report at all'));
  expect(refused.ok).toBe(false);
  const { last } = await importsOf(context, US);
  expect(last?.state).toBe('failed');
  expect(last?.problems).not.toHaveLength(0);
});

test('listings dropped into a practice connection can be converted to FBA there', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  await drop(context, REPORT);
  const vest = await convertOf(bench, 'VEST-01');
  expect(vest).toMatchObject({ channel: 'amazon', conversion: { state: 'converted' } });
  expect(vest?.fnsku).toMatch(/^X00/);
});

test('the sellable rows of the sample report can be converted to FBA', async () => {
  const bench = await practiceBench(database);
  const sample = new URL('../../../shared/samples/all-listings-report.tsv', import.meta.url);
  const bytes = await readFile(sample).catch(() => undefined);
  if (!bytes) return;
  await drop(bench.context, bytes.toString('latin1'));
  expect(await convertOf(bench, '1234567')).toMatchObject({
    channel: 'amazon',
    conversion: { state: 'converted' },
  });
});

function fileOf(text: string) {
  return { marketplaceId: US, fileName: 'report.tsv', bytes: Buffer.from(text, 'latin1') };
}

async function drop(context: PracticeBench['context'], text: string) {
  const outcome = await importListingsFile(context, fileOf(text));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

async function listingOf(context: PracticeBench['context'], sku: string) {
  const query = { marketplaceId: US, search: sku, sort: 'sku', descending: false } as const;
  const { listings } = await findListings(context, { ...query, page: 1, pageSize: 10 });
  return listings.find((listing) => listing.sku === sku);
}

async function convertOf({ context, simulator }: PracticeBench, sku: string) {
  const listing = await listingOf(context, sku);
  const listingId = listing?.id ?? '';
  const request = {
    to: 'amazon',
    barcode: 'fnsku',
    batteries: 'none',
    dangerousGoods: 'not-applicable',
    dimensions: dimensionsOf([10, 8, 2], 'IN'),
    weight: weightOf(0.5, 'LB'),
  } as const;
  const started = await convertListings(context, [{ listingId, request }]);
  expect(started).toMatchObject({ ok: true, value: { started: [listingId], refused: [] } });
  for (let run = 0; run < 50; run += 1) {
    const { again } = await carryConversion(context, listingId);
    if (again === undefined) break;
    await simulator.advance(again * 1_000);
  }
  return listingOf(context, sku);
}
