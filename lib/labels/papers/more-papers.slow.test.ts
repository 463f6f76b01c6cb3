import { pictureOf } from '#lib/cartonization';
import { describe, expect, it } from 'vitest';

import type { PackingSlip } from '../index.ts';
import {
  renderContentsLabels,
  renderFreightSheet,
  renderHandlingSheets,
  renderPackingGuide,
  renderPackingSlips,
  renderPalletLabels,
  renderPrepInstructions,
} from '../server.ts';
import {
  aBoxLabel,
  fontsOf,
  NAMED_WORDS,
  openPdf,
  placedForms,
  rasterise,
  scan,
  textOf,
} from '../testing/index.ts';

const AT_BOTH = [203, 300];

async function wordsOn(bytes: Uint8Array, page = 1): Promise<string> {
  return (await textOf(await openPdf(bytes), page)).join(' ').replaceAll(/\s+/g, ' ');
}

const SLIP: PackingSlip = {
  orderId: '114-2233445-6677889',
  orderDateText: '24 November 2026',
  shippingService: 'Standard',
  buyerName: '山田 太郎',
  sellerName: 'Yunfan',
  shipTo: [
    '山田 太郎 様',
    'サンプルハイツ 203号',
    '東京都千代田区丸の内 1-2-3',
    '〒100-0005',
    'Japan',
  ],
  lines: [
    {
      sku: 'CUP-BLUE',
      title: 'Große Tasse 大号杯子',
      condition: 'New',
      orderItemId: '12345678901234',
      quantity: 2,
      priceText: '¥1,980',
    },
  ],
  totalText: '¥3,960',
  returnsText: 'Returns within 30 days through your Amazon account.',
  simulated: false,
};
const SLIPS = { size: 'A4', words: NAMED_WORDS } as const;

describe('packing slips', { timeout: 30_000 }, () => {
  it('show a business order’s PO number, its prices and every product', async () => {
    const slip = { ...SLIP, purchaseOrderNumber: 'PO-4711' };
    const bytes = await renderPackingSlips([slip], SLIPS);
    const text = await wordsOn(bytes);
    for (const words of ['packingSlip', 'PO-4711', '114-2233445-6677889', '¥1,980', '¥3,960']) {
      expect(text).toContain(words);
    }
    for (const words of ['CUP-BLUE', '12345678901234', 'New', 'Standard', 'Yunfan']) {
      expect(text).toContain(words);
    }
    expect(text.replaceAll(' ', '')).toContain('東京都千代田区丸の内');
    expect(text.replaceAll(' ', '')).toContain('GroßeTasse大号杯子');
    for (const dpi of AT_BOTH) {
      const found = await scan(await rasterise(await openPdf(bytes), 1, dpi));
      expect(found.map((code) => code.text)).toEqual(['114-2233445-6677889']);
    }
  });

  it('of gifts show the message and no price at all', async () => {
    const gift = { message: 'Happy birthday!\n生日快乐' };
    const text = await wordsOn(await renderPackingSlips([{ ...SLIP, gift }], SLIPS));
    for (const words of ['giftSlip', 'giftMessage', 'Happy birthday!', '生日快乐']) {
      expect(text).toContain(words);
    }
    for (const words of ['¥', 'price', 'total']) expect(text).not.toContain(words);
  });

  it('write Japanese addresses with Japanese forms, Chinese ones with Chinese', async () => {
    const chinese = { ...SLIP, orderId: '2', shipTo: ['陈梅', '深圳市南山区直街 1 号', '518040'] };
    const bytes = await renderPackingSlips([SLIP, chinese], SLIPS);
    const names = async (page: number): Promise<string> =>
      (await fontsOf(await openPdf(bytes), page)).map(({ name }) => name).join();
    expect(await names(1)).toMatch(/NotoSansJP/);
    expect(await names(2)).toMatch(/NotoSansSC/);
    expect(await names(2)).not.toMatch(/NotoSansJP/);
  });
});

describe('labels and sheets for heavy goods', { timeout: 30_000 }, () => {
  it('give each pallet four equal labels', async () => {
    const { boxId: _, boxNumber: __, contents: ___, ...common } = aBoxLabel(0);
    const pallets = [1, 2].map((palletNumber) => ({
      ...common,
      palletNumber,
      palletCount: 2,
      boxCount: 24,
      unitCount: 480,
    }));
    const bytes = await renderPalletLabels(pallets, 'PackageLabel_Letter_4');
    const pdf = await openPdf(bytes);
    expect(pdf.numPages).toBe(2);
    expect(await placedForms(pdf, 1)).toHaveLength(4);
    for (const dpi of AT_BOTH) {
      const found = await scan(await rasterise(pdf, 2, dpi));
      const four = Array.from({ length: 4 }, () => 'FBA199DN1ZLP');
      expect(found.map(({ text }) => text)).toEqual(four);
    }
    const text = await wordsOn(bytes, 2);
    expect(text.match(/Pallet 2 of 2/g)).toHaveLength(4);
    expect(text).toContain('MIXED SKU');
  });

  it('name the mark in Amazon’s words, as often as sides must show it', async () => {
    const marks = ['team-lift', 'mech-lift', 'heavy-package', 'overweight'] as const;
    for (const size of ['A4', 'LABEL'] as const) {
      const bytes = await renderHandlingSheets(
        marks.map((mark) => ({ mark, weightText: '62.5 lb', boxText: 'FBA1 Box 3', copies: 2 })),
        size,
      );
      const pdf = await openPdf(bytes);
      expect(pdf.numPages).toBe(8);
      const text = await Promise.all([1, 3, 5, 7].map((page) => wordsOn(bytes, page)));
      expect(text[0]).toContain('TEAM LIFT');
      expect(text[1]).toContain('MECH LIFT');
      expect(text[2]).toContain('HEAVY PACKAGE');
      expect(text[3]).toContain('OVERWEIGHT');
      for (const page of text) expect(page).toMatch(/62\.5 lb.*Box 3/);
    }
  });
});

describe('papers for packers and carriers', { timeout: 30_000 }, () => {
  const shipment = {
    shipmentName: 'May restock',
    shipmentConfirmationId: 'FBA199DN1ZLP',
    warehouseId: 'ONT8',
    shipFrom: ['深圳市云帆贸易有限公司'],
    shipTo: ['Amazon.com Services LLC'],
    simulated: true,
    boxes: [1, 2].map((boxNumber) => ({
      boxId: aBoxLabel(boxNumber).boxId,
      boxNumber,
      weightText: '23.4 lb',
      lines: Array.from({ length: boxNumber === 1 ? 1 : 30 }, (_, at) => ({
        sku: `A-LONG-SELLER-SKU-OF-FORTY-CHARACTERS-${at}`,
        title: 'Stainless Steel Water Bottle with a very long title that goes on and on',
        quantity: 4,
      })),
    })),
  };

  it('say per SKU what is to be done, with a code to scan', async () => {
    const cards = Array.from({ length: 9 }, (_, at) => ({
      sku: `SKU-${at}`,
      fnsku: `X00000000${at}`,
      asin: 'B000000000',
      title: '保温杯',
      units: 24,
      categoryText: 'FRAGILE',
      steps: ['Put each unit in a poly bag', 'Label'],
    }));
    const paper = { planName: 'May', cards, simulated: true };
    const print = { size: 'LETTER', words: NAMED_WORDS } as const;
    const pdf = await openPdf(await renderPrepInstructions(paper, print));
    for (const dpi of AT_BOTH) {
      const codes: string[] = [];
      for (let page = 1; page <= pdf.numPages; page++) {
        codes.push(...(await scan(await rasterise(pdf, page, dpi))).map(({ text }) => text));
      }
      expect(codes.toSorted()).toEqual(cards.map(({ fnsku }) => fnsku));
    }
  });

  it('hold what a bill of lading asks for', async () => {
    const paper = {
      shipment,
      amazonReferenceId: '4XYZ1234',
      freightClass: '70',
      goodsText: 'Kitchen goods',
      boxCount: 48,
      totalWeightText: '1,204 lb',
      pallets: [
        { count: 2, sizeText: '48 × 40 × 60 in', weightText: '602 lb', isStackable: false },
      ],
    };
    const print = { size: 'LETTER', words: NAMED_WORDS } as const;
    const text = await wordsOn(await renderFreightSheet(paper, print));
    for (const words of ['4XYZ1234', '48 × 40 × 60 in', '602 lb', '1,204 lb', 'driverSignature']) {
      expect(text).toContain(words);
    }
  });

  it('list the contents of a box on one label, however many kinds there are', async () => {
    const pdf = await openPdf(await renderContentsLabels(shipment, { words: NAMED_WORDS }));
    expect(pdf.numPages).toBe(2);
    for (const [page, dpi] of [1, 2].flatMap((page) =>
      AT_BOTH.map((dpi) => [page, dpi] as const),
    )) {
      const found = await scan(await rasterise(pdf, page, dpi));
      expect(found.map(({ text }) => text)).toEqual([aBoxLabel(page).boxId]);
    }
    expect((await textOf(pdf, 2)).join(' ')).toContain('total: 120 units');
  });
});

describe('packing instructions', () => {
  const placements = [
    { sku: 'MUG', units: 1, x: 0, y: 0, z: 0, length: 20, width: 30, height: 10 },
    { sku: 'CUP', units: 1, x: 20, y: 0, z: 0, length: 20, width: 30, height: 10 },
  ];
  const room = { length: 40, width: 30, height: 20 };
  const drawn = { picture: pictureOf(room, placements, { turn: 30, tilt: 30 }), marks: ['A', 'B'] };
  const box = {
    title: 'Box 1',
    copiesText: '12',
    sizeText: '40 × 30 × 20 cm',
    weightText: '7 kg',
    lines: [{ sku: 'MUG', title: '红色马克杯', quantity: 1 }],
  };

  it('show each kind of box, the whole and its layers, with letters and words', async () => {
    const layer = {
      title: 'Layer 1, from 0 cm up',
      plan: drawn,
      lines: [{ mark: 'A', sku: 'MUG', countText: '1', laidText: 'laid 20 × 30 × 10 cm' }],
    };
    const paper = {
      planName: 'March restock',
      simulated: true,
      boxes: [{ ...box, whole: drawn, layers: [layer] }],
    };
    for (const size of ['A4', 'LABEL'] as const) {
      const words = await wordsOn(await renderPackingGuide(paper, { size, words: NAMED_WORDS }));
      expect(words).toContain('Box 1');
      expect(words).toContain('Layer 1, from 0 cm up');
      expect(words).toContain('laid 20 × 30 × 10 cm');
      expect(words).toContain('simulated');
      // On the legend, in the whole and in the plan.
      expect(words.split(/\s/).filter((word) => word === 'A').length).toBeGreaterThanOrEqual(3);
    }
  });

  it('list the units of a box that no arrangement was found for', async () => {
    const paper = { planName: 'March', simulated: false, boxes: [{ ...box, layers: [] }] };
    const words = await wordsOn(
      await renderPackingGuide(paper, { size: 'LETTER', words: NAMED_WORDS }),
    );
    expect(words).toContain('noPicture');
    expect(words).toContain('红色马克杯');
    expect(words).not.toContain('simulated');
  });
});
