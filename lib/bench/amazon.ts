import { invariant } from '#lib/kernel';

import { type Bench, type Body, type Input, open, pages, START, US } from './amazon-client.ts';
import { benchGateway } from './gateway.ts';
import { quantile } from './quantile.ts';

const LIMIT_MS = 50;

/** The simulator at the size of the largest sellers, per operation; then what the gateway adds. */
export async function benchAmazon(
  print: (line: string) => void,
  words: readonly string[],
): Promise<void> {
  const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : undefined;
  const isWanted = (part: string) => only === undefined || only === part;
  // A server that has been up for a while: what is measured is the work, not the compiling of it.
  await planOf(5_000);
  for (const [, title, run] of PARTS.filter(([name]) => isWanted(name))) {
    const times = await run();
    print(`${title.padEnd(42)} calls         p50         p95         max`);
    for (const [name, each] of [...times].sort(([a], [b]) => (a < b ? -1 : 1)))
      print(lineOf(name, each));
    const all = [...times.values()].flat();
    const verdict = quantile(all, 0.95) < LIMIT_MS ? 'within' : 'OVER';
    print(`${lineOf('all calls', all)}   ${verdict} ${LIMIT_MS} ms at p95\n`);
  }
  if (isWanted('gateway')) await benchGateway(print);
}

const PARTS = [
  ['plan', 'plans of 2,000 SKUs in 5,000 boxes', somePlans],
  ['options', '1,400 transportation options', manyOptions],
  ['shipments', '50 shipments of a dozen plans', manyShipments],
  ['orders', '100,000 orders', manyOrders],
] as const satisfies readonly (readonly [string, string, () => Promise<Map<string, number[]>>])[];

function lineOf(name: string, times: readonly number[]): string {
  const cell = (ms: number) => `${ms.toFixed(1).padStart(9)} ms`;
  const cells = [0.5, 0.95, 1].map((share) => cell(quantile(times, share))).join('');
  return `  ${name.padEnd(40)}${String(times.length).padStart(6)} x${cells}`;
}

const OWNERS = { prepOwner: 'NONE', labelOwner: 'SELLER' };

async function placedPlan(
  bench: Bench,
  items: readonly { readonly msku: string; readonly quantity: number }[],
  boxes: readonly object[],
): Promise<Input & { readonly path: Readonly<Record<string, string>> }> {
  const { perform } = bench;
  const { inboundPlanId } = await perform('createInboundPlan', {
    body: {
      destinationMarketplaces: [US],
      name: 'Bench',
      sourceAddress: {
        name: 'Dock One',
        addressLine1: '500 Harbor Street',
        city: 'Oakland',
        stateOrProvinceCode: 'CA',
        postalCode: '94607',
        countryCode: 'US',
        phoneNumber: '5105550100',
      },
      items: items.map((item) => ({ ...item, ...OWNERS })),
    },
  });
  const path = { inboundPlanId: String(inboundPlanId) };
  await perform('generatePackingOptions', { path });
  const [packing] = await pages(bench, 'listPackingOptions', { key: 'packingOptions' }, { path });
  const packingOptionId = String(packing.packingOptionId);
  await perform('confirmPackingOption', { path: { ...path, packingOptionId } });
  const packageGroupings = [{ packingGroupId: packing.packingGroups[0], boxes }];
  await perform('setPackingInformation', { path, body: { packageGroupings } });
  await perform('generatePlacementOptions', { path });
  const placements = await pages(
    bench,
    'listPlacementOptions',
    { key: 'placementOptions' },
    { path },
  );
  const most = placements.reduce((best, each) =>
    each.shipmentIds.length > best.shipmentIds.length ? each : best,
  );
  const placementOptionId = String(most.placementOptionId);
  await perform('confirmPlacementOption', { path: { ...path, placementOptionId } });
  const readyToShipWindow = { start: new Date(START + 86_400_000).toISOString() };
  const shipmentTransportationConfigurations = most.shipmentIds.map((shipmentId: string) => ({
    shipmentId,
    readyToShipWindow,
  }));
  const body = { placementOptionId, shipmentTransportationConfigurations };
  await perform('generateTransportationOptions', { path, body });
  return { path };
}

async function shipmentsOf(bench: Bench, plan: Input): Promise<string[]> {
  const { shipments } = await bench.call('inbound', 'getInboundPlan', plan);
  return shipments.map(({ shipmentId }: Body) => String(shipmentId));
}

async function confirmCarriers(bench: Bench, plan: Input): Promise<string[]> {
  const shipmentIds = await shipmentsOf(bench, plan);
  const transportationSelections = [];
  for (const shipmentId of shipmentIds) {
    const query = [['shipmentId', shipmentId]] as const;
    const listed = { key: 'transportationOptions' };
    const options = await pages(bench, 'listTransportationOptions', listed, { ...plan, query });
    const chosen = options.find(
      ({ shippingSolution, shippingMode }) =>
        shippingSolution === 'AMAZON_PARTNERED_CARRIER' && shippingMode === 'GROUND_SMALL_PARCEL',
    );
    const { transportationOptionId } = chosen;
    transportationSelections.push({ shipmentId, transportationOptionId });
  }
  await bench.perform('confirmTransportationOptions', {
    ...plan,
    body: { transportationSelections },
  });
  return shipmentIds;
}

const BOX = {
  contentInformationSource: 'BOX_CONTENT_PROVIDED',
  dimensions: { length: 18, width: 14, height: 12, unitOfMeasurement: 'IN' },
  weight: { value: 22.5, unit: 'LB' },
};
const sku = (index: number) => `BULK-${String(index + 1).padStart(4, '0')}`;

/** One plan from its items to its labels, two SKUs to five boxes, and everything read back. */
async function planOf(count: number): Promise<Map<string, number[]>> {
  const bench = await open('volume');
  const items = Array.from({ length: (count / 5) * 2 }, (_, index) => ({
    msku: sku(index),
    quantity: 10,
  }));
  const boxes = Array.from({ length: count / 5 }, (_, index) => ({
    ...BOX,
    quantity: 5,
    items: [0, 1].map((half) => ({ msku: sku(index * 2 + half), quantity: 2, ...OWNERS })),
  }));
  const plan = await placedPlan(bench, items, boxes);
  let seen = 0;
  for (const shipmentId of await confirmCarriers(bench, plan)) {
    const path = { ...plan.path, shipmentId };
    seen += (await pages(bench, 'listShipmentBoxes', { key: 'boxes', size: 100 }, { path })).length;
    await pages(bench, 'listShipmentItems', { key: 'items', size: 100 }, { path });
    const { shipmentConfirmationId } = await bench.call('inbound', 'getShipment', { path });
    await bench.call('inbound-v0', 'getLabels', {
      path: { shipmentId: String(shipmentConfirmationId) },
      query: [
        ['PageType', 'PackageLabel_Thermal'],
        ['LabelType', 'UNIQUE'],
      ],
    });
  }
  invariant(seen === count, `${seen} boxes were read`);
  await pages(bench, 'listInboundPlanItems', { key: 'items', size: 100 }, plan);
  return bench.times;
}

const PLANS = 4;

async function somePlans(): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < PLANS; round += 1)
    for (const [name, each] of await planOf(5_000))
      times.set(name, [...(times.get(name) ?? []), ...each]);
  return times;
}

async function manyOptions(): Promise<Map<string, number[]>> {
  const bench = await open('volume', ['manyOptions']);
  const items = [{ msku: sku(0), quantity: 100 }];
  const boxes = [{ ...BOX, quantity: 10, items: [{ msku: sku(0), quantity: 10, ...OWNERS }] }];
  const plan = await placedPlan(bench, items, boxes);
  const [shipmentId = ''] = await shipmentsOf(bench, plan);
  const query = [['shipmentId', shipmentId]] as const;
  const listed = { key: 'transportationOptions' };
  const options = await pages(bench, 'listTransportationOptions', listed, { ...plan, query });
  invariant(options.length > 1_300, `${options.length} options were offered`);
  return bench.times;
}

async function manyShipments(): Promise<Map<string, number[]>> {
  const bench = await open('volume');
  const confirmed: string[] = [];
  for (let round = 0; confirmed.length < 50; round += 1) {
    const mine = Array.from({ length: 10 }, (_, index) => sku(round * 10 + index));
    const items = mine.map((msku) => ({ msku, quantity: 100 }));
    const boxes = mine.map((msku) => ({
      ...BOX,
      quantity: 10,
      items: [{ msku, quantity: 10, ...OWNERS }],
    }));
    const plan = await placedPlan(bench, items, boxes);
    for (const shipmentId of await confirmCarriers(bench, plan)) {
      const path = { ...plan.path, shipmentId };
      const { shipmentConfirmationId } = await bench.call('inbound', 'getShipment', { path });
      confirmed.push(String(shipmentConfirmationId));
    }
  }
  for (let at = 0; at < confirmed.length; at += 10)
    await bench.call('inbound-v0', 'getShipments', {
      query: [
        ['QueryType', 'SHIPMENT'],
        ['MarketplaceId', US],
        ['ShipmentIdList', confirmed.slice(at, at + 10).join(',')],
      ],
    });
  await pages(bench, 'listInboundPlans', { key: 'inboundPlans', size: 30 }, {});
  return bench.times;
}

const ORDERS = 100_000;

async function manyOrders(): Promise<Map<string, number[]>> {
  const bench = await open('empty');
  const { simulator, seller, call } = bench;
  await simulator.addListings(
    seller.sellerId,
    Array.from({ length: 500 }, (_, index) => ({
      sku: sku(index),
      marketplaceId: US,
      title: `Practice Part No. ${index + 1}`,
      quantity: 1_000_000,
    })),
  );
  const since = new Date(START).toISOString();
  await arrivals(bench, ORDERS);
  let count = 0;
  for (let hour = 0; count < ORDERS; hour += 1) {
    await simulator.advance(3_600_000);
    count = hour < 22 ? 0 : await countOrders(bench, since);
  }
  await arrivals(bench, 0);
  bench.times.clear();
  await countOrders(bench, since);
  const recent = new Date(simulator.now() - 3_600_000).toISOString();
  const included = ['includedData', 'BUYER,RECIPIENT,PROCEEDS,FULFILLMENT'] as const;
  for (let round = 0; round < 20; round += 1) {
    const query = [['lastUpdatedAfter', recent], included] as const;
    const { orders } = await call('orders', 'searchOrders', { query });
    const path = { orderId: String(orders[round].orderId) };
    await call('orders', 'getOrder', { path, query: [included] });
    await call('orders-v0', 'getOrderItems', { path });
  }
  return bench.times;
}

async function arrivals({ simulator, seller }: Bench, perDay: number): Promise<void> {
  const body = { sellerId: seller.sellerId, marketplaceId: US, perDay };
  await simulator.fetch(
    new Request('https://sim.example/_sim/orders', { method: 'PUT', body: JSON.stringify(body) }),
  );
}

async function countOrders({ call }: Bench, since: string): Promise<number> {
  let count = 0;
  let next: string | undefined;
  do {
    const query: [string, string][] = [['createdAfter', since]];
    if (next !== undefined) query.push(['paginationToken', next]);
    const body = await call('orders', 'searchOrders', { query });
    count += body.orders.length;
    next = body.pagination?.nextToken;
  } while (next !== undefined);
  return count;
}
