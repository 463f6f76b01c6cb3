import { OPERATIONS } from '#lib/sp-api-contract';
import { createGateway, type Gateway, type Transport } from '#lib/sp-api';
import { createVirtualTime, type VirtualTime } from '#lib/sp-api/testing';
import { createSimulator, memoryStore, type Provisioned } from '#lib/sp-api-simulator';
import { plainDocuments } from '#lib/sp-api-simulator/server';
import { quantile } from './quantile.ts';

const ENDPOINT = 'https://sellingpartnerapi.example';
const TOKEN_ENDPOINT = 'https://api.example/auth/o2/token';
const SELLER = {
  sellerId: 'A1BENCH',
  clientId: 'client',
  clientSecret: 'secret',
  refreshToken: 'refresh',
};

const CALLS = 4_000;
const WARM = 1_000;
const MOST_ADDED_MS = 2;
const LEAST_SHARE = 0.95;

/** What the gateway costs a call, and how close to the quota it goes without touching it. */
export async function benchGateway(print: (line: string) => void): Promise<void> {
  print('the gateway against a bare request        calls         bare     gateway       added');
  for (const [name, size] of [
    ['a plan', 0],
    ['a page of 1,000 boxes', 1_000],
  ] as const) {
    const { bare, through } = await overhead(size);
    const added = through - bare;
    const cells = [bare, through, added].map((ms) => `${ms.toFixed(3).padStart(9)} ms`).join('');
    const verdict = added < MOST_ADDED_MS ? 'within' : 'OVER';
    print(
      `  ${name.padEnd(40)}${String(CALLS).padStart(6)} x${cells}   ${verdict} ${MOST_ADDED_MS} ms`,
    );
  }
  print('');
  print('at the documented rates                        calls     429s    of the quota');
  for (const operation of PACED) {
    const { calls, refused, share } = await pace(operation);
    const verdict = refused === 0 && share >= LEAST_SHARE ? 'within' : 'OVER';
    const name = `${operation.name} ${operation.rate}/s, burst ${operation.burst}`;
    print(
      `  ${name.padEnd(45)}${String(calls).padStart(6)} x${String(refused).padStart(8)}` +
        `${(share * 100).toFixed(1).padStart(12)} %   ${verdict} 5 %`,
    );
  }
}

/** Medians of the same request over the same transport, bare and through the gateway, by turns. */
async function overhead(boxes: number) {
  const body = JSON.stringify(
    boxes === 0 ? PLAN : { boxes: Array.from({ length: boxes }, (_, index) => boxOf(index)) },
  );
  const transport: Transport = async ({ url }) =>
    url === TOKEN_ENDPOINT
      ? Response.json({ access_token: 'Atza|bench', expires_in: 3600 })
      : answer(body);
  const gateway = createGateway({
    transport,
    endpoint: ENDPOINT,
    tokenEndpoint: TOKEN_ENDPOINT,
    credentials: SELLER,
    sellerId: SELLER.sellerId,
    clock: { now: Date.now },
    sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    random: Math.random,
  });
  const inboundPlanId = PLAN.inboundPlanId;
  const path = `/inbound/fba/2024-03-20/inboundPlans/${inboundPlanId}`;
  const bareCall = async () => {
    const url = `${ENDPOINT}${path}${boxes === 0 ? '' : '/boxes?pageSize=1000'}`;
    const request = new Request(url, { headers: { 'x-amz-access-token': 'Atza|bench' } });
    return (await transport(request)).json();
  };
  const gatewayCall = async () =>
    boxes === 0
      ? gateway.inbound.getInboundPlan({ inboundPlanId })
      : gateway.inbound.listInboundPlanBoxes({ inboundPlanId, pageSize: 1_000 });
  const bare: number[] = [];
  const through: number[] = [];
  for (let round = 0; round < WARM + CALLS; round += 1) {
    const [a, b] = [await timed(bareCall), await timed(gatewayCall)];
    if (round < WARM) continue;
    bare.push(a);
    through.push(b);
  }
  return { bare: quantile(bare, 0.5), through: quantile(through, 0.5) };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

// A quota that is never in the way: the header raises it beyond what one caller can use.
function answer(body: string): Response {
  return new Response(body, {
    headers: { 'content-type': 'application/json', 'x-amzn-ratelimit-limit': '1000000' },
  });
}

const PLAN = {
  inboundPlanId: 'wf00000000-0000-4000-8000-000000000000',
  name: 'Bench',
  status: 'ACTIVE',
  createdAt: '2026-11-23T09:00:00Z',
  lastUpdatedAt: '2026-11-23T09:00:00Z',
  marketplaceIds: ['ATVPDKIKX0DER'],
};

function boxOf(index: number): object {
  return {
    boxId: `FBA15DNRSX7U${String(index + 1).padStart(6, '0')}`,
    packageId: `pk00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    dimensions: { length: 18, width: 14, height: 12, unitOfMeasurement: 'IN' },
    weight: { value: 22.5, unit: 'LB' },
    items: [{ msku: `BULK-${index}`, quantity: 10, asin: 'B0BENCH001', fnsku: 'X00BENCH01' }],
    quantity: 1,
  };
}

type Paced = {
  readonly name: string;
  readonly rate: number;
  readonly burst: number;
  readonly call: (gateway: Gateway) => Promise<{ readonly ok: boolean }>;
};

const plan = { inboundPlanId: PLAN.inboundPlanId };
const PACED: readonly Paced[] = [
  paced('getInboundPlan', (gateway) => gateway.inbound.getInboundPlan(plan)),
  paced('generatePackingOptions', (gateway) => gateway.inbound.generatePackingOptions(plan)),
  paced('listPlacementOptions', (gateway) => gateway.inbound.listPlacementOptions(plan)),
  paced('generateDeliveryWindowOptions', (gateway) =>
    gateway.inbound.generateDeliveryWindowOptions({
      ...plan,
      shipmentId: 'sh00000000-0000-4000-8000-000000000000',
    }),
  ),
  paced('getMarketplaceParticipations', (gateway) =>
    gateway.sellers.getMarketplaceParticipations(),
  ),
  paced('searchOrders', (gateway) =>
    gateway.orders.searchOrders({ createdAfter: '2026-11-01T00:00:00Z' }),
  ),
];

function paced(id: string, call: Paced['call']): Paced {
  const operation = OPERATIONS.find((candidate) => candidate.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return { name: id, rate: operation.rate, burst: operation.burst, call };
}

const STEADY = 200;
/** Requests take up to this long to get to Amazon, and answers as long to come back. */
const TRAVEL_MS = 40;

/** More callers than the quota lets through, all at once, against the simulated Amazon's buckets. */
async function pace({ rate, burst, call }: Paced) {
  const time = createVirtualTime(Date.UTC(2026, 10, 23, 9));
  const simulator = await createSimulator({
    seed: 7,
    clock: time.clock,
    store: memoryStore(),
    documents: plainDocuments,
    latency: { minMs: 0, maxMs: 0 },
  });
  const seller: Provisioned = await simulator.openScenario('empty');
  const arrived: number[] = [];
  let refused = 0;
  const transport = onTheWay(time, async (request) => {
    const response = await simulator.fetch(request);
    if (response.status === 429) refused += 1;
    else if (!request.url.startsWith(TOKEN_ENDPOINT)) arrived.push(time.clock.now());
    return response;
  });
  const gateway = createGateway({
    transport,
    endpoint: ENDPOINT,
    tokenEndpoint: TOKEN_ENDPOINT,
    credentials: seller,
    sellerId: seller.sellerId,
    clock: time.clock,
    sleep: time.sleep,
    random: () => 0.5,
    patienceMs: Number.POSITIVE_INFINITY,
  });
  const calls = burst + STEADY;
  await time.run(Promise.all(Array.from({ length: calls }, () => call(gateway))));
  const took = Math.max(...arrived) - Math.min(...arrived);
  return { calls, refused, share: (STEADY * 1_000) / rate / took };
}

function onTheWay(time: VirtualTime, transport: Transport): Transport {
  let count = 0;
  return async (request) => {
    count += 1;
    await time.sleep((count * 17) % TRAVEL_MS);
    const response = await transport(request);
    await time.sleep((count * 29) % TRAVEL_MS);
    return response;
  };
}
