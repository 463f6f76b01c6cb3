import { describe, expect, it } from 'vitest';
import { warningCodes } from '../testing/codes.ts';
import {
  anOwnOffer,
  aPlacedPlan,
  aShipment,
  aShippedPlan,
  aTransportOffer,
} from '../testing/plans.ts';
import {
  checkReceiving,
  isBeingReceived,
  receivedLines,
  receivedTotals,
  SHIPMENT_STATUSES,
} from './receiving.ts';

const counted = (status: string, received?: number) =>
  aShipment({
    status,
    items: [{ sku: 'MUG-RED', shipped: 12, ...(received === undefined ? {} : { received }) }],
  });

describe('R111: shipped against received', () => {
  it('knows no difference until Amazon has begun to count', () => {
    expect(receivedLines(counted('CLOSED'))).toEqual([
      { sku: 'MUG-RED', shipped: 12, received: undefined, difference: undefined, isShort: false },
    ]);
  });

  it.each([
    ['RECEIVING', 10, -2, false],
    ['CLOSED', 10, -2, true],
    ['CLOSED', 11, -1, true],
    ['CLOSED', 12, 0, false],
    ['CLOSED', 13, 1, false],
  ])('%s with %d of 12 differs by %d; short: %s', (status, received, difference, isShort) => {
    expect(receivedLines(counted(status, received))[0]).toMatchObject({ difference, isShort });
  });

  it('adds up over shipments, the uncounted ones as nothing', () => {
    const plan = aPlacedPlan({ shipments: [counted('CLOSED', 10), counted('IN_TRANSIT')] });
    expect(receivedTotals(plan)).toEqual({ shipped: 24, received: 10 });
  });
});

describe('R107: tracking at delivery', () => {
  const arrived = (status: string, offer = anOwnOffer()) =>
    checkReceiving(aShippedPlan(offer, { shipments: [aShipment({ status, transport: offer })] }));

  it('is missed from delivery on', () => {
    const since = SHIPMENT_STATUSES.filter((status) => warningCodes(arrived(status)).length > 0);
    expect(since).toEqual(['DELIVERED', 'CHECKED_IN', 'RECEIVING', 'CLOSED']);
    expect(arrived('DELIVERED').warnings).toEqual([
      {
        code: 'arrived-without-tracking',
        facts: { shipment: 'FBA15ABCDEFG', missing: 2 },
        at: 'shipments.sh1',
      },
    ]);
  });

  it('is not missed where every box has a number, or the partner gives them', () => {
    expect(warningCodes(arrived('DELIVERED', aTransportOffer()))).toEqual([]);
    const boxes = aShipment().boxes.map((box) => ({ ...box, tracking: 'ABC' }));
    const shipment = aShipment({ status: 'DELIVERED', transport: anOwnOffer(), boxes });
    expect(checkReceiving(aPlacedPlan({ shipments: [shipment] })).warnings).toEqual([]);
  });

  it('says nothing of a shipment without a carrier, and names one without FBA ID', () => {
    expect(
      checkReceiving(aPlacedPlan({ shipments: [aShipment({ status: 'DELIVERED' })] })).warnings,
    ).toEqual([]);
    const { confirmationId: _, ...bare } = aShipment({ status: 'CLOSED', transport: anOwnOffer() });
    expect(checkReceiving(aPlacedPlan({ shipments: [bare] })).warnings[0]?.facts['shipment']).toBe(
      'sh1',
    );
  });
});

describe('a plan that Amazon counts', () => {
  const walking = (status: string) => aPlacedPlan({ shipments: [aShipment({ status })] });
  it.each(['RECEIVING', 'CLOSED'])('is too late to cancel when a shipment is %s', (status) => {
    expect(isBeingReceived(walking(status))).toBe(true);
  });
  it.each(['WORKING', 'SHIPPED', 'DELIVERED', 'CHECKED_IN'])('is not while it is %s', (status) => {
    expect(isBeingReceived(walking(status))).toBe(false);
  });
});
