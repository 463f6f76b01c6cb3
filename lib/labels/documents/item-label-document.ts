import { createElement } from 'react';

import { invariant } from '#lib/kernel';

import { fitBars, POINTS_PER_MM } from '../bars/bar-fit.ts';
import { encodeCode128 } from '../bars/code128.ts';
import { drawBars, drawLine, drawLines, fitLine, fitTitle } from './draw.ts';
import { type Imposition, imposeSheet, stockAsSheet } from './impose.ts';
import { type ItemLabel, type ItemLabelJob, labelSize } from '../item-label.ts';
import { ItemLabelLayout } from '../layout/item-label.tsx';
import { compileTemplate, type Template, type TextSlot } from '../layout/template.ts';
import { FontBook, measureText } from '../pdf/font-book.ts';
import { PageTree } from '../pdf/page-tree.ts';
import { num, PdfWriter } from '../pdf/writer.ts';

const templates = new Map<string, Promise<Template>>();
// Thermal printers reach to the edges.
const UNBOUNDED_MM = 100;
// What has been written is handed on in pieces of about this size.
const PIECE_BYTES = 64 * 1024;

/** Lays the label out once for its size; later jobs on the same stock find it ready. */
export function itemLabelTemplate(job: ItemLabelJob): Promise<Template> {
  const { widthMm, heightMm } = labelSize(job.stock);
  const barLengthMm = Math.max(
    ...job.labels.map(({ fnsku }) => fitted(fnsku, widthMm, job.dpi).fit.lengthMm),
  );
  const sheet = job.stock.kind === 'sheet' ? stockAsSheet(job.stock) : undefined;
  const edgeMm = { left: sheet?.leftMm ?? UNBOUNDED_MM, top: sheet?.topMm ?? UNBOUNDED_MM };
  // What common desktop printers cannot reach along the edges of a page.
  const { marginMm = 4.6 } = job.stock;
  const key = [widthMm, heightMm, barLengthMm, edgeMm.left, edgeMm.top, marginMm].join(' ');
  const known = templates.get(key);
  if (known) return known;
  const size = { width: widthMm * POINTS_PER_MM, height: heightMm * POINTS_PER_MM };
  const layout = createElement(ItemLabelLayout, {
    widthMm,
    heightMm,
    barLengthMm,
    edgeMm,
    marginMm,
  });
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
  let page: (number | undefined)[] = Array.from({ length: skippedLabels(job) });
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
  const { writer, book } = press;
  const { width, height } = template;
  const content =
    drawItemBars(label, job, template) +
    drawLine(book, slot(template, 'fnsku'), { text: label.fnsku, height }) +
    drawWords(label, job, { template, book });
  const matrix = labelSize(job.stock).sideways ? `/Matrix[0 1 -1 0 ${num(height)} 0]` : '';
  return writer.stream(
    `/Type/XObject/Subtype/Form/BBox[0 0 ${num(width)} ${num(height)}]${matrix}` +
      `/Resources ${book.resources}`,
    content,
  );
}

/** The bars of one label as they stand in the document. */
export function drawItemBars(
  { fnsku }: ItemLabel,
  { dpi }: ItemLabelJob,
  template: Template,
): string {
  const { width, height } = template;
  const { code, fit } = fitted(fnsku, width / POINTS_PER_MM, dpi);
  const box = template.codes.get('fnsku');
  invariant(box, 'the item label has a barcode');
  return drawBars(code, fit, { box, height, dpi });
}

/** Title, condition and own line; what stands below a short title moves up to it. */
function drawWords(
  label: ItemLabel,
  job: ItemLabelJob,
  { template, book }: { readonly template: Template; readonly book: FontBook },
): string {
  const { height } = template;
  const title = slot(template, 'title');
  const lines = fitTitle(label.title, title);
  const raise = (title.lines - lines.length) * title.leading;
  const raised = (place: TextSlot): TextSlot => ({ ...place, top: place.top - raise });
  const left = raised(slot(template, 'condition'));
  const right: TextSlot = { ...left, align: 'right' };
  const condition = fitLine(label.condition, left, left.width * 0.6);
  const free = left.width - measureText(condition, left.family, left.size) - left.size;
  // The seller's own line stands right of the condition where the stock has no room for a row.
  const own = template.texts.get('line');
  const words = [job.simulated ? 'SIMULATED' : '', own ? '' : (label.line ?? '')];
  const beside = words.filter((word) => word !== '').join(' · ');
  return (
    drawLines(book, title, { lines, height }) +
    drawLine(book, left, { text: condition, height }) +
    drawLine(book, right, { text: fitLine(beside, right, free), height }) +
    (own ? drawLines(book, raised(own), { lines: [label.line ?? ''], height }) : '')
  );
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

function skippedLabels({ stock }: ItemLabelJob): number {
  return stock.kind === 'sheet' ? (stock.startAt ?? 1) - 1 : 0;
}

function impose({ stock, dpi }: ItemLabelJob): Imposition {
  const sheet = stockAsSheet(stock);
  invariant(sheet, 'the job was checked, its sheet is known');
  return imposeSheet(sheet, { ...stock, dpi });
}
