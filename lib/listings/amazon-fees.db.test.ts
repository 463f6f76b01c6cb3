import { expect, test } from 'vitest';
import { practiceBench, type PracticeBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { fulfilmentFee } from '#lib/fees';
import { dimensionsOf, money, weightOf } from '#lib/kernel';
import { amazonFees } from './server.ts';

const database = testDatabase();
const US = 'ATVPDKIKX0DER';

async function listed(bench: PracticeBench, skus: readonly string[]): Promise<void> {
  const { workspaceId, connection, db } = bench.context;
  await db.listing.createMany({
    data: skus.map((sku) => ({
      id: crypto.randomUUID(),
      workspaceId,
      connectionId: connection.id,
      marketplaceId: US,
      sku,
      asin: 'B000000001',
      title: sku,
      condition: 'new',
      channel: 'amazon',
      status: 'active',
      currency: 'USD',
    })),
  });
}

test('what Amazon takes for a unit is told for own listings alone', async () => {
  const bench = await practiceBench(database);
  await listed(bench, ['BTL-SS-750', 'LED-DSK-01', 'NOBODY']);
  const ask = (sku: string, context = bench.context) =>
    amazonFees(context, { marketplaceId: US, sku, price: money(2_000, 'USD') });
  const fees = await ask('BTL-SS-750');
  if (!fees.ok) throw new Error(JSON.stringify(fees.problems));
  const { total, fulfilment, referral } = fees.value;
  expect(referral).toEqual(money(300, 'USD'));
  expect(total.minor).toBeGreaterThan((fulfilment?.minor ?? 0) + 299);
  expect(await ask('LED-DSK-01')).toMatchObject({ problems: [{ code: 'fees-not-estimated' }] });
  expect(await ask('NOBODY')).toMatchObject({
    problems: [{ code: 'fees-not-estimated', facts: { sku: 'NOBODY' } }],
  });
  const sent = bench.sent.length;
  expect(await ask('BTL-SS-750', bench.stranger)).toMatchObject({
    problems: [{ code: 'listing-not-found' }],
  });
  expect(bench.sent).toHaveLength(sent);
});

test("the card's fee, with its surcharge, is what Amazon takes outside the peak", async () => {
  const bench = await practiceBench(database);
  const item = await bench.context.amazon.listings.getListingsItem({
    sku: 'BTL-SS-750',
    marketplaceIds: [US],
    includedData: ['attributes'],
  });
  if (!item.ok) throw new Error('the bottle is gone');
  type Side = { readonly value: number; readonly unit: string };
  const attributes = item.value.attributes as {
    readonly item_package_dimensions: readonly [Record<'length' | 'width' | 'height', Side>];
    readonly item_package_weight: readonly [Side];
  };
  const [{ length, width, height }] = attributes.item_package_dimensions;
  const [weight] = attributes.item_package_weight;
  const isMetric = length.unit === 'centimeters';
  const unit = {
    dimensions: dimensionsOf([length.value, width.value, height.value], isMetric ? 'CM' : 'IN'),
    weight: WEIGHTS[weight.unit]?.(weight.value) ?? weightOf(0, 'KG'),
  };
  await listed(bench, ['BTL-SS-750']);
  const price = money(2_000, 'USD');
  const is = await amazonFees(bench.context, { marketplaceId: US, sku: 'BTL-SS-750', price });
  const card = fulfilmentFee(unit, price, '2026-10-01');
  expect(is.ok && is.value.fulfilment).toEqual(card?.total);
});

const WEIGHTS: Readonly<Record<string, (value: number) => ReturnType<typeof weightOf>>> = {
  grams: (value) => weightOf(value / 1_000, 'KG'),
  kilograms: (value) => weightOf(value, 'KG'),
  ounces: (value) => weightOf(value / 16, 'LB'),
  pounds: (value) => weightOf(value, 'LB'),
};
