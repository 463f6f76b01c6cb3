import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkItemLabels,
  type ItemLabel,
  type ItemLabelStock,
  ITEM_LABEL_SHEETS,
  type SheetFormat,
} from '../index.ts';
import { renderItemLabels, streamItemLabels } from '../server.ts';
import { findSheet, labelPlace, labelsPerPage } from '../sheets.ts';
import {
  cut,
  type FoundCode,
  openPdf,
  type Raster,
  rasterise,
  scan,
  textOf,
} from '../testing/read-pdf.ts';

const TITLES = [
  'Acme Stainless Steel Water Bottle with Straw Lid, Vacuum Insulated, Leakproof, 750 ml, Blue',
  'Edelstahl-Trinkflasche für Kinder – auslaufsicher (500 ml, Grün)',
  '不锈钢真空保温杯 大容量便携式户外运动水壶 750毫升 深蓝色',
  'ステンレス真空断熱ボトル ワンタッチオープン 600ml ブラック',
];

function labelsOf(count: number, copies: number): ItemLabel[] {
  return Array.from({ length: count }, (_, index) => ({
    fnsku: `X00${(index * 7919 + 1_000_003).toString(36).toUpperCase().padStart(7, '0')}`,
    title: TITLES[index % TITLES.length] ?? '',
    condition: 'New',
    copies,
    ...(index % 2 === 0 ? {} : { line: 'MADE IN CHINA' }),
  }));
}

function job(labels: readonly ItemLabel[], stock: ItemLabelStock, dpi: number) {
  const checked = checkItemLabels(labels, stock, dpi);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

function inReadingOrder(codes: readonly FoundCode[]): readonly FoundCode[] {
  return codes.toSorted((a, b) => Math.round((a.topMm - b.topMm) / 5) || a.leftMm - b.leftMm);
}

/** What each sticker of the page says, scanned one by one. */
async function scanStickers(
  raster: Raster,
  pageType: string,
): Promise<readonly (string | undefined)[]> {
  const sheet = sheetNamed(pageType);
  const texts: (string | undefined)[] = [];
  for (let index = 0; index < labelsPerPage(sheet); index++) {
    const { leftMm: left, topMm: top } = labelPlace(sheet, index);
    const right = left + sheet.labelWidthMm;
    const bottom = top + sheet.labelHeightMm;
    const found = await scan(cut(raster, { left, top, right, bottom }));
    expect(found.length).toBeLessThan(2);
    texts.push(found[0]?.text);
  }
  return texts;
}

function sheetNamed(pageType: string): SheetFormat {
  const sheet = findSheet(pageType);
  if (!sheet) throw new Error(pageType);
  return sheet;
}

describe('item labels on paper', { timeout: 20_000 }, () => {
  it.each(
    ITEM_LABEL_SHEETS.flatMap(({ pageType }) => [
      [pageType, 203] as const,
      [pageType, 300] as const,
    ]),
  )('%s at %i dpi: every label scans and lies on its sticker', async (pageType, dpi) => {
    const sheet = sheetNamed(pageType);
    const perPage = labelsPerPage(sheet);
    const startAt = dpi === 203 ? 1 : 4;
    const offset = dpi === 203 ? { offsetXMm: 0, offsetYMm: 0 } : { offsetXMm: 1, offsetYMm: -0.5 };
    const stock = { kind: 'sheet', pageType, startAt, ...offset } as const;
    // Distinct on the first page, so that every place is told apart.
    const labels = labelsOf(perPage - startAt + 1, 1);
    const pdf = await openPdf(await renderItemLabels(job(labels, stock, dpi)));
    expect(pdf.numPages).toBe(1);
    const found = inReadingOrder(await scan(await rasterise(pdf, 1, dpi)));
    expect(found.map(({ text }) => text)).toEqual(labels.map(({ fnsku }) => fnsku));
    for (const [index, code] of found.entries()) {
      const place = labelPlace(sheet, startAt - 1 + index);
      const middle = place.leftMm + offset.offsetXMm + sheet.labelWidthMm / 2;
      expect(Math.abs((code.leftMm + code.rightMm) / 2 - middle)).toBeLessThan(0.2);
      expect(code.topMm).toBeGreaterThan(place.topMm + offset.offsetYMm + 3);
      expect(code.bottomMm).toBeLessThan(place.topMm + offset.offsetYMm + sheet.labelHeightMm);
    }
  });

  it('keeps first and last page right when copies run over many pages', async () => {
    const stock = { kind: 'sheet', pageType: 'Letter_30', startAt: 29 } as const;
    const made = job(labelsOf(3, 50), stock, 203);
    const pdf = await openPdf(await renderItemLabels(made));
    expect([made.labelCount, made.pageCount, pdf.numPages]).toEqual([150, 6, 6]);
    const first = await scan(await rasterise(pdf, 1, 203));
    for (const page of [2, 3, 4, 5]) {
      const codes = await scanStickers(await rasterise(pdf, page, 203), 'Letter_30');
      const from = 30 * (page - 1) - 28;
      const expected = codes.map((_, at) => made.labels[Math.floor((from + at) / 50)]?.fnsku);
      expect(codes).toEqual(expected);
    }
    const last = await scanStickers(await rasterise(pdf, 6, 203), 'Letter_30');
    expect(first.map(({ text }) => text)).toEqual([made.labels[0]?.fnsku, made.labels[0]?.fnsku]);
    const third = made.labels[2]?.fnsku;
    expect(last).toEqual(Array.from({ length: 30 }, (_, at) => (at < 28 ? third : undefined)));
  });

  it.each([
    [57, 32, 203],
    [50.8, 25.4, 203],
    [50, 30, 300],
    [25, 60, 300],
    [100, 100, 203],
  ])('a thermal label of %f x %f mm at %i dpi scans', async (widthMm, heightMm, dpi) => {
    const labels = labelsOf(2, 1);
    const stock = { kind: 'thermal', widthMm, heightMm } as const;
    const pdf = await openPdf(await renderItemLabels(job(labels, stock, dpi)));
    expect(pdf.numPages).toBe(2);
    const page = await pdf.getPage(2);
    const { width, height } = page.getViewport({ scale: 25.4 / 72 });
    expect([width, height]).toEqual([expect.closeTo(widthMm, 3), expect.closeTo(heightMm, 3)]);
    const found = await scan(await rasterise(pdf, 2, dpi), { formats: ['Code128'] });
    expect(found.map(({ text }) => text)).toEqual([labels[1]?.fnsku]);
  });
});

describe('bars for a printer', { timeout: 20_000 }, () => {
  it.each([203, 300, 600])('start and end on whole dots at %i dpi', async (dpi) => {
    const stock = { kind: 'thermal', widthMm: 60, heightMm: 40, offsetXMm: 0.37 } as const;
    const labels = labelsOf(3, 1);
    const pdf = await openPdf(await renderItemLabels(job(labels, stock, dpi)));
    const raster = await rasterise(pdf, 1, dpi);
    const y = Math.round((8 * dpi) / 25.4);
    const grey = new Set<number>();
    for (let x = 0; x < raster.width; x++) grey.add(raster.data[(y * raster.width + x) * 4] ?? -1);
    // Anything between black and white would be a dot that a bar covers in part.
    expect([...grey].filter((level) => level > 1 && level < 254)).toEqual([]);
    expect(grey.size).toBeGreaterThan(1);
  });
});

describe('the text of a label', { timeout: 20_000 }, () => {
  it('can be copied out as it reads, in every script', async () => {
    const labels = labelsOf(4, 1).map((label) => ({ ...label, line: 'LOT 7 · EXP 2027-01-31' }));
    const stock = { kind: 'thermal', widthMm: 100, heightMm: 60 } as const;
    const pdf = await openPdf(await renderItemLabels(job(labels, stock, 300)));
    for (const [index, label] of labels.entries()) {
      const text = await textOf(pdf, index + 1);
      expect(text[0]).toBe(label.fnsku);
      expect(text.slice(1, -2).join(' ').replaceAll(' ', '')).toBe(label.title.replaceAll(' ', ''));
      expect(text.slice(-2)).toEqual(['New', 'LOT 7 · EXP 2027-01-31']);
    }
  });

  it.each([
    ['Edelstahl-Trinkflasche für Kinder (Grün)', 'Edelstahl-Trinkflasche für Kinder (Grün)'],
    ['ステンレスボトル 600ml', 'ステンレスボトル 600ml'],
    ['不锈钢真空保温杯', '不锈钢真空保温杯'],
    ['٣ Cups ٤٥ ml', '3 Cups 45 ml'],
    ['Gift 🎁 set', 'Gift set'],
    ['bell\u0007 escape\u001B[1m null\u0000 end', 'bell escape [1m null end'],
    ['Cup', 'Cup'],
  ])('of the title %j is %j', async (title, printed) => {
    const labels = [{ ...labelsOf(1, 1)[0], title } as ItemLabel];
    const stock = { kind: 'thermal', widthMm: 100, heightMm: 60 } as const;
    const pdf = await openPdf(await renderItemLabels(job(labels, stock, 203)));
    const [, ...words] = await textOf(pdf, 1);
    expect(words.slice(0, -1).join('').replaceAll(' ', '')).toBe(printed.replaceAll(' ', ''));
  });

  it('of a title of five hundred characters keeps its front and its end', async () => {
    const title = `Steel bottle ${'with a very long list of features '.repeat(14)}, 750 ml, Blue`;
    expect(title.length).toBeGreaterThan(490);
    const labels = [{ ...labelsOf(1, 1)[0], title } as ItemLabel];
    const pdf = await openPdf(
      await renderItemLabels(job(labels, { kind: 'sheet', pageType: 'Letter_30' }, 300)),
    );
    const words = (await textOf(pdf, 1)).join(' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('Steel bottle with a very long list');
    expect(words).toMatch(/…\s?750 ml, Blue/);
  });

  it('says on every label of practice goods that they are simulated', async () => {
    const checked = checkItemLabels(
      labelsOf(1, 1),
      { kind: 'thermal', widthMm: 57, heightMm: 32 },
      203,
      true,
    );
    if (!checked.ok) throw new Error('refused');
    const pdf = await openPdf(await renderItemLabels(checked.value));
    expect(await textOf(pdf, 1)).toContain('SIMULATED');
  });

  it('never leaves its sticker, whatever the title', { timeout: 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }),
        fc.constantFrom('A4_44_48x25', 'Letter_30', 'A4_24_70x37'),
        async (title, pageType) => {
          const label = {
            fnsku: 'X00ABCDEFG',
            title,
            condition: 'New',
            copies: 1,
            line: title.slice(0, 30),
          };
          const checked = checkItemLabels([label], { kind: 'sheet', pageType }, 300);
          if (!checked.ok) return;
          const pdf = await openPdf(await renderItemLabels(checked.value));
          const page = await pdf.getPage(1);
          const sheet = sheetNamed(pageType);
          const { items } = await page.getTextContent();
          for (const item of items) {
            if (!('str' in item) || item.str.trim() === '') continue;
            const left = (Number(item.transform[4]) * 25.4) / 72;
            const right = left + (item.width * 25.4) / 72;
            expect(left).toBeGreaterThan(sheet.leftMm);
            expect(right).toBeLessThan(sheet.leftMm + sheet.labelWidthMm);
          }
          await pdf.destroy();
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a large job', { timeout: 20_000 }, () => {
  it('is streamed in pieces that together are the whole document', async () => {
    const made = job(labelsOf(400, 3), { kind: 'sheet', pageType: 'Letter_30' }, 300);
    const pieces: Uint8Array[] = [];
    for await (const piece of streamItemLabels(made)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.concat(pieces).equals(await renderItemLabels(made))).toBe(true);
  });

  it('writes a label once, however many copies are wanted', async () => {
    const stock = { kind: 'sheet', pageType: 'Letter_30' } as const;
    const one = await renderItemLabels(job(labelsOf(20, 3), stock, 300));
    const many = await renderItemLabels(job(labelsOf(20, 3_000), stock, 300));
    expect(many.length).toBeLessThan(one.length * 2);
    const pdf = await openPdf(many);
    expect(pdf.numPages).toBe(2_000);
    const last = await scanStickers(await rasterise(pdf, 2_000, 203), 'Letter_30');
    const expected = labelsOf(20, 1).at(-1)?.fnsku;
    expect(last).toEqual(Array.from({ length: 30 }, () => expected));
  });
});
