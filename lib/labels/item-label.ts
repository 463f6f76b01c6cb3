import { ok, type Problem, problem, refuse, type Result } from '#lib/kernel';

import {
  type BarFit,
  fitBars,
  NARROW_BAR_MM,
  PRINTER_DPI,
  QUIET_ZONE_MM,
  WEAK_BAR_MM,
} from './bars/bar-fit.ts';
import { cleanText } from './text/clean-text.ts';
import { encodeCode128 } from './bars/code128.ts';
import { findSheet, labelsPerPage, THERMAL_LIMITS_MM } from './sheets.ts';

/** What stands on one unit's label, and how many of it are wanted. */
export type ItemLabel = {
  readonly fnsku: string;
  readonly title: string;
  readonly condition: string;
  readonly copies: number;
  readonly line?: string;
};

/**
 * What is in the printer. Offsets move the print right and down; scales (1 = true) stretch the
 * distances between labels, for printers whose feed is not true, and leave the bars alone.
 */
export type ItemLabelStock =
  | ({ readonly kind: 'sheet'; readonly pageType: string; readonly startAt?: number } & Calibration)
  | ({
      readonly kind: 'thermal';
      readonly widthMm: number;
      readonly heightMm: number;
    } & Calibration);

export type Calibration = {
  readonly offsetXMm?: number;
  readonly offsetYMm?: number;
  readonly scaleX?: number;
  readonly scaleY?: number;
  /** how far from the edges of the page the printer cannot reach */
  readonly marginMm?: number;
};

/** Labels that were checked and can be rendered. `simulated` marks them as not for real goods. */
export type ItemLabelJob = {
  readonly labels: readonly ItemLabel[];
  readonly stock: ItemLabelStock;
  readonly dpi: number;
  readonly simulated: boolean;
  readonly labelCount: number;
  readonly pageCount: number;
  readonly warnings: readonly Problem<ItemLabelWarning>[];
};

export type ItemLabelProblem =
  | 'labels-none'
  | 'label-fnsku-shape'
  | 'label-title-empty'
  | 'label-condition-empty'
  | 'label-copies-not-whole'
  | 'label-copies-range'
  | 'label-line-too-long'
  | 'label-bars-do-not-fit'
  | 'stock-page-type-unknown'
  | 'stock-start-range'
  | 'stock-thermal-size'
  | 'stock-offset-range'
  | 'stock-scale-range'
  | 'stock-margin-range'
  | 'printer-dpi-unknown';

export type ItemLabelWarning =
  | 'label-bars-narrow'
  | 'label-bars-weak'
  | 'label-quiet-zone-narrow'
  | 'label-characters-dropped';

export const MOST_COPIES = 10_000;
export const MOST_LINE_CHARACTERS = 60;
export const MOST_OFFSET_MM = 5;
const MOST_MARGIN_MM = 10;
const SCALES = { least: 0.97, most: 1.03 } as const;

/** The label that lies in front of the printer: its size, and whether it is printed sideways. */
export type LabelSize = {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly sideways: boolean;
};

/** Narrow upright thermal labels carry their print sideways, so that the bars get the long side. */
export function labelSize(stock: ItemLabelStock): LabelSize {
  if (stock.kind === 'thermal') {
    const { widthMm, heightMm } = stock;
    const sideways = heightMm > widthMm && widthMm < 50;
    return sideways
      ? { widthMm: heightMm, heightMm: widthMm, sideways }
      : { widthMm, heightMm, sideways };
  }
  const sheet = findSheet(stock.pageType);
  return {
    widthMm: sheet?.labelWidthMm ?? 0,
    heightMm: sheet?.labelHeightMm ?? 0,
    sideways: false,
  };
}

/** Checks labels against stock and printer; what comes out prints and scans, or says how weakly. */
export function checkItemLabels(
  labels: readonly ItemLabel[],
  stock: ItemLabelStock,
  dpi: number,
  simulated = false,
): Result<ItemLabelJob, ItemLabelProblem> {
  const wrong = [...stockProblems(stock), ...dpiProblems(dpi)];
  if (labels.length === 0) wrong.push(problem('labels-none'));
  const cleaned = labels.map((label, index) => cleanLabel(label, index, wrong));
  if (wrong.length > 0) return refuse(...wrong);
  const warnings = [...droppedCharacters(labels), ...barFindings(cleaned, stock, dpi, wrong)];
  if (wrong.length > 0) return refuse(...wrong);
  const labelCount = cleaned.reduce((sum, label) => sum + label.copies, 0);
  const pageCount = pagesNeeded(stock, labelCount);
  return ok({ labels: cleaned, stock, dpi, simulated, labelCount, pageCount, warnings });
}

function cleanLabel(
  label: ItemLabel,
  index: number,
  wrong: Problem<ItemLabelProblem>[],
): ItemLabel {
  const at = (field: string): string => `labels.${index}.${field}`;
  const title = cleanText(label.title).text;
  const condition = cleanText(label.condition).text;
  const line = cleanText(label.line ?? '').text;
  const { fnsku, copies } = label;
  // FNSKUs have ten characters (createMarketplaceItemLabels, checked 2026-11-23).
  if (!/^[A-Z0-9]{10}$/.test(fnsku)) {
    wrong.push(problem('label-fnsku-shape', { fnsku: fnsku.slice(0, 40) }, at('fnsku')));
  }
  if (title === '') wrong.push(problem('label-title-empty', { fnsku }, at('title')));
  if (condition === '') wrong.push(problem('label-condition-empty', { fnsku }, at('condition')));
  if (!Number.isInteger(copies)) {
    wrong.push(problem('label-copies-not-whole', { copies: String(copies) }, at('copies')));
  } else if (copies < 1 || copies > MOST_COPIES) {
    wrong.push(problem('label-copies-range', { copies, most: MOST_COPIES }, at('copies')));
  }
  const { length } = Array.from(line);
  if (length > MOST_LINE_CHARACTERS) {
    wrong.push(problem('label-line-too-long', { length, most: MOST_LINE_CHARACTERS }, at('line')));
  }
  return { fnsku, title, condition, copies, ...(line === '' ? {} : { line }) };
}

export function stockProblems(stock: ItemLabelStock): Problem<ItemLabelProblem>[] {
  const wrong: Problem<ItemLabelProblem>[] = [];
  if (stock.kind === 'sheet') {
    const sheet = findSheet(stock.pageType);
    const startAt = stock.startAt ?? 1;
    if (!sheet) {
      wrong.push(
        problem('stock-page-type-unknown', { pageType: stock.pageType }, 'stock.pageType'),
      );
    } else if (!Number.isInteger(startAt) || startAt < 1 || startAt > labelsPerPage(sheet)) {
      const facts = { startAt, most: labelsPerPage(sheet) };
      wrong.push(problem('stock-start-range', facts, 'stock.startAt'));
    }
  } else {
    for (const field of ['widthMm', 'heightMm'] as const) {
      const { least, most } = THERMAL_LIMITS_MM;
      if (!isBetween(stock[field], least, most)) {
        wrong.push(
          problem('stock-thermal-size', { value: stock[field], least, most }, `stock.${field}`),
        );
      }
    }
  }
  for (const field of ['offsetXMm', 'offsetYMm'] as const) {
    const value = stock[field] ?? 0;
    if (isBetween(value, -MOST_OFFSET_MM, MOST_OFFSET_MM)) continue;
    wrong.push(problem('stock-offset-range', { value, most: MOST_OFFSET_MM }, `stock.${field}`));
  }
  for (const field of ['scaleX', 'scaleY'] as const) {
    const value = stock[field] ?? 1;
    if (isBetween(value, SCALES.least, SCALES.most)) continue;
    wrong.push(problem('stock-scale-range', { value, ...SCALES }, `stock.${field}`));
  }
  const { marginMm = 0 } = stock;
  if (!isBetween(marginMm, 0, MOST_MARGIN_MM)) {
    const facts = { value: marginMm, most: MOST_MARGIN_MM };
    wrong.push(problem('stock-margin-range', facts, 'stock.marginMm'));
  }
  return wrong;
}

export function dpiProblems(dpi: number): Problem<ItemLabelProblem>[] {
  if (PRINTER_DPI.includes(dpi)) return [];
  return [problem('printer-dpi-unknown', { dpi, known: PRINTER_DPI.map(String) }, 'dpi')];
}

function droppedCharacters(labels: readonly ItemLabel[]): Problem<ItemLabelWarning>[] {
  return labels.flatMap((label, index) =>
    (['title', 'condition', 'line'] as const).flatMap((field) => {
      const { dropped } = cleanText(label[field] ?? '');
      if (dropped.length === 0) return [];
      const facts = { fnsku: label.fnsku, characters: dropped };
      return [problem('label-characters-dropped', facts, `labels.${index}.${field}`)];
    }),
  );
}

/** One finding per kind for the whole job: the stock is the cause, not the label. */
function barFindings(
  labels: readonly ItemLabel[],
  stock: ItemLabelStock,
  dpi: number,
  wrong: Problem<ItemLabelProblem>[],
): Problem<ItemLabelWarning>[] {
  const { widthMm } = labelSize(stock);
  const fits = new Map<number, BarFit>();
  for (const { fnsku } of labels) {
    const { modules } = encodeCode128(fnsku);
    if (fits.has(modules)) continue;
    const fit = fitBars(modules, widthMm, dpi);
    if (!fit) {
      wrong.push(problem('label-bars-do-not-fit', { widthMm, dpi }, 'stock'));
      return [];
    }
    fits.set(modules, fit);
  }
  const moduleMm = Math.min(...[...fits.values()].map((fit) => fit.moduleMm));
  const quietMm = Math.min(...[...fits.values()].map((fit) => fit.quietMm));
  const facts = { moduleMm: rounded(moduleMm), wantedMm: rounded(NARROW_BAR_MM), dpi };
  const found: Problem<ItemLabelWarning>[] = [];
  if (moduleMm < WEAK_BAR_MM) found.push(problem('label-bars-weak', facts, 'stock'));
  else if (moduleMm < NARROW_BAR_MM) found.push(problem('label-bars-narrow', facts, 'stock'));
  if (quietMm < QUIET_ZONE_MM) {
    const zone = { quietMm: rounded(quietMm), wantedMm: QUIET_ZONE_MM };
    found.push(problem('label-quiet-zone-narrow', zone, 'stock'));
  }
  return found;
}

/** The same job without what goes on later pages. */
export function firstPageOf(job: ItemLabelJob): ItemLabelJob {
  const { stock } = job;
  const sheet = stock.kind === 'sheet' ? findSheet(stock.pageType) : undefined;
  const first = stock.kind === 'sheet' ? (stock.startAt ?? 1) : 1;
  let room = sheet ? labelsPerPage(sheet) - first + 1 : 1;
  const labels = job.labels.flatMap((label) => {
    const copies = Math.min(label.copies, room);
    room -= copies;
    return copies > 0 ? [{ ...label, copies }] : [];
  });
  const labelCount = labels.reduce((sum, { copies }) => sum + copies, 0);
  return { ...job, labels, labelCount, pageCount: 1 };
}

function pagesNeeded(stock: ItemLabelStock, labelCount: number): number {
  const sheet = stock.kind === 'sheet' ? findSheet(stock.pageType) : undefined;
  if (!sheet || stock.kind !== 'sheet') return labelCount;
  return Math.ceil(((stock.startAt ?? 1) - 1 + labelCount) / labelsPerPage(sheet));
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
