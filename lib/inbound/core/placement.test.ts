import { DAY, dimensionsOf, money, SECOND } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import { codes, warningCodes } from '../testing/codes.ts';
import {
  aBox,
  aLine,
  anEmptyPlan,
  aPackedPlan,
  aPlacedPlan,
  aPlacementOffer,
  aPlanWithGroups,
  NOW,
} from '../testing/plans.ts';
import type { Charge } from './inbound-plan.ts';
import { checkPlacement, netFee, placementAdvice, placementKind } from './placement.ts';

const charge = (minor: number): Charge => ({
  target: 'Placement Services',
  description: 'Placement',
  value: money(minor, 'USD'),
});

const confirm = (
  offer = aPlacementOffer(),
  { plan = aPackedPlan(), agreed = money(360, 'USD'), now = NOW, offerId = 'pl1' } = {},
) => checkPlacement(plan, [offer], { offerId, agreed }, now);

describe('what a placement costs', () => {
  it('is fees less discounts', () => {
    const offer = { fees: [charge(500), charge(100)], discounts: [charge(150)] };
    expect(netFee(offer, 'EUR')).toEqual(money(450, 'USD'));
    expect(netFee({ fees: [], discounts: [charge(150)] }, 'EUR')).toEqual(money(-150, 'USD'));
  });

  it("is nothing in the marketplace's currency where there are no charges", () => {
    expect(netFee({ fees: [], discounts: [] }, 'EUR')).toEqual(money(0, 'EUR'));
  });
});

describe('confirming a placement', () => {
  it('passes as agreed', () => {
    expect(confirm()).toEqual({ blocking: [], warnings: [] });
  });

  it('R68: takes an option that is still there and still stands', () => {
    const end = NOW + DAY;
    expect(codes(confirm(aPlacementOffer(), { offerId: 'pl2' }))).toEqual(['placement-gone']);
    expect(codes(confirm(aPlacementOffer(), { now: end - 5 * SECOND - 1 }))).toEqual([]);
    expect(codes(confirm(aPlacementOffer(), { now: end - 5 * SECOND }))).toEqual([
      'placement-expired',
    ]);
    const { expiresAt: _, ...endless } = aPlacementOffer();
    expect(codes(confirm(endless))).toEqual([]);
    expect(codes(confirm({ ...endless, status: 'EXPIRED' }))).toEqual(['placement-expired']);
  });

  it('R69: waits for Amazon to have the boxes as they are', () => {
    const plan = aPlanWithGroups({ boxes: [aBox()] });
    expect(codes(confirm(aPlacementOffer(), { plan }))).toEqual(['boxes-not-sent']);
  });

  it('R70: charges what the button named, in its currency', () => {
    expect(confirm(aPlacementOffer(), { agreed: money(359, 'USD') }).blocking).toEqual([
      { code: 'placement-fee-changed', facts: { fee: 360, currency: 'USD' } },
    ]);
    expect(codes(confirm(aPlacementOffer(), { agreed: money(360, 'CAD') }))).toEqual([
      'placement-fee-changed',
    ]);
  });

  it('R70: happens once', () => {
    expect(codes(confirm(aPlacementOffer(), { plan: aPlacedPlan() }))).toEqual([
      'placement-already-confirmed',
    ]);
  });
});

it('names an option by what it does', () => {
  const one = aPlacementOffer();
  const three = [1, 2, 3].map((n) => ({ id: `sh${n}`, unitCount: 4, boxCount: 1 }));
  expect(placementKind(one, 'USD')).toBe('minimal');
  expect(placementKind({ ...one, shipments: three }, 'USD')).toBe('partial');
  expect(placementKind({ ...one, shipments: three, fees: [] }, 'USD')).toBe('amazon-optimized');
});

describe('what keeps cheaper placements away', () => {
  it('R66: fewer than five cartons alike', () => {
    const advice = (...copies: readonly number[]) =>
      placementAdvice(aPackedPlan({ boxes: copies.map((count) => aBox({ copies: count })) }));
    expect(warningCodes(advice(5))).toEqual([]);
    expect(warningCodes(advice(2, 3))).toEqual([]);
    expect(advice(4).warnings).toEqual([
      { code: 'few-identical-boxes', facts: { most: 4, least: 5 } },
    ]);
    expect(placementAdvice(anEmptyPlan())).toEqual({ blocking: [], warnings: [] });
  });

  it('R66: alike means the same units, in whatever order they are listed', () => {
    const [mug, pen] = [
      { sku: 'MUG-RED', quantity: 2 },
      { sku: 'PEN', quantity: 1 },
    ];
    const boxes = [aBox({ copies: 3, items: [mug, pen] }), aBox({ copies: 2, items: [pen, mug] })];
    expect(warningCodes(placementAdvice(aPackedPlan({ boxes })))).toEqual([]);
    const other = [boxes[0] ?? aBox(), aBox({ copies: 2, items: [{ ...mug, quantity: 3 }, pen] })];
    expect(warningCodes(placementAdvice(aPackedPlan({ boxes: other })))).toEqual([
      'few-identical-boxes',
    ]);
  });

  it('R67: standard and larger units in one plan', () => {
    const bulky = aLine({ sku: 'SOFA', unitDimensions: dimensionsOf([30, 20, 16], 'IN') });
    const { unitWeight: _, ...unknown } = aLine({ sku: 'WHO' });
    const advice = (lines: ReturnType<typeof aLine>[]) =>
      warningCodes(placementAdvice(anEmptyPlan({ lines })));
    expect(advice([aLine(), bulky])).toEqual(['standard-and-bulky-mixed']);
    expect(advice([bulky])).toEqual([]);
    expect(advice([bulky, unknown])).toEqual([]);
  });
});
