import { describe, expect, it } from 'vitest';

import type { PaperWords, ShipmentPaper } from '../index.ts';
import { renderPackLists, renderPickList, renderShipmentSummary } from '../server.ts';
import { openPdf, rasterise, scan, textOf } from '../testing/read-pdf.ts';
import { sumBySku } from './facts.ts';

const WORDS: PaperWords = {
  packList: 'Packliste',
  pickList: '拣货单',
  shipmentSummary: 'Summary',
  shipment: 'Shipment',
  destination: 'Destination',
  shipFrom: 'From',
  shipTo: 'To',
  carrier: 'Carrier',
  box: 'Box',
  boxes: 'Boxes',
  weight: 'Weight',
  size: 'Size',
  tracking: 'Tracking',
  sku: 'SKU',
  fnsku: 'FNSKU',
  item: 'Item',
  location: 'Shelf',
  expiry: 'Expiry',
  prep: 'Prep',
  units: 'units',
  total: 'Total',
  done: '✓',
  simulated: 'SIMULATED',
  boxOf: (number, count) => `Box ${number}/${count}`,
  pageOf: (number, count) => `Page ${number}/${count}`,
};
const PRINT = { size: 'LETTER', words: WORDS } as const;

const CUP = { sku: 'CUP-BLUE', fnsku: 'X00ABCDEFG', title: 'Große Tasse', quantity: 12 };
const BOTTLE = {
  sku: 'BOTTLE-750-MIDNIGHT-BLUE-WITH-A-VERY-LONG-SELLER-SKU',
  title: '不锈钢真空保温杯大容量便携式户外运动水壶男女学生通用食品级304材质750毫升深蓝色',
  quantity: 5,
};

const SHIPMENT: ShipmentPaper = {
  shipmentName: 'May restock',
  shipmentConfirmationId: 'FBA199DN1ZLP',
  warehouseId: 'ONT8',
  shipFrom: ['深圳市云帆贸易有限公司'],
  shipTo: ['Amazon.com Services LLC'],
  simulated: true,
  boxes: [
    { boxId: 'FBA199DN1ZLPU000001', boxNumber: 1, weightText: '23.4 lb', lines: [CUP, BOTTLE] },
    { boxId: 'FBA199DN1ZLPU000002', boxNumber: 2, lines: [CUP] },
  ],
};

async function wordsOf(bytes: Uint8Array, page: number): Promise<string> {
  return (await textOf(await openPdf(bytes), page)).join(' ');
}

describe('papers of a shipment', { timeout: 30_000 }, () => {
  it('give every box a pack list whose code scans', async () => {
    const pdf = await openPdf(await renderPackLists(SHIPMENT, PRINT));
    expect(pdf.numPages).toBe(2);
    for (const [index, { boxId }] of SHIPMENT.boxes.entries()) {
      for (const dpi of [203, 300]) {
        const found = await scan(await rasterise(pdf, index + 1, dpi));
        expect(found.map(({ text }) => text)).toEqual([boxId]);
      }
    }
    const first = (await textOf(pdf, 1)).join(' ');
    for (const words of [
      'Packliste',
      'Box 1/2',
      '23.4 lb',
      'CUP-BLUE',
      'Große Tasse',
      'SIMULATED',
    ]) {
      expect(first).toContain(words);
    }
    expect(first).toContain('Total: 17 units');
    expect(first.replaceAll(' ', '')).toContain(BOTTLE.sku);
    expect(first.replaceAll(' ', '')).toContain(BOTTLE.title);
  });

  it('add the goods of all boxes up in the summary', async () => {
    const summary = await wordsOf(await renderShipmentSummary(SHIPMENT, PRINT), 1);
    expect(summary).toContain('深圳市云帆贸易有限公司');
    expect(summary).toContain('Total: 29 units');
    expect(sumBySku(SHIPMENT.boxes).map(({ quantity }) => quantity)).toEqual([24, 5]);
  });

  it('repeat the heading of a long pick list on every page', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({ ...CUP, sku: `CUP-${index}` }));
    const paper = { planName: 'Plan', lines, simulated: false };
    const pdf = await openPdf(await renderPickList(paper, { ...PRINT, size: 'A4' }));
    expect(pdf.numPages).toBeGreaterThan(1);
    const skus: string[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      const text = await textOf(pdf, page);
      expect(text).toContain('FNSKU');
      expect(text).toContain(`Page ${page}/${pdf.numPages}`);
      expect(text).not.toContain('SIMULATED');
      skus.push(...text.filter((part) => /^CUP-\d+$/.test(part)));
    }
    expect(skus).toEqual(lines.map(({ sku }) => sku));
  });
});
