import { describe, expect, it } from 'vitest';
import { orderOf } from '../testing/index.ts';
import { guidanceFor } from './guidance.ts';

describe('advice at the moment it matters', () => {
  it('S10, S14: a pending order is not shipped, and its buyer is sent to customer service', () => {
    expect(guidanceFor(orderOf({ status: 'PENDING' }))).toEqual([
      'pending-do-not-ship',
      'pending-ask-customer-service',
    ]);
  });

  it('S17: the buyer of a canceled order may be asked to order again', () => {
    expect(guidanceFor(orderOf({ status: 'CANCELLED' }))).toEqual(['canceled-invite-again']);
  });

  it('S28, S29, S30, S33, R36: an address that does not suit is no reason to write another one', () => {
    expect(guidanceFor(orderOf())).toEqual([
      'ship-to-address-as-it-is',
      'redirect-cancel-and-reorder',
      'request-must-be-official',
    ]);
  });

  it('S29, R37: a Prime order is not canceled for its address', () => {
    const advice = guidanceFor(orderOf({ programs: ['PRIME'] }));
    expect(advice).toContain('redirect-prime-customer-service');
    expect(advice).not.toContain('redirect-cancel-and-reorder');
  });

  it('S31: a parcel on its way can be intercepted, refused or forwarded, and money is the seller’s choice', () => {
    expect(guidanceFor(orderOf({ status: 'SHIPPED' }))).toEqual([
      'redirect-intercept',
      'redirect-refuse-or-forward',
      'refund-is-yours',
      'insure-next-time',
    ]);
  });

  it('S39: what Amazon fulfils needs nothing', () => {
    expect(guidanceFor(orderOf({ fulfilledBy: 'AMAZON' }))).toEqual(['amazon-ships-it']);
  });

  it('R45, R55: a business order wants its number on the slip, and a replacement costs nothing', () => {
    const advice = guidanceFor(
      orderOf({ programs: ['AMAZON_BUSINESS'], originalOrderId: '111-0000002-0000002' }),
    );
    expect(advice).toContain('business-slip-with-order-number');
    expect(advice).toContain('replacement-is-free');
  });
});
