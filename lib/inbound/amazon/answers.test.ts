import { dimensionsOf, money, weightOf } from '#lib/kernel';
import type {
  Box,
  Item,
  MskuPrepDetail,
  PackingOption,
  PlacementOption,
  Shipment,
  TransportationOption,
} from '@sp-api-sdk/fulfillment-inbound-api-2024-03-20';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAddress, aBox, aLine, aPackedPlan } from '../testing/plans.ts';
import {
  readGroupItem,
  readInstant,
  readOfferedShipment,
  readPackingOffer,
  readPlacementOffer,
  readPrepFacts,
  readShipment,
  readTransportOffer,
  readWindowOffer,
} from './answers.ts';
import { packingRequest } from './requests.ts';

/** As it came over the wire: what Amazon's models do not promise has no type. */
function wire<Shape extends object>(promised: Shape, change: object = {}): Shape {
  return JSON.parse(JSON.stringify({ ...promised, ...change })) as Shape;
}

const fee = {
  type: 'FEE',
  target: 'Placement Services',
  description: 'Placement service fee',
  value: { amount: 12.34, code: 'USD' },
};
const discount = { ...fee, type: 'DISCOUNT', value: { amount: 1.005, code: 'USD' } };
const item = (change: Partial<Item> = {}): Item => ({
  asin: 'B000000001',
  fnsku: 'X000000001',
  labelOwner: 'SELLER',
  msku: 'MUG-RED',
  prepInstructions: [{ prepOwner: 'NONE', prepType: 'ITEM_NO_PREP' }],
  quantity: 6,
  ...change,
});

describe('instants', () => {
  it('are read with and without seconds', () => {
    const noon = Date.UTC(2024, 0, 1, 12);
    expect(readInstant('2024-01-01T12:00Z')).toBe(noon);
    expect(readInstant('2024-01-01T12:00:00Z')).toBe(noon);
    expect(readInstant('2024-01-01T12:00:00.000Z')).toBe(noon);
    expect(readInstant('2024-01-01T20:00+08:00')).toBe(noon);
    expect(readInstant('2024-01-01T12:00:00.250Z')).toBe(noon + 250);
  });

  it('are unknown where there is none', () => {
    expect(readInstant(undefined)).toBeUndefined();
    expect(readInstant('')).toBeUndefined();
    expect(readInstant('soon')).toBeUndefined();
  });

  it('survive the way there and back', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
        (date) => {
          return readInstant(date.toISOString()) === date.getTime();
        },
      ),
    );
  });
});

describe('packing options', () => {
  const option = (change: object = {}) =>
    wire<PackingOption>(
      {
        packingOptionId: 'po1',
        status: 'OFFERED',
        packingGroups: ['pg1', 'pg2'],
        fees: [fee],
        discounts: [discount],
        supportedConfigurations: [],
        supportedShippingConfigurations: [],
      },
      change,
    );

  it('R48: carry weight limits in the unit Amazon gives', () => {
    const configuration = {
      boxPackingMethods: ['BARCODE_2D', 'BOX_CONTENT_PROVIDED'],
      boxRequirements: { weight: { minimum: 1, maximum: 22.5, unit: 'KG' } },
    };
    const expiration = '2026-11-26T09:00Z';
    expect(
      readPackingOffer(option({ supportedConfigurations: [configuration], expiration })),
    ).toEqual({
      id: 'po1',
      status: 'OFFERED',
      expiresAt: Date.UTC(2026, 10, 26, 9),
      groupIds: ['pg1', 'pg2'],
      fees: [{ target: fee.target, description: fee.description, value: money(1_234, 'USD') }],
      discounts: [{ target: fee.target, description: fee.description, value: money(101, 'USD') }],
      boxWeight: { min: weightOf(1, 'KG'), max: weightOf(22.5, 'KG') },
      contentMethods: ['BARCODE_2D', 'BOX_CONTENT_PROVIDED'],
    });
  });

  it('are those for small parcels where several configurations are offered', () => {
    const shipped = (mode: string, maximum: number) => ({
      boxRequirements: { weight: { minimum: 1, maximum, unit: 'LB' } },
      shippingRequirements: [{ solution: 'USE_YOUR_OWN_CARRIER', modes: [mode] }],
    });
    const supportedConfigurations = [
      shipped('FREIGHT_LTL', 100),
      shipped('GROUND_SMALL_PARCEL', 50),
    ];
    expect(readPackingOffer(option({ supportedConfigurations })).boxWeight.max).toEqual(
      weightOf(50, 'LB'),
    );
  });

  it('are read with a status nobody knows and without what is optional', () => {
    const offer = readPackingOffer(option({ status: 'PAUSED' }));
    expect(offer).toMatchObject({
      status: 'PAUSED',
      boxWeight: {},
      contentMethods: ['BOX_CONTENT_PROVIDED'],
    });
    expect(offer).not.toHaveProperty('expiresAt');
    expect(readPackingOffer(option({ supportedConfigurations: [{}] })).boxWeight).toEqual({});
  });
});

describe('items of a packing group', () => {
  it('keep owners and expiry date', () => {
    expect(readGroupItem(item({ expiration: '2028-01-01', labelOwner: 'AMAZON' }))).toEqual({
      sku: 'MUG-RED',
      quantity: 6,
      expiry: '2028-01-01',
      prepOwner: 'NONE',
      labelOwner: 'AMAZON',
    });
  });

  it('are the seller’s where Amazon names no owner or an unknown one', () => {
    expect(readGroupItem(item({ prepInstructions: [], labelOwner: 'ROBOT' }))).toEqual({
      sku: 'MUG-RED',
      quantity: 6,
      prepOwner: 'SELLER',
      labelOwner: 'SELLER',
    });
  });
});

describe('placement options', () => {
  it('carry fees, discounts and their shipments', () => {
    const option = wire<PlacementOption>({
      placementOptionId: 'pl1',
      status: 'OFFERED',
      expiration: '2026-11-25T09:00Z',
      fees: [fee],
      discounts: [],
      shipmentIds: ['sh1'],
    });
    const shipments = [{ id: 'sh1', unitCount: 6, boxCount: 1 }];
    expect(readPlacementOffer(option, shipments)).toEqual({
      id: 'pl1',
      status: 'OFFERED',
      expiresAt: Date.UTC(2026, 10, 25, 9),
      fees: [{ target: fee.target, description: fee.description, value: money(1_234, 'USD') }],
      discounts: [],
      shipments,
    });
  });
});

const shipment = (change: object = {}) =>
  wire<Shipment>(
    {
      shipmentId: 'sh1',
      placementOptionId: 'pl1',
      destination: { destinationType: 'AMAZON_OPTIMIZED' },
      source: { sourceType: 'SELLER_FACILITY' },
    },
    change,
  );
const destination = {
  destinationType: 'AMAZON_WAREHOUSE',
  warehouseId: 'RNO4',
  address: anAddress(),
};
const box = (change: object = {}) => wire<Box>({ packageId: 'pk1' }, change);

describe('shipments before the placement is confirmed', () => {
  it('count units, and identical boxes each', () => {
    const offered = readOfferedShipment(
      shipment({ destination }),
      [item(), item({ expiration: '2028-01-01' })],
      [box({ quantity: 3 }), box()],
    );
    expect(offered).toEqual({
      id: 'sh1',
      warehouseId: 'RNO4',
      destination: 'Reno, NV',
      unitCount: 12,
      boxCount: 4,
    });
  });

  it('weigh what all their boxes weigh, where every box has been measured', () => {
    const measured = box({
      quantity: 2,
      weight: { unit: 'KG', value: 10.25 },
      dimensions: { unitOfMeasurement: 'CM', length: 50, width: 40, height: 30.5 },
    });
    const offered = (...boxes: Box[]) => readOfferedShipment(shipment(), [], boxes);
    expect(offered(measured)).toMatchObject({ grams: 20_500, cubicCentimetres: 122_000 });
    const unmeasured = offered(measured, box());
    expect([unmeasured.grams, unmeasured.cubicCentimetres]).toEqual([undefined, undefined]);
  });

  it('may have no address yet', () => {
    expect(readOfferedShipment(shipment(), [], [])).toEqual({
      id: 'sh1',
      unitCount: 0,
      boxCount: 0,
    });
    const { stateOrProvinceCode: _, ...address } = anAddress();
    const abroad = shipment({ destination: { ...destination, address } });
    expect(readOfferedShipment(abroad, [], []).destination).toBe('Reno');
  });
});

describe('carriers', () => {
  const option = (change: object = {}) =>
    wire<TransportationOption>(
      {
        transportationOptionId: 'to1',
        shipmentId: 'sh1',
        shippingMode: 'GROUND_SMALL_PARCEL',
        shippingSolution: 'AMAZON_PARTNERED_CARRIER',
        carrier: { name: 'UPS', alphaCode: 'UPSN' },
        preconditions: [],
      },
      change,
    );
  const quote = {
    cost: { amount: 24.5, code: 'USD' },
    expiration: '2026-11-25T09:00Z',
    voidableUntil: '2026-11-26T09:00:30Z',
  };

  it('carry quote, quote end and void deadline', () => {
    expect(readTransportOffer(option({ quote }))).toEqual({
      id: 'to1',
      shipmentId: 'sh1',
      solution: 'AMAZON_PARTNERED_CARRIER',
      mode: 'GROUND_SMALL_PARCEL',
      carrierName: 'UPS',
      carrierCode: 'UPSN',
      preconditions: [],
      cost: money(2_450, 'USD'),
      quoteExpiresAt: Date.UTC(2026, 10, 25, 9),
      voidableUntil: Date.UTC(2026, 10, 26, 9, 0, 30),
    });
  });

  it('have no price where Amazon wrote "$cost.amount" instead of one', () => {
    const literal = { ...quote, cost: { amount: '$cost.amount', code: '$cost.code' } };
    expect(readTransportOffer(option({ quote: literal }))).not.toHaveProperty('cost');
    expect(readTransportOffer(option())).not.toHaveProperty('cost');
    const free = { ...quote, cost: { amount: 0, code: 'USD' } };
    expect(readTransportOffer(option({ quote: free })).cost).toEqual(money(0, 'USD'));
  });

  it('may be nameless, and of a mode nobody knows', () => {
    expect(readTransportOffer(option({ carrier: { alphaCode: 'DHL' } })).carrierName).toBe('DHL');
    const other = readTransportOffer(option({ carrier: {}, shippingMode: 'BY_ROCKET' }));
    expect(other).toMatchObject({ carrierName: 'Other', mode: 'BY_ROCKET' });
    expect(other).not.toHaveProperty('carrierCode');
  });

  it('wait for delivery windows', () => {
    const window = {
      deliveryWindowOptionId: 'w1',
      availabilityType: 'CONGESTED',
      startDate: '2026-12-01T00:00Z',
      endDate: '2026-12-08T00:00Z',
      validUntil: '2026-11-25T00:00Z',
    };
    expect(readWindowOffer(window, 'sh1')).toEqual({
      id: 'w1',
      shipmentId: 'sh1',
      availability: 'CONGESTED',
      startsAt: Date.UTC(2026, 11, 1),
      endsAt: Date.UTC(2026, 11, 8),
      validUntil: Date.UTC(2026, 10, 25),
    });
    // Without a readable date a window has run out: it is offered to nobody by mistake.
    const vague = { ...window, startDate: '?', endDate: '?', validUntil: '?' };
    expect(readWindowOffer(vague, 'sh1')).toMatchObject({ startsAt: 0, endsAt: 0, validUntil: 0 });
  });
});

describe('shipments of the confirmed placement', () => {
  it('carry their boxes in the order of the IDs, with the numbers of each', () => {
    const trackingDetails = {
      spdTrackingDetail: {
        spdTrackingItems: [
          { boxId: 'U2', trackingId: 'B', trackingNumberValidationStatus: 'VALIDATED' },
        ],
      },
    };
    const details = { name: 'Mugs', status: 'SHIPPED', shipmentConfirmationId: 'FBA1' };
    const read = readShipment(
      shipment({ destination, trackingDetails, ...details }),
      [item(), item({ expiration: '2028-01-01' }), item({ msku: 'PEN', quantity: 1 })],
      [box({ packageId: 'b', boxId: 'U2' }), box({ packageId: 'a', boxId: 'U1' })],
    );
    expect(read).toEqual({
      id: 'sh1',
      confirmationId: 'FBA1',
      name: 'Mugs',
      status: 'SHIPPED',
      warehouseId: 'RNO4',
      destination: anAddress(),
      items: [
        { sku: 'MUG-RED', shipped: 12 },
        { sku: 'PEN', shipped: 1 },
      ],
      boxes: [
        { packageId: 'a', boxId: 'U1', items: [] },
        { packageId: 'b', boxId: 'U2', items: [], tracking: 'B', trackingStatus: 'VALIDATED' },
      ],
    });
  });

  it('R105: carry the PRO of pallets, and the window that was confirmed', () => {
    const told = (ltlTrackingDetail: object) =>
      readShipment(shipment({ destination, trackingDetails: { ltlTrackingDetail } }), [], []);
    expect(told({ freightBillNumber: ['1234567'], billOfLadingNumber: 'B1' }).freightBill).toEqual({
      number: '1234567',
      billOfLading: 'B1',
    });
    expect(told({ freightBillNumber: [] }).freightBill).toBeUndefined();
    expect(told({}).freightBill).toBeUndefined();
    const window = (change: object = {}) => ({
      deliveryWindowOptionId: 'dw1',
      availabilityType: 'AVAILABLE',
      startDate: '2026-12-01T00:00Z',
      endDate: '2026-12-08T00:00Z',
      ...change,
    });
    const read = (selectedDeliveryWindow: object) =>
      readShipment(shipment({ destination, selectedDeliveryWindow }), [], []).window;
    const confirmed = {
      id: 'dw1',
      shipmentId: 'sh1',
      availability: 'AVAILABLE',
      startsAt: Date.UTC(2026, 11, 1),
      endsAt: Date.UTC(2026, 11, 8),
    };
    expect(read(window())).toEqual(confirmed);
    expect(read(window({ editableUntil: '2026-11-30T00:00Z' }))).toEqual({
      ...confirmed,
      editableUntil: Date.UTC(2026, 10, 30),
    });
    expect(read(window({ startDate: 'x', endDate: 'x' }))).toMatchObject({
      startsAt: 0,
      endsAt: 0,
    });
  });

  it('are read where nearly everything is missing', () => {
    expect(readShipment(shipment(), [], [box(), box({ packageId: 'pk2' })])).toEqual({
      id: 'sh1',
      status: 'WORKING',
      items: [],
      boxes: [
        { packageId: 'pk1', items: [] },
        { packageId: 'pk2', items: [] },
      ],
    });
    const { phoneNumber: _, ...address } = anAddress();
    const read = readShipment(shipment({ destination: { ...destination, address } }), [], []);
    expect(read.destination?.phoneNumber).toBe('');
  });

  it('have the boxes that were sent, measure by measure and unit by unit', () => {
    const amount = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(
        fc.tuple(amount, amount, amount, amount),
        fc.constantFrom(['IN', 'LB'] as const, ['CM', 'KG'] as const),
        ([length, width, height, heavy], [unit, weightUnit]) => {
          const sized = aBox({
            copies: 1,
            dimensions: { length, width, height, unit },
            weight: { amount: heavy, unit: weightUnit },
            items: [{ sku: 'MUG-RED', quantity: 6, expiry: '2028-01-01' }],
          });
          const lines = [aLine({ expiry: '2028-01-01' })];
          const sent = packingRequest(aPackedPlan({ lines, boxes: [sized] }));
          const [packed] = sent.packageGroupings[0]?.boxes ?? [];
          const { boxes } = readShipment(shipment(), [], [box({ ...packed })]);
          const { dimensions, weight, items } = sized;
          expect(boxes).toEqual([{ packageId: 'pk1', dimensions, weight, items }]);
        },
      ),
    );
    expect(dimensionsOf([1, 2, 3], 'IN').unit).toBe('IN');
  });
});

describe('prep facts', () => {
  it('carry what Amazon allows', () => {
    const detail = wire<MskuPrepDetail>({
      msku: 'MUG-RED',
      prepCategory: 'FRAGILE',
      prepTypes: ['ITEM_BUBBLEWRAP'],
      prepOwnerConstraint: 'SELLER_ONLY',
      labelOwnerConstraint: 'NONE_ONLY',
      allOwnersConstraint: 'MUST_MATCH',
    });
    expect(readPrepFacts(detail)).toEqual({
      category: 'FRAGILE',
      types: ['ITEM_BUBBLEWRAP'],
      prepOwnerConstraint: 'SELLER_ONLY',
      labelOwnerConstraint: 'NONE_ONLY',
      ownersMustMatch: true,
    });
  });

  it('are read without constraints and with a category nobody knows', () => {
    const detail = wire<MskuPrepDetail>(
      { msku: 'A', prepCategory: 'NONE', prepTypes: [] },
      { prepCategory: 'GLOWING' },
    );
    expect(readPrepFacts(detail)).toEqual({
      category: 'GLOWING',
      types: [],
      ownersMustMatch: false,
    });
  });
});
