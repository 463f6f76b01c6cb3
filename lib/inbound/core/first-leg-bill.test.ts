import { describe, expect, test } from 'vitest';
import { COST_BASES } from '#lib/costing';
import { money } from '#lib/kernel';
import { aPlacedPlan, aShipment } from '../testing/plans.ts';
import {
  boxesToPrice,
  gramsOfBoxes,
  readBill,
  sheetOfBill,
  typeBill,
  type TypedBill,
  type TypedCharge,
} from './first-leg-bill.ts';

const charge = (change: Partial<TypedCharge> = {}): TypedCharge => ({
  kind: 'freight',
  amount: '120.50',
  currency: 'USD',
  rate: '',
  rateDay: '',
  basis: 'units',
  ...change,
});
const bill = (...charges: readonly TypedCharge[]): TypedBill => ({
  forwarder: ' Ningbo Lines ',
  way: 'ocean',
  divisor: '6000',
  charges,
});
const faults = (typed: TypedBill) => {
  const read = readBill(typed, 'USD');
  return read.ok ? [] : read.problems.map(({ code, at }) => `${at} ${code}`);
};

describe('a bill as it is typed', () => {
  test('is read exactly, and stands in its fields as it was typed', () => {
    const typed = bill(
      charge(),
      charge({
        kind: 'duty',
        amount: '1000',
        currency: 'CNY',
        rate: '0.1389',
        rateDay: '2026-11-20',
      }),
    );
    const read = readBill(typed, 'USD');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.forwarder).toBe('Ningbo Lines');
    expect(read.value.charges[1]).toEqual({
      kind: 'duty',
      amount: money(100_000, 'CNY'),
      basis: 'units',
      rate: { value: 13_890_000, places: 8, day: '2026-11-20' },
    });
    expect(typeBill(read.value)).toEqual({
      ...typed,
      forwarder: 'Ningbo Lines',
      charges: [charge({ amount: '120.5' }), typed.charges[1]],
    });
  });

  test('has only the lines that were filled in', () => {
    const read = readBill(bill(charge({ amount: ' ' }), charge()), 'USD');
    expect(read.ok && read.value.charges).toHaveLength(1);
  });

  test.each([
    ['a nameless forwarder', { ...bill(), forwarder: ' ' }, 'forwarder forwarder-name'],
    [
      'a forwarder with an endless name',
      { ...bill(), forwarder: 'x'.repeat(61) },
      'forwarder forwarder-name',
    ],
    ['no divisor', { ...bill(), divisor: '' }, 'divisor not-a-number'],
    ['a divisor of nothing', { ...bill(), divisor: '0' }, 'divisor assumption-out-of-range'],
    ['half a cent', bill(charge({ amount: '1.005' })), 'charges.0.amount too-precise'],
    [
      'more money than there is',
      bill(charge({ amount: '999999999' })),
      'charges.0.amount assumption-out-of-range',
    ],
    [
      'another currency without its rate',
      bill(charge({ currency: 'CNY' })),
      'charges.0.rate cost-rate-missing',
    ],
    [
      'a rate that is no number',
      bill(charge({ currency: 'CNY', rate: 'seven' })),
      'charges.0.rate not-a-number',
    ],
    [
      'a rate of nothing',
      bill(charge({ currency: 'CNY', rate: '0' })),
      'charges.0.rate assumption-out-of-range',
    ],
    [
      'a rate of no day',
      bill(charge({ currency: 'CNY', rate: '0.14', rateDay: '2026-02-30' })),
      'charges.0.rateDay rate-day-needed',
    ],
  ])('is refused at its field with %s', (_, typed, fault) => {
    expect(faults(typed)).toEqual([fault]);
  });

  test('names what is wrong with amount and rate of a line at once', () => {
    expect(faults(bill(charge({ amount: 'x', currency: 'CNY' })))).toEqual([
      'charges.0.amount not-a-number',
      'charges.0.rate cost-rate-missing',
    ]);
  });
});

describe('what each SKU bears', () => {
  const shipment = aShipment({
    boxes: ['a', 'b'].map((packageId) => ({
      ...(aShipment().boxes[0] ?? { items: [] }),
      packageId,
      items: [
        { sku: 'MUG-RED', quantity: 6 },
        { sku: 'BOWL', quantity: 2 },
      ],
    })),
  });
  const plan = aPlacedPlan({ shipments: [shipment] });
  const values = new Map([
    ['MUG-RED', money(500, 'USD')],
    ['BOWL', money(1_500, 'USD')],
  ]);
  const sheet = (typed: TypedBill, of = shipment) => {
    const read = readBill(typed, 'USD');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return sheetOfBill(read.value, { plan, shipment: of }, { currency: 'USD', values });
  };

  test('adds up to what was paid, to the cent, by whatever it is split', () => {
    for (const basis of COST_BASES) {
      const found = sheet(bill(charge({ basis, amount: '100.01' })));
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      const lines = found.value.lines.map(({ total }) => total.minor);
      expect(lines.reduce((sum, minor) => sum + minor, 0)).toBe(10_001);
    }
  });

  test('two payments in one currency each have the rate of their day', () => {
    const inYuan = (rate: string, rateDay: string) =>
      charge({ amount: '1000', currency: 'CNY', rate, rateDay });
    const found = sheet(bill(inYuan('0.14', '2026-11-02'), inYuan('0.139', '2026-11-20')));
    expect(found.ok && found.value.charges).toEqual([money(14_000, 'USD'), money(13_900, 'USD')]);
  });

  test('boxes without measures are fine as long as nothing is split by them', () => {
    const [first] = shipment.boxes;
    if (!first) throw new Error('no box');
    const { dimensions: _, ...unmeasured } = first;
    const { weight: __, ...unweighed } = first;
    for (const box of [unmeasured, unweighed]) {
      const of = { ...shipment, boxes: [box] };
      expect(sheet(bill(charge({ basis: 'boxes' })), of).ok).toBe(true);
      expect(sheet(bill(charge({ basis: 'volume' })), of)).toMatchObject({
        problems: [{ code: 'cost-boxes-unmeasured', facts: { boxes: 1 } }],
      });
    }
    expect(gramsOfBoxes(boxesToPrice([unweighed]))).toBe(0);
    expect(gramsOfBoxes(boxesToPrice(shipment.boxes))).toBe(12_701);
  });
});
