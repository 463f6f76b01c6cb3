import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemOf, orderOf, packageOf } from '../testing/index.ts';
import { adjustmentsForMissing, checkAdjustments, totalOf } from './adjust.ts';
import { CANCEL_REASONS, checkCancel, effectOfCancel, isCancelCounted } from './cancel.ts';
import { ORDER_STATUSES } from './order.ts';

const codes = ({ blocking, warnings }: ReturnType<typeof checkCancel>) => [
  blocking.map(({ code }) => code),
  warnings.map(({ code }) => code),
];
const asked = orderOf({ items: [itemOf({ cancelRequest: { reason: 'Ordered by mistake' } })] });

describe('canceling an order', () => {
  it('S23: is one of the two ends of an unshipped order, for each of Amazon’s reasons', () => {
    for (const reason of CANCEL_REASONS.filter((each) => each !== 'BuyerCanceled'))
      expect(codes(checkCancel(orderOf(), { reason }))).toEqual([[], []]);
  });

  it('R3: is impossible while the order is pending', () => {
    expect(
      codes(checkCancel(orderOf({ status: 'PENDING' }), { reason: 'NoInventory' }))[0],
    ).toEqual(['order-pending']);
  });

  it('R28: comes too late for what was confirmed', () => {
    expect(
      codes(checkCancel(orderOf({ status: 'SHIPPED' }), { reason: 'NoInventory' }))[0],
    ).toEqual(['order-not-cancelable']);
    const half = orderOf({ status: 'PARTIALLY_SHIPPED', items: [itemOf({ shipped: 1 })] });
    expect(codes(checkCancel(half, { reason: 'NoInventory' }))[0]).toEqual([
      'cancel-item-confirmed',
    ]);
  });

  it('R29: knows Amazon’s reasons only', () => {
    expect(codes(checkCancel(orderOf(), { reason: 'Changed my mind' }))[0]).toEqual([
      'cancel-reason-unknown',
    ]);
  });

  it('R30: names items of the order or none', () => {
    const input = (...orderItemIds: string[]) => ({ reason: 'NoInventory', orderItemIds });
    expect(codes(checkCancel(orderOf(), input('00000000000011')))).toEqual([[], []]);
    expect(codes(checkCancel(orderOf(), input('9')))[0]).toEqual(['cancel-item-unknown']);
    expect(codes(checkCancel(orderOf(), input()))[0]).toEqual(['cancel-item-unknown']);
  });

  it('R31, S29: is the buyer’s doing only when the buyer asked in the official way', () => {
    expect(codes(checkCancel(asked, { reason: 'BuyerCanceled' }))).toEqual([[], []]);
    expect(codes(checkCancel(orderOf(), { reason: 'BuyerCanceled' }))[1]).toEqual([
      'cancel-not-asked-for',
    ]);
    expect(isCancelCounted(asked, 'BuyerCanceled')).toBe(false);
    expect(isCancelCounted(orderOf(), 'BuyerCanceled')).toBe(true);
    expect(isCancelCounted(asked, 'NoInventory')).toBe(true);
  });

  it('R35: of a part leaves the rest late, so it is confirmed whole and adjusted', () => {
    const half = orderOf({
      status: 'PARTIALLY_SHIPPED',
      items: [itemOf({ shipped: 2 }), itemOf({ orderItemId: '2' })],
    });
    const check = checkCancel(half, { reason: 'NoInventory', orderItemIds: ['2'] });
    expect(codes(check)).toEqual([[], ['cancel-part-stays-late']]);
    const adjustments = adjustmentsForMissing(orderOf(), [
      { orderItemId: '00000000000011', quantity: 1 },
    ]);
    expect(adjustments).toEqual([
      {
        orderItemId: '00000000000011',
        reason: 'NoInventory',
        itemPrice: { minor: 1_250, currency: 'USD' },
        quantityCancelled: 1,
      },
    ]);
    expect(totalOf(adjustments)).toBe(1_250);
  });

  it('R33, S25: says before what it does to the cancellation rate', () => {
    const effect = effectOfCancel({ canceled: 1, orders: 80 }, [{ isCounted: true }]);
    expect(effect).toMatchObject({
      before: { part: 1, whole: 80, share: 0.0125, isMet: true },
      after: { part: 2, whole: 80, share: 0.025, isMet: false },
      counted: 1,
      mayHideOffer: false,
    });
    const second = effectOfCancel({ canceled: 1, orders: 80 }, [{ isCounted: true }], {
      lastWasCounted: true,
    });
    expect(second.mayHideOffer).toBe(true);
  });

  it('R33: never raises the rate by what the buyer asked for', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.integer({ min: 1, max: 1_000 }),
        fc.array(fc.boolean()),
        (canceled, more, flags) => {
          const counts = { canceled, orders: canceled + more };
          const effect = effectOfCancel(
            counts,
            flags.map((isCounted) => ({ isCounted })),
          );
          expect(effect.after.part - effect.before.part).toBe(flags.filter(Boolean).length);
          if (!flags.some(Boolean)) expect(effect.after).toEqual(effect.before);
        },
      ),
    );
  });

  it('is possible exactly for open orders', () => {
    for (const status of ORDER_STATUSES) {
      const isOpen = status === 'UNSHIPPED' || status === 'PARTIALLY_SHIPPED';
      expect(
        checkCancel(orderOf({ status }), { reason: 'NoInventory' }).blocking.length === 0,
      ).toBe(isOpen);
    }
  });
});

describe('giving money back', () => {
  const shipped = orderOf({
    status: 'SHIPPED',
    items: [itemOf({ shipped: 2 })],
    packages: [packageOf()],
  });
  const give = (minor: number, more: object = {}) =>
    checkAdjustments(shipped, [
      {
        orderItemId: '00000000000011',
        reason: 'NoInventory',
        itemPrice: { minor, currency: 'USD' },
        ...more,
      },
    ]).blocking.map(({ code, at }) => [code, at]);

  it('S31, T18: is the seller’s choice once the order is confirmed, in part or in whole', () => {
    expect(give(1)).toEqual([]);
    expect(give(2_500)).toEqual([]);
    expect(give(0, { shippingPrice: { minor: 399, currency: 'USD' } })).toEqual([]);
  });

  it('is not possible before, for nothing, or for more than was paid', () => {
    const adjustment = {
      orderItemId: '00000000000011',
      reason: 'NoInventory',
      itemPrice: { minor: 1, currency: 'USD' },
    };
    expect(checkAdjustments(orderOf(), [adjustment]).blocking[0]?.code).toBe(
      'adjust-before-confirm',
    );
    expect(checkAdjustments(orderOf({ status: 'PENDING' }), [adjustment]).blocking[0]?.code).toBe(
      'order-pending',
    );
    expect(checkAdjustments(shipped, []).blocking[0]?.code).toBe('adjust-nothing');
    expect(give(2_501)).toEqual([['adjust-amount', 'adjustments.0.itemPrice']]);
    expect(give(0)[0]?.[0]).toBe('adjust-amount');
    expect(give(-1)[0]?.[0]).toBe('adjust-amount');
    expect(give(1, { quantityCancelled: 3 })[0]?.[0]).toBe('adjust-quantity');
    expect(give(1, { reason: 'Because' })[0]?.[0]).toBe('cancel-reason-unknown');
    expect(give(1, { orderItemId: '9' })[0]?.[0]).toBe('cancel-item-unknown');
  });
});
