import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/kernel';
import { GERMANY, itemOf, NOON, orderOf, packageOf } from '../testing/index.ts';
import { checkPackages, nextReference, type PackageDraft, wholePackage } from './confirm.ts';
import { ORDER_STATUSES } from './order.ts';

const ITEM = '00000000000011';
const draft = (changes: Partial<PackageDraft> = {}): PackageDraft => ({
  carrierCode: 'UPS',
  trackingNumber: '1Z5R89390357567127',
  shipDate: '2026-11-24',
  items: [{ orderItemId: ITEM, quantity: 2 }],
  ...changes,
});
const facts = { now: NOON };
const found = (
  order: Parameters<typeof checkPackages>[0],
  packages: readonly PackageDraft[],
  more: Partial<Parameters<typeof checkPackages>[2]> = {},
) => {
  const { blocking, warnings } = checkPackages(order, packages, { ...facts, ...more });
  const plain = ({ code, at, suggestion }: (typeof blocking)[number]) => [code, at, suggestion];
  return { blocking: blocking.map(plain), warnings: warnings.map(plain) };
};
const nothing = { blocking: [], warnings: [] };

describe('confirming a shipment', () => {
  it('S34: is ready when carrier, number, date and items are given', () => {
    expect(found(orderOf(), [draft()])).toEqual(nothing);
  });

  it('S13, S14, R3: is never possible while the order is pending', () => {
    for (const status of ['PENDING', 'PENDING_AVAILABILITY'] as const)
      expect(found(orderOf({ status }), [draft()]).blocking).toEqual([
        ['order-pending', undefined, undefined],
      ]);
  });

  it('R4: is refused for a canceled order', () => {
    expect(found(orderOf({ status: 'CANCELLED' }), [draft()]).blocking[0]?.[0]).toBe(
      'order-canceled',
    );
  });

  it('S39: is not for orders that Amazon fulfils', () => {
    expect(found(orderOf({ fulfilledBy: 'AMAZON' }), [draft()]).blocking[0]?.[0]).toBe(
      'order-of-amazon',
    );
  });

  it('R5: does not take more units than are open, over all packages', () => {
    const one = draft({ items: [{ orderItemId: ITEM, quantity: 1 }] });
    expect(found(orderOf(), [one, one])).toEqual(nothing);
    expect(found(orderOf(), [one, draft()]).blocking).toEqual([
      ['quantity-beyond-open', 'packages.1.items.0.quantity', '1'],
    ]);
    const half = orderOf({ status: 'PARTIALLY_SHIPPED', items: [itemOf({ shipped: 1 })] });
    expect(found(half, [draft()]).blocking[0]?.[0]).toBe('quantity-beyond-open');
  });

  it('R6: knows the order’s own items only', () => {
    expect(
      found(orderOf(), [draft({ items: [{ orderItemId: '9', quantity: 1 }] })]).blocking,
    ).toEqual([['order-item-not-in-order', 'packages.0.items.0.orderItemId', ITEM]]);
  });

  it('R7: wants whole units', () => {
    for (const quantity of [0, -1, 1.5])
      expect(
        found(orderOf(), [draft({ items: [{ orderItemId: ITEM, quantity }] })]).blocking[0]?.[0],
      ).toBe('quantity-not-whole');
  });

  it('R8, R9: wants a ship date, and warns of one before the order or ahead of today', () => {
    expect(found(orderOf(), [draft({ shipDate: '' })]).blocking[0]).toEqual([
      'ship-date-missing',
      'packages.0.shipDate',
      undefined,
    ]);
    expect(found(orderOf(), [draft({ shipDate: '2026-11-22' })]).warnings[0]?.[0]).toBe(
      'ship-date-before-order',
    );
    expect(found(orderOf(), [draft({ shipDate: '2026-11-25' })]).warnings[0]?.[0]).toBe(
      'ship-date-ahead',
    );
  });

  it('R9: takes the store’s day for today, not that of London or Tokyo', () => {
    // Half past eleven in the evening of the 24th in Los Angeles.
    const late = Date.UTC(2026, 10, 25, 7, 30);
    expect(
      found(orderOf(), [draft({ shipDate: '2026-11-25' })], { now: late }).warnings,
    ).toHaveLength(1);
    expect(
      found(orderOf(), [draft({ shipDate: '2026-11-25' })], { now: late + DAY / 24 }).warnings,
    ).toEqual([]);
  });

  it('R10, R11, R24: wants a carrier, spelt as in Amazon’s list', () => {
    expect(found(orderOf(), [draft({ carrierCode: '' })]).blocking[0]?.[0]).toBe('carrier-missing');
    expect(found(orderOf(), [draft({ carrierCode: 'ups' })]).blocking).toEqual([
      ['carrier-misspelt', 'packages.0.carrierCode', 'UPS'],
    ]);
    expect(found(orderOf(), [draft({ carrierCode: 'My Van' })]).blocking[0]?.[2]).toBe('Other');
  });

  it('R12, R13, R24: wants a name with Other, and not that of a listed carrier', () => {
    const other = (carrierName: string) =>
      found(orderOf(), [draft({ carrierCode: 'Other', carrierName, trackingNumber: 'SL-1' })])
        .blocking;
    expect(other('')[0]?.[0]).toBe('carrier-name-missing');
    expect(other('fed ex')).toEqual([['carrier-name-listed', 'packages.0.carrierName', 'FedEx']]);
    expect(other('Speedy Local')).toEqual([]);
    expect(other('x'.repeat(51))[0]?.[0]).toBe('cell-too-long');
  });

  it('R14, R15: wants a number in the carrier’s format', () => {
    expect(found(orderOf(), [draft({ trackingNumber: '' })]).blocking[0]?.[0]).toBe(
      'tracking-missing',
    );
    expect(found(orderOf(), [draft({ trackingNumber: '1Z5R89390357567128' })]).blocking).toEqual([
      ['tracking-not-of-carrier', 'packages.0.trackingNumber', undefined],
    ]);
    expect(found(orderOf(), [draft({ trackingNumber: '986578788855' })]).blocking[0]?.[2]).toBe(
      'FedEx',
    );
  });

  it('R17: keeps the ship method within fifty characters', () => {
    expect(found(orderOf(), [draft({ shipMethod: 'x'.repeat(51) })]).blocking[0]).toEqual([
      'cell-too-long',
      'packages.0.shipMethod',
      undefined,
    ]);
  });

  it('R19: warns of a second parcel over the border of the UK or the EU', () => {
    const order = orderOf({ marketplaceId: GERMANY });
    const one = draft({ items: [{ orderItemId: ITEM, quantity: 1 }] });
    expect(
      found(order, [one, one], { shipFromCountry: 'CN' }).warnings.map(([code]) => code),
    ).toContain('order-split-across-border');
    expect(found(order, [one, one], { shipFromCountry: 'DE' }).warnings).toEqual([]);
  });

  it('R20: wants one Transparency code per unit, in its shape', () => {
    const order = orderOf({ items: [itemOf({ isTransparency: true })] });
    const code = (sign: string) => `AZ:${sign.repeat(26)}`;
    const packed = (...transparencyCodes: string[]) =>
      found(order, [
        draft({ items: [{ orderItemId: ITEM, quantity: 2, transparencyCodes }] }),
      ]).blocking.map(([problem]) => problem);
    expect(packed()).toEqual(['transparency-code-missing']);
    expect(packed(code('A'))).toEqual(['transparency-codes-differ']);
    expect(packed(code('A'), code('A'))).toEqual(['transparency-codes-differ']);
    expect(packed(code('A'), 'SN12345')).toEqual(['transparency-code-unreadable']);
    expect(packed(code('A'), code('B'))).toEqual([]);
  });

  it('R21: numbers packages in digits, as a text, each anew', () => {
    expect(nextReference(orderOf())).toBe('1');
    expect(nextReference(orderOf({ packages: [packageOf(), packageOf({ reference: '7' })] }))).toBe(
      '8',
    );
    expect(nextReference(orderOf({ packages: [packageOf({ reference: 'A1' })] }))).toBe('1');
  });

  it('R22, R23: leaves Ship+ orders and labels bought through Amazon alone', () => {
    expect(found(orderOf({ programs: ['FBM_SHIP_PLUS'] }), [draft()]).blocking[0]?.[0]).toBe(
      'order-ship-plus',
    );
    expect(found(orderOf({ hasAmazonLabel: true }), [draft()]).blocking[0]?.[0]).toBe(
      'order-label-of-amazon',
    );
  });

  it('R25: says before, not after, that confirming now is late', () => {
    const latest = orderOf().shipBy?.latest ?? 0;
    expect(
      found(orderOf(), [draft()], { now: latest }).warnings.map(([code]) => code),
    ).not.toContain('order-confirmed-late');
    expect(
      found(orderOf(), [draft()], { now: latest + 1 }).warnings.map(([code]) => code),
    ).toContain('order-confirmed-late');
  });

  it('R27, T14: lets a package be edited until it is delivered', () => {
    const order = (status: 'SHIPPED' | 'DELIVERED') =>
      orderOf({
        status: 'SHIPPED',
        items: [itemOf({ shipped: 2 })],
        packages: [packageOf({ status })],
      });
    expect(found(order('SHIPPED'), [draft()], { edits: '1' })).toEqual(nothing);
    expect(found(order('DELIVERED'), [draft()], { edits: '1' }).blocking[0]?.[0]).toBe(
      'package-delivered',
    );
    expect(found(order('SHIPPED'), [draft()], { edits: '2' }).blocking[0]?.[0]).toBe(
      'package-not-found',
    );
    expect(found(order('SHIPPED'), [draft()]).blocking[0]?.[0]).toBe('order-not-open');
  });

  it('R32: waits while the buyer’s request is undecided', () => {
    const order = orderOf({ items: [itemOf({ cancelRequest: { reason: 'Found it cheaper' } })] });
    expect(found(order, [draft()]).blocking[0]?.[0]).toBe('cancellation-asked');
    expect(found(order, [draft()], { shipAnyway: true })).toEqual(nothing);
  });

  it('R54, T23: ships a regulated order only when it is approved', () => {
    expect(found(orderOf({ verification: 'Pending' }), [draft()]).blocking[0]?.[0]).toBe(
      'order-not-approved',
    );
    expect(found(orderOf({ verification: 'Approved' }), [draft()])).toEqual(nothing);
  });

  it('R18: never sends an empty package', () => {
    expect(found(orderOf(), []).blocking[0]?.[0]).toBe('package-empty');
    expect(
      found(orderOf(), [draft(), draft({ items: [] })]).blocking.map(([code]) => code),
    ).toContain('package-empty');
  });

  it('offers what is open as one package, and that is always ready', () => {
    const item = fc.record({
      ordered: fc.integer({ min: 1, max: 9 }),
      shipped: fc.nat(9),
      cancelled: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (counts) => {
        const items = counts.map((count, at) =>
          itemOf({ ...count, orderItemId: `0000000000001${at}` }),
        );
        const order = orderOf({ items });
        const whole = wholePackage(order);
        for (const { quantity } of whole) expect(quantity).toBeGreaterThan(0);
        if (whole.length > 0) expect(found(order, [draft({ items: whole })])).toEqual(nothing);
      }),
    );
  });

  it('never throws, and never lets a status be confirmed that is not open', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ORDER_STATUSES),
        fc.string(),
        fc.string(),
        fc.integer(),
        (status, carrierCode, trackingNumber, quantity) => {
          const drafts = [
            draft({ carrierCode, trackingNumber, items: [{ orderItemId: ITEM, quantity }] }),
          ];
          const { blocking } = checkPackages(orderOf({ status }), drafts, facts);
          if (status !== 'UNSHIPPED' && status !== 'PARTIALLY_SHIPPED')
            expect(blocking).not.toEqual([]);
        },
      ),
    );
  });
});
