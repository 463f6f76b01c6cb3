import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fitBars, leastBarHeightMm, PRINTER_DPI } from './bars/bar-fit.ts';
import { checkItemLabels, firstPageOf, type ItemLabel, type ItemLabelStock } from './item-label.ts';
import { ITEM_LABEL_SHEETS, labelPlace, labelsPerPage, THERMAL_PRESETS } from './sheets.ts';

const LABEL: ItemLabel = { fnsku: 'X00ABCDEFG', title: 'A cup', condition: 'New', copies: 1 };
const SHEET: ItemLabelStock = { kind: 'sheet', pageType: 'Letter_30' };

function codes(label: Partial<ItemLabel>, stock: ItemLabelStock = SHEET, dpi = 300): unknown[] {
  const checked = checkItemLabels([{ ...LABEL, ...label }], stock, dpi);
  return checked.ok ? [] : checked.problems.map(({ code, at }) => [code, at]);
}

function warnings(stock: ItemLabelStock, dpi: number): string[] {
  const checked = checkItemLabels([LABEL], stock, dpi);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value.warnings.map(({ code }) => code);
}

describe('a label that must not be printed', () => {
  it.each([
    ['X00ABCDEF'],
    ['X00ABCDEFGH'],
    ['x00abcdefg'],
    ['X00-BCDEFG'],
    [''],
    ['Ⅹ00ABCDEFG'],
    ['X00ABCDEFG '],
  ])('has "%s" where an FNSKU belongs', (fnsku) => {
    expect(codes({ fnsku })).toEqual([['label-fnsku-shape', 'labels.0.fnsku']]);
  });

  it.each([
    [0, 'label-copies-range'],
    [-1, 'label-copies-range'],
    [10_001, 'label-copies-range'],
    [1.5, 'label-copies-not-whole'],
    [Number.NaN, 'label-copies-not-whole'],
    [Number.POSITIVE_INFINITY, 'label-copies-not-whole'],
  ])('is wanted %f times', (copies, code) => {
    expect(codes({ copies })).toEqual([[code, 'labels.0.copies']]);
  });

  it.each([[''], ['  \t\n'], ['🎁🎁'], ['\u0000\u200B'], ['שלום'], ['مرحبا']])(
    'has a title of which nothing can be printed: %j',
    (title) => {
      expect(codes({ title })).toEqual([['label-title-empty', 'labels.0.title']]);
    },
  );

  it('lacks a condition or has a line that no label holds', () => {
    expect(codes({ condition: ' ' })).toEqual([['label-condition-empty', 'labels.0.condition']]);
    expect(codes({ line: 'L'.repeat(61) })).toEqual([['label-line-too-long', 'labels.0.line']]);
  });

  it('is named, with every other one that is wrong, by its place', () => {
    const labels = [LABEL, { ...LABEL, copies: 0, title: '' }, { ...LABEL, fnsku: '1' }];
    const checked = checkItemLabels(labels, SHEET, 300);
    expect(checked.ok ? [] : checked.problems.map(({ at }) => at)).toEqual([
      'labels.1.title',
      'labels.1.copies',
      'labels.2.fnsku',
    ]);
  });
});

describe('stock that cannot be printed on', () => {
  it.each<[ItemLabelStock, string, string]>([
    [{ kind: 'sheet', pageType: 'Letter_31' }, 'stock-page-type-unknown', 'stock.pageType'],
    [{ ...SHEET, startAt: 0 }, 'stock-start-range', 'stock.startAt'],
    [{ ...SHEET, startAt: 31 }, 'stock-start-range', 'stock.startAt'],
    [{ ...SHEET, startAt: 1.5 }, 'stock-start-range', 'stock.startAt'],
    [{ ...SHEET, offsetXMm: 5.1 }, 'stock-offset-range', 'stock.offsetXMm'],
    [{ ...SHEET, offsetYMm: Number.NaN }, 'stock-offset-range', 'stock.offsetYMm'],
    [{ ...SHEET, scaleX: 1.2 }, 'stock-scale-range', 'stock.scaleX'],
    [{ kind: 'thermal', widthMm: 24.9, heightMm: 30 }, 'stock-thermal-size', 'stock.widthMm'],
    [{ kind: 'thermal', widthMm: 57, heightMm: 101 }, 'stock-thermal-size', 'stock.heightMm'],
    [{ kind: 'thermal', widthMm: 25, heightMm: 25 }, 'label-bars-do-not-fit', 'stock'],
  ])('%j is refused', (stock, code, at) => {
    expect(codes({}, stock, 203)).toEqual([[code, at]]);
  });

  it('wants a printer whose dots are known', () => {
    expect(codes({}, SHEET, 299)).toEqual([['printer-dpi-unknown', 'dpi']]);
    expect(checkItemLabels([], SHEET, 300)).toMatchObject({ problems: [{ code: 'labels-none' }] });
  });
});

describe('what is said before printing', () => {
  it('warns of narrow bars on the 40-up and 44-up sheets, not on the usual ones', () => {
    expect(warnings({ kind: 'sheet', pageType: 'A4_40_52x29' }, 300)).toEqual([
      'label-bars-narrow',
    ]);
    expect(warnings({ kind: 'sheet', pageType: 'A4_44_48x25' }, 300)).toEqual([
      'label-bars-narrow',
      'label-quiet-zone-narrow',
    ]);
    expect(warnings({ kind: 'sheet', pageType: 'A4_21' }, 300)).toEqual([]);
    expect(warnings(SHEET, 300)).toEqual([]);
    expect(warnings({ kind: 'thermal', widthMm: 35, heightMm: 30 }, 600)).toEqual([
      'label-bars-weak',
      'label-quiet-zone-narrow',
    ]);
  });

  it('names the characters that are left out', () => {
    const checked = checkItemLabels([{ ...LABEL, title: 'Cup 🎁 שלום' }], SHEET, 300);
    expect(checked).toMatchObject({
      value: {
        labels: [{ title: 'Cup' }],
        warnings: [{ code: 'label-characters-dropped', facts: { fnsku: 'X00ABCDEFG' } }],
      },
    });
  });

  it('shows the first page alone, however many follow', () => {
    const labels = [LABEL, { ...LABEL, fnsku: 'X00ABCDEFH', copies: 500 }, LABEL];
    const checked = checkItemLabels(labels, { ...SHEET, startAt: 5 }, 300);
    if (!checked.ok) throw new Error('refused');
    const first = firstPageOf(checked.value);
    expect(first).toMatchObject({ labelCount: 26, pageCount: 1 });
    expect(first.labels.map(({ copies }) => copies)).toEqual([1, 25]);
  });

  it('counts pages as the labels fill them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ITEM_LABEL_SHEETS),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (sheet, counts, skip) => {
          const perPage = labelsPerPage(sheet);
          const startAt = (skip % perPage) + 1;
          const labels = counts.map((copies) => ({ ...LABEL, copies }));
          const stock = { kind: 'sheet', pageType: sheet.pageType, startAt } as const;
          const checked = checkItemLabels(labels, stock, 600);
          if (!checked.ok) throw new Error('refused');
          const { labelCount, pageCount } = checked.value;
          expect(labelCount).toBe(counts.reduce((sum, count) => sum + count, 0));
          expect(pageCount * perPage).toBeGreaterThanOrEqual(labelCount + startAt - 1);
          expect((pageCount - 1) * perPage).toBeLessThan(labelCount + startAt - 1);
        },
      ),
    );
  });
});

describe('label sheets', () => {
  it.each(ITEM_LABEL_SHEETS)('$pageType keeps its labels on the page and apart', (sheet) => {
    const count = labelsPerPage(sheet);
    // Rounded figures of the trade may overshoot the page by a hundredth.
    const slack = 0.01;
    for (let index = 0; index < count; index++) {
      const { leftMm, topMm } = labelPlace(sheet, index);
      expect(leftMm).toBeGreaterThanOrEqual(0);
      expect(leftMm + sheet.labelWidthMm).toBeLessThanOrEqual(sheet.pageWidthMm + slack);
      expect(topMm + sheet.labelHeightMm).toBeLessThanOrEqual(sheet.pageHeightMm + slack);
    }
    expect(labelPlace(sheet, 1).leftMm).toBeGreaterThanOrEqual(sheet.leftMm + sheet.labelWidthMm);
    expect(labelPlace(sheet, sheet.columns).topMm).toBeGreaterThanOrEqual(
      sheet.topMm + sheet.labelHeightMm,
    );
  });

  it('has as many labels as its name says', () => {
    for (const sheet of ITEM_LABEL_SHEETS) {
      expect(String(labelsPerPage(sheet))).toBe(/_(\d+)/.exec(sheet.pageType)?.[1]);
    }
    expect(ITEM_LABEL_SHEETS).toHaveLength(11);
    expect(THERMAL_PRESETS.every(({ widthMm }) => widthMm >= 25 && widthMm <= 100)).toBe(true);
  });
});

describe('bars', () => {
  it('are whole dots, fit with ten modules of white, and use Amazon’s quiet zone where they can', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 24 }),
        fc.double({ min: 25, max: 120, noNaN: true }),
        fc.constantFrom(...PRINTER_DPI),
        (characters, widthMm, dpi) => {
          const modules = characters * 11 + 13;
          const fit = fitBars(modules, widthMm, dpi);
          if (!fit) {
            expect(widthMm / (modules + 20)).toBeLessThan(0.16 + 25.4 / dpi);
            return;
          }
          expect(Number.isInteger(fit.dotsPerModule)).toBe(true);
          expect(fit.quietMm).toBeGreaterThanOrEqual(10 * fit.moduleMm - 1e-9);
          expect(fit.lengthMm + 2 * fit.quietMm).toBeCloseTo(widthMm, 9);
          if (fit.moduleMm > 0.26) expect(fit.quietMm).toBeGreaterThanOrEqual(6.35 - 1e-9);
        },
      ),
    );
  });

  it('are at least a quarter inch or 15 % of their length high', () => {
    expect(leastBarHeightMm(20)).toBe(6.35);
    expect(leastBarHeightMm(60)).toBe(9);
  });
});
