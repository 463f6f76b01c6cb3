import { describe, expect, it } from 'vitest';
import { readOrderRows } from './order-rows.ts';

const HEADER = 'order-id\torder-item-id\tpurchase-date\tsku\tquantity-purchased\tquantity-shipped';
const ID = '111-2222222-3333333';

function read(...lines: readonly string[]) {
  return readOrderRows(new TextEncoder().encode(lines.join('\r\n')));
}

describe('a report of orders to be shipped', () => {
  it('gives an item a row, with the buyer as far as the seller asked for him', () => {
    const header = `${HEADER}\tis-prime\tship-address-1\tship-address-3\tship-city\tbuyer-name`;
    const result = read(
      header,
      `${ID}\t42\t2026-11-20T10:00:00-08:00\tMUG-1\t3\t1\ttrue\t1 Pine St\tUnit 4\tReno\tA. Lee`,
    );
    expect(result).toEqual({
      ok: true,
      value: {
        refused: [],
        rows: [
          {
            line: 2,
            orderId: ID,
            orderItemId: '42',
            sku: 'MUG-1',
            title: '',
            ordered: 3,
            shipped: 1,
            purchasedAt: '2026-11-20T10:00:00-08:00',
            isPrime: true,
            isBusiness: false,
            isTransparency: false,
            isCancelAsked: false,
            buyer: { lines: ['1 Pine St', 'Unit 4'], city: 'Reno', name: 'A. Lee' },
          },
        ],
      },
    });
  });

  it('counts what is not told as none', () => {
    const result = read(HEADER, `${ID}\t42\t2026-11-20T10:00:00Z\tMUG-1\t2\t`);
    expect(result).toMatchObject({ value: { rows: [{ ordered: 2, shipped: 0 }] } });
  });

  it('keeps back a row that names no order or no item, and takes the others', () => {
    const result = read(
      HEADER,
      `\t42\t2026-11-20T10:00:00Z\tMUG-1\t1\t0`,
      `${ID}\t\t2026-11-20T10:00:00Z\tMUG-1\t1\t0`,
      `${ID}\t43\t2026-11-20T10:00:00Z\tMUG-1\t1\t0`,
    );
    expect(result).toMatchObject({
      value: {
        rows: [{ line: 4 }],
        refused: [
          { line: 2, column: 'order-id', problem: { code: 'order-not-named' } },
          { line: 3, column: 'order-item-id', problem: { code: 'order-not-named' } },
        ],
      },
    });
  });

  it('keeps back a row whose quantity is no whole number', () => {
    const result = read(HEADER, `${ID}\t42\t2026-11-20T10:00:00Z\tMUG-1\ttwo\t0.5`);
    expect(result).toMatchObject({
      value: {
        rows: [],
        refused: [
          { line: 2, column: 'quantity-purchased', problem: { code: 'quantity-unreadable' } },
          { line: 2, column: 'quantity-shipped', problem: { code: 'quantity-unreadable' } },
        ],
      },
    });
  });

  it('is refused in words when it is empty or another file', () => {
    expect(read('')).toMatchObject({ ok: false, problems: [{ code: 'file-empty' }] });
    expect(read('seller-sku\tasin1\tprice', 'MUG-1\tB000000001\t9.99')).toMatchObject({
      ok: false,
      problems: [{ code: 'columns-not-found' }],
    });
  });
});
