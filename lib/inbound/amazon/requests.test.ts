import { dimensionsOf, money, readLength, readWeight, weightOf, writeTicks } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aBox,
  aDraft,
  aLine,
  anAddress,
  anEmptyPlan,
  aPackingOffer,
  aPackedPlan,
  aPlanWithGroups,
} from '../testing/plans.ts';
import type { PrepCategory } from '../core/inbound-plan.ts';
import {
  createPlanRequest,
  freightTrackingRequest,
  packingRequest,
  prepDetailsRequest,
  trackingRequest,
  transportRequest,
  transportSelection,
  wireDimensions,
  wireWeight,
} from './requests.ts';

const typed = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }))
  .map(([whole, fraction]) => {
    const decimals = String(fraction).padStart(5, '0').replace(/0+$/, '');
    return decimals === '' ? String(whole) : `${whole}.${decimals}`;
  });

describe('measures', () => {
  it('reach Amazon as the very decimal that was typed, in the unit it was typed in', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom('IN', 'CM'), (text, unit) => {
        const length = readLength(text, unit);
        if (!length.ok) throw new Error(text);
        const { amount } = length.value;
        const sent = JSON.stringify(
          wireDimensions({ length: amount, width: amount, height: 1, unit }),
        );
        expect(sent).toBe(
          `{"length":${text},"width":${text},"height":0.00001,"unitOfMeasurement":"${unit}"}`,
        );
      }),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('LB', 'KG'), (text, unit) => {
        const weight = readWeight(text, unit);
        if (!weight.ok) throw new Error(text);
        expect(JSON.stringify(wireWeight(weight.value))).toBe(`{"value":${text},"unit":"${unit}"}`);
        expect(writeTicks(weight.value.amount)).toBe(text);
      }),
    );
  });
});

describe('creating a plan', () => {
  it('R13: names one marketplace, the ship-from and every line', () => {
    const lines = [
      aLine(),
      aLine({ sku: 'TEA', expiry: '2028-01-01', quantity: 3, prepOwner: 'NONE' }),
    ];
    expect(createPlanRequest(aDraft({ lines }))).toEqual({
      name: 'November mugs',
      sourceAddress: anAddress(),
      destinationMarketplaces: ['ATVPDKIKX0DER'],
      items: [
        { msku: 'MUG-RED', quantity: 12, prepOwner: 'SELLER', labelOwner: 'SELLER' },
        {
          msku: 'TEA',
          quantity: 3,
          prepOwner: 'NONE',
          labelOwner: 'SELLER',
          expiration: '2028-01-01',
        },
      ],
    });
  });

  it('sends the parts of an address that are there, and no others', () => {
    const full = anAddress({
      companyName: 'Harbor Ltd',
      addressLine2: 'Unit 4',
      email: 'a@b.example',
    });
    expect(createPlanRequest(aDraft({ shipFrom: full })).sourceAddress).toEqual(full);
    const { stateOrProvinceCode: _, ...bare } = anAddress({ countryCode: 'CN' });
    const sent = createPlanRequest(aDraft({ shipFrom: bare })).sourceAddress;
    expect(Object.keys(sent).toSorted()).toEqual(Object.keys(bare).toSorted());
  });

  it('is a bug without a ship-from; an owner nobody chose is the seller', () => {
    expect(() => createPlanRequest(anEmptyPlan())).toThrow('ship-from');
    const { prepOwner: _, labelOwner: __, ...line } = aLine();
    expect(createPlanRequest(aDraft({ lines: [line] })).items[0]).toMatchObject({
      prepOwner: 'SELLER',
      labelOwner: 'SELLER',
    });
  });
});

describe('prep', () => {
  const lineWith = (category: PrepCategory, sku = 'MUG-RED') =>
    aLine({ sku, prep: { category, types: ['ITEM_BOXING'], ownersMustMatch: false } });

  it('is told once for a SKU, however many lines it has', () => {
    expect(prepDetailsRequest([lineWith('FRAGILE'), lineWith('FRAGILE')])).toEqual([
      { msku: 'MUG-RED', prepCategory: 'FRAGILE', prepTypes: ['ITEM_BOXING'] },
    ]);
  });

  it('R26: never tells FC_PROVIDED, UNKNOWN or a word that Amazon does not take', () => {
    const strange = 'NEW_CATEGORY' as PrepCategory;
    const lines = (['UNKNOWN', 'FC_PROVIDED', strange, 'SET'] as const).map((category) =>
      lineWith(category, category),
    );
    const { prep: _, ...unknown } = aLine({ sku: 'X' });
    expect(prepDetailsRequest([...lines, unknown]).map(({ msku }) => msku)).toEqual(['SET']);
  });
});

describe('boxes', () => {
  it('R40, R43: go by packing group, with units per box and the number of boxes', () => {
    expect(packingRequest(aPackedPlan())).toEqual({
      packageGroupings: [
        {
          packingGroupId: 'pg1',
          boxes: [
            {
              contentInformationSource: 'BOX_CONTENT_PROVIDED',
              dimensions: { length: 20, width: 16, height: 12, unitOfMeasurement: 'IN' },
              weight: { value: 14, unit: 'LB' },
              quantity: 2,
              items: [{ msku: 'MUG-RED', quantity: 6, prepOwner: 'SELLER', labelOwner: 'SELLER' }],
            },
          ],
        },
      ],
    });
    expect(packingRequest(aDraft())).toEqual({ packageGroupings: [] });
  });

  it('R45, R60: with 2D barcodes they go one by one, without their contents', () => {
    const [coded] = packingRequest(aPackedPlan({ contentMethod: 'BARCODE_2D' })).packageGroupings;
    const box = { contentInformationSource: 'BARCODE_2D', quantity: 1, items: [] };
    expect(coded?.boxes).toMatchObject([box, box]);
    const [counted] = packingRequest(
      aPackedPlan({ contentMethod: 'MANUAL_PROCESS' }),
    ).packageGroupings;
    expect(counted?.boxes).toMatchObject([
      { contentInformationSource: 'MANUAL_PROCESS', quantity: 2, items: [] },
    ]);
  });

  it('R44: carry the owners and the expiry date of the plan', () => {
    const lines = [aLine({ expiry: '2028-01-01', labelOwner: 'NONE' })];
    const boxes = [aBox({ items: [{ sku: 'MUG-RED', quantity: 6, expiry: '2028-01-01' }] })];
    const [grouping] = packingRequest(aPlanWithGroups({ lines, boxes })).packageGroupings;
    expect(grouping?.boxes[0]?.items).toEqual([
      {
        msku: 'MUG-RED',
        quantity: 6,
        prepOwner: 'SELLER',
        labelOwner: 'NONE',
        expiration: '2028-01-01',
      },
    ]);
  });

  it('go to their own group only', () => {
    const groups = ['pg1', 'pg2'].map((id) => ({ id, items: [] }));
    const packing = { offer: aPackingOffer(), groups, confirmed: true };
    const boxes = [aBox(), aBox({ groupId: 'pg2', copies: 5 }), aBox({ copies: 7 })];
    const sent = packingRequest(aPlanWithGroups({ packing, boxes })).packageGroupings;
    expect(sent.map((one) => one.boxes.map(({ quantity }) => quantity))).toEqual([[2, 7], [5]]);
  });

  it('are a bug while unfinished or foreign', () => {
    const { dimensions: _, ...unsized } = aBox();
    const { weight: __, ...unweighed } = aBox();
    for (const box of [unsized, unweighed]) {
      expect(() => packingRequest(aPackedPlan({ boxes: [box] }))).toThrow('size');
    }
    const foreign = aBox({ items: [{ sku: 'PEN', quantity: 1 }] });
    expect(() => packingRequest(aPackedPlan({ boxes: [foreign] }))).toThrow('PEN');
  });
});

it('R72: asks for carriers of every shipment', () => {
  expect(transportRequest('pl1', ['sh1', 'sh2'], { readyAt: '2026-11-25T16:00Z' })).toEqual({
    placementOptionId: 'pl1',
    shipmentTransportationConfigurations: ['sh1', 'sh2'].map((shipmentId) => ({
      shipmentId,
      readyToShipWindow: { start: '2026-11-25T16:00Z' },
    })),
  });
});

it('R79: confirms each pick, and tells the window to nobody here', () => {
  const picks = [
    { shipmentId: 'sh1', transportId: 'to1', windowId: 'w1' },
    { shipmentId: 'sh2', transportId: 'to2' },
  ];
  expect(transportSelection({ solution: 'USE_YOUR_OWN_CARRIER', picks })).toEqual({
    transportationSelections: [
      { shipmentId: 'sh1', transportationOptionId: 'to1' },
      { shipmentId: 'sh2', transportationOptionId: 'to2' },
    ],
  });
});

it('R103: tells one number for each box', () => {
  expect(trackingRequest([{ boxId: 'FBA1U000001', number: 'A1' }])).toEqual({
    trackingDetails: {
      spdTrackingDetail: { spdTrackingItems: [{ boxId: 'FBA1U000001', trackingId: 'A1' }] },
    },
  });
});

it('R74: tells pallets, worth, class and contact of the shipments that have pallets', () => {
  const pallet = {
    count: 2,
    boxes: 24,
    dimensions: dimensionsOf([48, 40, 60], 'IN'),
    weight: weightOf(640, 'LB'),
    isStackable: true,
  };
  const contact = { name: 'Dock One', phoneNumber: '7755550100', email: 'dock@harbor.example' };
  const freight = {
    contact,
    shipments: [
      {
        shipmentId: 'sh1',
        pallets: [pallet],
        declaredValue: money(120_050, 'USD'),
        freightClass: 'FC_100',
      },
      { shipmentId: 'sh2', pallets: [{ count: 1, boxes: 1, isStackable: false }] },
      { shipmentId: 'sh3', pallets: [] },
    ],
  };
  const readyAt = '2026-11-26T16:00Z';
  const readyToShipWindow = { start: readyAt };
  const ids = ['sh1', 'sh2', 'sh3', 'sh4'];
  expect(
    transportRequest('pl1', ids, { readyAt, freight }).shipmentTransportationConfigurations,
  ).toEqual([
    {
      shipmentId: 'sh1',
      readyToShipWindow,
      contactInformation: contact,
      pallets: [
        {
          quantity: 2,
          dimensions: { length: 48, width: 40, height: 60, unitOfMeasurement: 'IN' },
          weight: { value: 640, unit: 'LB' },
          stackability: 'STACKABLE',
        },
      ],
      freightInformation: {
        declaredValue: { amount: 1200.5, code: 'USD' },
        freightClass: 'FC_100',
      },
    },
    {
      shipmentId: 'sh2',
      readyToShipWindow,
      contactInformation: contact,
      pallets: [{ quantity: 1, stackability: 'NON_STACKABLE' }],
      freightInformation: {},
    },
    { shipmentId: 'sh3', readyToShipWindow },
    { shipmentId: 'sh4', readyToShipWindow },
  ]);
});

it('R105: tells one PRO for all pallets, and the bill of lading where there is one', () => {
  expect(freightTrackingRequest({ number: '1234567' })).toEqual({
    trackingDetails: { ltlTrackingDetail: { freightBillNumber: ['1234567'] } },
  });
  expect(freightTrackingRequest({ number: '1234567', billOfLading: 'BOL-1' })).toEqual({
    trackingDetails: {
      ltlTrackingDetail: { freightBillNumber: ['1234567'], billOfLadingNumber: 'BOL-1' },
    },
  });
});

it('R40: boxes told after the placement go by shipment', () => {
  const packing = {
    groups: aPackedPlan().packing?.groups.map((group) => ({ ...group, id: 'sh1' })) ?? [],
    confirmed: true,
  };
  const boxes = [aBox({ groupId: 'sh1' })];
  const plan = aPackedPlan({ packsLater: true, packing, boxes });
  expect(packingRequest(plan).packageGroupings).toMatchObject([
    { shipmentId: 'sh1', boxes: [{ quantity: 2 }] },
  ]);
});
