import { describe, expect, it } from 'vitest';
import { problem } from '#lib/kernel';
import { adjustmentsOf, atRow, RefundForm } from './refund-input.ts';

const form = RefundForm.parse({
  orderId: '111-1111111-1111111',
  currency: 'USD',
  reason: 'NoInventory',
  rows: [
    { orderItemId: '1' },
    { orderItemId: '2', price: '12.50', shipping: '', units: '1' },
    { orderItemId: '3', price: '', shipping: '3.99' },
  ],
});

describe('a refund as it was typed', () => {
  it('is kept to the cent, and blank rows are left out', () => {
    const read = adjustmentsOf(form);
    expect(read.ok && read.value).toEqual([
      {
        orderItemId: '2',
        reason: 'NoInventory',
        itemPrice: { minor: 1_250, currency: 'USD' },
        quantityCancelled: 1,
      },
      {
        orderItemId: '3',
        reason: 'NoInventory',
        itemPrice: { minor: 0, currency: 'USD' },
        shippingPrice: { minor: 399, currency: 'USD' },
      },
    ]);
  });

  it('is refused at the field when it cannot be kept exactly', () => {
    const [row] = form.rows;
    if (!row) throw new Error('a row');
    const read = adjustmentsOf({ ...form, rows: [{ ...row, price: '1.005' }] });
    expect(read.ok ? [] : read.problems.map(({ code, at }) => [code, at])).toEqual([
      ['too-precise', 'rows.0.price'],
    ]);
  });

  it('shows what the rules refuse in the row where it was typed', () => {
    const wrong = problem('adjust-amount', { orderId: 'x' }, 'adjustments.1.itemPrice');
    expect(atRow(wrong, form).at).toBe('rows.2.price');
  });
});
