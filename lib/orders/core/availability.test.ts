import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemOf, orderOf } from '../testing/index.ts';
import { availabilityOf, demandBySku } from './availability.ts';

describe('what can still be bought', () => {
  it('S3, S5, R39: is what is on hand without pending and unshipped units', () => {
    const demand = demandBySku([
      orderOf({ status: 'PENDING' }),
      orderOf(),
      orderOf({
        status: 'PARTIALLY_SHIPPED',
        items: [itemOf({ ordered: 3, shipped: 1, cancelled: 1 })],
      }),
      orderOf({ status: 'SHIPPED' }),
      orderOf({ status: 'CANCELLED' }),
      orderOf({ fulfilledBy: 'AMAZON' }),
    ]);
    expect(demand.get('CUP-BLUE')).toEqual({ pending: 2, unshipped: 3 });
    expect(availabilityOf(9, { pending: 2, unshipped: 3 })).toMatchObject({ available: 4 });
  });

  it('S4: says why a listing is at zero', () => {
    const reason = (onHand: number, pending: number, unshipped: number) =>
      availabilityOf(onHand, { pending, unshipped }).reason;
    expect(reason(0, 0, 0)).toBe('none-on-hand');
    expect(reason(1, 1, 0)).toBe('held-by-pending');
    expect(reason(1, 0, 1)).toBe('held-by-unshipped');
    expect(reason(1, 1, 1)).toBe('oversold');
    expect(reason(2, 1, 0)).toBeUndefined();
  });

  it('is never below zero, and has a reason exactly when it is zero', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (onHand, pending, unshipped) => {
        const { available, reason } = availabilityOf(onHand, { pending, unshipped });
        expect(available).toBe(Math.max(0, onHand - pending - unshipped));
        expect(reason === undefined).toBe(available > 0);
      }),
    );
  });
});
