import { degrees, PDFDocument, rgb, setCharacterSqueeze, StandardFonts } from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';

import { encodeCode128 } from '../bars/code128.ts';
import { BOX_LABEL_FORMATS, type BoxLabelFormat, findBoxLabelFormat } from '../box-label.ts';
import { renderBoxLabels } from '../server.ts';
import { aBoxLabel, openPdf, type Raster, rasterise, scan } from '../testing/index.ts';
import { relayoutLabels, type RelayoutRequest } from './relayout.ts';

const MM = 72 / 25.4;
const TRACKING = ['1Z999AA10123456784', '1Z999AA10123456793', '1Z999AA10123456800'];
const BOX_IDS = [0, 1, 2].map((index) => aBoxLabel(index).boxId);
const THERMAL = 'PackageLabel_Thermal';

/** A carrier's label as UPS draws it: 4 x 6 in, bars of 13 mil across the middle. */
async function carrierLabel(tracking: string): Promise<PDFDocument> {
  const file = await PDFDocument.create();
  const page = file.addPage([288, 432]);
  const frame = { x: 8, y: 8, width: 272, height: 416 };
  page.drawRectangle({ ...frame, color: rgb(1, 1, 1), borderColor: rgb(0, 0, 0), borderWidth: 1 });
  const { widths, modules } = encodeCode128(tracking);
  const module = 0.94;
  let x = (288 - modules * module) / 2;
  for (const [index, width] of widths.entries()) {
    const size = { width: width * module, height: 70 };
    if (index % 2 === 0) page.drawRectangle({ x, y: 120, ...size });
    x += width * module;
  }
  const font = await file.embedFont(StandardFonts.Helvetica);
  for (const [line, text] of ['SHIP TO:', 'AMAZON ONT8', '24300 NANDINA AVE', tracking].entries()) {
    page.drawText(text, { x: 20, y: 380 - line * 14, size: 12, font });
  }
  return file;
}

/** The same label as many carriers send it: a picture of 203 dots per inch. */
async function pictureLabel(tracking: string): Promise<PDFDocument> {
  const drawn = await (await carrierLabel(tracking)).save();
  const { data, width, height } = await rasterise(await openPdf(drawn), 1, 203);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const dots = context.createImageData(width, height);
  dots.data.set(data);
  context.putImageData(dots, 0, 0);
  const file = await PDFDocument.create();
  const picture = await file.embedPng(await canvas.encode('png'));
  file.addPage([288, 432]).drawImage(picture, { x: 0, y: 0, width: 288, height: 432 });
  return file;
}

type Fault =
  | 'none'
  | 'turned-90'
  | 'turned-270'
  | 'upside-down'
  | 'page-flag'
  | 'compressed'
  | 'narrowed'
  | 'flattened'
  | 'laid-across-and-narrowed';

/** The pages, each harmed as carriers' labels were in 2026: turned, or turned and made smaller. */
async function harm(bytes: Uint8Array, fault: Fault): Promise<Uint8Array> {
  if (fault === 'none') return bytes;
  const source = await PDFDocument.load(bytes);
  const out = await PDFDocument.create();
  for (const page of await out.embedPages(source.getPages())) {
    const { width, height } = page;
    if (fault === 'page-flag') {
      // The drawing lies on its side and the page says so: shown, it is upright.
      const target = out.addPage([height, width]);
      target.drawPage(page, { x: height, y: 0, rotate: degrees(90) });
      target.setRotation(degrees(90));
    } else if (fault === 'narrowed' || fault === 'flattened') {
      const part =
        fault === 'narrowed' ? { x: 40, y: 0, xScale: 0.7 } : { x: 0, y: 50, yScale: 0.75 };
      out.addPage([width, height]).drawPage(page, { xScale: 1, yScale: 1, ...part });
    } else if (fault === 'laid-across-and-narrowed') {
      // On its side and then, in that direction alone, made to fit the page.
      const at = { x: 0, y: width, xScale: 1, yScale: width / height };
      out.addPage([width, height]).drawPage(page, { ...at, rotate: degrees(-90) });
    } else if (fault === 'upside-down') {
      const target = out.addPage([width, height]);
      target.drawPage(page, { x: width, y: height, rotate: degrees(180) });
    } else if (fault === 'compressed') {
      const scale = width / height;
      const target = out.addPage([width, height]);
      const at = { x: 0, y: (height + width * scale) / 2 };
      target.drawPage(page, { ...at, xScale: scale, yScale: scale, rotate: degrees(-90) });
    } else {
      const target = out.addPage([height, width]);
      const isLeft = fault === 'turned-270';
      const at = isLeft ? { x: height, y: 0 } : { x: 0, y: width };
      target.drawPage(page, { ...at, rotate: degrees(isLeft ? 90 : -90) });
    }
  }
  return out.save();
}

/** What Amazon sends for a roll: box label and carrier label in turns. */
async function thermalFile(
  boxes: number,
  fault: Fault,
  { carriers = boxes, carrier = carrierLabel } = {},
): Promise<Uint8Array> {
  const labels = Array.from({ length: boxes }, (_, index) => aBoxLabel(index));
  const drawn = await PDFDocument.load(await renderBoxLabels(labels, THERMAL));
  const out = await PDFDocument.create();
  for (let index = 0; index < boxes; index++) {
    const [box] = await out.copyPages(drawn, [index]);
    if (box) out.addPage(box);
    if (index >= carriers) continue;
    const [partner] = await out.copyPages(await carrier(TRACKING[index] ?? ''), [0]);
    if (partner) out.addPage(partner);
  }
  return harm(await out.save(), fault);
}

async function relaid(bytes: Uint8Array, some: Partial<RelayoutRequest> = {}) {
  const request = {
    from: THERMAL,
    to: THERMAL,
    boxIds: BOX_IDS,
    order: 'by-box',
    ...some,
  } as const;
  const made = await relayoutLabels(bytes, request);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

async function codesByPage(bytes: Uint8Array): Promise<string[][]> {
  const pdf = await openPdf(bytes);
  const pages: string[][] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const found = await scan(await rasterise(pdf, page, 203));
    pages.push(found.toSorted((a, b) => a.topMm - b.topMm).map(({ text }) => text));
  }
  return pages;
}

function formatNamed(pageType: string): BoxLabelFormat {
  const format = findBoxLabelFormat(pageType);
  if (!format) throw new Error(pageType);
  return format;
}

/** Bars and height of what is printed on the first two pages are those of the file as it was drawn. */
async function expectTrueSize(pdf: PDFDocumentProxy, whole: PDFDocumentProxy): Promise<void> {
  for (const page of [1, 2]) {
    const [raster, drawn] = [await rasterise(pdf, page, 300), await rasterise(whole, page, 300)];
    const [[code], [asDrawn]] = [await scan(raster), await scan(drawn)];
    const length = (found = code): number => (found?.rightMm ?? 0) - (found?.leftMm ?? 0);
    expect(Math.abs(length() - length(asDrawn))).toBeLessThan(0.2);
    expect(Math.abs(inkHeightMm(raster) - inkHeightMm(drawn))).toBeLessThan(0.4);
  }
}

function inkHeightMm({ data, width, height, dpi }: Raster): number {
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) =>
    data.subarray(y * width * 4, (y + 1) * width * 4).some((level) => level < 128),
  );
  return (((rows.at(-1) ?? 0) - (rows[0] ?? 0)) * 25.4) / dpi;
}

const SHEAVES = [0, 1, 2].flatMap((at) => [[BOX_IDS[at]], [TRACKING[at]]]);

describe('labels from Amazon that came out wrong', { timeout: 60_000 }, () => {
  it.each<[Fault, string[]]>([
    ['none', []],
    ['page-flag', ['labels-turned']],
    ['turned-90', ['labels-turned']],
    ['turned-270', ['labels-turned']],
    ['upside-down', ['labels-turned']],
    ['compressed', ['labels-turned', 'labels-enlarged']],
    ['narrowed', ['labels-squeezed']],
    ['flattened', ['labels-squeezed']],
    ['laid-across-and-narrowed', ['labels-turned', 'labels-squeezed']],
  ])('%s: stand upright at true size and scan', async (fault, warnings) => {
    const made = await relaid(await thermalFile(3, fault));
    expect(made.warnings.map(({ code }) => code)).toEqual(warnings);
    // The scanner of these tests reads upright bars only.
    expect(await codesByPage(made.bytes)).toEqual(SHEAVES);
    const pdf = await openPdf(made.bytes);
    await expectTrueSize(pdf, await openPdf(await thermalFile(1, 'none')));
  });

  it.each<[Fault, string[]]>([
    ['none', []],
    ['narrowed', ['labels-squeezed']],
    ['laid-across-and-narrowed', ['labels-turned', 'labels-squeezed']],
  ])('%s: pictures of carriers’ labels stand at true size, too', async (fault, warnings) => {
    const file = await thermalFile(3, fault, { carrier: pictureLabel });
    const made = await relaid(file);
    expect(made.warnings.map(({ code }) => code)).toEqual(warnings);
    expect(await codesByPage(made.bytes)).toEqual(SHEAVES);
    const whole = await thermalFile(1, 'none', { carrier: pictureLabel });
    await expectTrueSize(await openPdf(made.bytes), await openPdf(whole));
  });

  it('are not stretched where there would be no room: their letters are narrow by design', async () => {
    const file = await PDFDocument.load(await thermalFile(3, 'none', { carriers: 0 }));
    const font = await file.embedFont(StandardFonts.Helvetica);
    for (const page of file.getPages()) {
      for (let line = 0; line < 20; line++) {
        const at = { x: 8, y: 20 + line * 2, size: 2, font };
        page.pushOperators(setCharacterSqueeze(70));
        page.drawText('NARROW LETTERS ALL OVER '.repeat(4), at);
        page.pushOperators(setCharacterSqueeze(100));
      }
    }
    expect((await relaid(await file.save())).warnings).toEqual([]);
  });
});

describe('labels for the paper at hand', { timeout: 60_000 }, () => {
  const papers = BOX_LABEL_FORMATS.filter(
    ({ pageType }) => !/CarrierLeft|CarrierBottom|Unified|NonPCP|Rotation/.test(pageType),
  );

  it.each(papers.map(({ pageType }) => pageType))('are put on %s and scan', async (pageType) => {
    const made = await relaid(await thermalFile(3, 'none', { carriers: 0 }), { to: pageType });
    const pdf = await openPdf(made.bytes);
    const { pageWidthMm, pageHeightMm } = formatNamed(pageType);
    const page = await pdf.getPage(1);
    expect(page.view[2]).toBeCloseTo(pageWidthMm * MM, 1);
    expect(page.view[3]).toBeCloseTo(pageHeightMm * MM, 1);
    const codes: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const turned = { formats: ['Code128' as const], tryRotate: true };
      const found = await scan(await rasterise(pdf, number, 203), turned);
      codes.push(...found.map(({ text }) => text));
    }
    expect(codes.toSorted()).toEqual(BOX_IDS);
  });

  it.each(['PackageLabel_Letter_2', 'PackageLabel_Letter_6', 'PackageLabel_A4_4', 'A4_1'])(
    'are taken from %s, one to a roll label',
    async (from) => {
      const labels = [0, 1, 2].map((index) => aBoxLabel(index));
      const made = await relaid(await renderBoxLabels(labels, from), { from });
      expect(made.labelCount).toBe(3);
      const pdf = await openPdf(made.bytes);
      expect(pdf.numPages).toBe(3);
      for (const [at, boxId] of BOX_IDS.entries()) {
        const turned = { formats: ['Code128' as const], tryRotate: true };
        const found = await scan(await rasterise(pdf, at + 1, 203), turned);
        expect(found.map(({ text }) => text)).toEqual([boxId]);
      }
    },
  );

  it('are sorted by box or by kind, in the order of the boxes', async () => {
    const file = await thermalFile(3, 'none');
    const boxIds = BOX_IDS.toReversed();
    const byKind = await relaid(file, { boxIds, order: 'by-kind' });
    const expected = [...boxIds, ...TRACKING.toReversed()].map((code) => [code]);
    expect(await codesByPage(byKind.bytes)).toEqual(expected);
    const [first] = await codesByPage((await relaid(file, { boxIds })).bytes);
    expect(first).toEqual([boxIds[0]]);
  });

  it('come as one sheaf per box with pages of our own', async () => {
    const extra = await renderBoxLabels(
      [7, 8, 9].map((index) => aBoxLabel(index)),
      THERMAL,
    );
    const made = await relaid(await thermalFile(3, 'none'), { extras: [extra] });
    const codes = await codesByPage(made.bytes);
    expect(codes.slice(0, 3)).toEqual([[BOX_IDS[0]], [TRACKING[0]], [aBoxLabel(7).boxId]]);
    expect(codes).toHaveLength(9);
  });
});

describe('labels that are refused', { timeout: 60_000 }, () => {
  async function refused(bytes: Uint8Array, some: Partial<RelayoutRequest> = {}) {
    const request = { from: THERMAL, to: THERMAL, boxIds: BOX_IDS, order: 'by-box', ...some };
    const made = await relayoutLabels(bytes, request as RelayoutRequest);
    return made.ok ? [] : made.problems.map(({ code }) => code);
  }

  it('are no PDF, lack a box, or have carrier labels that belong to no box for sure', async () => {
    expect(await refused(Buffer.from('no PDF'))).toEqual(['labels-unreadable']);
    expect(await refused(await thermalFile(2, 'none'))).toEqual(['box-label-not-found']);
    expect(await refused(await thermalFile(3, 'none', { carriers: 2 }))).toEqual([
      'carrier-labels-unmatched',
    ]);
    expect(await refused(await thermalFile(1, 'none'), { to: 'Letter_30' })).toEqual([
      'box-page-type-unknown',
    ]);
  });
});
