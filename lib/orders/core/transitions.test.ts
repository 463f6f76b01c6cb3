import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemOf, NOON, orderOf, packageOf } from '../testing/index.ts';
import { type CanceledBy, type Order, ORDER_STATUSES } from './order.ts';
import { mayFollow, pathBetween, TRANSITIONS, transitionOf, whatHappened } from './transitions.ts';

const ids = (before: Order | undefined, after: Order) => {
  const change = whatHappened(before, after);
  return change.kind === 'happened' ? change.transitions : change.kind;
};
const asked = itemOf({ cancelRequest: { reason: 'Ordered by mistake' } });
const pending = orderOf({ status: 'PENDING' });
const unshipped = orderOf();
const shipped = orderOf({ status: 'SHIPPED', packages: [packageOf()] });

describe('the life of an order', () => {
  it('T0: a pre-order waits for its release and takes stock', () => {
    expect(ids(undefined, orderOf({ status: 'PENDING_AVAILABILITY' }))).toEqual(['T0']);
    expect(transitionOf('T0')?.stock).toBe('take');
  });

  it('T1: a checkout makes a pending order, which takes stock and tells nobody', () => {
    expect(ids(undefined, pending)).toEqual(['T1']);
    expect(transitionOf('T1')).toMatchObject({ stock: 'take', metric: [] });
    expect(transitionOf('T1')?.notice).toBeUndefined();
  });

  it('T2: the payment of a pre-order begins to be authorised', () => {
    expect(ids(orderOf({ status: 'PENDING_AVAILABILITY' }), pending)).toEqual(['T2']);
  });

  it('T3: the buyer cancels within the hold; stock comes back and no metric counts it', () => {
    expect(ids(pending, orderOf({ status: 'CANCELLED', canceledBy: 'BUYER' }))).toEqual(['T3']);
    expect(transitionOf('T3')).toMatchObject({ stock: 'give-back', metric: [] });
  });

  it('T4: Amazon cancels a pending order without a word', () => {
    expect(ids(pending, orderOf({ status: 'CANCELLED', canceledBy: 'AMAZON' }))).toEqual(['T4']);
    expect(transitionOf('T4')).toMatchObject({ stock: 'give-back', metric: [] });
    expect(transitionOf('T4')?.notice).toBeUndefined();
  });

  it('T5: the verification takes longer', () => {
    expect(ids(pending, { ...pending, updatedAt: NOON })).toEqual(['T5']);
  });

  it('T6: a verified order is to be shipped and is told to the seller', () => {
    expect(ids(pending, unshipped)).toEqual(['T6']);
    expect(transitionOf('T6')).toMatchObject({
      notice: 'new-order',
      metric: ['enters-denominators'],
    });
  });

  it('T7: the buyer asks to cancel, and the order stays as it is', () => {
    expect(ids(unshipped, orderOf({ items: [asked] }))).toEqual(['T7']);
    expect(transitionOf('T7')?.notice).toBe('cancel-asked');
    expect(ids(orderOf({ items: [asked] }), orderOf({ items: [asked] }))).toEqual([]);
  });

  it('T8: the seller agrees to the request, which no metric counts', () => {
    const before = orderOf({ items: [asked] });
    const after = orderOf({ items: [asked], status: 'CANCELLED', canceledBy: 'MERCHANT' });
    expect(ids(before, after)).toEqual(['T8']);
    expect(transitionOf('T8')?.metric).toEqual([]);
  });

  it('T9: the seller ships although the buyer asked', () => {
    const before = orderOf({ items: [asked] });
    expect(ids(before, { ...before, status: 'SHIPPED', packages: [packageOf()] })).toEqual([
      'T13',
      'T9',
    ]);
  });

  it('T10: the seller cancels, and the cancellation rate counts it', () => {
    expect(ids(unshipped, orderOf({ status: 'CANCELLED', canceledBy: 'MERCHANT' }))).toEqual([
      'T10',
    ]);
    expect(transitionOf('T10')).toMatchObject({ stock: 'ask', metric: ['counts-as-cancel'] });
  });

  it('T11: Amazon cancels what nobody confirmed, and that counts too', () => {
    expect(ids(unshipped, orderOf({ status: 'CANCELLED', canceledBy: 'AMAZON' }))).toEqual(['T11']);
    expect(transitionOf('T11')).toMatchObject({
      notice: 'auto-canceled',
      metric: ['counts-as-cancel'],
    });
  });

  it('T12: some units are confirmed', () => {
    const after = orderOf({ status: 'PARTIALLY_SHIPPED', packages: [packageOf()] });
    expect(ids(unshipped, after)).toEqual(['T12']);
    expect(transitionOf('T12')?.metric).toContain('late-if-after-ship-by');
  });

  it('T13: the last units are confirmed', () => {
    expect(ids(unshipped, shipped)).toEqual(['T13']);
    expect(ids(orderOf({ status: 'PARTIALLY_SHIPPED' }), orderOf({ status: 'SHIPPED' }))).toEqual([
      'T13',
    ]);
    expect(transitionOf('T13')?.metric).toEqual(['late-if-after-ship-by', 'enters-tracking']);
  });

  it('T14: a package gets another number and the order stays shipped', () => {
    const edited = { ...shipped, packages: [packageOf({ trackingNumber: '1Z879E930346834440' })] };
    expect(ids(shipped, edited)).toEqual(['T14']);
    expect(
      ids(shipped, { ...shipped, packages: [packageOf(), packageOf({ reference: '2' })] }),
    ).toEqual([]);
  });

  it('T15: the first scan of the carrier makes the tracking valid', () => {
    expect(ids(shipped, { ...shipped, packages: [packageOf({ status: 'IN_TRANSIT' })] })).toEqual([
      'T15',
    ]);
    expect(transitionOf('T15')?.metric).toEqual(['is-tracked']);
  });

  it('T16: the parcel arrives, scanned before or not', () => {
    const onTheWay = { ...shipped, packages: [packageOf({ status: 'IN_TRANSIT' })] };
    const there = { ...shipped, packages: [packageOf({ status: 'DELIVERED' })] };
    expect(ids(onTheWay, there)).toEqual(['T16']);
    expect(ids(shipped, there)).toEqual(['T15', 'T16']);
  });

  it.each(['UNDELIVERABLE', 'RETURNED_TO_SELLER', 'LOST'])(
    'T17: the parcel does not arrive (%s), and the seller hears of it',
    (detailedStatus) => {
      const lost = packageOf({ status: 'UNDELIVERABLE', detailedStatus });
      expect(ids(shipped, { ...shipped, packages: [lost] })).toEqual(['T17']);
      expect(transitionOf('T17')?.notice).toBe('undeliverable');
    },
  );

  it('T23: the review of a regulated order comes to its end', () => {
    const waiting = orderOf({ verification: 'Pending' });
    expect(ids(waiting, orderOf({ verification: 'Approved' }))).toEqual(['T23']);
  });

  it('T24: a replacement is a new order that names the first', () => {
    expect(ids(undefined, { ...pending, originalOrderId: '111-0000009-0000009' })).toEqual([
      'T1',
      'T24',
    ]);
  });

  it('tells every step even when readings were missed', () => {
    expect(ids(undefined, shipped)).toEqual(['T1', 'T6', 'T13']);
    expect(ids(undefined, orderOf({ items: [asked] }))).toEqual(['T1', 'T6', 'T7']);
    expect(ids(pending, orderOf({ status: 'CANCELLED', canceledBy: 'MERCHANT' }))).toEqual([
      'T6',
      'T10',
    ]);
    expect(ids(orderOf({ status: 'PENDING_AVAILABILITY' }), shipped)).toEqual(['T2', 'T6', 'T13']);
  });

  it('never comes back from canceled, from shipped, or to pending', () => {
    expect(ids(orderOf({ status: 'CANCELLED' }), unshipped)).toBe('contradiction');
    expect(ids(shipped, unshipped)).toBe('contradiction');
    expect(ids(unshipped, pending)).toBe('contradiction');
    expect(ids(shipped, orderOf({ status: 'CANCELLED', canceledBy: 'MERCHANT' }))).toBe(
      'contradiction',
    );
  });

  it('holds for any two readings: a way exists exactly when the later may follow', () => {
    const status = fc.constantFrom(...ORDER_STATUSES);
    const by = fc.constantFrom<CanceledBy | undefined>('BUYER', 'MERCHANT', 'AMAZON', undefined);
    fc.assert(
      fc.property(status, status, by, fc.boolean(), (from, to, canceledBy, isAsked) => {
        const path = pathBetween(from, to, { canceledBy, isAsked });
        expect(path !== undefined).toBe(mayFollow(from, to));
        expect(new Set(path).size).toBe(path?.length ?? 0);
        for (const id of path ?? []) expect(TRANSITIONS.map((each) => each.id)).toContain(id);
      }),
    );
  });

  it('takes stock at most once and gives it back at most once on any way', () => {
    const status = fc.constantFrom(...ORDER_STATUSES);
    fc.assert(
      fc.property(
        status,
        fc.constantFrom<CanceledBy>('BUYER', 'MERCHANT', 'AMAZON'),
        (to, canceledBy) => {
          const change = whatHappened(undefined, orderOf({ status: to, canceledBy }));
          const steps = change.kind === 'happened' ? change.transitions : [];
          const stock = steps.map((id) => transitionOf(id)?.stock);
          expect(stock.filter((effect) => effect === 'take').length).toBe(
            steps.length === 0 ? 0 : 1,
          );
          expect(
            stock.filter((effect) => effect === 'give-back' || effect === 'ask').length,
          ).toBeLessThan(2);
        },
      ),
    );
  });
});
