import { HOUR, money } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aDraft,
  anOwnOffer,
  aPlacedPlan,
  aShipment,
  aShippedPlan,
  aTransportOffer,
  NOW,
} from '../testing/plans.ts';
import type { InboundPlan } from './inbound-plan.ts';
import { cancellingOf, moneyBetween } from './plan-money.ts';

const two = aShippedPlan(aTransportOffer(), {
  shipments: [
    aShipment({ transport: aTransportOffer({ cost: money(2_450, 'USD') }) }),
    aShipment({
      id: 'sh2',
      transport: aTransportOffer({ cost: money(800, 'USD'), voidableUntil: NOW + HOUR }),
    }),
  ],
});
const told = (before: InboundPlan, after: InboundPlan) =>
  moneyBetween(before, after).map(({ kind, subject, amount }) => [kind, subject, amount.minor]);

describe('the money of a plan', () => {
  it('is taken when the placement and the carrier are confirmed', () => {
    expect(told(aDraft(), aPlacedPlan())).toEqual([['placement', 'pl1', 360]]);
    expect(told(aPlacedPlan(), two)).toEqual([
      ['freight', 'sh1', 2_450],
      ['freight', 'sh2', 800],
    ]);
    expect(moneyBetween(aPlacedPlan(), aShippedPlan(anOwnOffer()))).toEqual([]);
  });

  it('changes with what the carrier asks for other contents', () => {
    const [first, ...rest] = two.shipments;
    if (!first) throw new Error('two shipments');
    const dearer = { ...first, transport: aTransportOffer({ cost: money(2_600, 'USD') }) };
    expect(told(two, { ...two, shipments: [dearer, ...rest] })).toEqual([
      ['freight-change', 'sh1', 150],
    ]);
  });

  it('adds up to what stands, whatever way a plan takes', () => {
    const cancelled = (hours: number) => ({ ...two, cancelledAt: NOW + hours * HOUR });
    const way = fc.array(
      fc.constantFrom<InboundPlan>(
        aDraft(),
        aPlacedPlan(),
        two,
        cancelled(0),
        cancelled(2),
        cancelled(30),
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(way, (plans) => {
        const sum = (moves: ReturnType<typeof moneyBetween>) =>
          moves.reduce((total, { amount }) => total + amount.minor, 0);
        const last = plans.at(-1) ?? aDraft();
        const moved = plans.map((plan, at) => sum(moneyBetween(plans[at - 1] ?? aDraft(), plan)));
        expect(moved.reduce((total, each) => total + each, 0)).toBe(
          sum(moneyBetween(aDraft(), last)),
        );
      }),
    );
  });
});

describe('R85: before a plan is cancelled the seller reads', () => {
  it('what comes back and until when, and that the placement fee is not taken', () => {
    expect(cancellingOf(two, NOW)).toEqual({
      back: money(3_250, 'USD'),
      until: NOW + HOUR,
      dropped: money(360, 'USD'),
    });
  });

  it('what stays charged once the time of a quote is over', () => {
    expect(cancellingOf(two, NOW + HOUR)).toMatchObject({
      back: money(2_450, 'USD'),
      stays: money(800, 'USD'),
    });
    expect(cancellingOf(two, NOW + 24 * HOUR)).toEqual({
      stays: money(3_250, 'USD'),
      dropped: money(360, 'USD'),
    });
  });

  it('that freight stays charged where Amazon never said until when it could be had back', () => {
    const { voidableUntil: _, ...silent } = aTransportOffer();
    expect(cancellingOf(aShippedPlan(silent), NOW).stays).toEqual(money(2_450, 'USD'));
  });

  it('nothing of money for a plan that has cost none', () => {
    expect(cancellingOf(aDraft(), NOW)).toEqual({});
  });
});
