import { DAY } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import {
  anAddress,
  anOwnOffer,
  aPackedPlan,
  aPlacedPlan,
  aPlanWithGroups,
  aShipment,
  aShippedPlan,
  aTransportOffer,
  aDraft,
  NOW,
} from '../testing/plans.ts';
import { daysToArrive, deadlinesOf } from './deadlines.ts';

const kinds = (plan: Parameters<typeof deadlinesOf>[0]) =>
  deadlinesOf(plan).map(({ kind }) => kind);

describe('the clocks of a plan', () => {
  it('do not run before Amazon has it', () => {
    expect(deadlinesOf(aDraft())).toEqual([]);
  });

  it('run nearest first', () => {
    expect(deadlinesOf(aPackedPlan())).toEqual([
      { kind: 'packing-options-expire', at: NOW + 2 * DAY },
      { kind: 'arrive-by', at: NOW - DAY + 45 * DAY },
    ]);
  });

  it('forget the packing options once the placement is confirmed', () => {
    expect(kinds(aPlacedPlan())).toEqual(['arrive-by']);
  });

  it('have none for packing options without an end', () => {
    const plan = aPlanWithGroups();
    const { expiresAt: _, ...offer } = plan.packing?.offer ?? aPackingOfferMissing();
    const packing = { offer, groups: [], confirmed: true };
    expect(kinds({ ...plan, packing })).toEqual(['arrive-by']);
  });

  it('R85: name the first quote that can no longer be voided', () => {
    const transport = (voidableUntil: number) => aTransportOffer({ voidableUntil });
    const shipments = [
      aShipment({ transport: transport(NOW + 2 * DAY) }),
      aShipment({ id: 'sh2', transport: transport(NOW + DAY) }),
    ];
    expect(deadlinesOf(aShippedPlan(aTransportOffer(), { shipments }))[0]).toEqual({
      kind: 'quote-void-until',
      at: NOW + DAY,
    });
    expect(kinds(aPlacedPlan({ shipments }))).toEqual(['arrive-by']);
    expect(kinds(aShippedPlan(anOwnOffer()))).toEqual(['arrive-by']);
  });

  it('R110: give 45 days at home and 75 from abroad', () => {
    expect(daysToArrive(aDraft())).toBe(45);
    expect(daysToArrive(aDraft({ shipFrom: anAddress({ countryCode: 'CN' }) }))).toBe(75);
    const { shipFrom: _, ...nowhere } = aDraft();
    expect(daysToArrive(nowhere)).toBe(45);
    const plan = aPlacedPlan({ shipFrom: anAddress({ countryCode: 'CN' }) });
    expect(deadlinesOf(plan)).toEqual([{ kind: 'arrive-by', at: NOW + 74 * DAY }]);
  });

  it.each([
    ['IN_TRANSIT', ['arrive-by']],
    ['DELIVERED', []],
    ['RECEIVING', []],
    ['CLOSED', []],
    ['CANCELLED', []],
  ])('R110: a shipment that is %s leaves %j', (status, expected) => {
    const shipments = [aShipment({ status }), aShipment({ id: 'sh2', status: 'DELIVERED' })];
    expect(kinds(aPlacedPlan({ shipments }))).toEqual(expected);
  });

  it('stop when the plan is cancelled', () => {
    expect(deadlinesOf({ ...aPackedPlan(), cancelledAt: NOW })).toEqual([]);
  });
});

function aPackingOfferMissing(): never {
  throw new Error('a plan with groups has an offer');
}
