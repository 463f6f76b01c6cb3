import { createElement } from 'react';

import { invariant } from '#lib/kernel';

import { fitBars, POINTS_PER_MM } from '../bars/bar-fit.ts';
import {
  type BoxLabelFacts,
  type BoxLabelFormat,
  findBoxLabelFormat,
  type PalletLabelFacts,
} from '../box-label.ts';
import { cleanText } from '../text/clean-text.ts';
import { encodeCode128 } from '../bars/code128.ts';
import { drawBars, drawFills, drawLines, fitTitle, wrapIfRoom } from './draw.ts';
import { BoxLabelLayout } from '../layout/box-label.tsx';
import { compileTemplate, type Template } from '../layout/template.ts';
import { FontBook } from '../pdf/font-book.ts';
import { PageTree } from '../pdf/page-tree.ts';
import { num, PdfWriter } from '../pdf/writer.ts';
import { imposeSheet } from './impose.ts';

const templates = new Map<string, Promise<Template>>();

type Label = {
  readonly code: string;
  readonly simulated: boolean;
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly copies: number;
};

/** Box labels for the paper named by `pageType`, in the order given, for a printer of `dpi`. */
export async function renderBoxLabels(
  labels: readonly BoxLabelFacts[],
  pageType: string,
  dpi?: number,
): Promise<Uint8Array> {
  const drawn = labels.map((label) => ({
    code: label.boxId,
    simulated: label.simulated,
    words: wordsOf(label),
    copies: 1,
  }));
  return render(drawn, 'Box labels', paperNamed(pageType, dpi));
}

// One label goes to the middle of each side (v0 getLabels, LabelType PALLET, checked 2026-11-23).
const SIDES = 4;

/** Four equal labels for every pallet. */
export async function renderPalletLabels(
  pallets: readonly PalletLabelFacts[],
  pageType: string,
  dpi?: number,
): Promise<Uint8Array> {
  const drawn = pallets.map((pallet) => ({
    code: pallet.shipmentConfirmationId,
    simulated: pallet.simulated,
    words: wordsOfPallet(pallet),
    copies: SIDES,
  }));
  return render(drawn, 'Pallet labels', paperNamed(pageType, dpi));
}

function paperNamed(pageType: string, dpi: number | undefined): BoxLabelFormat {
  const paper = findBoxLabelFormat(pageType);
  invariant(paper, `box labels are not printed on ${pageType}`);
  return { ...paper, dpi: dpi ?? paper.dpi };
}

async function render(
  labels: readonly Label[],
  title: string,
  format: BoxLabelFormat,
): Promise<Uint8Array> {
  const writer = new PdfWriter();
  const book = new FontBook(writer);
  const imposition = imposeSheet(format, { dpi: format.dpi });
  const pages = new PageTree(writer, imposition);
  let page: number[] = [];
  for (const label of labels) {
    const template = await boxLabelTemplate(format, label.simulated);
    const form = writer.stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 ${num(template.width)} ${num(template.height)}]` +
        `/Resources ${book.resources}`,
      drawBoxLabel(label, format, { template, book }),
    );
    for (let copy = 0; copy < label.copies; copy++) {
      page.push(form);
      if (page.length < imposition.slots.length) continue;
      pages.add(page);
      page = [];
    }
  }
  if (page.length > 0) pages.add(page);
  book.write();
  pages.finish(title);
  return writer.take();
}

function boxLabelTemplate(format: BoxLabelFormat, simulated: boolean): Promise<Template> {
  const { labelWidthMm: widthMm, labelHeightMm: heightMm } = format;
  const key = [widthMm, heightMm, simulated].join(' ');
  const known = templates.get(key);
  if (known) return known;
  const size = { width: widthMm * POINTS_PER_MM, height: heightMm * POINTS_PER_MM };
  const layout = createElement(BoxLabelLayout, { widthMm, heightMm, simulated });
  const compiled = compileTemplate(size, layout);
  templates.set(key, compiled);
  return compiled;
}

function drawBoxLabel(
  label: Label,
  { dpi, labelWidthMm }: BoxLabelFormat,
  { template, book }: { readonly template: Template; readonly book: FontBook },
): string {
  const { height } = template;
  const code = encodeCode128(label.code);
  const fit = fitBars(code.modules, labelWidthMm, dpi);
  const box = template.codes.get('box');
  invariant(fit && box, 'a box ID fits every box label');
  let content = drawFills(template.fills, height) + drawBars(code, fit, { box, height, dpi });
  for (const [name, lines] of Object.entries(label.words)) {
    const slot = template.texts.get(name);
    if (!slot) continue;
    const fitted = name === 'sku' ? fitTitle(lines[0] ?? '', slot) : wrapIfRoom(lines, slot);
    content += drawLines(book, slot, { lines: fitted, height });
  }
  return content;
}

// The words of Amazon's own label, which its warehouses read in English.
function wordsOf(label: BoxLabelFacts): Label['words'] {
  const { contents } = label;
  const isSingle = contents.kind === 'single';
  const words = {
    brand: ['FBA'],
    warehouse: [label.warehouseId],
    count: [`Box ${label.boxNumber} of ${label.boxCount}`],
    weight: [label.weightText ?? ''],
    headingFrom: ['SHIP FROM:'],
    shipFrom: label.shipFrom,
    headingTo: ['SHIP TO:'],
    shipTo: label.shipTo,
    shipment: [label.shipmentName],
    created: [`Created: ${label.createdText}`],
    box: [label.boxId],
    kind: [isSingle ? 'Single SKU' : 'Mixed SKUs'],
    sku: [isSingle ? contents.sku : `${contents.skuCount} SKUs`],
    quantity: [`Qty ${isSingle ? contents.quantity : contents.unitCount}`],
    expiry: [isSingle && contents.expiryText ? `EXP ${contents.expiryText}` : ''],
    plea: ['PLEASE LEAVE THIS LABEL UNCOVERED'],
    simulated: ['SIMULATED · NOT FOR SHIPPING'],
  };
  return cleaned(words);
}

function wordsOfPallet(pallet: PalletLabelFacts): Label['words'] {
  return cleaned({
    brand: ['FBA'],
    warehouse: [pallet.warehouseId],
    count: [`Pallet ${pallet.palletNumber} of ${pallet.palletCount}`],
    weight: [pallet.weightText ?? ''],
    headingFrom: ['SHIP FROM:'],
    shipFrom: pallet.shipFrom,
    headingTo: ['SHIP TO:'],
    shipTo: pallet.shipTo,
    shipment: [pallet.shipmentName],
    created: [`Created: ${pallet.createdText}`],
    box: [pallet.shipmentConfirmationId],
    kind: [pallet.sku === undefined ? 'MIXED SKU' : 'Single SKU'],
    sku: [pallet.sku ?? `${pallet.boxCount} boxes`],
    quantity: [`Qty ${pallet.unitCount}`],
    plea: ['ONE LABEL ON EACH SIDE OF THE PALLET'],
    simulated: ['SIMULATED · NOT FOR SHIPPING'],
  });
}

function cleaned(words: Label['words']): Label['words'] {
  return Object.fromEntries(
    Object.entries(words).map(([name, lines]) => [name, lines.map((line) => cleanText(line).text)]),
  );
}
