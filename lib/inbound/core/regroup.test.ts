import { weightOf } from '#lib/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBox, aPackedPlan } from '../testing/plans.ts';
import { type BoxItem, lineKey, type PackingGroup, type PlannedBox } from './inbound-plan.ts';
import { groupedByShipment, moveBoxesToGroups, unlikeBefore } from './regroup.ts';

const group = (id: string, ...skus: readonly string[]): PackingGroup => ({
  id,
  items: skus.map((sku) => ({ sku, quantity: 9, prepOwner: 'SELLER', labelOwner: 'SELLER' })),
});
const holding = (...skus: readonly string[]) =>
  aBox({ groupId: 'old', items: skus.map((sku) => ({ sku, quantity: 2 })) });

function unitsBySku(boxes: readonly PlannedBox[], isCounted: (item: BoxItem) => boolean) {
  const units = new Map<string, number>();
  for (const box of boxes) {
    for (const item of box.items.filter(isCounted)) {
      units.set(item.sku, (units.get(item.sku) ?? 0) + item.quantity * box.copies);
    }
  }
  return Object.fromEntries([...units].toSorted(([a], [b]) => a.localeCompare(b)));
}

describe('boxes when Amazon groups anew', () => {
  it('follow their items whole, weight and all', () => {
    const [moved] = moveBoxesToGroups([holding('A', 'B')], [group('n1', 'A', 'B')]);
    expect(moved).toEqual({ ...holding('A', 'B'), groupId: 'n1' });
  });

  it('are taken apart where their items part, and lose the weight that no longer holds', () => {
    const parts = moveBoxesToGroups([holding('A', 'B')], [group('n1', 'A'), group('n2', 'B')]);
    expect(parts.map(({ groupId, items }) => [groupId, items.map(({ sku }) => sku)])).toEqual([
      ['n1', ['A']],
      ['n2', ['B']],
    ]);
    for (const part of parts) expect(part).not.toHaveProperty('weight');
  });

  it('lose items that no group expects, and the weight with them', () => {
    const [left] = moveBoxesToGroups([holding('A', 'X')], [group('n1', 'A')]);
    expect(left?.items).toEqual([{ sku: 'A', quantity: 2 }]);
    expect(left).not.toHaveProperty('weight');
    expect(moveBoxesToGroups([holding('X')], [group('n1', 'A')])).toEqual([]);
  });

  it('stay in their group while it still expects them', () => {
    const boxes = [{ ...holding('A'), groupId: 'n1' }];
    expect(moveBoxesToGroups(boxes, [group('n1', 'A'), group('n2', 'A')])).toEqual(boxes);
  });

  it('need no weight to be moved', () => {
    const { weight: _, ...bare } = holding('A');
    expect(moveBoxesToGroups([bare], [group('n1', 'A')])).toEqual([{ ...bare, groupId: 'n1' }]);
  });

  it('are told box by box where they could not stay as they were', () => {
    const groups = [group('n1', 'A'), group('n2', 'B')];
    const boxes = [holding('A'), holding('A', 'B'), holding('B', 'X')];
    expect(unlikeBefore(boxes, groups).map(({ code, facts }) => [code, facts])).toEqual([
      ['box-split-by-groups', { box: 2, copies: 2, parts: 2 }],
      ['box-item-left-out', { box: 3, copies: 2, sku: 'X', quantity: 2 }],
    ]);
  });

  it('neither gain nor lose an expected unit', () => {
    const item = fc
      .record({
        sku: fc.constantFrom('A', 'B', 'C', 'X'),
        quantity: fc.integer({ min: 1, max: 20 }),
        dated: fc.boolean(),
      })
      .map(({ dated, ...rest }) => (dated ? { ...rest, expiry: '2028-01-01' } : rest));
    const boxes = fc.array(
      fc.record({
        groupId: fc.constantFrom('g1', 'g2', 'old'),
        copies: fc.integer({ min: 1, max: 5 }),
        weight: fc.constant(weightOf(3, 'LB')),
        items: fc.array(item, { maxLength: 4 }),
      }),
    );
    const groups = fc.constantFrom(
      [group('g1', 'A', 'B', 'C')],
      [group('g1', 'A'), group('g2', 'B', 'C')],
      [group('g1', 'A', 'B'), group('g2', 'A', 'C')],
      [],
    );
    fc.assert(
      fc.property(boxes, groups, (packed, grouped) => {
        const expected = new Set(grouped.flatMap(({ items }) => items.map(lineKey)));
        const moved = moveBoxesToGroups(packed, grouped);
        expect(unitsBySku(moved, () => true)).toEqual(
          unitsBySku(packed, (one) => expected.has(lineKey(one))),
        );
        const members = new Map(grouped.map(({ id, items }) => [id, items.map(lineKey)]));
        for (const box of moved) {
          for (const one of box.items) expect(members.get(box.groupId)).toContain(lineKey(one));
        }
      }),
    );
  });

  it('a box of untold contents stays with its group, or takes the place that its group had', () => {
    const empty = (groupId: string) => aBox({ groupId, items: [] });
    const boxes = [empty('old1'), empty('old2'), empty('old3')];
    const moved = moveBoxesToGroups(boxes, [group('new1', 'A'), group('old3', 'B')]);
    expect(moved.map(({ groupId }) => groupId)).toEqual(['new1', 'old3', 'old3']);
    const fewer = moveBoxesToGroups(boxes.slice(0, 2), [group('new1', 'A')]);
    expect(fewer).toEqual([empty('new1'), empty('new1')]);
    expect(moveBoxesToGroups(boxes, [])).toEqual([]);
  });
});

it('R40: with the shipments known, boxes drawn before fall to the shipments that hold their units', () => {
  const items = [
    { sku: 'MUG-RED', quantity: 12, prepOwner: 'SELLER' as const, labelOwner: 'SELLER' as const },
  ];
  const group = { id: 'sh1', destination: 'ONT8', items };
  const grouped = groupedByShipment(aPackedPlan({ packsLater: true }), [group]);
  expect(grouped.packing).toEqual({ groups: [group], confirmed: true });
  expect(grouped.boxes.map(({ groupId }) => groupId)).toEqual(['sh1']);
  expect(grouped).not.toHaveProperty('boxesSentAt');
});
