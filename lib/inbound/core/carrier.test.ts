import { DAY, money, SECOND, weightOf } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, warningCodes } from '../testing/codes.ts';
import {
  anAddress,
  anOwnOffer,
  aPlacedPlan,
  aShipment,
  aShippedPlan,
  aTransportOffer,
  aWindow,
  NOW,
  TODAY,
} from '../testing/plans.ts';
import {
  carrierProposals,
  type CarrierOffers,
  checkCarrier,
  checkShipDate,
  MIXED,
  OWN_CARRIER,
  PARTNERED,
  proposalsFor,
  proposalsOfShipment,
} from './carrier.ts';
import type { CarrierChoice, InboundPlan, TransportOffer } from './inbound-plan.ts';

const twoShipments = aPlacedPlan({ shipments: [aShipment(), aShipment({ id: 'sh2' })] });
const second = aTransportOffer({ id: 'to3', shipmentId: 'sh2', cost: money(1_000, 'USD') });
const bothPicks = [
  { shipmentId: 'sh1', transportId: 'to1' },
  { shipmentId: 'sh2', transportId: 'to3' },
];

function confirm(
  transport: readonly TransportOffer[],
  picks: CarrierChoice['picks'],
  more: {
    readonly plan?: InboundPlan;
    readonly minor?: number;
    readonly solution?: string;
    readonly windows?: CarrierOffers['windows'];
    readonly now?: number;
  } = {},
) {
  const { plan = aPlacedPlan(), minor, solution = PARTNERED, windows = [], now = NOW } = more;
  const agreed = minor === undefined ? {} : { agreed: money(minor, 'USD') };
  return checkCarrier(
    plan,
    { transport, windows },
    { choice: { solution, picks }, ...agreed },
    now,
  );
}

const partnered = [aTransportOffer()];
const one = [{ shipmentId: 'sh1', transportId: 'to1' }];

describe('the carriers a seller chooses between', () => {
  it('are each one way to ship everything, the cheapest partnered one first', () => {
    const offers = [
      anOwnOffer(),
      aTransportOffer({
        id: 'dear',
        carrierCode: 'X',
        carrierName: 'X',
        cost: money(9_900, 'USD'),
      }),
      aTransportOffer(),
      anOwnOffer({ id: 'dhl', carrierName: 'DHL', carrierCode: 'DHL' }),
    ];
    expect(carrierProposals(offers, ['sh1']).map(({ carrierName }) => carrierName)).toEqual([
      'UPS',
      'X',
      'DHL',
      'FEDEX GROUND',
    ]);
  });

  it('cost what all shipments cost, until the first quote ends', () => {
    const offers = [
      aTransportOffer(),
      { ...second, quoteExpiresAt: NOW + SECOND, voidableUntil: NOW },
    ];
    expect(carrierProposals(offers, ['sh1', 'sh2'])[0]).toMatchObject({
      cost: money(3_450, 'USD'),
      quoteExpiresAt: NOW + SECOND,
      voidableUntil: NOW,
      needsWindow: false,
    });
  });

  it('say when a delivery window comes first', () => {
    expect(carrierProposals([anOwnOffer()], ['sh1'])[0]).toMatchObject({ needsWindow: true });
    expect(carrierProposals([anOwnOffer()], ['sh1'])[0]).not.toHaveProperty('cost');
  });

  it('are told apart by name where Amazon has no code', () => {
    const { carrierCode: _, ...other } = anOwnOffer({ carrierName: 'Other' });
    expect(carrierProposals([other, anOwnOffer()], ['sh1']).map(({ id }) => id)).toEqual([
      'USE_YOUR_OWN_CARRIER|GROUND_SMALL_PARCEL|FDEG',
      'USE_YOUR_OWN_CARRIER|GROUND_SMALL_PARCEL|Other',
    ]);
  });

  it('never take a missing quote for a free one', () => {
    const { cost: _, ...unquoted } = aTransportOffer({ id: 'unknown' });
    const [proposal] = carrierProposals([unquoted, aTransportOffer()], ['sh1']);
    expect(proposal?.offers[0]?.id).toBe('to1');
    const unquotedX = { ...unquoted, carrierCode: 'X', carrierName: 'X' };
    const twice = carrierProposals([unquotedX, aTransportOffer()], ['sh1']);
    expect(twice.map(({ carrierName }) => carrierName)).toEqual(['UPS', 'X']);
    expect(carrierProposals([unquoted], ['sh1'])[0]).not.toHaveProperty('cost');
  });

  it('R72, R79: cover every shipment exactly once', () => {
    const offer = fc.record({
      shipmentId: fc.constantFrom('sh1', 'sh2', 'sh3'),
      solution: fc.constantFrom(PARTNERED, OWN_CARRIER),
      carrierCode: fc.constantFrom('UPSN', 'FDEG', 'DHL'),
      minor: fc.option(fc.integer({ min: 0, max: 9_999 })),
    });
    const ids = fc.uniqueArray(fc.constantFrom('sh1', 'sh2', 'sh3'));
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 40 }), ids, (drawn, shipmentIds) => {
        const offers = drawn.map(({ minor, ...rest }, index) => {
          const { cost: _, ...base } = aTransportOffer({ ...rest, id: `to${index}` });
          return minor === null ? base : { ...base, cost: money(minor, 'USD') };
        });
        for (const proposal of carrierProposals(offers, shipmentIds)) {
          expect(proposal.offers.map(({ shipmentId }) => shipmentId)).toEqual(shipmentIds);
          expect(new Set(proposal.offers.map(({ solution }) => solution)).size).toBe(1);
          expect(new Set(proposal.offers.map(({ carrierCode }) => carrierCode)).size).toBe(1);
        }
        if (shipmentIds.length === 0) expect(carrierProposals(offers, [])).toEqual([]);
      }),
    );
  });
});

describe('confirming the carriers', () => {
  it('passes with the amount that was on the button', () => {
    expect(confirm(partnered, one, { minor: 2_450 })).toEqual({ blocking: [], warnings: [] });
    const both = confirm([...partnered, second], bothPicks, { plan: twoShipments, minor: 3_450 });
    expect(codes(both)).toEqual([]);
  });

  it('R79: takes exactly one option for each shipment', () => {
    const refused = ['carrier-not-for-every-shipment'];
    const offers = [...partnered, second];
    const plan = twoShipments;
    expect(codes(confirm(offers, one, { plan, minor: 2_450 }))).toEqual(refused);
    expect(codes(confirm(offers, [], { plan }))).toEqual(refused);
    const twice = [...bothPicks, { shipmentId: 'sh1', transportId: 'to1' }];
    expect(codes(confirm(offers, twice, { plan, minor: 3_450 }))).toEqual(refused);
    const both = [...one, { shipmentId: 'sh1', transportId: 'to4' }];
    const rival = aTransportOffer({ id: 'to4' });
    expect(codes(confirm([...offers, rival], both, { plan, minor: 4_900 }))).toEqual(refused);
    const gone = [{ shipmentId: 'sh1', transportId: 'to9' }];
    expect(codes(confirm(offers, gone, { minor: 2_450 }))).toEqual(refused);
    const strange = [...one, { shipmentId: 'sh9', transportId: 'to9' }];
    expect(codes(confirm(offers, strange, { minor: 2_450 }))).toEqual(refused);
    expect(codes(confirm(offers, [], { plan: aPlacedPlan({ shipments: [] }) }))).toEqual(refused);
  });

  it("R79: takes no other shipment's option, and none of another solution", () => {
    const crossed = [
      { shipmentId: 'sh1', transportId: 'to3' },
      { shipmentId: 'sh2', transportId: 'to1' },
    ];
    const offers = [...partnered, second];
    expect(codes(confirm(offers, crossed, { plan: twoShipments, minor: 3_450 }))).toEqual([
      'carrier-not-for-every-shipment',
    ]);
    expect(codes(confirm(partnered, one, { minor: 2_450, solution: OWN_CARRIER }))).toEqual([
      'carrier-not-for-every-shipment',
    ]);
  });

  it('happens once', () => {
    const plan = aShippedPlan();
    expect(codes(confirm(partnered, one, { plan, minor: 2_450 }))).toEqual([
      'carrier-already-confirmed',
    ]);
  });

  it('R80: parcels of a plan go with one partnered carrier', () => {
    const { carrierCode: _, ...other } = { ...second, carrierName: 'Other' };
    const found = confirm([...partnered, other], bothPicks, { plan: twoShipments, minor: 3_450 });
    expect(codes(found)).toEqual(['partnered-carriers-differ']);
    const freight = { ...other, mode: 'FREIGHT_LTL' };
    expect(
      codes(confirm([...partnered, freight], bothPicks, { plan: twoShipments, minor: 3_450 })),
    ).toEqual([]);
  });

  it('R84: needs a quote that still stands when the answer arrives', () => {
    const end = NOW + DAY;
    const at = (now: number) => codes(confirm(partnered, one, { minor: 2_450, now }));
    expect(at(end - 5 * SECOND - 1)).toEqual([]);
    expect(at(end - 5 * SECOND)).toEqual(['quote-expired']);
    expect(at(end + 1)).toEqual(['quote-expired']);
  });

  it('asks again when the price is not the one agreed to', () => {
    const facts = { cost: 2_450, currency: 'USD' };
    expect(confirm(partnered, one, { minor: 2_449 }).blocking).toEqual([
      { code: 'freight-changed', facts },
    ]);
    expect(codes(confirm(partnered, one))).toEqual(['freight-changed']);
    const choice = { solution: PARTNERED, picks: one };
    const euros = { choice, agreed: money(2_450, 'EUR') };
    const offers = { transport: partnered, windows: [] };
    expect(codes(checkCarrier(aPlacedPlan(), offers, euros, NOW))).toEqual(['freight-changed']);
  });

  it('R84: confirms no partnered carrier whose price is unknown', () => {
    const { cost: _, ...unquoted } = aTransportOffer();
    expect(codes(confirm([unquoted], one))).toEqual(['quote-missing']);
  });
});

describe('the parcels of a shipment', () => {
  const [box] = aShipment().boxes;
  if (!box) throw new Error('a box');
  const warned = (count: number, pounds: number, offer = aTransportOffer()) => {
    const boxes = Array.from({ length: count }, () => ({ ...box, weight: weightOf(pounds, 'LB') }));
    const plan = aPlacedPlan({ shipments: [aShipment({ boxes })] });
    return confirm([offer], one, { plan, minor: 2_450 });
  };

  it('R76: more than 200 are doubted', () => {
    expect(warningCodes(warned(200, 0.5))).toEqual([]);
    expect(warned(201, 0.5).warnings).toEqual([
      {
        code: 'many-parcels-in-shipment',
        facts: { shipment: 'FBA15ABCDEFG', count: 201, most: 200 },
        at: 'shipments.sh1',
      },
    ]);
  });

  it('R77: more than 150 lb may be cheaper as freight, which freight is not told', () => {
    expect(warningCodes(warned(3, 50))).toEqual([]);
    expect(warned(3, 50.001).warnings[0]).toMatchObject({
      code: 'freight-may-be-cheaper',
      facts: { pounds: 150 },
    });
    expect(warningCodes(warned(3, 60, aTransportOffer({ mode: 'FREIGHT_LTL' })))).toEqual([]);
  });

  it('are told by the plain shipment ID while Amazon has given no other, unweighed ones too', () => {
    const { confirmationId: _, ...bare } = aShipment();
    const { weight: __, ...unweighed } = box;
    const boxes = Array.from({ length: 201 }, () => unweighed);
    const plan = aPlacedPlan({ shipments: [{ ...bare, boxes }] });
    expect(confirm(partnered, one, { plan, minor: 2_450 }).warnings).toMatchObject([
      { code: 'many-parcels-in-shipment', facts: { shipment: 'sh1' } },
    ]);
  });
});

describe('a delivery window', () => {
  const pickWindow = (
    windowId: string | undefined,
    window = aWindow(),
    more: { readonly plan?: InboundPlan; readonly now?: number } = {},
  ) =>
    confirm(
      [anOwnOffer()],
      [{ shipmentId: 'sh1', transportId: 'to2', ...(windowId ? { windowId } : {}) }],
      { solution: OWN_CARRIER, windows: [window], ...more },
    );

  it('R81: is chosen where the carrier waits for one', () => {
    expect(pickWindow('w1')).toEqual({ blocking: [], warnings: [] });
    expect(pickWindow(undefined).blocking).toEqual([
      { code: 'window-needed', facts: {}, at: 'windows.sh1' },
    ]);
  });

  it('R81: is one of that shipment, and still there', () => {
    expect(codes(pickWindow('w2'))).toEqual(['window-gone']);
    expect(codes(pickWindow('w1', aWindow({ shipmentId: 'sh2' })))).toEqual(['window-gone']);
  });

  it('R82: is neither blocked nor expired', () => {
    expect(codes(pickWindow('w1', aWindow({ availability: 'BLOCKED' })))).toEqual([
      'window-blocked',
    ]);
    expect(codes(pickWindow('w1', aWindow({ availability: 'CONGESTED' })))).toEqual([]);
    const end = NOW + DAY;
    expect(codes(pickWindow('w1', aWindow(), { now: end - 5 * SECOND - 1 }))).toEqual([]);
    expect(codes(pickWindow('w1', aWindow(), { now: end - 5 * SECOND }))).toEqual([
      'window-expired',
    ]);
  });

  it('R83: begins within 45 days of creation, from abroad within 75', () => {
    const created = NOW - DAY;
    const window = (days: number, over = 0) => aWindow({ startsAt: created + days * DAY + over });
    const plan = aPlacedPlan({ shipFrom: anAddress({ countryCode: 'CN' }) });
    expect(warningCodes(pickWindow('w1', window(45)))).toEqual([]);
    expect(pickWindow('w1', window(45, 1)).warnings).toEqual([
      { code: 'window-too-late', facts: { days: 45 }, at: 'windows.sh1' },
    ]);
    expect(warningCodes(pickWindow('w1', window(75), { plan }))).toEqual([]);
    expect(pickWindow('w1', window(75, 1), { plan }).warnings[0]?.facts).toEqual({ days: 75 });
  });

  it('R83: counts from our own creation while Amazon has told none', () => {
    const { amazonCreatedAt: _, ...plan } = aPlacedPlan({ createdAt: NOW - 44 * DAY });
    expect(warningCodes(pickWindow('w1', aWindow(), { plan }))).toEqual(['window-too-late']);
  });
});

describe('R73: the ship date', () => {
  it.each([
    [TODAY, []],
    ['2026-11-25', []],
    ['2027-01-01', []],
    ['2026-11-23', ['ship-date-past']],
    ['2026-02-31', ['ship-date-needed']],
    ['tomorrow', ['ship-date-needed']],
    ['', ['ship-date-needed']],
  ])('%s says %j', (shipDate, expected) => {
    expect(codes(checkShipDate(shipDate, TODAY))).toEqual(expected);
  });
});

it('pallets are shown freight carriers, parcels those of parcels, a single shipment both', () => {
  const ltl = aTransportOffer({ id: 'to9', mode: 'FREIGHT_LTL', carrierName: 'Amazon Freight' });
  const ocean = aTransportOffer({ id: 'to8', mode: 'OCEAN_FCL', carrierName: 'Amazon' });
  const offers = [aTransportOffer(), ltl, ocean];
  const modes = (found: readonly { readonly mode: string }[]) => found.map(({ mode }) => mode);
  expect(modes(proposalsFor(aPlacedPlan(), offers))).toEqual(['GROUND_SMALL_PARCEL']);
  const onPallets = aPlacedPlan({ freight: { shipments: [] } });
  expect(modes(proposalsFor(onPallets, offers))).toEqual(['FREIGHT_LTL']);
  expect(modes(proposalsOfShipment(offers, 'sh1')).toSorted()).toEqual([
    'FREIGHT_LTL',
    'GROUND_SMALL_PARCEL',
  ]);
});

it('R80: partner for one shipment and own carrier for another are one choice', () => {
  const plan = aPlacedPlan({ shipments: [aShipment(), aShipment({ id: 'sh2' })] });
  const ltl = anOwnOffer({ id: 'to3', shipmentId: 'sh2', mode: 'FREIGHT_LTL', preconditions: [] });
  const transport = [aTransportOffer(), aTransportOffer({ id: 'to4', shipmentId: 'sh2' }), ltl];
  const picks = [
    { shipmentId: 'sh1', transportId: 'to1' },
    { shipmentId: 'sh2', transportId: 'to3' },
  ];
  const consent = { choice: { solution: MIXED, picks }, agreed: money(2_450, 'USD') };
  expect(checkCarrier(plan, { transport, windows: [] }, consent, NOW).blocking).toEqual([]);
});
