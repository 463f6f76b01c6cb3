import { DAY, HOUR } from '#lib/kernel';
import { describe, expect, test } from 'vitest';

import { QUIRKS } from './index.ts';
import { connect, type TestClient } from './testing/client.ts';
import {
  confirmPlacement,
  confirmTransport,
  confirmWindow,
  planOf,
  printLabels,
  transportBody,
} from './testing/journey.ts';
import {
  BOX,
  newSeller,
  newSimulator,
  planBody,
  planUpToPlacements,
  SHIP_FROM,
  succeed,
  US,
} from './testing/world.ts';

async function ready(options: Parameters<typeof newSimulator>[0] = {}) {
  const simulator = await newSimulator({ control: true, ...options });
  return { simulator, client: await newSeller(simulator) };
}

const OWNERS = { prepOwner: 'NONE', labelOwner: 'SELLER' };

async function updateBody(client: TestClient, planId: string, shipmentId: string, delta: number) {
  const boxes = await planOf(client, planId).boxes(shipmentId);
  const items = (list: { msku: string; quantity: number }[]) =>
    list.map(({ msku, quantity }) => ({ msku, quantity, ...OWNERS }));
  const kept = boxes.slice(1).map((box) => ({
    packageId: box.packageId,
    contentInformationSource: box.contentInformationSource,
    dimensions: box.dimensions,
    weight: box.weight,
    quantity: 1,
    items: items(box.items),
  }));
  const added = { ...BOX, quantity: 1, items: items(boxes[0].items) };
  const [first] = added.items;
  if (first) first.quantity += delta;
  const totals = new Map<string, number>();
  for (const box of [...kept, added])
    for (const { msku, quantity } of box.items)
      totals.set(msku, (totals.get(msku) ?? 0) + quantity);
  return {
    boxes: [...kept, added],
    items: [...totals].map(([msku, quantity]) => ({ msku, quantity, ...OWNERS })),
  };
}

describe('changing what is in a confirmed shipment', () => {
  test('invariant 17: after an update the items are what was asked for, kept boxes keep their ids and new ones get new', async () => {
    const { client } = await ready();
    const planId = await planUpToPlacements(client);
    await confirmTransport(client, planId, await confirmPlacement(client, planId, 'fewest'));
    const plan = planOf(client, planId);
    const [{ shipmentId }] = await plan.shipments();
    const path = { ...plan.path, shipmentId };
    const before = await plan.boxes(shipmentId);
    const body = await updateBody(client, planId, shipmentId, 3);
    await succeed(client.perform('generateShipmentContentUpdatePreviews', { path, body }));
    const [preview] = await client.pages(
      'listShipmentContentUpdatePreviews',
      'contentUpdatePreviews',
      { path },
    );
    const { contentUpdatePreviewId } = preview;
    const at = { path: { ...path, contentUpdatePreviewId } };
    expect(
      (await succeed(client.call('inbound', 'getShipmentContentUpdatePreview', at)))
        .requestedUpdates.items,
    ).toEqual(body.items);
    await succeed(client.perform('confirmShipmentContentUpdatePreview', at));
    const units = (items: { msku: string; quantity: number }[]) =>
      items.map(({ msku, quantity }) => ({ msku, quantity, ...OWNERS }));
    expect(units(await plan.items(shipmentId))).toEqual(body.items);
    const after = await plan.boxes(shipmentId);
    expect(after.slice(0, -1).map(({ boxId }) => boxId)).toEqual(
      before.slice(1).map(({ boxId }) => boxId),
    );
    expect(before.map(({ boxId }) => boxId)).not.toContain(after.at(-1).boxId);
    expect((await client.perform('confirmShipmentContentUpdatePreview', at)).status).toBe(400);
  });

  test('more than five per cent or ten units is refused, and so is a preview that has run out', async () => {
    const { simulator, client } = await ready();
    const planId = await planUpToPlacements(client);
    await confirmTransport(client, planId, await confirmPlacement(client, planId, 'fewest'));
    const [{ shipmentId }] = await planOf(client, planId).shipments();
    const path = { inboundPlanId: planId, shipmentId };
    const update = async (delta: number) =>
      client.perform('generateShipmentContentUpdatePreviews', {
        path,
        body: await updateBody(client, planId, shipmentId, delta),
      });
    expect((await update(11)).body.errors[0].message).toContain('at most 5% or 10 units');
    await succeed(update(10));
    const [{ contentUpdatePreviewId }] = await client.pages(
      'listShipmentContentUpdatePreviews',
      'contentUpdatePreviews',
      { path },
    );
    await simulator.advance(HOUR);
    const late = await client.perform('confirmShipmentContentUpdatePreview', {
      path: { ...path, contentUpdatePreviewId },
    });
    expect(late.body.errors[0].message).toContain('is expired');
  });

  test('invariant 18: a new origin takes the transportation options away', async () => {
    const { client } = await ready();
    const planId = await planUpToPlacements(client);
    const plan = planOf(client, planId);
    const option = await confirmPlacement(client, planId, 'fewest');
    const body = transportBody(option);
    await succeed(client.perform('generateTransportationOptions', { ...plan, body }));
    const [{ shipmentId }] = await plan.shipments();
    expect((await plan.options(shipmentId)).length).toBeGreaterThan(5);
    await succeed(
      client.perform('updateShipmentSourceAddress', {
        path: { ...plan.path, shipmentId },
        body: { address: { ...SHIP_FROM, city: 'Reno', postalCode: '89501' } },
      }),
    );
    expect(await plan.options(shipmentId)).toEqual([]);
    expect((await plan.shipments())[0].source.address.city).toBe('Reno');
  });
});

describe('freight', () => {
  test('a plan that is packed later goes by pallets with the partner, with a bill of lading', async () => {
    const { simulator, client } = await ready();
    const created = await succeed(
      client.perform('createInboundPlan', {
        body: planBody([{ msku: 'BTL-SS-500', quantity: 240 }]),
      }),
    );
    const planId = String(created.inboundPlanId);
    const plan = planOf(client, planId);
    await succeed(client.perform('generatePlacementOptions', { ...plan, body: {} }));
    const option = await confirmPlacement(client, planId, 'fewest');
    const freight = {
      pallets: [
        {
          quantity: 2,
          dimensions: { length: 48, width: 40, height: 60, unitOfMeasurement: 'IN' },
          weight: { value: 600, unit: 'LB' },
          stackability: 'STACKABLE',
        },
      ],
      freightInformation: {
        declaredValue: { amount: 4000, code: 'USD' },
        freightClass: 'FC_70',
      },
      contactInformation: { name: 'Dock One', phoneNumber: '5105550100' },
    };
    const body = transportBody(option, freight);
    const early = await client.perform('generateTransportationOptions', { ...plan, body });
    expect(early.body.operationProblems[0].message).toContain('COMPUTE_TRANSPORTATION_OPTIONS');
    const [{ shipmentId }] = await plan.shipments();
    const boxes = [
      { ...BOX, quantity: 20, items: [{ msku: 'BTL-SS-500', quantity: 12, ...OWNERS }] },
    ];
    await succeed(
      client.perform('setPackingInformation', {
        ...plan,
        body: { packageGroupings: [{ shipmentId, boxes }] },
      }),
    );
    const generated = await succeed(
      client.perform('generateTransportationOptions', { ...plan, body }),
    );
    expect(generated.operationProblems).toEqual([]);
    const chosen = (await plan.options(shipmentId)).find(
      ({ shippingMode, shippingSolution }) =>
        shippingMode === 'FREIGHT_LTL' && shippingSolution === 'AMAZON_PARTNERED_CARRIER',
    );
    expect(Date.parse(chosen.quote.expiration) - simulator.now()).toBe(15 * 60_000);
    await succeed(
      client.perform('confirmTransportationOptions', {
        ...plan,
        body: {
          transportationSelections: [
            { shipmentId, transportationOptionId: chosen.transportationOptionId },
          ],
        },
      }),
    );
    const [shipment] = await plan.shipments();
    const pallets = await client.pages('listShipmentPallets', 'pallets', {
      path: { ...plan.path, shipmentId },
    });
    expect(pallets).toMatchObject([{ quantity: 2, stackability: 'STACKABLE' }]);
    expect(await client.pages('listInboundPlanPallets', 'pallets', plan)).toEqual(pallets);
    const at = { path: { shipmentId: shipment.shipmentConfirmationId } };
    const bill = await succeed(client.call('inbound-v0', 'getBillOfLading', at));
    const file = await simulator.fetch(new Request(bill.payload.DownloadURL));
    expect(await file.text()).toMatch(/^%PDF-1\.4[\s\S]*BILL OF LADING[\s\S]*Pallets: 2/);
    const labels = await succeed(
      client.call('inbound-v0', 'getLabels', {
        ...at,
        query: [
          ['PageType', 'PackageLabel_Plain_Paper'],
          ['LabelType', 'PALLET'],
          ['NumberOfPallets', '2'],
        ],
      }),
    );
    const sheet = await simulator.fetch(new Request(labels.payload.DownloadURL));
    const copies = (await sheet.text()).split(shipment.shipmentConfirmationId).length - 1;
    expect(copies).toBe(8);
  });

  test('a partnered parcel has no bill of lading, and its carrier may not be mixed', async () => {
    const { client } = await ready();
    const planId = await planUpToPlacements(client);
    const plan = planOf(client, planId);
    const option = await confirmPlacement(client, planId);
    await succeed(
      client.perform('generateTransportationOptions', { ...plan, body: transportBody(option) }),
    );
    const transportationSelections = [];
    for (const [index, { shipmentId }] of (await plan.shipments()).entries()) {
      const own = (await plan.options(shipmentId)).filter(
        ({ shippingSolution, shippingMode }) =>
          shippingSolution === 'USE_YOUR_OWN_CARRIER' && shippingMode === 'GROUND_SMALL_PARCEL',
      );
      await confirmWindow(client, planId, shipmentId);
      transportationSelections.push({
        shipmentId,
        transportationOptionId: own[index % 2].transportationOptionId,
      });
    }
    const mixed = await client.perform('confirmTransportationOptions', {
      ...plan,
      body: { transportationSelections },
    });
    expect(mixed.body.operationProblems[0].code).toBe('FBA_INB_0354');
    for (const { selectedTransportationOptionId } of await plan.shipments())
      expect(selectedTransportationOptionId).toBeUndefined();
  });
});

describe('what Amazon says', () => {
  test('owners that do not fit are refused with the values that would', async () => {
    const { client } = await ready();
    const say = async (line: object) => {
      const reply = await client.perform('createInboundPlan', {
        body: planBody([{ msku: 'TWL-TRK-01', quantity: 5, ...line }]),
      });
      return reply.body.errors[0].message as string;
    };
    expect(await say({ prepOwner: 'NONE' })).toBe(
      'ERROR: TWL-TRK-01 requires prepOwner but NONE was assigned. Accepted values: [SELLER]',
    );
    expect(await say({ prepOwner: 'AMAZON' })).toContain('Accepted values: [SELLER]');
    expect(await say({ msku: 'BTL-SS-500', prepOwner: 'SELLER' })).toBe(
      'ERROR: BTL-SS-500 does not require prepOwner but SELLER was assigned. Accepted values: [NONE]',
    );
    expect(await say({ msku: 'BTL-SS-750' })).toContain(
      'The following MSKUs are not available for inbound. If these were recently added, please try again later. MSKUs: [BTL-SS-750].',
    );
  });

  test('a SKU without a prep class can be planned once it has one', async () => {
    const { client } = await ready();
    const read = async () => {
      const reply = await succeed(
        client.call('inbound', 'listPrepDetails', {
          query: [
            ['marketplaceId', US],
            ['mskus', 'NTB-A5-DOT'],
          ],
        }),
      );
      return reply.mskuPrepDetails[0];
    };
    expect((await read()).prepCategory).toBe('UNKNOWN');
    const set = (prepCategory: string, prepTypes: string[]) =>
      client.perform('setPrepDetails', {
        body: {
          marketplaceId: US,
          mskuPrepDetails: [{ msku: 'NTB-A5-DOT', prepCategory, prepTypes }],
        },
      });
    expect((await set('NONE', ['ITEM_POLYBAGGING'])).status).toBe(400);
    await succeed(set('TEXTILE', ['ITEM_POLYBAGGING']));
    expect(await read()).toEqual({
      msku: 'NTB-A5-DOT',
      prepCategory: 'TEXTILE',
      prepTypes: ['ITEM_LABELING', 'ITEM_POLYBAGGING'],
      prepOwnerConstraint: 'SELLER_ONLY',
      labelOwnerConstraint: 'SELLER_ONLY',
      allOwnersConstraint: 'MUST_MATCH',
    });
    const line = { msku: 'NTB-A5-DOT', quantity: 5, prepOwner: 'SELLER' };
    await succeed(client.perform('createInboundPlan', { body: planBody([line]) }));
  });

  test('eligibility names the obstacle', async () => {
    const { client } = await ready();
    const ask = async (sku: string) => {
      const listing = await succeed(
        client.call('listings', 'getListingsItem', {
          path: { sellerId: client.seller.sellerId, sku },
          query: [['marketplaceIds', US]],
        }),
      );
      const reply = await succeed(
        client.call('eligibility', 'getItemEligibilityPreview', {
          query: [
            ['asin', listing.summaries[0].asin],
            ['program', 'INBOUND'],
            ['marketplaceIds', US],
          ],
        }),
      );
      return reply.payload.ineligibilityReasonList ?? [];
    };
    expect(await ask('BTL-SS-500')).toEqual([]);
    expect(await ask('LED-DSK-01')).toEqual(['FBA_INB_0004']);
    expect(await ask('CLN-BTH-32')).toEqual(['FBA_INB_0009']);
    expect(await ask('TSH-ORG')).toEqual(['FBA_INB_0038']);
    expect(await ask('RDO-VNT-U')).toEqual(['FBA_INB_0056']);
    expect(await ask('BK-GRM-U')).toEqual([]);
  });

  test('what a store does not have is refused in so many words', async () => {
    const { client } = await ready();
    const planId = await planUpToPlacements(client);
    const [{ shipmentId }] = await planOf(client, planId).shipments();
    const path = { inboundPlanId: planId, shipmentId };
    for (const id of ['getSelfShipAppointmentSlots', 'getDeliveryChallanDocument']) {
      const reply = await client.call('inbound', id, { path });
      expect(reply.status).toBe(400);
      expect(reply.body.errors[0].message).toContain('not supported for the marketplace');
    }
    expect((await client.call('inbound', 'listItemComplianceDetails')).status).toBe(400);
  });

  test('prep instructions know the SKUs there are and name those there are not', async () => {
    const { client } = await ready();
    const reply = await succeed(
      client.call('inbound-v0', 'getPrepInstructions', {
        query: [
          ['ShipToCountryCode', 'US'],
          ['SellerSKUList', 'TWL-TRK-01,NO-SUCH-SKU'],
        ],
      }),
    );
    expect(reply.payload.SKUPrepInstructionsList).toMatchObject([
      { SellerSKU: 'TWL-TRK-01', PrepInstructionList: ['Labeling', 'Polybagging'] },
    ]);
    expect(reply.payload.InvalidSKUList).toEqual([
      { SellerSKU: 'NO-SUCH-SKU', ErrorReason: 'DoesNotExist' },
    ]);
  });
});

test('invariant 29: a restricted data token opens what it names, for an hour', async () => {
  const { simulator, client } = await ready();
  const { reportId } = await succeed(
    client.call('reports', 'createReport', {
      body: { reportType: 'GET_MERCHANT_LISTINGS_ALL_DATA', marketplaceIds: [US] },
    }),
  );
  const { reportDocumentId } = await succeed(
    client.call('reports', 'getReport', { path: { reportId } }),
  );
  const path = `/reports/2021-06-30/documents/${reportDocumentId}`;
  const { restrictedDataToken: token } = await succeed(
    client.call('tokens', 'createRestrictedDataToken', {
      body: { restrictedResources: [{ method: 'GET', path }] },
    }),
  );
  const open = (id: string, parameters: Record<string, string>) =>
    client.call('reports', id, { path: parameters, token });
  expect((await open('getReportDocument', { reportDocumentId })).status).toBe(200);
  expect((await open('getReport', { reportId })).status).toBe(403);
  const other = await client.call('tokens', 'createRestrictedDataToken', {
    body: { restrictedResources: [{ method: 'GET', path: '/sellers/v1/account' }] },
  });
  expect(other.status).toBe(400);
  await simulator.advance(HOUR);
  const late = await open('getReportDocument', { reportDocumentId });
  expect(late.body.errors[0].details).toContain('expired');
});

describe('quirks', () => {
  test('the realistic world still reaches labels and closing', async () => {
    const { simulator, client } = await ready({
      quirks: ['echoOtherOperationId', 'planStaysActive', 'unknownEnum', 'windowsBeforeReady'],
    });
    const planId = await planUpToPlacements(client);
    await confirmTransport(client, planId, await confirmPlacement(client, planId));
    await printLabels(client, planId);
    await simulator.advance(60 * DAY);
    const plan = await planOf(client, planId).read();
    expect(plan.status).toBe('ACTIVE');
    expect(plan.shipments.every(({ status }: { status: string }) => status === 'CLOSED')).toBe(
      true,
    );
  });

  test('a placement that was just confirmed is not seen for some seconds', async () => {
    const { simulator, client } = await ready({ quirks: ['confirmLag'] });
    const planId = await planUpToPlacements(client);
    const plan = planOf(client, planId);
    const option = await confirmPlacement(client, planId, 'fewest');
    const [shipmentId] = option.shipmentIds;
    const path = { ...plan.path, shipmentId };
    await succeed(client.perform('generateDeliveryWindowOptions', { path }));
    const [window] = await client.pages('listDeliveryWindowOptions', 'deliveryWindowOptions', {
      path,
    });
    const confirm = () =>
      client.perform('confirmDeliveryWindowOptions', {
        path: { ...path, deliveryWindowOptionId: window.deliveryWindowOptionId },
      });
    expect((await confirm()).body.errors[0].message).toContain('no confirmed placement option');
    await simulator.advance(5000);
    await succeed(confirm());
  });

  test('invariant 24: 1,377 options come in 69 pages, each once', async () => {
    const { client } = await ready({ quirks: ['manyOptions', 'noPCP'] });
    const planId = await planUpToPlacements(client);
    const plan = planOf(client, planId);
    const option = await confirmPlacement(client, planId, 'fewest');
    await succeed(
      client.perform('generateTransportationOptions', { ...plan, body: transportBody(option) }),
    );
    const query = [['shipmentId', option.shipmentIds[0]]] as const;
    const options = await client.pages(
      'listTransportationOptions',
      'transportationOptions',
      { ...plan, query },
      20,
    );
    expect(options).toHaveLength(1377);
    expect(new Set(options.map((each) => each.transportationOptionId)).size).toBe(1377);
  });

  test('a plan of the other warehouse service stands in the list and cannot be read', async () => {
    const { client } = await ready({ quirks: ['awdPlanInList'] });
    const planId = await planUpToPlacements(client);
    const [awd, own] = await client.pages('listInboundPlans', 'inboundPlans', {});
    expect(own.inboundPlanId).toBe(planId);
    const reply = await client.call('inbound', 'getInboundPlan', {
      path: { inboundPlanId: awd.inboundPlanId },
    });
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].message).toContain('Amazon Warehousing and Distribution');
  });

  test('problems trickle: one at a time until the items are right', async () => {
    const { client } = await ready({ quirks: ['partialProblems', 'voidedAfterFail'] });
    const body = planBody([
      { msku: 'NTB-A5-DOT', quantity: 5 },
      { msku: 'SRM-VTC-30', quantity: 5 },
    ]);
    const reply = await client.perform('createInboundPlan', { body });
    expect(reply.body.operationProblems).toHaveLength(1);
    expect((await planOf(client, reply.body.inboundPlanId).read()).status).toBe('ACTIVE');
  });

  test('invariant 45: under every quirk, and under all of them, a patient seller reaches labels', async () => {
    const choices = [...Object.keys(QUIRKS).map((name) => [name]), 'realistic' as const];
    for (const quirks of choices) {
      const simulator = await newSimulator({ quirks });
      const { seller } = await newSeller(simulator);
      const client = await connect(simulator, seller, false);
      const planId = await planUpToPlacements(client);
      const option = await confirmPlacement(client, planId, 'fewest');
      await simulator.advance(10_000);
      const own = quirks === 'realistic' || quirks.includes('noPCP');
      const solution = own ? 'USE_YOUR_OWN_CARRIER' : 'AMAZON_PARTNERED_CARRIER';
      await confirmTransport(client, planId, option, solution);
      await printLabels(client, planId);
      const [shipment] = await planOf(client, planId).shipments();
      expect([quirks, shipment.status]).toEqual([quirks, 'READY_TO_SHIP']);
    }
  });

  test('without partnered carriers only own ones are offered', async () => {
    const { client } = await ready({ quirks: ['noPCP'] });
    const planId = await planUpToPlacements(client);
    const plan = planOf(client, planId);
    const option = await confirmPlacement(client, planId, 'fewest');
    await succeed(
      client.perform('generateTransportationOptions', { ...plan, body: transportBody(option) }),
    );
    const options = await plan.options((await plan.shipments())[0].shipmentId);
    expect(new Set(options.map(({ shippingSolution }) => shippingSolution))).toEqual(
      new Set(['USE_YOUR_OWN_CARRIER']),
    );
  });

  test('a name that is no quirk is a mistake', async () => {
    await expect(newSimulator({ quirks: ['noSuchQuirk'] })).rejects.toThrow('noSuchQuirk');
  });
});

describe('faults', () => {
  const order = async (rules: object[]) => {
    const { simulator, client } = await ready();
    await simulator.fetch(
      new Request('https://sim.test/_sim/faults', {
        method: 'PUT',
        body: JSON.stringify({ rules }),
      }),
    );
    return { simulator, client };
  };
  const create = (client: TestClient) =>
    client.perform('createInboundPlan', { body: planBody([{ msku: 'BTL-SS-500', quantity: 5 }]) });

  test('an answer can be lost although the call was carried out', async () => {
    const { client } = await order([
      { operation: 'createInboundPlan', kind: 'reset', after: true, times: 1 },
    ]);
    await expect(create(client)).rejects.toThrow('lost');
    expect(await client.pages('listInboundPlans', 'inboundPlans', {})).toHaveLength(1);
  });

  test('an answer can be lost because the call never arrived', async () => {
    const { client } = await order([{ operation: 'createInboundPlan', kind: 'reset', times: 1 }]);
    await expect(create(client)).rejects.toThrow('lost');
    expect(await client.pages('listInboundPlans', 'inboundPlans', {})).toHaveLength(0);
  });

  test('an answer can be cut in half although the call was carried out', async () => {
    const { client } = await order([
      { operation: 'createInboundPlan', kind: 'malformed', times: 1 },
    ]);
    await expect(create(client)).rejects.toThrow(SyntaxError);
    expect(await client.pages('listInboundPlans', 'inboundPlans', {})).toHaveLength(1);
  });

  test('a request can be refused without cause, in words of choice', async () => {
    const { client } = await order([
      { operation: 'createInboundPlan', kind: 'http400', nth: 1 },
      { operation: 'createInboundPlan', kind: 'http400', nth: 2, text: 'No.', code: 'Odd' },
    ]);
    const [unseen, odd] = [await create(client), await create(client)];
    expect(unseen.body.errors[0]).toMatchObject({
      code: 'BadRequest',
      message: 'There is no confirmed placement option for the inbound plan.',
    });
    expect(odd.body.errors[0]).toMatchObject({ code: 'Odd', message: 'No.' });
    expect(await client.pages('listInboundPlans', 'inboundPlans', {})).toHaveLength(0);
  });

  test('an operation can fail with a code of choice, or never end', async () => {
    const { simulator, client } = await order([
      { operation: 'createInboundPlan', kind: 'opFailed', code: 'FBA_INB_0078', nth: 1 },
      { operation: 'createInboundPlan', kind: 'opStuck', nth: 2 },
    ]);
    const failed = await create(client);
    expect(failed.body.operationProblems[0].code).toBe('FBA_INB_0078');
    const stuck = await client.call('inbound', 'createInboundPlan', {
      body: planBody([{ msku: 'BTL-SS-500', quantity: 6 }]),
    });
    await simulator.advance(5 * DAY);
    const status = await client.call('inbound', 'getInboundOperationStatus', {
      path: { operationId: stuck.body.operationId },
    });
    expect(status.body.operationStatus).toBe('IN_PROGRESS');
  });

  test('without control there is no desk', async () => {
    const simulator = await newSimulator();
    const reply = await simulator.fetch(new Request('https://sim.test/_sim/clock'));
    expect(reply.status).toBe(404);
  });
});

test('a reset brings the first day back, sellers and their tokens included', async () => {
  const { simulator, client } = await ready();
  const first = await simulator.stateHash();
  await planUpToPlacements(client);
  await simulator.advance(DAY);
  expect(await simulator.stateHash()).not.toBe(first);
  const reset = await simulator.fetch(
    new Request('https://sim.test/_sim/reset', { method: 'POST' }),
  );
  expect(reset.status).toBe(200);
  expect(await simulator.stateHash()).toBe(first);
  expect(await client.pages('listInboundPlans', 'inboundPlans', {})).toEqual([]);
});
