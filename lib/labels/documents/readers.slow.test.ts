import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import * as mupdf from 'mupdf';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { checkItemLabels, type ItemLabelStock } from '../index.ts';
import {
  relayoutLabels,
  renderBoxContentLabels,
  renderBoxLabels,
  renderContentsLabels,
  renderFreightSheet,
  renderHandlingSheets,
  renderItemLabels,
  renderPackingSlips,
  renderPackLists,
  renderPalletLabels,
  renderPickList,
  renderPrepInstructions,
  renderShipmentSummary,
  renderTestSheet,
} from '../server.ts';
import {
  aBoxLabel,
  anItemLabel,
  aShipmentPaper,
  fontsOf,
  NAMED_WORDS,
  openPdf,
  rasterise,
  textOf,
} from '../testing/index.ts';

const SHEET: ItemLabelStock = { kind: 'sheet', pageType: 'A4_21' };
const ROLL: ItemLabelStock = { kind: 'thermal', widthMm: 30, heightMm: 60 };
const PRINT = { size: 'A4', words: NAMED_WORDS } as const;
const SHIPMENT = aShipmentPaper();
const BOXES = [aBoxLabel(0), aBoxLabel(1)];

function itemLabels(stock: ItemLabelStock): Promise<Uint8Array> {
  const labels = Array.from({ length: 25 }, (_, index) => anItemLabel(index));
  const job = checkItemLabels(labels, stock, 300);
  if (!job.ok) throw new Error(JSON.stringify(job.problems));
  return renderItemLabels(job.value);
}

async function contentLabels(): Promise<Uint8Array> {
  const lines = [{ idType: 'FNSKU', id: 'X00ABCDEFG', quantity: 2 }] as const;
  const labels = [{ ...aBoxLabel(0), lines }];
  const made = await renderBoxContentLabels(labels, { symbology: 'PDF417', dpi: 600 });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

function palletLabels(): Promise<Uint8Array> {
  const { boxId: _, boxNumber: __, contents: ___, ...common } = aBoxLabel(0);
  const pallet = { ...common, palletNumber: 1, palletCount: 1, boxCount: 2, unitCount: 48 };
  return renderPalletLabels([pallet], 'PackageLabel_Thermal');
}

async function amazonsLabels(): Promise<Uint8Array> {
  const made = await relayoutLabels(await renderBoxLabels(BOXES, 'PackageLabel_Letter_2'), {
    from: 'PackageLabel_Letter_2',
    to: 'Thermal_100x150',
    boxIds: BOXES.map(({ boxId }) => boxId),
    order: 'by-box',
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.bytes;
}

function testSheet(): Uint8Array {
  const made = renderTestSheet(SHEET, 300);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

const LINE = { sku: 'CUP-BLUE', fnsku: 'X00ABCDEFG', title: 'Große Tasse', quantity: 12 };
const CARD = {
  sku: 'CUP-BLUE',
  fnsku: 'X00ABCDEFG',
  asin: 'B000000000',
  title: '保温杯',
  units: 24,
  categoryText: 'FRAGILE',
  steps: ['Poly bag'],
};
const SLIP = {
  orderId: '114-2233445-6677889',
  orderDateText: '24 November 2026',
  shippingService: 'Standard',
  buyerName: '山田 太郎',
  sellerName: 'Yunfan',
  shipTo: ['山田 太郎 様', '東京都千代田区丸の内 1-2-3', '〒100-0005'],
  lines: [{ sku: 'CUP-BLUE', title: 'Große Tasse', orderItemId: '12345678901234', quantity: 2 }],
  returnsText: 'Returns within 30 days.',
  simulated: false,
};

/** Every kind of file that is printed, with something that must be found in its text. */
const FILES: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string])[] = [
  ['item labels on a sheet', () => itemLabels(SHEET), '不锈钢真空保温杯'],
  ['item labels on an upright roll', () => itemLabels(ROLL), anItemLabel(0).fnsku],
  ['box labels', () => renderBoxLabels(BOXES, 'PackageLabel_Letter_2'), aBoxLabel(1).boxId],
  ['pallet labels', palletLabels, 'Pallet 1 of 1'],
  ['2D box content', contentLabels, aBoxLabel(0).boxId],
  ['Amazon’s labels on other paper', amazonsLabels, aBoxLabel(0).boxId],
  ['a test sheet', testSheet, '100 mm'],
  ['a contents label', () => renderContentsLabels(SHIPMENT, PRINT), 'CUP-BLUE'],
  ['pack lists', () => renderPackLists(SHIPMENT, PRINT), 'Große Tasse'],
  ['a shipment summary', () => renderShipmentSummary(SHIPMENT, PRINT), '深圳市云帆贸易有限公司'],
  [
    'a pick list',
    () => renderPickList({ planName: 'May', lines: [LINE], simulated: true }, PRINT),
    'CUP-BLUE',
  ],
  [
    'prep instructions',
    () => renderPrepInstructions({ planName: 'May', cards: [CARD], simulated: true }, PRINT),
    'Poly bag',
  ],
  [
    'a bill of lading sheet',
    () =>
      renderFreightSheet(
        {
          shipment: SHIPMENT,
          goodsText: 'Kitchen goods',
          boxCount: 2,
          totalWeightText: '46 lb',
          pallets: [],
        },
        PRINT,
      ),
    'Kitchen goods',
  ],
  [
    'sheets for heavy boxes',
    () =>
      renderHandlingSheets(
        [{ mark: 'team-lift', weightText: '62.5 lb', boxText: 'Box 3', copies: 2 }],
        'A4',
      ),
    'TEAM LIFT',
  ],
  ['packing slips', () => renderPackingSlips([SLIP], PRINT), '東京都千代田区丸の内'],
];

const unspaced = (text: string): string => text.replaceAll(/\s/g, '');

describe('files that other readers open without a warning', { timeout: 60_000 }, () => {
  const warned: unknown[] = [];
  const poppler = spawnSync('pdftotext', ['-v']).status === 0;
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'labels-'));
    mupdf.setLog((message) => void warned.push(`mupdf: ${message}`));
  });
  afterAll(() => {
    mupdf.setLog(null);
    rmSync(folder, { recursive: true });
  });
  afterEach(() => {
    warned.length = 0;
    vi.restoreAllMocks();
  });

  it.each(FILES)('pdf.js: %s', async (_, render, words) => {
    for (const say of ['warn', 'log', 'error'] as const) {
      vi.spyOn(console, say).mockImplementation((said: unknown) => void warned.push(said));
    }
    const pdf = await openPdf(await render());
    await rasterise(pdf, 1, 72);
    const fonts = await fontsOf(pdf, 1);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    expect(fonts.every(({ name }) => /^[A-Z]{6}\+/.test(name))).toBe(true);
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, (__, at) => textOf(pdf, at + 1)),
    );
    expect(unspaced(pages.flat().join(''))).toContain(unspaced(words));
    expect(warned).toEqual([]);
  });

  it.each(FILES)('mupdf: %s', async (_, render, words) => {
    const bytes = await render();
    const file = mupdf.Document.openDocument(bytes, 'application/pdf');
    let text = '';
    for (let at = 0; at < file.countPages(); at++) {
      const page = file.loadPage(at);
      const dots = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray);
      expect(dots.getPixels().some((grey) => grey < 128)).toBe(true);
      text += page.toStructuredText('preserve-whitespace').asText();
    }
    expect(unspaced(text)).toContain(unspaced(words));
    expect(file instanceof mupdf.PDFDocument && file.wasRepaired()).toBe(false);
    expect(warned).toEqual([]);
  });

  it('mupdf does say when a file is broken', async () => {
    const broken = Buffer.from(testSheet());
    broken.write('startxref\n99', broken.lastIndexOf('startxref'), 'latin1');
    const file = mupdf.Document.openDocument(broken, 'application/pdf');
    expect(file instanceof mupdf.PDFDocument && file.wasRepaired()).toBe(true);
    expect(warned.length).toBeGreaterThan(0);
  });

  it.skipIf(!poppler).each(FILES)('poppler: %s', async (name, render, words) => {
    const file = path.join(folder, `${FILES.findIndex(([known]) => known === name)}.pdf`);
    writeFileSync(file, await render());
    const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const fonts = spawnSync('pdffonts', [file], { encoding: 'utf8' });
    expect([read.status, read.stderr, fonts.stderr]).toEqual([0, '', '']);
    expect(unspaced(read.stdout)).toContain(unspaced(words));
    const table = fonts.stdout.trim().split('\n').slice(2);
    expect(table.length).toBeGreaterThan(0);
    // Columns of pdffonts: embedded, subset, with a map to Unicode.
    for (const line of table) expect(line).toMatch(/ yes yes yes +\d+ +0$/);
  });
});
