import { invariant } from '#lib/kernel';

import { fitBars } from './bar-fit.ts';
import { encodeCode128 } from './code128.ts';
import { drawBars, drawLine, fitLine, fitTitle } from './draw.ts';
import { type ItemLabel, type ItemLabelJob, labelSize } from './item-label.ts';
import { ItemLabelLayout, POINTS_PER_MM } from './layout/item-label.tsx';
import { compileTemplate, type Template, type TextSlot } from './layout/template.ts';
import { FontBook, measureText } from './pdf/font-book.ts';
import { PageTree } from './pdf/page-tree.ts';
import { num, PdfWriter } from './pdf/writer.ts';
import { findSheet, labelPlace, labelsPerPage } from './sheets.ts';
import { createElement } from 'react';

/** Where a label's bottom left corner goes on its page, in points. */
type Slot = { readonly x: number; readonly y: number };

type Imposition = {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly slots: readonly Slot[];
  /** Slots of the first page that stay empty. */
  readonly skipped: number;
  readonly sideways: boolean;
};

const templates = new Map<string, Promise<Template>>();
// What has been written is handed on in pieces of about this size.
const PIECE_BYTES = 64 * 1024;

/** Lays the label out once for its size; later jobs on the same stock find it ready. */
export function itemLabelTemplate(job: ItemLabelJob): Promise<Template> {
  const { widthMm, heightMm } = labelSize(job.stock);
  const barLengthMm = Math.max(
    ...job.labels.map(({ fnsku }) => fitted(fnsku, widthMm, job.dpi).fit.lengthMm),
  );
  const key = [widthMm, heightMm, barLengthMm].join(' ');
  const known = templates.get(key);
  if (known) return known;
  const size = { width: widthMm * POINTS_PER_MM, height: heightMm * POINTS_PER_MM };
  const layout = createElement(ItemLabelLayout, { widthMm, heightMm, barLengthMm });
  const compiled = compileTemplate(size, layout);
  templates.set(key, compiled);
  return compiled;
}

/** The document in pieces: each distinct label once, then pages that only name them. */
export function* itemLabelPieces(job: ItemLabelJob, template: Template): Generator<Uint8Array> {
  const writer = new PdfWriter();
  const book = new FontBook(writer);
  const imposition = impose(job);
  const pages = new PageTree(writer, imposition);
  for (const page of fillPages(job, template, { writer, book, imposition })) {
    pages.add(page);
    if (writer.waiting >= PIECE_BYTES) yield writer.take();
  }
  book.write();
  pages.finish();
  yield writer.take();
}

type Press = {
  readonly writer: PdfWriter;
  readonly book: FontBook;
  readonly imposition: Imposition;
};

/** Forms by slot for one page after the other; a label is drawn when a page first needs it. */
function* fillPages(
  job: ItemLabelJob,
  template: Template,
  press: Press,
): Generator<readonly (number | undefined)[]> {
  const perPage = press.imposition.slots.length;
  let page: (number | undefined)[] = Array.from({ length: press.imposition.skipped });
  for (const label of job.labels) {
    const form = drawLabel(label, job, { template, press });
    for (let copy = 0; copy < label.copies; copy++) {
      page.push(form);
      if (page.length < perPage) continue;
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

function drawLabel(
  label: ItemLabel,
  job: ItemLabelJob,
  { template, press }: { readonly template: Template; readonly press: Press },
): number {
  const { writer, book, imposition } = press;
  const { width, height } = template;
  const { code, fit } = fitted(label.fnsku, width / POINTS_PER_MM, job.dpi);
  const box = template.codes.get('fnsku');
  invariant(box, 'the item label has a barcode');
  const content =
    drawBars(code, fit, { box, height, dpi: job.dpi }) +
    drawLine(book, slot(template, 'fnsku'), { text: label.fnsku, height }) +
    drawTitle(label, template, book) +
    drawFoot(label, job, { template, book });
  const matrix = imposition.sideways ? `/Matrix[0 1 -1 0 ${num(height)} 0]` : '';
  return writer.stream(
    `/Type/XObject/Subtype/Form/BBox[0 0 ${num(width)} ${num(height)}]${matrix}` +
      `/Resources ${book.resources}`,
    content,
  );
}

function drawTitle(label: ItemLabel, template: Template, book: FontBook): string {
  const title = slot(template, 'title');
  return fitTitle(label.title, title)
    .map((text, line) => drawLine(book, title, { text, line, height: template.height }))
    .join('');
}

// The seller's own line stands right of the condition where the stock has no room for a row.
function drawFoot(
  label: ItemLabel,
  job: ItemLabelJob,
  { template, book }: { readonly template: Template; readonly book: FontBook },
): string {
  const { height } = template;
  const left = slot(template, 'condition');
  const condition = fitLine(label.condition, left, left.width * 0.6);
  const conditionText = drawLine(book, left, { text: condition, height });
  const own = template.texts.get('line');
  const mark = job.simulated ? 'SIMULATED' : '';
  const line = label.line ?? '';
  const free = left.width - measureText(condition, left.family, left.size) - left.size;
  const right: TextSlot = { ...left, align: 'right' };
  if (own) {
    return (
      conditionText +
      drawLine(book, right, { text: mark, height }) +
      drawLine(book, own, { text: fitLine(line, own), height })
    );
  }
  const both = [mark, line].filter((part) => part !== '').join(' ');
  return conditionText + drawLine(book, right, { text: fitLine(both, right, free), height });
}

function slot(template: Template, name: string): TextSlot {
  const found = template.texts.get(name);
  invariant(found, `the layout has a place for ${name}`);
  return found;
}

function fitted(fnsku: string, widthMm: number, dpi: number) {
  const code = encodeCode128(fnsku);
  const fit = fitBars(code.modules, widthMm, dpi);
  invariant(fit, 'the job was checked, its bars fit');
  return { code, fit };
}

/** Where labels go on the page, every left edge on a whole printer dot so that bars stay sharp. */
function impose({ stock, dpi }: ItemLabelJob): Imposition {
  const { offsetXMm = 0, offsetYMm = 0, scaleX = 1, scaleY = 1 } = stock;
  const dotMm = 25.4 / dpi;
  const onGrid = (mm: number): number => Math.round(mm / dotMm) * dotMm;
  if (stock.kind === 'thermal') {
    const { widthMm, heightMm } = stock;
    const { sideways } = labelSize(stock);
    const slots = [{ x: onGrid(offsetXMm) * POINTS_PER_MM, y: -onGrid(offsetYMm) * POINTS_PER_MM }];
    return { ...points(widthMm, heightMm), slots, skipped: 0, sideways };
  }
  const sheet = findSheet(stock.pageType);
  invariant(sheet, 'the job was checked, its sheet is known');
  const slots = Array.from({ length: labelsPerPage(sheet) }, (_, index) => {
    const { leftMm, topMm } = labelPlace(sheet, index);
    const left = onGrid(leftMm * scaleX + offsetXMm);
    const top = onGrid(topMm * scaleY + offsetYMm);
    return {
      x: left * POINTS_PER_MM,
      y: (sheet.pageHeightMm - top - sheet.labelHeightMm) * POINTS_PER_MM,
    };
  });
  const skipped = (stock.startAt ?? 1) - 1;
  return { ...points(sheet.pageWidthMm, sheet.pageHeightMm), slots, skipped, sideways: false };
}

function points(widthMm: number, heightMm: number) {
  return { pageWidth: widthMm * POINTS_PER_MM, pageHeight: heightMm * POINTS_PER_MM };
}
