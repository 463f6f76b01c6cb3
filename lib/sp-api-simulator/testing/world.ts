import { type Instant, invariant } from '#lib/kernel';

import { vi } from 'vitest';

import { createSimulator, memoryStore, type Simulator, type SimulatorOptions } from '../index.ts';
import { connect, type TestClient } from './client.ts';

// Whole journeys on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 });

export const US = 'ATVPDKIKX0DER';
export const START: Instant = Date.UTC(2026, 10, 23, 9, 0, 0);

const encoder = new TextEncoder();

export const DOCUMENTS: SimulatorOptions['documents'] = {
  boxLabels: async (labels, pageType) =>
    encoder.encode(`%PDF ${pageType} ${labels.map(({ boxId }) => boxId).join(' ')}`),
  itemLabels: async (labels, page) =>
    encoder.encode(`%PDF ${JSON.stringify(page)} ${labels.map(({ fnsku }) => fnsku).join(' ')}`),
};

export async function newSimulator(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return createSimulator({
    seed: 7,
    clock: { now: () => START },
    store: memoryStore(),
    documents: DOCUMENTS,
    latency: { minMs: 0, maxMs: 0 },
    throttle: false,
    ...options,
  });
}

export async function newSeller(
  simulator: Simulator,
  input: Partial<Parameters<Simulator['provisionSeller']>[0]> = {},
): Promise<TestClient> {
  const seller = await simulator.provisionSeller({
    key: 'one',
    name: 'First Seller',
    marketplaceIds: [US],
    ...input,
  });
  return connect(simulator, seller);
}

export const SHIP_FROM = {
  name: 'Dock One',
  addressLine1: '500 Harbor Street',
  city: 'Oakland',
  stateOrProvinceCode: 'CA',
  postalCode: '94607',
  countryCode: 'US',
  phoneNumber: '5105550100',
};

export type Line = {
  readonly msku: string;
  readonly quantity: number;
  readonly prepOwner?: string;
  readonly labelOwner?: string;
  readonly expiration?: string;
};

export function planBody(lines: readonly Line[], name = 'Test plan'): object {
  return {
    destinationMarketplaces: [US],
    name,
    sourceAddress: SHIP_FROM,
    items: lines.map((line) => ({ prepOwner: 'NONE', labelOwner: 'SELLER', ...line })),
  };
}

export const BOX = {
  contentInformationSource: 'BOX_CONTENT_PROVIDED',
  dimensions: { length: 18, width: 14, height: 12, unitOfMeasurement: 'IN' },
  weight: { value: 22.5, unit: 'LB' },
};

/** Units that need no expiry date and no prep, ten boxes of six to a carton. */
export const PLAIN: readonly Line[] = [
  { msku: 'BTL-SS-500', quantity: 60 },
  { msku: 'CBL-USBC-2', quantity: 60 },
];

/** Walks a plan up to its placement options and gives back the plan's id. */
export async function planUpToPlacements(
  client: TestClient,
  lines: readonly Line[] = PLAIN,
  cartons = 10,
): Promise<string> {
  const planId = await planUpToPacking(client, lines);
  await pack(client, planId, cartons);
  await succeed(client.perform('generatePlacementOptions', { path: { inboundPlanId: planId } }));
  return planId;
}

export async function planUpToPacking(
  client: TestClient,
  lines: readonly Line[] = PLAIN,
): Promise<string> {
  const created = await succeed(client.perform('createInboundPlan', { body: planBody(lines) }));
  const planId = String(created.inboundPlanId);
  const path = { inboundPlanId: planId };
  await succeed(client.perform('generatePackingOptions', { path }));
  const [option] = await client.pages('listPackingOptions', 'packingOptions', { path });
  await succeed(
    client.perform('confirmPackingOption', {
      path: { ...path, packingOptionId: option.packingOptionId },
    }),
  );
  return planId;
}

/** Packs every group into `cartons` identical boxes, as far as quantities divide. */
export async function pack(client: TestClient, planId: string, cartons: number): Promise<void> {
  const path = { inboundPlanId: planId };
  const options = await client.pages('listPackingOptions', 'packingOptions', { path });
  const accepted = options.find(({ status }) => status === 'ACCEPTED');
  const packageGroupings = [];
  for (const packingGroupId of accepted.packingGroups) {
    const items = await client.pages('listPackingGroupItems', 'items', {
      path: { ...path, packingGroupId },
    });
    packageGroupings.push({ packingGroupId, boxes: [boxWith(items, cartons)] });
  }
  await succeed(client.perform('setPackingInformation', { path, body: { packageGroupings } }));
}

function boxWith(items: readonly Line[], cartons: number): object {
  return {
    ...BOX,
    quantity: cartons,
    items: items.map(({ msku, quantity, expiration, ...item }) => {
      invariant(quantity % cartons === 0, `${quantity} of ${msku} do not fill ${cartons} cartons`);
      const owners = item as { prepInstructions?: { prepOwner: string }[]; labelOwner?: string };
      return {
        msku,
        quantity: quantity / cartons,
        labelOwner: owners.labelOwner,
        prepOwner: owners.prepInstructions?.at(-1)?.prepOwner ?? 'NONE',
        ...(expiration ? { expiration } : {}),
      };
    }),
  };
}

type Body = Awaited<ReturnType<TestClient['call']>>['body'];

/** The body of an operation that must have succeeded. */
export async function succeed(reply: ReturnType<TestClient['call']>): Promise<Body> {
  const { body, status } = await reply;
  invariant(
    status < 300 && (body?.operationStatus ?? 'SUCCESS') === 'SUCCESS',
    `${status} ${JSON.stringify(body)}`,
  );
  return body;
}
