import { gunzipSync } from 'node:zlib';

import { HOUR } from '#lib/kernel';
import { describe, expect, test } from 'vitest';

import { control } from './testing/control.ts';
import {
  newSeller,
  newSimulator,
  planUpToPlacements,
  SHIP_FROM,
  succeed,
  US,
} from './testing/world.ts';
import { planOf } from './testing/journey.ts';

const DE = 'A1PA6795UKMFR9';
const JP = 'A1VC38T7YXB528';

async function ready(input: object = {}) {
  const simulator = await newSimulator({ control: true });
  return { simulator, client: await newSeller(simulator, input) };
}

describe('signing in', () => {
  test('Login with Amazon speaks OAuth, in forms and in JSON', async () => {
    const { simulator, client } = await ready();
    const { clientId, clientSecret, refreshToken } = client.seller;
    const good = {
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    };
    const ask = async (fields: Record<string, string>, json = true) => {
      const response = await simulator.fetch(
        new Request('https://api.test/auth/o2/token', {
          method: 'POST',
          headers: {
            'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
          },
          body: json ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
        }),
      );
      const body = (await response.json()) as Record<string, unknown>;
      return [response.status, body['error'] ?? body['token_type']];
    };
    expect(await ask(good)).toEqual([200, 'bearer']);
    expect(await ask(good, false)).toEqual([200, 'bearer']);
    expect(await ask({ ...good, client_secret: 'other' })).toEqual([401, 'invalid_client']);
    expect(await ask({ ...good, refresh_token: 'Atzr|other' })).toEqual([400, 'invalid_grant']);
    expect(await ask({ ...good, grant_type: 'password' })).toEqual([400, 'unsupported_grant_type']);
    expect(await ask({})).toEqual([400, 'invalid_request']);
    expect(
      await ask({
        ...good,
        grant_type: 'client_credentials',
        scope: 'sellingpartnerapi::notifications',
      }),
    ).toEqual([200, 'bearer']);
  });

  test('the same key is the same seller, and a new store brings its own catalogue', async () => {
    const { simulator, client } = await ready();
    const again = await newSeller(simulator, { marketplaceIds: [DE] });
    expect(again.seller.sellerId).toBe(client.seller.sellerId);
    expect(again.seller.marketplaceIds).toEqual([US, DE]);
    const reply = await succeed(
      again.call('listings', 'searchListingsItems', {
        path: { sellerId: client.seller.sellerId },
        query: [['marketplaceIds', DE]],
      }),
    );
    expect(reply.numberOfResults).toBe(42);
  });
});

describe('the shop', () => {
  test('titles in German, Japanese and Chinese come through the report as they are', async () => {
    const { simulator, client } = await ready({ marketplaceIds: [DE] });
    const { reportId } = await succeed(
      client.call('reports', 'createReport', {
        body: { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: [DE] },
      }),
    );
    const report = await succeed(client.call('reports', 'getReport', { path: { reportId } }));
    const { url } = await succeed(
      client.call('reports', 'getReportDocument', {
        path: { reportDocumentId: report.reportDocumentId },
      }),
    );
    const file = await simulator.fetch(new Request(url));
    const text = gunzipSync(Buffer.from(await file.arrayBuffer())).toString('utf8');
    for (const piece of ['größer', '風呂敷', '春节红灯笼', 'AMAZON_EU', 'DEFAULT'])
      expect(text).toContain(piece);
    for (const line of text.trimEnd().split('\r\n')) expect(line.split('\t')).toHaveLength(29);
  });

  test.each([
    [DE, 'windows-1252', ['größer', '??? ???'], '春'],
    [JP, 'shift_jis', ['風呂敷', '箸'], 'ö'],
  ] as const)(
    'under its quirk the report of %s is in %s, without what that cannot say',
    async (store, encoding, pieces, lost) => {
      const { simulator, client } = await ready({ marketplaceIds: [store] });
      await control(simulator, 'PUT', 'quirks', { quirks: ['oldCodePages'] });
      const { reportId } = await succeed(
        client.call('reports', 'createReport', {
          body: { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: [store] },
        }),
      );
      const path = { reportId };
      const report = await succeed(client.call('reports', 'getReport', { path }));
      const { url } = await succeed(
        client.call('reports', 'getReportDocument', {
          path: { reportDocumentId: report.reportDocumentId },
        }),
      );
      const file = await simulator.fetch(new Request(url));
      expect(file.headers.get('content-type')).toBe(`text/plain; charset=${encoding}`);
      const bytes = gunzipSync(Buffer.from(await file.arrayBuffer()));
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      for (const piece of pieces) expect(text).toContain(piece);
      expect(text).not.toContain(lost);
    },
  );

  test('a report without a row is cancelled', async () => {
    const { client } = await ready({ catalogue: 'none' });
    const { reportId } = await succeed(
      client.call('reports', 'createReport', {
        body: { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: [US] },
      }),
    );
    const report = await succeed(client.call('reports', 'getReport', { path: { reportId } }));
    expect(report.processingStatus).toBe('CANCELLED');
    expect(report.reportDocumentId).toBeUndefined();
    const all = await succeed(
      client.call('reports', 'getReports', {
        query: [['reportTypes', 'GET_MERCHANT_LISTINGS_ALL_DATA']],
      }),
    );
    expect(all.reports).toHaveLength(1);
  });

  test('listings that were dropped in exist at Amazon, and dropping them again replaces them', async () => {
    const { simulator, client } = await ready({ catalogue: 'none' });
    const { sellerId } = client.seller;
    const drop = (title: string) =>
      simulator.addListings(sellerId, [
        { sku: 'OWN-1', marketplaceId: US, title, asin: 'B012345678', condition: '11' },
      ]);
    await drop('First title');
    await drop('Second title');
    const reply = await succeed(
      client.call('listings', 'searchListingsItems', {
        path: { sellerId },
        query: [
          ['marketplaceIds', US],
          ['includedData', 'summaries,fulfillmentAvailability'],
        ],
      }),
    );
    expect(reply.numberOfResults).toBe(1);
    expect(reply.items[0].summaries[0]).toMatchObject({
      asin: 'B012345678',
      itemName: 'Second title',
      conditionType: 'new_new',
    });
  });

  test('the catalogue can be searched by keyword and by identifier', async () => {
    const { client } = await ready();
    const search = async (...query: [string, string][]) =>
      succeed(
        client.call('catalog', 'searchCatalogItems', {
          query: [
            ['marketplaceIds', US],
            ['includedData', 'summaries,dimensions,identifiers,images,productTypes,salesRanks'],
            ...query,
          ],
        }),
      );
    const mugs = await search(['keywords', 'mug']);
    expect(mugs.numberOfResults).toBe(2);
    const { asin } = mugs.items[0];
    const one = await search(['identifiers', asin], ['identifiersType', 'ASIN']);
    expect(one.items).toEqual([mugs.items[0]]);
    const item = await succeed(
      client.call('catalog', 'getCatalogItem', { path: { asin }, query: [['marketplaceIds', US]] }),
    );
    expect(item.summaries[0].itemName).toContain('Mug');
  });

  test('a product type says what a conversion needs', async () => {
    const { simulator, client } = await ready();
    const types = await succeed(
      client.call('definitions', 'searchDefinitionsProductTypes', {
        query: [
          ['marketplaceIds', US],
          ['keywords', 'socks'],
        ],
      }),
    );
    const [{ name: productType }] = types.productTypes;
    const definition = await succeed(
      client.call('definitions', 'getDefinitionsProductType', {
        path: { productType },
        query: [['marketplaceIds', US]],
      }),
    );
    const file = await simulator.fetch(new Request(definition.schema.link.resource));
    const schema = (await file.json()) as { properties: object };
    expect(Object.keys(schema.properties)).toContain('batteries_required');
  });

  test('back to the merchant: the channel is DEFAULT again, with a quantity', async () => {
    const { client } = await ready();
    const path = { sellerId: client.seller.sellerId, sku: 'BTL-SS-500' };
    const value = [{ fulfillment_channel_code: 'DEFAULT', quantity: 12 }];
    const body = {
      productType: 'BOTTLE',
      patches: [{ op: 'replace', path: '/attributes/fulfillment_availability', value }],
    };
    const query = [['marketplaceIds', US]] as const;
    const preview = await succeed(
      client.call('listings', 'patchListingsItem', {
        path,
        query: [...query, ['mode', 'VALIDATION_PREVIEW']],
        body,
      }),
    );
    expect(preview.status).toBe('VALID');
    const read = () =>
      succeed(
        client.call('listings', 'getListingsItem', {
          path,
          query: [...query, ['includedData', 'fulfillmentAvailability']],
        }),
      );
    expect((await read()).fulfillmentAvailability).toEqual([
      { fulfillmentChannelCode: 'AMAZON_NA' },
    ]);
    await succeed(client.call('listings', 'patchListingsItem', { path, query, body }));
    expect((await read()).fulfillmentAvailability).toEqual([
      { fulfillmentChannelCode: 'DEFAULT', quantity: 12 },
    ]);
    const plan = await client.perform('createInboundPlan', {
      body: {
        destinationMarketplaces: [US],
        sourceAddress: SHIP_FROM,
        items: [{ msku: 'BTL-SS-500', quantity: 1, prepOwner: 'NONE', labelOwner: 'SELLER' }],
      },
    });
    expect(plan.status).toBe(400);
  });

  test('under its quirk a replacement leaves DEFAULT beside FBA, until DEFAULT is deleted as well', async () => {
    const simulator = await newSimulator({ quirks: ['listingKeepsDefault'] });
    const client = await newSeller(simulator);
    const path = { sellerId: client.seller.sellerId, sku: 'PWR-BNK-20' };
    const query = [['marketplaceIds', US]] as const;
    const patch = (...patches: object[]) =>
      succeed(
        client.call('listings', 'patchListingsItem', {
          path,
          query,
          body: { productType: 'PORTABLE_POWER_BANK', patches },
        }),
      );
    const at = '/attributes/fulfillment_availability';
    const fba = [{ fulfillment_channel_code: 'AMAZON_NA' }];
    await patch({ op: 'replace', path: at, value: fba });
    const read = async () =>
      (
        await succeed(
          client.call('listings', 'getListingsItem', {
            path,
            query: [...query, ['includedData', 'fulfillmentAvailability,summaries']],
          }),
        )
      ).fulfillmentAvailability.map(
        (each: { fulfillmentChannelCode: string }) => each.fulfillmentChannelCode,
      );
    expect(await read()).toEqual(['DEFAULT', 'AMAZON_NA']);
    await patch({ op: 'delete', path: at, value: [{ fulfillment_channel_code: 'DEFAULT' }] });
    expect(await read()).toEqual(['AMAZON_NA']);
  });

  test('sandbox stock is added once for one idempotency token', async () => {
    const { client } = await ready({ catalogue: 'none' });
    const create = { sellerSku: 'BOX-1', marketplaceId: US, productName: 'A box' };
    await succeed(client.call('inventory', 'createInventoryItem', { body: create }));
    const add = (token: string) =>
      client.call('inventory', 'addInventory', {
        body: { inventoryItems: [{ sellerSku: 'BOX-1', marketplaceId: US, quantity: 5 }] },
        headers: { 'x-amzn-idempotency-token': token },
      });
    for (const token of ['one', 'one', 'two']) await succeed(add(token));
    const stock = await succeed(
      client.call('inventory', 'getInventorySummaries', {
        query: [
          ['granularityType', 'Marketplace'],
          ['granularityId', US],
          ['marketplaceIds', US],
        ],
      }),
    );
    expect(stock.payload.inventorySummaries[0].totalQuantity).toBe(10);
  });
});

test('units on their way stand in the inventory', async () => {
  const { simulator, client } = await ready();
  const planId = await planUpToPlacements(client);
  const [option] = await planOf(client, planId).placements();
  await succeed(
    client.perform('confirmPlacementOption', {
      path: { inboundPlanId: planId, placementOptionId: option.placementOptionId },
    }),
  );
  const stock = await succeed(
    client.call('inventory', 'getInventorySummaries', {
      query: [
        ['details', 'true'],
        ['granularityType', 'Marketplace'],
        ['granularityId', US],
        ['sellerSkus', 'BTL-SS-500'],
        ['marketplaceIds', US],
      ],
    }),
  );
  expect(stock.payload.inventorySummaries[0].inventoryDetails).toMatchObject({
    fulfillableQuantity: 96,
    inboundWorkingQuantity: 60,
  });
  await simulator.advance(HOUR);
});
