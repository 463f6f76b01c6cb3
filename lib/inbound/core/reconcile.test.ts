import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aShipment, aShippedPlan } from '../testing/plans.ts';
import type { PlanShipment } from './inbound-plan.ts';
import { reconcile } from './reconcile.ts';

type Counted = readonly (readonly [sku: string, shipped: number, received: number])[];

const closed = (id: string, items: Counted, change: Partial<PlanShipment> = {}) =>
  aShipment({
    id,
    status: 'CLOSED',
    items: items.map(([sku, shipped, received]) => ({ sku, shipped, received })),
    boxes: [],
    ...change,
  });
const of = (...shipments: readonly PlanShipment[]) =>
  reconcile(aShippedPlan(undefined, { shipments }));
const told = ({ explained }: ReturnType<typeof reconcile>) =>
  explained.map(({ kind, from, to, units }) => [kind, from.sku, to.sku, units]);

describe('R111: what is missing when shipments are closed', () => {
  it('is what was sent and not counted', () => {
    const found = of(closed('sh1', [['A', 10, 8]]));
    expect(found).toEqual({
      explained: [],
      missing: [{ shipmentId: 'sh1', sku: 'A', units: 2 }],
      extra: [],
    });
    expect(of(closed('sh1', [['A', 10, 8]], { status: 'RECEIVING' })).missing).toEqual([]);
  });

  it('is not missing where +1 of one SKU is -1 of another', () => {
    const found = of(
      closed('sh1', [
        ['A', 10, 9],
        ['B', 10, 11],
        ['C', 5, 3],
      ]),
    );
    expect(told(found)).toEqual([['swap', 'A', 'B', 1]]);
    expect(found.missing).toEqual([{ shipmentId: 'sh1', sku: 'C', units: 2 }]);
  });

  it('is taken for the SKU that lay in the same box before any other', () => {
    const boxes = [
      {
        packageId: 'pk1',
        items: [
          { sku: 'A', quantity: 5 },
          { sku: 'C', quantity: 5 },
        ],
      },
    ];
    const found = of(
      closed(
        'sh1',
        [
          ['A', 5, 4],
          ['B', 5, 6],
          ['C', 5, 6],
        ],
        { boxes },
      ),
    );
    expect(told(found)).toEqual([['swap', 'A', 'C', 1]]);
    expect(found.extra).toEqual([{ shipmentId: 'sh1', sku: 'B', units: 1 }]);
  });

  it('is a swap of several where the total of the shipment is right', () => {
    const found = of(
      closed('sh1', [
        ['A', 10, 7],
        ['B', 10, 12],
        ['C', 10, 11],
      ]),
    );
    expect(told(found)).toEqual([
      ['swap', 'A', 'B', 2],
      ['swap', 'A', 'C', 1],
    ]);
    expect([found.missing, found.extra]).toEqual([[], []]);
  });

  it('is looked for under the plan’s other shipments to the same centre', () => {
    const first = closed('sh1', [['A', 10, 6]]);
    const second = closed('sh2', [['A', 10, 13]]);
    const found = of(first, second);
    expect(told(found)).toEqual([['other-shipment', 'A', 'A', 3]]);
    expect(found.missing).toEqual([{ shipmentId: 'sh1', sku: 'A', units: 1 }]);
    expect(told(of(first, { ...second, warehouseId: 'LAX9' }))).toEqual([]);
    const { warehouseId: _, ...nowhere } = first;
    expect(told(of(nowhere, second))).toEqual([]);
  });

  it('adds up: no unit is explained twice, and none is lost', () => {
    const line = fc.tuple(
      fc.constantFrom('A', 'B', 'C', 'D'),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
    );
    const lines = fc.uniqueArray(line, { selector: ([sku]) => sku });
    fc.assert(
      fc.property(lines, lines, (one, two) => {
        const found = of(closed('sh1', one), closed('sh2', two));
        const explained = found.explained.reduce((sum, { units }) => sum + units, 0);
        const gap = (sign: number) =>
          [...one, ...two].reduce(
            (sum, [, shipped, received]) => sum + Math.max(0, sign * (received - shipped)),
            0,
          );
        const left = (gaps: typeof found.missing) =>
          gaps.reduce((sum, { units }) => sum + units, explained);
        expect(left(found.missing)).toBe(gap(-1));
        expect(left(found.extra)).toBe(gap(1));
      }),
    );
  });
});
