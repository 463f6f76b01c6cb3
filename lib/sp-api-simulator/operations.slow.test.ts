import { describe, expect, test } from 'vitest';

import { OPERATIONS } from '#lib/sp-api-contract';

import { HANDLERS } from './handlers.ts';
import type { Reply } from './testing/client.ts';
import { callEverything, remembering } from './testing/everything.ts';
import { examplesOf, shapeOf } from './testing/examples.ts';
import { modelCheck, modelsFolder } from './testing/models.ts';
import { newSeller, newSimulator } from './testing/world.ts';

const folder = modelsFolder();
const models = describe.skipIf(folder === undefined);

/** Operations that only refuse, because nothing they are about exists in an ordinary store. */
const REFUSED_HERE: Readonly<Record<string, string>> = {
  'inbound getDeliveryChallanDocument': 'India only',
  'inbound listItemComplianceDetails': 'India only',
  'inbound updateItemComplianceDetails': 'India only',
  'inbound cancelSelfShipAppointment': 'self-ship: MX, BR, EG, SA, AE and IN only',
  'inbound getSelfShipAppointmentSlots': 'self-ship',
  'inbound generateSelfShipAppointmentSlots': 'self-ship',
  'inbound scheduleSelfShipAppointment': 'self-ship',
  'orders-v0 updateShipmentStatus': 'orders that are picked up in a shop',
  'orders-v0 getOrderRegulatedInfo': 'orders with a prescription',
  'orders-v0 updateVerificationStatus': 'orders with a prescription',
};

const name = ({ api, id }: { readonly api: string; readonly id: string }) => `${api} ${id}`;

test('every operation of the contract is answered, and no other', () => {
  expect(HANDLERS.map(name).sort()).toEqual(OPERATIONS.map(name).sort());
});

test('every operation can be called with success, and answers as its model says', async () => {
  const seen = await callAll();
  const missing = OPERATIONS.map(name).filter((each) => !seen.has(each));
  expect(missing.sort()).toEqual(Object.keys(REFUSED_HERE).sort());
  const wrong = OPERATIONS.filter(
    (operation) => (seen.get(name(operation))?.status ?? operation.success) !== operation.success,
  );
  expect(wrong.map(name)).toEqual([]);
});

models('the examples in the official models (skipped where they are not at hand)', () => {
  const check = modelCheck(folder ?? '');

  test('fit their own model, but for nine that are known to be broken', () => {
    const broken: string[] = [];
    let sound = 0;
    for (const operation of OPERATIONS)
      examplesOf(operation).forEach((example, index) => {
        if (example.response === undefined) return;
        const wrong = check(operation, example.status, example.response);
        if (wrong === undefined || wrong === NO_BODY) sound += 1;
        else broken.push(`${name(operation)} ${example.status} no. ${index}`);
      });
    expect(sound).toBeGreaterThan(200);
    expect(broken.sort()).toEqual(Object.keys(BROKEN).sort());
  });

  test('have the same kinds of things in the same places as the answers here', async () => {
    const seen = await callAll();
    const different: string[] = [];
    let compared = 0;
    for (const operation of OPERATIONS) {
      const reply = seen.get(name(operation));
      if (!reply) continue;
      const ours = shapeOf(reply.body);
      for (const { status, response } of examplesOf(operation)) {
        if (status !== reply.status) continue;
        for (const [place, kind] of shapeOf(response)) {
          const own = ours.get(place);
          compared += own === undefined ? 0 : 1;
          if (own !== undefined && own !== kind)
            different.push(`${name(operation)} ${place}: ${own} instead of ${kind}`);
        }
      }
    }
    expect(compared).toBeGreaterThan(300);
    expect(different).toEqual([]);
  });
});

const NO_BODY = 'a body where none belongs';

/** Examples that their own model refuses, with the reason. */
const BROKEN: Readonly<Record<string, string>> = {
  'inbound-v0 getShipments 200 no. 0': 'AreCasesRequired is required and missing',
  'inbound getShipment 200 no. 0': 'its date-times have no seconds',
  'inbound getShipment 200 no. 1': 'its date-times have no seconds',
  'merchant-fulfillment getEligibleShipmentServices 200 no. 0':
    'an empty label format, which its enum lacks',
  'merchant-fulfillment cancelShipment 200 no. 0': 'a file type that its enum lacks',
  'fees getMyFeesEstimateForSKU 200 no. 0': 'a time written as "Mon Oct 28 18:49:32 UTC 2019"',
  'fees getMyFeesEstimateForASIN 200 no. 0': 'a time written as "Mon Oct 28 18:49:32 UTC 2019"',
  'fees getMyFeesEstimates 200 no. 0': 'a time written as "Mon Oct 28 18:49:32 UTC 2019"',
  'sellers getAccount 200 no. 0': 'its marketplace lacks a currency and a language',
};

async function callAll(): Promise<Map<string, Reply>> {
  const seen = new Map<string, Reply>();
  const simulator = await newSimulator({ control: true, latency: { minMs: 1, maxMs: 1 } });
  const client = remembering(await newSeller(simulator), seen);
  await callEverything(simulator, client);
  return seen;
}
