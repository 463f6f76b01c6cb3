import { describe, expect, it } from 'vitest';

import {
  BOX_LABEL_FORMATS,
  checkItemLabels,
  ITEM_LABEL_SHEETS,
  THERMAL_PRESETS,
} from '../index.ts';
import { renderBoxContentLabels, renderBoxLabels, renderItemLabels } from '../server.ts';
import { labelPlace, labelsPerPage, type SheetFormat } from '../sheets.ts';
import { aBoxLabel, anItemLabel } from '../testing/labels.ts';
import { openPdf, placedForms, rasterise, scan } from '../testing/index.ts';

// Half a dot at 203 dpi is 0.06 mm; the issue of the labels allows 0.2.
const NEAR_MM = 0.2;

async function expectPlaces(
  bytes: Uint8Array,
  sheet: SheetFormat,
  { from, offset }: { readonly from: number; readonly offset: { x: number; y: number } },
): Promise<void> {
  const placed = await placedForms(await openPdf(bytes), 1);
  expect(placed).toHaveLength(labelsPerPage(sheet) - from);
  for (const [index, form] of placed.entries()) {
    const place = labelPlace(sheet, from + index);
    expect(Math.abs(form.leftMm - place.leftMm - offset.x)).toBeLessThan(NEAR_MM);
    expect(Math.abs(form.topMm - place.topMm - offset.y)).toBeLessThan(NEAR_MM);
    expect(form.widthMm).toBeCloseTo(sheet.labelWidthMm, 2);
    expect(form.heightMm).toBeCloseTo(sheet.labelHeightMm, 2);
  }
}

function itemPdf(stock: Parameters<typeof checkItemLabels>[1], dpi: number, count: number) {
  const labels = Array.from({ length: count }, (_, index) => anItemLabel(index));
  const job = checkItemLabels(labels, stock, dpi);
  if (!job.ok) throw new Error(JSON.stringify(job.problems));
  return renderItemLabels(job.value);
}

const AT_BOTH = [203, 300];

describe('first label, last label and all between', { timeout: 30_000 }, () => {
  it.each(ITEM_LABEL_SHEETS.flatMap((sheet) => AT_BOTH.map((dpi) => ({ sheet, dpi }))))(
    'of $sheet.pageType at $dpi dpi lie where the stickers are, moved or not',
    async ({ sheet, dpi }) => {
      const { pageType } = sheet;
      const all = await itemPdf({ kind: 'sheet', pageType }, dpi, labelsPerPage(sheet));
      await expectPlaces(all, sheet, { from: 0, offset: { x: 0, y: 0 } });
      const moved = { startAt: 5, offsetXMm: 1, offsetYMm: -0.5 };
      const some = await itemPdf(
        { kind: 'sheet', pageType, ...moved },
        dpi,
        labelsPerPage(sheet) - 4,
      );
      await expectPlaces(some, sheet, { from: 4, offset: { x: 1, y: -0.5 } });
    },
  );

  it.each(BOX_LABEL_FORMATS.flatMap((format) => AT_BOTH.map((dpi) => ({ format, dpi }))))(
    'of $format.pageType at $dpi dpi lie where the labels are, and scan',
    async ({ format, dpi }) => {
      const perPage = labelsPerPage(format);
      const boxes = Array.from({ length: perPage + 1 }, (_, index) => aBoxLabel(index));
      const bytes = await renderBoxLabels(boxes, format.pageType, dpi);
      await expectPlaces(bytes, format, { from: 0, offset: { x: 0, y: 0 } });
      const pdf = await openPdf(bytes);
      expect(pdf.numPages).toBe(2);
      const found: string[] = [];
      for (const page of [1, 2]) {
        const codes = await scan(await rasterise(pdf, page, dpi));
        found.push(...codes.map(({ text }) => text).toSorted());
      }
      expect(found).toEqual(boxes.map(({ boxId }) => boxId));
    },
  );
});

describe('rolls', { timeout: 30_000 }, () => {
  it.each(THERMAL_PRESETS.flatMap((preset) => AT_BOTH.map((dpi) => ({ ...preset, dpi }))))(
    'of $widthMm x $heightMm mm at $dpi dpi scan',
    async ({ widthMm, heightMm, dpi }) => {
      const stock = { kind: 'thermal', widthMm, heightMm } as const;
      const pdf = await openPdf(await itemPdf(stock, dpi, 2));
      for (const page of [1, 2]) {
        const found = await scan(await rasterise(pdf, page, dpi));
        expect(found.map(({ text }) => text)).toEqual([anItemLabel(page - 1).fnsku]);
      }
    },
  );
});

describe('2D codes', { timeout: 30_000 }, () => {
  it.each(
    (['PDF417', 'DATA_MATRIX', 'QR'] as const).flatMap((symbology) =>
      AT_BOTH.map((dpi) => ({ symbology, dpi })),
    ),
  )('$symbology at $dpi dpi scan', async ({ symbology, dpi }) => {
    // The largest Data Matrix that Amazon reads holds little more than this.
    const lines = [{ idType: 'EAN', id: '12345670', quantity: 2 }] as const;
    const label = { ...aBoxLabel(0), shipmentConfirmationId: 'FBA1234567', lines };
    const made = await renderBoxContentLabels([label], { symbology, dpi });
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const raster = await rasterise(await openPdf(made.value), 1, dpi);
    const formats = { PDF417: 'PDF417', DATA_MATRIX: 'DataMatrix', QR: 'QRCode' } as const;
    const found = await scan(raster, { formats: [formats[symbology]] });
    expect(found.map(({ text }) => text)).toEqual(['AMZN,PO:FBA1234567,EAN:12345670,QTY:2']);
  });
});
