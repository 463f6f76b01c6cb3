import { createElement } from 'react';

import { invariant, ok, type Problem, problem, refuse, type Result } from '#lib/kernel';

import { POINTS_PER_MM } from '../bars/bar-fit.ts';
import { type BoxContentLine, type BoxContentProblem, writeBoxContent } from '../box-content.ts';
import { drawFills, drawLines, drawSymbol } from './draw.ts';
import { imposeSheet, rollAsSheet } from './impose.ts';
import { BoxContentLayout } from '../layout/box-content.tsx';
import { compileTemplate, type Template } from '../layout/template.ts';
import { FontBook } from '../pdf/font-book.ts';
import { PageTree } from '../pdf/page-tree.ts';
import { num, PdfWriter } from '../pdf/writer.ts';
import {
  encodeSymbol,
  LEAST_MODULE_MM,
  QUIET_MODULES,
  type Symbol2d,
  type Symbology,
} from '../bars/symbol.ts';

/** The 2D box content label of one box. */
export type BoxContentLabel = {
  readonly boxId: string;
  readonly boxNumber: number;
  readonly boxCount: number;
  readonly shipmentConfirmationId: string;
  readonly lines: readonly BoxContentLine[];
  readonly simulated: boolean;
};

type Printer = { readonly symbology: Symbology; readonly dpi: number };
type Drawn = {
  readonly label: BoxContentLabel;
  readonly symbol: Symbol2d;
  readonly template: Template;
};

const WIDTH_MM = 101.6;
const HEIGHT_MM = 152.4;
const templates = new Map<boolean, Promise<Template>>();

/** One 4 x 6 in label per box; refused before anything is drawn if a content does not fit. */
export async function renderBoxContentLabels(
  labels: readonly BoxContentLabel[],
  printer: Printer,
): Promise<Result<Uint8Array, BoxContentProblem | 'content-too-long' | 'content-empty'>> {
  if (labels.length === 0) return refuse(problem('content-empty'));
  const wrong: Problem<BoxContentProblem | 'content-too-long'>[] = [];
  const drawn: Drawn[] = [];
  for (const [index, label] of labels.entries()) {
    const at = `labels.${index}`;
    const template = await contentTemplate(label.simulated);
    const content = writeBoxContent(label.shipmentConfirmationId, label.lines);
    if (!content.ok) {
      for (const part of content.problems) {
        wrong.push(problem(part.code, part.facts, part.at ? `${at}.${part.at}` : at));
      }
      continue;
    }
    const room = roomIn(template, printer);
    const symbol = await encodeSymbol(printer.symbology, content.value, room);
    if (symbol) drawn.push({ label, symbol, template });
    else {
      const facts = { symbology: printer.symbology, characters: content.value.length };
      wrong.push(problem('content-too-long', facts, at));
    }
  }
  return wrong.length > 0 ? refuse(...wrong) : ok(write(drawn, printer));
}

function write(drawn: readonly Drawn[], printer: Printer): Uint8Array {
  const writer = new PdfWriter();
  const book = new FontBook(writer);
  const pages = new PageTree(writer, imposeSheet(rollAsSheet(WIDTH_MM, HEIGHT_MM), printer));
  for (const { label, symbol, template } of drawn) {
    const { width, height, fills } = template;
    const box = template.codes.get('content');
    invariant(box, 'the layout has room for the symbol');
    let content =
      drawFills(fills, height) +
      drawSymbol(symbol, moduleDots(printer), { box, height, dpi: printer.dpi });
    for (const [name, line] of Object.entries(wordsOf(label))) {
      const slot = template.texts.get(name);
      if (slot) content += drawLines(book, slot, { lines: [line], height });
    }
    const form =
      `/Type/XObject/Subtype/Form/BBox[0 0 ${num(width)} ${num(height)}]` +
      `/Resources ${book.resources}`;
    pages.add([writer.stream(form, content)]);
  }
  book.write();
  pages.finish('Box content');
  return writer.take();
}

function wordsOf(label: BoxContentLabel): Readonly<Record<string, string>> {
  const units = label.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    heading: 'BOX CONTENT',
    count: `Box ${label.boxNumber} of ${label.boxCount}`,
    box: label.boxId,
    summary: `${label.lines.length} SKUs · ${units} units · ${label.shipmentConfirmationId}`,
    simulated: 'SIMULATED · NOT FOR SHIPPING',
  };
}

function contentTemplate(simulated: boolean): Promise<Template> {
  const known = templates.get(simulated);
  if (known) return known;
  const size = { width: WIDTH_MM * POINTS_PER_MM, height: HEIGHT_MM * POINTS_PER_MM };
  const compiled = compileTemplate(size, createElement(BoxContentLayout, { simulated }));
  templates.set(simulated, compiled);
  return compiled;
}

/** Whole dots per module, not below Amazon's least size. */
function moduleDots({ symbology, dpi }: Printer): number {
  return Math.ceil((LEAST_MODULE_MM[symbology] * dpi) / 25.4 - 1e-9);
}

function roomIn(template: Template, printer: Printer) {
  const box = template.codes.get('content');
  invariant(box, 'the layout has room for the symbol');
  const module = (moduleDots(printer) * 72) / printer.dpi;
  const quiet = 2 * QUIET_MODULES[printer.symbology];
  return {
    columns: Math.floor(box.width / module) - quiet,
    rows: Math.floor(box.height / module) - quiet,
  };
}
