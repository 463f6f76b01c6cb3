import { weightOf } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBox, aPlanWithGroups, aShipment } from '../testing/plans.ts';
import type { PlannedBox, PlanShipment } from './inbound-plan.ts';
import { withOwnContents } from './own-contents.ts';

const holding = (sku: string, quantity: number, pounds = 14) =>
  aBox({ copies: 1, weight: weightOf(pounds, 'LB'), items: [{ sku, quantity }] });

/** A shipment of boxes as Amazon tells it: measured, counted as units, not as contents. */
function shipmentOf(id: string, boxes: readonly PlannedBox[]): PlanShipment {
  const shipped = new Map<string, number>();
  for (const { items } of boxes)
    for (const { sku, quantity } of items) shipped.set(sku, (shipped.get(sku) ?? 0) + quantity);
  return aShipment({
    id,
    items: [...shipped].map(([sku, units]) => ({ sku, shipped: units })),
    boxes: boxes.map(({ dimensions, weight }, index) => ({
      packageId: `${id}-${index}`,
      items: [],
      ...(dimensions && { dimensions }),
      ...(weight && { weight }),
    })),
  });
}

function contentsOf(boxes: readonly PlannedBox[], shipments: readonly PlanShipment[]) {
  const plan = aPlanWithGroups({ contentMethod: 'BARCODE_2D', boxes, shipments });
  return withOwnContents(plan).shipments.map((shipment) =>
    shipment.boxes.map(({ items }) => items),
  );
}

describe('contents that Amazon was not told', () => {
  it('are found by size and weight, and by what the shipment holds', () => {
    const [red, blue, heavy] = [holding('RED', 6), holding('BLUE', 6), holding('RED', 9, 20)];
    const all = [red, blue, heavy];
    const shipments = [shipmentOf('s1', [blue]), shipmentOf('s2', [heavy, red])];
    expect(contentsOf(all, shipments)).toEqual([[blue.items], [heavy.items, red.items]]);
  });

  it('are left open where they do not come out even, and taken from no other shipment then', () => {
    const [red, more] = [holding('RED', 6), holding('RED', 9, 20)];
    const odd = {
      ...shipmentOf('s1', [red]),
      items: [{ sku: 'RED', shipped: 7 }],
    };
    const strange = shipmentOf('s0', [holding('RED', 6, 99)]);
    expect(contentsOf([red, more], [odd, strange, shipmentOf('s2', [red, more])])).toEqual([
      [[]],
      [[]],
      [red.items, more.items],
    ]);
  });

  it('are not touched where Amazon was told, or where nothing is placed yet', () => {
    const box = holding('RED', 6);
    const told = aPlanWithGroups({ boxes: [box], shipments: [shipmentOf('s1', [box])] });
    expect(withOwnContents(told)).toBe(told);
    const early = aPlanWithGroups({ contentMethod: 'BARCODE_2D', boxes: [box] });
    expect(withOwnContents(early)).toBe(early);
  });

  it('of a whole plan in one shipment are all found again, each box once', () => {
    const box = fc.record({
      sku: fc.constantFrom('RED', 'BLUE', 'GREEN'),
      quantity: fc.integer({ min: 1, max: 4 }),
      pounds: fc.constantFrom(14, 20),
      copies: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 8 }), (rows) => {
        const boxes = rows.map(({ sku, quantity, pounds, copies }) => ({
          ...holding(sku, quantity, pounds),
          copies,
        }));
        const each = boxes.flatMap((one) =>
          Array.from({ length: one.copies }, () => ({ ...one, copies: 1 })),
        );
        const [found = []] = contentsOf(boxes, [shipmentOf('s1', each.toReversed())]);
        const text = (items: unknown) => JSON.stringify(items);
        expect(found.map(text).toSorted()).toEqual(each.map(({ items }) => text(items)).toSorted());
      }),
      { numRuns: 40 },
    );
  });
});
