import { describe, expect, it } from 'vitest';

import { BOX_LABEL_FORMATS, type BoxLabelFacts, checkBoxLabels } from '../index.ts';
import { renderBoxLabels } from '../server.ts';
import { labelsPerPage, labelPlace } from '../sheets.ts';
import { openPdf, rasterise, scan, textOf } from '../testing/read-pdf.ts';

const SHIPMENT = 'FBA199DN1ZLP';

function boxes(count: number, some: Partial<BoxLabelFacts> = {}): BoxLabelFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    boxId: `${SHIPMENT}U${String(index + 1).padStart(6, '0')}`,
    boxNumber: index + 1,
    boxCount: count,
    weightText: '23.4 lb',
    shipmentName: 'FBA STA (11/24/2026 09:05)-ONT8',
    shipmentConfirmationId: SHIPMENT,
    createdText: '2026-11-24 09:05',
    shipFrom: ['深圳市云帆贸易有限公司', '天安数码城 C 座 1204 室', 'Shenzhen 518040', 'China'],
    shipTo: ['FBA: Yunfan', 'Amazon.com Services LLC', '24300 Nandina Ave', 'Moreno Valley, CA'],
    warehouseId: 'ONT8',
    contents:
      index % 2 === 0
        ? { kind: 'single', sku: 'CUP-BLUE', quantity: 24, expiryText: '2027-01-31' }
        : { kind: 'mixed', skuCount: 3, unitCount: 48 },
    simulated: true,
    ...some,
  }));
}

describe('box labels', { timeout: 20_000 }, () => {
  it.each(BOX_LABEL_FORMATS)(
    'on $pageType scan and lie in their part of the page',
    async (format) => {
      const perPage = labelsPerPage(format);
      const labels = boxes(perPage + 1);
      const pdf = await openPdf(await renderBoxLabels(labels, format.pageType));
      expect(pdf.numPages).toBe(2);
      const codes = (await scan(await rasterise(pdf, 1, 203))).toSorted((a, b) =>
        a.text < b.text ? -1 : 1,
      );
      expect(codes.map(({ text }) => text)).toEqual(
        labels.slice(0, perPage).map(({ boxId }) => boxId),
      );
      for (const [index, code] of codes.entries()) {
        const { leftMm, topMm } = labelPlace(format, index);
        const middle = leftMm + format.labelWidthMm / 2;
        expect(Math.abs((code.leftMm + code.rightMm) / 2 - middle)).toBeLessThan(0.4);
        expect(code.topMm).toBeGreaterThan(topMm);
        expect(code.bottomMm).toBeLessThan(topMm + format.labelHeightMm);
        // Amazon: bars at least half an inch or 15 % of their length high.
        const least = Math.max(12.7, 0.15 * (code.rightMm - code.leftMm));
        expect(code.bottomMm - code.topMm).toBeGreaterThan(least - 0.3);
      }
    },
  );

  it('say what Amazon’s own label says', async () => {
    const pdf = await openPdf(await renderBoxLabels(boxes(2), 'PackageLabel_Thermal'));
    const first = await textOf(pdf, 1);
    for (const words of [
      'FBA',
      'ONT8',
      'Box 1 of 2',
      '23.4 lb',
      'SHIP FROM:',
      '24300 Nandina Ave',
      `${SHIPMENT}U000001`,
      'Single SKU',
      'CUP-BLUE',
      'Qty 24',
      'EXP 2027-01-31',
      'PLEASE LEAVE THIS LABEL UNCOVERED',
      'SIMULATED · NOT FOR SHIPPING',
    ]) {
      expect(first).toContain(words);
    }
    expect(first.join('').replaceAll(' ', '')).toContain('天安数码城C座1204室');
    const second = (await textOf(pdf, 2)).join(' ');
    for (const words of ['Mixed SKUs', '3 SKUs', 'Qty 48']) expect(second).toContain(words);
  });

  it('of a real shipment do not say that they are simulated', async () => {
    const labels = boxes(1, { simulated: false });
    const pdf = await openPdf(await renderBoxLabels(labels, 'PackageLabel_Letter_6'));
    expect((await textOf(pdf, 1)).join(' ')).not.toContain('SIMULATED');
  });
});

describe('box labels that must not be printed', () => {
  const refused = (labels: readonly BoxLabelFacts[], pageType = 'PackageLabel_Thermal') => {
    const checked = checkBoxLabels(labels, pageType);
    return checked.ok ? [] : checked.problems.map(({ code }) => code);
  };

  it('carry an ID that is no box ID, another shipment’s, or one twice', () => {
    expect(refused(boxes(3))).toEqual([]);
    expect(refused(boxes(1, { boxId: '003400000000000001' }))).toEqual([]);
    expect(refused(boxes(1, { boxId: 'FBA199DN1ZLP' }))).toEqual(['box-id-shape']);
    expect(refused(boxes(1, { boxId: 'FBA199DN1ZLQU000001' }))).toEqual([
      'box-id-of-other-shipment',
    ]);
    expect(refused(boxes(2, { boxId: `${SHIPMENT}U000001` }))).toEqual(['box-id-twice']);
    expect(refused(boxes(1), 'PackageLabel_Letter_5')).toEqual(['box-page-type-unknown']);
    expect(refused([])).toEqual(['box-labels-none']);
  });
});
