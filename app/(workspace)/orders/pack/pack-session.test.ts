import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginPacking, isComplete, packedOf, putBack, scan } from './pack-session.ts';

const item = (sku: string, needed: number) => ({
  orderItemId: `id-${sku}`,
  sku,
  asin: `B0${sku}`,
  title: sku,
  needed,
});
const ORDER = {
  orderId: '111-1111111-1111111',
  isCancelAsked: false,
  items: [item('MUG', 2), item('CAP', 1)],
};

describe('the packing table', () => {
  it('is done only when every unit was scanned, by SKU or by ASIN', () => {
    let session = beginPacking(ORDER);
    for (const code of ['mug', 'CAP ']) session = scan(session, code);
    expect(isComplete(session)).toBe(false);
    expect(isComplete(scan(session, 'B0MUG'))).toBe(true);
  });

  it('takes the maker’s barcode, as EAN or as UPC, and no other number for it', () => {
    const order = { ...ORDER, items: [{ ...item('MUG', 3), gtin: '0012345678905' }] };
    let session = beginPacking(order);
    for (const code of ['0012345678905', '012345678905', '00012345678905'])
      session = scan(session, code);
    expect(isComplete(session)).toBe(true);
    for (const other of ['012345678912', '12345', '0'])
      expect(scan(beginPacking(order), other).stop?.why).toBe('not-in-order');
    expect(scan(beginPacking(ORDER), '00000000').stop?.why).toBe('not-in-order');
  });

  it('stops at an item that is not in the order, until it is put back', () => {
    const stopped = scan(beginPacking(ORDER), 'BAG');
    expect(stopped.stop).toEqual({ code: 'BAG', why: 'not-in-order' });
    expect(scan(stopped, 'MUG')).toBe(stopped);
    expect(scan(putBack(stopped), 'MUG').packed).toEqual({ 'id-MUG': 1 });
  });

  it('stops at one unit too many', () => {
    const full = scan(beginPacking(ORDER), 'CAP');
    expect(scan(full, 'CAP').stop?.why).toBe('enough-already');
  });

  it('never holds more than was ordered, whatever is scanned', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('MUG', 'CAP', 'B0CAP', 'BAG', '')), (codes) => {
        let session = beginPacking(ORDER);
        for (const code of codes) session = putBack(scan(session, code));
        for (const each of ORDER.items)
          expect(packedOf(session, each)).toBeLessThanOrEqual(each.needed);
      }),
    );
  });
});
