import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';

import { OPERATIONS, operationOf, isGrantless } from '#lib/sp-api-contract';

import { HANDLERS } from './handlers.ts';
import * as schemas from './inbound/schemas.ts';
import { accessToken, grantlessToken } from './testing/client.ts';
import { examplesOf, requestOf } from './testing/examples.ts';
import { modelCheck, modelFile, modelsFolder } from './testing/models.ts';
import { BOX, newSeller, newSimulator, planBody, SHIP_FROM, US } from './testing/world.ts';

const folder = modelsFolder();
const models = describe.skipIf(folder === undefined);

models('the official models (skipped where they are not at hand)', () => {
  const check = modelCheck(folder ?? '');

  test('invariant 21: an answer that departs from its model is noticed', () => {
    const operation = operationOf('inbound', 'createInboundPlan');
    const good = { inboundPlanId: `wf${'a'.repeat(36)}`, operationId: 'b'.repeat(36) };
    expect(check(operation, 202, good)).toBeUndefined();
    expect(check(operation, 202, { ...good, operationId: 'short' })).toContain('operationId');
    expect(check(operation, 202, { operationId: good.operationId })).toContain('inboundPlanId');
    expect(check(operation, 418, good)).toContain('no status 418');
  });

  test('every operation that is answered is one of the contract, with its own handler', () => {
    const known = new Set(OPERATIONS.map(({ api, id }) => `${api} ${id}`));
    const answered = HANDLERS.map(({ api, id }) => `${api} ${id}`);
    expect(answered.filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(answered).size).toBe(answered.length);
    const inbound = OPERATIONS.filter(({ api }) => api === 'inbound' || api === 'inbound-v0');
    expect(inbound.filter(({ api, id }) => !answered.includes(`${api} ${id}`))).toEqual([]);
  });

  test("invariant 44: Amazon's own examples are understood, and answered as the model says", async () => {
    const simulator = await newSimulator();
    const client = await newSeller(simulator);
    const ordinary = await accessToken(simulator, client.seller);
    const grantless = await grantlessToken(simulator, client.seller);
    const misunderstood: string[] = [];
    let sent = 0;
    for (const { api, id } of HANDLERS) {
      const operation = operationOf(api, id);
      const token = isGrantless(operation) ? grantless : ordinary;
      for (const example of examplesOf(operation)) {
        const response = await simulator.fetch(requestOf(operation, example, token));
        const text = await response.text();
        const body: unknown = text === '' ? undefined : JSON.parse(text);
        sent += 1;
        expect([id, response.status < 500, check(operation, response.status, body)]).toEqual([
          id,
          true,
          undefined,
        ]);
        const complaint = text.includes('failed to satisfy constraint');
        // Many examples leave out what their own model requires; those are rightly refused.
        if (example.status < 300 && example.complete && complaint)
          misunderstood.push(`${id}: ${text}`);
      }
    }
    expect(sent).toBeGreaterThan(100);
    const surprising = misunderstood.filter(
      (each) => !KNOWN_BROKEN.some((name) => each.startsWith(name)),
    );
    expect(surprising).toEqual([]);
  });

  test('invariant 31: a body is refused exactly when the model would refuse it', () => {
    const ajv = new AjvDraft04({ strict: false });
    addFormats(ajv);
    ajv.addSchema(JSON.parse(JSON.stringify(modelFile(folder ?? '', 'inbound'))), 'model');
    for (const [name, schema, sample] of BODIES) {
      const official = ajv.compile({ $ref: `model#/definitions/${name}` });
      expect([name, official(sample), schema.safeParse(sample).success]).toEqual([
        name,
        true,
        true,
      ]);
      fc.assert(
        fc.property(mutations(sample), (body) => {
          const valid = official(body);
          expect([name, schema.safeParse(body).success, body]).toEqual([name, valid, body]);
        }),
        { numRuns: 150 },
      );
    }
  });
});

// Requests in Amazon's examples that its own models refuse, with the reason.
const KNOWN_BROKEN: readonly string[] = [
  // Asks by QueryType SHIPMENT, which the enum of this operation does not have.
  'getShipmentItems:',
  // Names its test case where a time belongs (TEST_CASE_200).
  'getOrders:',
];

const ID = 'a'.repeat(38);
const ITEM = { msku: 'SKU', quantity: 5, prepOwner: 'NONE', labelOwner: 'SELLER' };
const FULL_BOX = { ...BOX, quantity: 2, items: [{ ...ITEM, expiration: '2027-05-01' }] };

const BODIES: readonly (readonly [string, z.ZodType, unknown])[] = [
  ['CreateInboundPlanRequest', schemas.CreateInboundPlan, planBody([ITEM])],
  [
    'SetPackingInformationRequest',
    schemas.SetPackingInformation,
    { packageGroupings: [{ packingGroupId: ID, boxes: [FULL_BOX] }] },
  ],
  [
    'ConfirmTransportationOptionsRequest',
    schemas.ConfirmTransportationOptions,
    { transportationSelections: [{ shipmentId: ID, transportationOptionId: ID }] },
  ],
  [
    'UpdateShipmentTrackingDetailsRequest',
    schemas.UpdateTracking,
    {
      trackingDetails: {
        ltlTrackingDetail: { freightBillNumber: ['PRO 123'], billOfLadingNumber: 'B1' },
        spdTrackingDetail: { spdTrackingItems: [{ boxId: 'FBA1U000001', trackingId: '1Z' }] },
      },
    },
  ],
  [
    'GenerateShipmentContentUpdatePreviewsRequest',
    schemas.ContentUpdate,
    { boxes: [{ ...FULL_BOX, packageId: ID }], items: [ITEM] },
  ],
  ['UpdateShipmentSourceAddressRequest', schemas.UpdateSourceAddress, { address: SHIP_FROM }],
  ['UpdateInboundPlanNameRequest', schemas.UpdateName(40), { name: 'A plan' }],
  ['UpdateShipmentNameRequest', schemas.UpdateName(100), { name: 'A shipment' }],
  [
    'SetPrepDetailsRequest',
    schemas.SetPrepDetails,
    {
      marketplaceId: US,
      mskuPrepDetails: [{ msku: 'SKU', prepCategory: 'NONE', prepTypes: ['ITEM_NO_PREP'] }],
    },
  ],
  [
    'CreateMarketplaceItemLabelsRequest',
    schemas.CreateItemLabels,
    {
      labelType: 'THERMAL_PRINTING',
      width: 50,
      height: 30,
      marketplaceId: US,
      localeCode: 'en_US',
      mskuQuantities: [{ msku: 'SKU', quantity: 3 }],
    },
  ],
];

const STRANGE = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  'x',
  'x'.repeat(31),
  'x'.repeat(41),
  'x'.repeat(51),
  'x'.repeat(200),
  '2027-13-01',
  '2027-12-01',
  'US',
  'us',
  0,
  -1,
  1,
  24.9,
  100.5,
  10_001,
  500_001,
  true,
  {},
  [],
  ['x'],
);

/** The sample with one of its places, at any depth, replaced by something strange. */
function mutations(sample: unknown): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...placesOf(sample)), STRANGE)
    .map(([place, value]) => replaced(sample, place, value));
}

type Place = readonly (string | number)[];

function placesOf(value: unknown, here: Place = []): Place[] {
  if (value === null || typeof value !== 'object') return [here];
  const inner = Array.isArray(value)
    ? value.flatMap((each, index) => placesOf(each, [...here, index]))
    : Object.entries(value).flatMap(([key, each]) => placesOf(each, [...here, key]));
  return here.length === 0 ? inner : [here, ...inner];
}

function replaced(value: unknown, [step, ...rest]: Place, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((each: unknown, index) => (index === step ? replaced(each, rest, by) : each));
  const entries = Object.entries(Object(value)).map(([key, each]) => [
    key,
    key === step ? replaced(each, rest, by) : each,
  ]);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined)) as unknown;
}
