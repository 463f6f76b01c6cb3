import { describe, expect, test } from 'vitest';
import { readOrderActs, writeTsv } from '#lib/flat-files';
import { checkOrderActs } from './order-acts.ts';
import { itemOf, orderOf, packageOf } from '../testing/orders.ts';

const TOTAL = { minor: 2_500, currency: 'USD' };
const [ONE, TWO, PENDING, SHIPPED] = [
  '111-0000001-0000001',
  '111-0000002-0000002',
  '111-0000003-0000003',
  '111-0000004-0000004',
];
const ITEM = '00000000000011';
const OTHER = '00000000000012';
const ORDERS = new Map(
  [
    orderOf({ orderId: ONE, total: TOTAL }),
    orderOf({ orderId: TWO, items: [itemOf(), itemOf({ orderItemId: OTHER, shipped: 2 })] }),
    orderOf({ orderId: PENDING, status: 'PENDING', items: [itemOf({ orderItemId: 'x' })] }),
    orderOf({ orderId: SHIPPED, status: 'SHIPPED', total: TOTAL, packages: [packageOf()] }),
  ].map((order) => [order.orderId, order]),
);

function check(...table: readonly (readonly string[])[]) {
  const read = readOrderActs(new TextEncoder().encode(writeTsv(table)));
  if (!read.ok) throw new Error('refused');
  return checkOrderActs(read.value, ORDERS);
}

const CANCEL = ['order-id', 'cancellation-reason-code', 'amazon-order-item-code'];

/** What is said of one cancellation: column, code, and what to write instead. */
function ofCancel(...row: readonly string[]) {
  return check(CANCEL, row).problems.map(({ column, code, suggestion }) => [
    column,
    code,
    ...(suggestion === undefined ? [] : [suggestion]),
  ]);
}

describe('cancellations by file', () => {
  test('R30: a reason and an item go together; both left out cancel the order', () => {
    expect(ofCancel(ONE, 'NoInventory', ITEM)).toEqual([]);
    expect(ofCancel(ONE, '', '')).toEqual([]);
    expect(ofCancel(ONE, 'NoInventory', '')).toEqual([
      ['amazon-order-item-code', 'cancel-row-incomplete'],
    ]);
    expect(ofCancel(ONE, '', ITEM)).toEqual([
      ['cancellation-reason-code', 'cancel-row-incomplete'],
    ]);
  });

  test('R29: a reason is one of Amazon’s, spelled as Amazon spells it', () => {
    expect(ofCancel(ONE, 'CustomerReturn', ITEM)).toEqual([]);
    expect(ofCancel(ONE, 'no inventory', ITEM)).toEqual([
      ['cancellation-reason-code', 'cancel-reason-unknown', 'NoInventory'],
    ]);
    expect(ofCancel(ONE, 'Rain', ITEM)).toEqual([
      ['cancellation-reason-code', 'cancel-reason-unknown'],
    ]);
  });

  test('R1, R2: an order is named by its number, and is one of the seller’s', () => {
    expect(ofCancel('', 'NoInventory', ITEM)).toEqual([['order-id', 'order-id-missing']]);
    expect(ofCancel('111 0000001 0000001', 'NoInventory', ITEM)).toEqual([
      ['order-id', 'order-id-unreadable', ONE],
    ]);
    expect(ofCancel('1.11E+16', 'NoInventory', ITEM)).toEqual([
      ['order-id', 'order-id-unreadable'],
    ]);
    expect(ofCancel('999-0000001-0000001', 'NoInventory', ITEM)).toEqual([
      ['order-id', 'order-not-found'],
    ]);
  });

  test('R3, R28: pending and shipped orders stay, and so do items that were confirmed', () => {
    expect(ofCancel(PENDING, '', '')).toEqual([['order-id', 'order-pending']]);
    expect(ofCancel(SHIPPED, 'NoInventory', ITEM)).toEqual([['order-id', 'order-not-cancelable']]);
    expect(ofCancel(TWO, 'NoInventory', OTHER)).toEqual([
      ['amazon-order-item-code', 'cancel-item-confirmed'],
    ]);
  });

  test('R6: an item belongs to its order; the only one there is is proposed', () => {
    expect(ofCancel(ONE, 'NoInventory', '11')).toEqual([
      ['amazon-order-item-code', 'cancel-item-unknown', ITEM],
    ]);
    expect(ofCancel(TWO, 'NoInventory', '11')).toEqual([
      ['amazon-order-item-code', 'cancel-item-unknown'],
    ]);
  });

  test('R31: a buyer who never asked is no reason, but keeps no row back', () => {
    const { ready, problems } = check(CANCEL, [ONE, 'BuyerCanceled', ITEM]);
    expect(problems).toMatchObject([{ code: 'cancel-not-asked-for', severity: 'warning' }]);
    expect(ready).toMatchObject([
      { line: 2, act: { kind: 'cancel', reason: 'BuyerCanceled', orderItemId: ITEM } },
    ]);
  });

  test('nothing is canceled twice by one file', () => {
    const lines = (...rows: readonly (readonly string[])[]) =>
      check(CANCEL, ...rows).problems.map(({ line, code }) => [line, code]);
    const item = [ONE, 'NoInventory', ITEM];
    const whole = [ONE, '', ''];
    expect(lines(item, item)).toEqual([[3, 'row-repeated']]);
    expect(lines(whole, item)).toEqual([[3, 'row-repeated']]);
    expect(lines(item, whole)).toEqual([[3, 'row-repeated']]);
  });

  test('columns are named as the file names them', () => {
    const { problems } = check(['Order-ID', '取消原因'], [ONE, 'NoInventory']);
    expect(problems.map(({ column }) => column)).toEqual(['amazon-order-item-code']);
    expect(check(['Order-ID', '取消原因'], ['', '']).rows).toBe(0);
    expect(check(['Order-ID', '取消原因'], ['x', '']).problems[0]?.column).toBe('Order-ID');
  });
});

const ADJUST = [
  'order-id',
  'order-item-id',
  'adjustment-reason-code',
  'currency',
  'item-price-adj',
  'shipping-price-adj',
  'quantity-cancelled',
];

function ofAdjust(...row: readonly string[]) {
  return check(ADJUST, row).problems.map(({ column, code, suggestion }) => [
    column,
    code,
    ...(suggestion === undefined ? [] : [suggestion]),
  ]);
}

describe('adjustments by file', () => {
  test('S31: money is given back for what was shipped, in the order’s currency', () => {
    expect(
      check(ADJUST, [SHIPPED, ITEM, 'CustomerReturn', 'USD', '12.50', '1', '1']),
    ).toMatchObject({
      problems: [],
      ready: [
        {
          act: {
            kind: 'adjust',
            adjustment: {
              orderItemId: ITEM,
              itemPrice: { minor: 1_250, currency: 'USD' },
              shippingPrice: { minor: 100, currency: 'USD' },
              quantityCancelled: 1,
            },
            cells: { 'item-price-adj': '12.50', 'shipping-price-adj': '1' },
          },
        },
      ],
    });
    expect(ofAdjust(SHIPPED, ITEM, 'CustomerReturn', '', '12.50')).toEqual([]);
    expect(ofAdjust(SHIPPED, ITEM, 'CustomerReturn', 'EUR', '12.50')).toEqual([
      ['currency', 'adjust-currency', 'USD'],
    ]);
    expect(ofAdjust(ONE, ITEM, 'CustomerReturn', 'USD', '1')).toEqual([
      ['order-id', 'adjust-before-confirm'],
    ]);
  });

  test('amounts are written with a point, and are no more than was paid', () => {
    expect(ofAdjust(SHIPPED, ITEM, 'CustomerReturn', 'USD', '12,50')).toEqual([
      ['item-price-adj', 'amount-unreadable', '12.5'],
    ]);
    expect(ofAdjust(SHIPPED, ITEM, 'CustomerReturn', 'USD', '$3')).toEqual([
      ['item-price-adj', 'amount-unreadable'],
    ]);
    expect(ofAdjust(SHIPPED, ITEM, 'CustomerReturn', 'USD', '99')).toEqual([
      ['item-price-adj', 'adjust-amount'],
    ]);
    expect(ofAdjust(SHIPPED, ITEM, 'CustomerReturn', 'USD')).toEqual([
      ['item-price-adj', 'adjust-amount'],
    ]);
  });

  test('units are whole, and no more than were bought', () => {
    expect(ofAdjust(SHIPPED, ITEM, 'NoInventory', 'USD', '1', '', '1.5')).toEqual([
      ['quantity-cancelled', 'quantity-not-whole'],
    ]);
    expect(ofAdjust(SHIPPED, ITEM, 'NoInventory', 'USD', '1', '', '9')).toEqual([
      ['quantity-cancelled', 'adjust-quantity'],
    ]);
  });

  test('an unknown order, item or reason keeps the row back', () => {
    expect(ofAdjust('x', ITEM, 'Rain', 'USD', '1')).toEqual([
      ['order-id', 'order-id-unreadable'],
      ['adjustment-reason-code', 'cancel-reason-unknown'],
    ]);
    expect(ofAdjust(SHIPPED, '11', 'customer return', 'USD', '1')).toEqual([
      ['adjustment-reason-code', 'cancel-reason-unknown', 'CustomerReturn'],
    ]);
    expect(ofAdjust(SHIPPED, '', 'CustomerReturn', 'USD', '1')).toEqual([
      ['order-item-id', 'cancel-item-unknown', ITEM],
    ]);
    const row = [SHIPPED, ITEM, 'CustomerReturn', 'USD', '1'];
    expect(check(ADJUST, row, row).problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'row-repeated'],
    ]);
  });

  test('an order without a price has no currency to be given back in', () => {
    const orders = new Map([
      [
        SHIPPED,
        orderOf({
          orderId: SHIPPED,
          status: 'SHIPPED',
          items: [{ ...itemOf(), unitPrice: undefined }].map(({ unitPrice: _, ...item }) => item),
        }),
      ],
    ]);
    const file = (currency: string) =>
      readOrderActs(
        new TextEncoder().encode(
          writeTsv([ADJUST, [SHIPPED, ITEM, 'CustomerReturn', currency, '1']]),
        ),
      );
    const codes = (currency: string) => {
      const read = file(currency);
      return read.ok ? checkOrderActs(read.value, orders).problems.map(({ code }) => code) : [];
    };
    expect(codes('')).toEqual(['adjust-currency']);
    expect(codes('USD')).toEqual([]);
  });
});
