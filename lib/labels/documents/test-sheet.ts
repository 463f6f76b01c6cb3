import { ok, type Problem, refuse, type Result } from '#lib/kernel';

import { POINTS_PER_MM } from '../bars/bar-fit.ts';
import { drawLine } from './draw.ts';
import { imposeSheet, stockAsSheet } from './impose.ts';
import {
  dpiProblems,
  type ItemLabelProblem,
  type ItemLabelStock,
  stockProblems,
} from '../item-label.ts';
import type { TextSlot } from '../layout/template.ts';
import { FontBook } from '../pdf/font-book.ts';
import { PageTree } from '../pdf/page-tree.ts';
import { num, PdfWriter } from '../pdf/writer.ts';
import { labelsPerPage, type SheetFormat } from '../sheets.ts';

const TYPE_SIZE = 6;

/**
 * A page to hold against the stock: every label's edge and number, millimetre scales to read the
 * offset from, a ruler to read the scale from, and bars of one dot and more to see what bleeds.
 */
export function renderTestSheet(
  stock: ItemLabelStock,
  dpi: number,
): Result<Uint8Array, ItemLabelProblem> {
  const wrong: Problem<ItemLabelProblem>[] = [...stockProblems(stock), ...dpiProblems(dpi)];
  const sheet = stockAsSheet(stock);
  if (wrong.length > 0 || !sheet) return refuse(...wrong);
  const writer = new PdfWriter();
  const book = new FontBook(writer);
  const imposition = imposeSheet(sheet, { ...stock, dpi });
  const { pageWidth, pageHeight } = imposition;
  const slots = [...imposition.slots, { x: 0, y: 0 }];
  const pages = new PageTree(writer, { pageWidth, pageHeight, slots });
  const form = (width: number, height: number, content: string): number =>
    writer.stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 ${num(width)} ${num(height)}]` +
        `/Resources ${book.resources}`,
      content,
    );
  const width = sheet.labelWidthMm * POINTS_PER_MM;
  const height = sheet.labelHeightMm * POINTS_PER_MM;
  const edges = drawEdges(sheet) + drawDotBars(dpi, height);
  const forms = Array.from({ length: labelsPerPage(sheet) }, (_, index) =>
    form(width, height, edges + drawText(book, String(index + 1), { x: width - 16, y: 8 })),
  );
  const rulers = drawRuler(sheet, book) + drawNote(sheet, book, dpi);
  pages.add([...forms, form(pageWidth, pageHeight, rulers)]);
  book.write();
  pages.finish('Test sheet');
  return ok(writer.take());
}

function drawEdges({ labelWidthMm, labelHeightMm }: SheetFormat): string {
  const height = labelHeightMm * POINTS_PER_MM;
  let drawing = `0.25 w 0.12 0.12 ${num(labelWidthMm * POINTS_PER_MM - 0.24)} ${num(height - 0.24)} re S\n`;
  // Five millimetres each way are as far as a print may be moved.
  for (let mm = 0; mm <= 10; mm++) {
    const at = mm * POINTS_PER_MM;
    const length = (mm % 5 === 0 ? 3 : 1.5) * POINTS_PER_MM;
    drawing += `${num(at)} ${num(height)} m ${num(at)} ${num(height - length)} l S\n`;
    drawing += `0 ${num(height - at)} m ${num(length)} ${num(height - at)} l S\n`;
  }
  return drawing;
}

// Groups of five bars, one to six dots wide, as far apart as they are wide.
function drawDotBars(dpi: number, height: number): string {
  const dot = 72 / dpi;
  let x = Math.round((12 * POINTS_PER_MM) / dot);
  let path = '';
  for (let dots = 1; dots <= 6; dots++) {
    for (let bar = 0; bar < 5; bar++, x += 2 * dots) path += `${x} 0 ${dots} 40 re `;
    x += Math.round(dpi / 25);
  }
  const scale = num(dot);
  return `q ${scale} 0 0 ${scale} 0 ${num(Math.round((height - 22) / dot) * dot)} cm ${path}f Q\n`;
}

function drawRuler({ pageWidthMm, pageHeightMm }: SheetFormat, book: FontBook): string {
  const length = Math.min(100, Math.floor((pageWidthMm - 10) / 10) * 10);
  const left = ((pageWidthMm - length) / 2) * POINTS_PER_MM;
  const bottom = (pageHeightMm * POINTS_PER_MM) / 2;
  let drawing = `0.4 w ${num(left)} ${num(bottom)} m ${num(left + length * POINTS_PER_MM)} ${num(bottom)} l S\n`;
  for (let mm = 0; mm <= length; mm++) {
    const x = num(left + mm * POINTS_PER_MM);
    drawing += `${x} ${num(bottom)} m ${x} ${num(bottom + (mm % 10 === 0 ? 8 : 4))} l S\n`;
  }
  const across = drawing + drawText(book, `${length} mm`, { x: left, y: bottom - 8 });
  return across + drawUprightRuler({ pageWidthMm, pageHeightMm }, book);
}

function drawUprightRuler(
  { pageWidthMm, pageHeightMm }: Pick<SheetFormat, 'pageWidthMm' | 'pageHeightMm'>,
  book: FontBook,
): string {
  const length = Math.min(100, Math.floor((pageHeightMm - 10) / 10) * 10);
  const bottom = ((pageHeightMm - length) / 2) * POINTS_PER_MM;
  const left = (pageWidthMm * POINTS_PER_MM) / 2;
  let drawing = `${num(left)} ${num(bottom)} m ${num(left)} ${num(bottom + length * POINTS_PER_MM)} l S\n`;
  for (let mm = 0; mm <= length; mm++) {
    const y = num(bottom + mm * POINTS_PER_MM);
    drawing += `${num(left)} ${y} m ${num(left + (mm % 10 === 0 ? 8 : 4))} ${y} l S\n`;
  }
  return drawing + drawText(book, `${length} mm`, { x: left - 26, y: bottom + 2 });
}

function drawNote(sheet: SheetFormat, book: FontBook, dpi: number): string {
  const { labelWidthMm, labelHeightMm, pageType, leftMm, pageHeightMm, topMm } = sheet;
  const note = `${pageType} · ${labelWidthMm} × ${labelHeightMm} mm · ${dpi} dpi`;
  const y = (pageHeightMm - topMm - labelHeightMm) * POINTS_PER_MM + 4;
  return drawText(book, note, { x: (leftMm + 4) * POINTS_PER_MM, y });
}

function drawText(
  book: FontBook,
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  const slot: TextSlot = {
    left: x,
    top: 0,
    width: 1_000,
    height: TYPE_SIZE,
    family: 'sans',
    size: TYPE_SIZE,
    leading: TYPE_SIZE,
    align: 'left',
    lines: 1,
    white: false,
  };
  return drawLine(book, slot, { text, height: y + TYPE_SIZE });
}
