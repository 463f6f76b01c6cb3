import { HOUR, invariant } from '#lib/kernel';

import type { Simulator } from '../index.ts';
import { callInbound } from './all-inbound.ts';
import { callOrders } from './all-orders.ts';
import type { Reply, TestClient } from './client.ts';
import { succeed, US } from './world.ts';

/** A client that remembers the last answer of every operation that went well. */
export function remembering(client: TestClient, seen: Map<string, Reply>): TestClient {
  const call: TestClient['call'] = async (api, id, input) => {
    const reply = await client.call(api, id, input);
    if (reply.status < 300) seen.set(`${api} ${id}`, reply);
    return reply;
  };
  return {
    ...client,
    call,
    perform: async (id, input) => {
      const done = await client.perform(id, input);
      if (done.status < 300) {
        const { operationStatus: _, operation: _o, operationProblems: _p, ...body } = done.body;
        seen.set(`inbound ${id}`, { ...done, status: 202, body });
      }
      return done;
    },
    pages: async (id, key, input, pageSize = 10) => {
      const found: Reply['body'][] = [];
      let next: string | undefined;
      do {
        const query: (readonly [string, string])[] = [['pageSize', String(pageSize)]];
        if (next !== undefined) query.push(['paginationToken', next]);
        const page = await call('inbound', id, {
          ...input,
          query: [...(input.query ?? []), ...query],
        });
        invariant(page.status === 200, `${id} ${JSON.stringify(page.body)}`);
        found.push(...page.body[key]);
        next = page.body.pagination?.nextToken;
      } while (next !== undefined);
      return found;
    },
  };
}

/** Goes through every operation that an ordinary store has, once at least, with success. */
export async function callEverything(simulator: Simulator, client: TestClient): Promise<void> {
  await callInbound(simulator, client);
  await callListings(client);
  await callOrders(simulator, client);
  await callDocuments(simulator, client);
  await callNotifications(client);
  await callTheRest(client);
}

async function callListings(client: TestClient): Promise<void> {
  const { sellerId } = client.seller;
  const store = ['marketplaceIds', US] as const;
  const on = (sku: string) => ({ path: { sellerId, sku }, query: [store] });
  const get = (api: string, id: string, input: object) => succeed(client.call(api, id, input));
  await get('listings', 'searchListingsItems', { path: { sellerId }, query: [store] });
  const item = await get('listings', 'getListingsItem', {
    ...on('BTL-SS-750'),
    query: [store, ['includedData', 'summaries,attributes,issues,offers,fulfillmentAvailability']],
  });
  const availability = [{ fulfillment_channel_code: 'DEFAULT', quantity: 12 }];
  const path = '/attributes/fulfillment_availability';
  await get('listings', 'patchListingsItem', {
    ...on('BTL-SS-750'),
    body: { productType: 'BOTTLE', patches: [{ op: 'replace', path, value: availability }] },
  });
  await get('listings', 'putListingsItem', {
    ...on('BTL-SS-750'),
    body: { productType: 'BOTTLE', attributes: item.attributes },
  });
  await get('listings', 'deleteListingsItem', on('DVD-HRZ-U'));
  const asin = String(item.summaries[0].asin);
  await get('restrictions', 'getListingsRestrictions', {
    query: [['asin', asin], ['sellerId', sellerId], store],
  });
  await get('definitions', 'searchDefinitionsProductTypes', { query: [store] });
  await get('definitions', 'getDefinitionsProductType', {
    path: { productType: 'BOTTLE' },
    query: [store],
  });
  await get('catalog', 'searchCatalogItems', { query: [store, ['keywords', 'bottle']] });
  await get('catalog', 'getCatalogItem', { path: { asin }, query: [store] });
  await get('eligibility', 'getItemEligibilityPreview', {
    query: [
      ['asin', asin],
      ['program', 'INBOUND'],
      ['marketplaceIds', US],
    ],
  });
  await callFees(client, asin);
}

async function callFees(client: TestClient, asin: string): Promise<void> {
  const asked = {
    MarketplaceId: US,
    IsAmazonFulfilled: true,
    PriceToEstimateFees: { ListingPrice: { CurrencyCode: 'USD', Amount: 21.95 } },
    Identifier: 'one',
  };
  const body = { FeesEstimateRequest: asked };
  const [bySku, byAsin] = [{ SellerSKU: 'BTL-SS-500' }, { Asin: asin }];
  await succeed(client.call('fees', 'getMyFeesEstimateForSKU', { path: bySku, body }));
  await succeed(client.call('fees', 'getMyFeesEstimateForASIN', { path: byAsin, body }));
  await succeed(
    client.call('fees', 'getMyFeesEstimates', {
      body: [{ ...body, IdType: 'SellerSKU', IdValue: 'BTL-SS-500' }],
    }),
  );
}

async function callDocuments(simulator: Simulator, client: TestClient): Promise<void> {
  const reportType = 'GET_MERCHANT_LISTINGS_ALL_DATA';
  const report = { reportType, marketplaceIds: [US] };
  const get = (api: string, id: string, input: object) => succeed(client.call(api, id, input));
  const { reportId } = await get('reports', 'createReport', { body: report });
  const spare = await get('reports', 'createReport', { body: { ...report, marketplaceIds: [US] } });
  await get('reports', 'cancelReport', { path: spare });
  await simulator.advance(HOUR);
  const done = await get('reports', 'getReport', { path: { reportId } });
  await get('reports', 'getReports', { query: [['reportTypes', reportType]] });
  const document = { reportDocumentId: String(done.reportDocumentId) };
  await get('reports', 'getReportDocument', { path: document });
  const { reportScheduleId } = await get('reports', 'createReportSchedule', {
    body: { ...report, period: 'P1D', nextReportCreationTime: '2030-01-01T00:00:00Z' },
  });
  await get('reports', 'getReportSchedules', { query: [['reportTypes', reportType]] });
  await get('reports', 'getReportSchedule', { path: { reportScheduleId } });
  await get('reports', 'cancelReportSchedule', { path: { reportScheduleId } });
  const contentType = 'text/tab-separated-values; charset=UTF-8';
  const upload = { body: { contentType } };
  const { feedDocumentId, url } = await get('feeds', 'createFeedDocument', upload);
  await simulator.fetch(
    new Request(String(url), {
      method: 'PUT',
      headers: { 'content-type': contentType },
      body: 'order-id\tship-date\tcarrier-code\n',
    }),
  );
  const feedType = 'POST_FLAT_FILE_FULFILLMENT_DATA';
  const { feedId } = await get('feeds', 'createFeed', {
    body: { feedType, marketplaceIds: [US], inputFeedDocumentId: feedDocumentId },
  });
  const unused = await get('feeds', 'createFeedDocument', upload);
  const spareFeed = await get('feeds', 'createFeed', {
    body: { feedType, marketplaceIds: [US], inputFeedDocumentId: unused.feedDocumentId },
  });
  await get('feeds', 'cancelFeed', { path: spareFeed });
  await simulator.advance(HOUR);
  const feed = await get('feeds', 'getFeed', { path: { feedId } });
  await get('feeds', 'getFeeds', { query: [['feedTypes', feedType]] });
  await get('feeds', 'getFeedDocument', { path: { feedDocumentId: feed.resultFeedDocumentId } });
}

async function callNotifications(client: TestClient): Promise<void> {
  const get = (id: string, input: object = {}) => succeed(client.call('notifications', id, input));
  const arn = 'arn:aws:sqs:us-east-2:444455556666:all';
  const { payload: destination } = await get('createDestination', {
    body: { name: 'All', resourceSpecification: { sqs: { arn } } },
  });
  const { destinationId } = destination;
  await get('getDestinations');
  await get('getDestination', { path: { destinationId } });
  const type = { notificationType: 'ORDER_CHANGE' };
  const { payload: subscription } = await get('createSubscription', {
    path: type,
    body: { payloadVersion: '1.0', destinationId },
  });
  const one = { path: { ...type, subscriptionId: subscription.subscriptionId } };
  await get('getSubscription', { path: type });
  await get('getSubscriptions', { query: [['notificationTypes', 'ORDER_CHANGE']] });
  await get('getSubscriptionById', one);
  await get('sendTestNotification', { path: type, body: { destinationId } });
  await get('deleteSubscriptionById', one);
  await get('deleteDestination', { path: { destinationId } });
}

async function callTheRest(client: TestClient): Promise<void> {
  await succeed(client.call('sellers', 'getMarketplaceParticipations'));
  await succeed(client.call('sellers', 'getAccount'));
  const granularity = [
    ['granularityType', 'Marketplace'],
    ['granularityId', US],
  ] as const;
  await succeed(
    client.call('inventory', 'getInventorySummaries', {
      query: [...granularity, ['marketplaceIds', US], ['details', 'true']],
    }),
  );
  const item = { sellerSku: 'ALL-1', marketplaceId: US };
  await succeed(
    client.call('inventory', 'createInventoryItem', {
      body: { ...item, productName: 'One of all' },
    }),
  );
  await succeed(
    client.call('inventory', 'addInventory', {
      headers: { 'x-amzn-idempotency-token': 'once' },
      body: { inventoryItems: [{ ...item, quantity: 5 }] },
    }),
  );
  await succeed(
    client.call('inventory', 'deleteInventoryItem', {
      path: { sellerSku: 'ALL-1' },
      query: [['marketplaceId', US]],
    }),
  );
}
