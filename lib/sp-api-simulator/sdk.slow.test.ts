import { FulfillmentInboundApi } from '@sp-api-sdk/fulfillment-inbound-api-2024-03-20';
import { create } from 'axios';
import { afterEach, expect, test } from 'vitest';

import { listen, type Listening } from './server.ts';
import { accessToken } from './testing/client.ts';
import {
  BOX,
  newSeller,
  newSimulator,
  pack,
  planBody,
  PLAIN,
  SHIP_FROM,
  succeed,
  US,
} from './testing/world.ts';

let server: Listening | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

test('invariant 34: the typed client over HTTP and ours over Request end in the same state', async () => {
  const [over, direct] = [await newSimulator(), await newSimulator()];
  server = await listen(over, 0);
  const { seller } = await newSeller(over);
  const token = await accessToken(over, seller);
  const http = create({ headers: { 'x-amz-access-token': token } });
  const api = new FulfillmentInboundApi(undefined, server.endpoint, http);
  const body = {
    name: 'Test plan',
    destinationMarketplaces: [US],
    sourceAddress: SHIP_FROM,
    items: PLAIN.map(({ msku, quantity }) => ({
      msku,
      quantity,
      prepOwner: 'NONE' as const,
      labelOwner: 'SELLER' as const,
    })),
  };
  const created = await api.createInboundPlan({ body });
  const { inboundPlanId } = created.data;
  const status = await api.getInboundOperationStatus({ operationId: created.data.operationId });
  expect(status.data.operationStatus).toBe('SUCCESS');
  await api.generatePackingOptions({ inboundPlanId });
  const { data } = await api.listPackingOptions({ inboundPlanId });
  const [option] = data.packingOptions;
  if (!option) throw new Error('no packing option');
  await api.confirmPackingOption({ inboundPlanId, packingOptionId: option.packingOptionId });
  const [packingGroupId = ''] = option.packingGroups;
  await api.setPackingInformation({
    inboundPlanId,
    body: {
      packageGroupings: [
        {
          packingGroupId,
          boxes: [
            {
              contentInformationSource: 'BOX_CONTENT_PROVIDED',
              dimensions: { ...BOX.dimensions, unitOfMeasurement: 'IN' },
              weight: { ...BOX.weight, unit: 'LB' },
              quantity: 10,
              items: PLAIN.map(({ msku, quantity }) => ({
                msku,
                quantity: quantity / 10,
                prepOwner: 'NONE' as const,
                labelOwner: 'SELLER' as const,
              })),
            },
          ],
        },
      ],
    },
  });
  await api.generatePlacementOptions({ inboundPlanId, body: {} });
  const placements = await api.listPlacementOptions({ inboundPlanId });
  expect(placements.data.placementOptions.length).toBeGreaterThan(1);

  const client = await newSeller(direct);
  const same = await succeed(client.perform('createInboundPlan', { body: planBody(PLAIN) }));
  const path = { inboundPlanId: String(same.inboundPlanId) };
  expect(path.inboundPlanId).toBe(inboundPlanId);
  await succeed(client.perform('generatePackingOptions', { path }));
  const { packingOptionId } = option;
  await succeed(client.perform('confirmPackingOption', { path: { ...path, packingOptionId } }));
  await pack(client, inboundPlanId, 10);
  await succeed(client.perform('generatePlacementOptions', { path, body: {} }));
  expect(await direct.stateHash()).toBe(await over.stateHash());
});

test('the typed client encodes SKUs once, which Amazon does not understand for a comma', async () => {
  const simulator = await newSimulator();
  server = await listen(simulator, 0);
  const { seller } = await newSeller(simulator);
  const token = await accessToken(simulator, seller);
  const http = create({
    headers: { 'x-amz-access-token': token },
    validateStatus: () => true,
  });
  const api = new FulfillmentInboundApi(undefined, server.endpoint, http);
  const ask = async (...mskus: string[]) =>
    (await api.listPrepDetails({ marketplaceId: US, mskus })).status;
  expect(await ask('BTL-SS-500', 'TWL-TRK-01')).toBe(200);
  expect(await ask('A+B%,C/D 1')).toBe(400);
  expect(await ask('A%2BB%25%2CC/D 1')).toBe(200);
});

test('a body that is too large is refused before it is read', async () => {
  const simulator = await newSimulator();
  server = await listen(simulator, 0);
  const { seller } = await newSeller(simulator);
  const token = await accessToken(simulator, seller);
  const response = await fetch(`${server.endpoint}/inbound/fba/2024-03-20/inboundPlans`, {
    method: 'POST',
    headers: { 'x-amz-access-token': token, 'content-type': 'application/json' },
    body: ' '.repeat(21 * 1024 * 1024),
  }).catch(() => undefined);
  expect(response === undefined || response.status === 413).toBe(true);
});
