import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workbookOf } from '../testing/sheets.ts';
import type { ExpectedItem } from './expected-items.ts';
import { type FactoryList, readFactoryList } from './read-factory-list.ts';

function read(content: string | Uint8Array, plan: readonly ExpectedItem[]): FactoryList {
  const result = readFactoryList({ content, expected: plan });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

// Random loads written down in one of the usual ways.
const skus = ['AA-1', 'BB-2', 'CC-3'];
const loads = fc
  .array(
    fc.record({
      copies: fc.integer({ min: 1, max: 30 }),
      units: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((groups) =>
    groups.map(({ copies, units }, at) => ({
      copies,
      items: units.map((quantity, index) => ({
        sku: skus[(at + index) % skus.length] ?? '',
        quantity,
      })),
    })),
  );
type Groups = readonly {
  readonly copies: number;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
}[];
const writing = fc.record({
  isTotal: fc.boolean(),
  isMerged: fc.boolean(),
  hasTotals: fc.boolean(),
  isChinese: fc.boolean(),
});

function written(
  groups: Groups,
  how: { isTotal: boolean; isMerged: boolean; hasTotals: boolean; isChinese: boolean },
) {
  const header = how.isChinese ? ['箱号', '货号', '数量'] : ['CTN NO.', 'ITEM', 'QTY'];
  const rows: (readonly (string | number)[])[] = [header];
  const merged: string[] = [];
  let next = 1;
  for (const { copies, items } of groups) {
    const range = copies === 1 ? String(next) : `${next}-${next + copies - 1}`;
    if (how.isMerged && items.length > 1)
      merged.push(`A${rows.length + 1}:A${rows.length + items.length}`);
    items.forEach(({ sku, quantity }, at) => {
      const shown = at > 0 && how.isMerged ? '' : range;
      rows.push([shown, sku, how.isTotal ? quantity * copies : quantity]);
    });
    next += copies;
  }
  const sum = rows.slice(1).reduce((total, row) => total + Number(row[2]), 0);
  if (how.hasTotals) rows.push([how.isChinese ? '合计' : 'TOTAL', '', sum]);
  return { rows, merged };
}

function planOf(groups: Groups): readonly ExpectedItem[] {
  return skus
    .map((sku) => ({
      sku,
      quantity: groups
        .flatMap(({ copies, items }) => items.map((item) => ({ ...item, copies })))
        .filter((item) => item.sku === sku)
        .reduce((total, { quantity, copies }) => total + quantity * copies, 0),
    }))
    .filter(({ quantity }) => quantity > 0);
}

describe('however a list is written', () => {
  it('no unit is lost and none is doubled', () => {
    fc.assert(
      fc.property(loads, writing, (groups, how) => {
        const list = read(workbookOf(written(groups, how)), planOf(groups));
        expect(list.blocking).toEqual([]);
        const units = new Map<string, number>();
        for (const { copies, items } of list.cartons)
          for (const { sku, quantity } of items)
            units.set(sku, (units.get(sku) ?? 0) + copies * quantity);
        for (const { sku, quantity } of planOf(groups)) expect(units.get(sku)).toBe(quantity);
        const boxes = groups.reduce((sum, { copies }) => sum + copies, 0);
        expect(list.cartons.reduce((sum, { copies }) => sum + copies, 0)).toBe(boxes);
      }),
      { numRuns: 40 },
    );
  });

  it('a unit more or less than the plan is always told', () => {
    fc.assert(
      fc.property(loads, writing, fc.nat(), (groups, how, pick) => {
        const plan = planOf(groups);
        const wrong = plan.map((item, at) =>
          at === pick % plan.length ? { ...item, quantity: item.quantity + 1 } : item,
        );
        const list = read(workbookOf(written(groups, how)), wrong);
        expect(list.blocking.length).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });
});
