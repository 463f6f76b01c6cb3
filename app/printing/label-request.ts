import { z } from 'zod';
import { optional, type Problem } from '#lib/kernel';
import {
  ITEM_LABEL_SHEETS,
  type ItemLabel,
  type ItemLabelStock,
  type PrintCounts,
  type PrinterProfile,
  THERMAL_PRESETS,
} from '#lib/labels';
import { decimalIn } from '../decimal-in.ts';

/** What is asked of the printer, as it stands in the address. */
const request = z.object({
  /** a sheet's page type, or `WIDTHxHEIGHT` of a thermal label in millimetres */
  stock: z.string().max(40),
  /** for `other`: the size of a roll that is not among the presets */
  width: z.string().max(20).catch(''),
  height: z.string().max(20).catch(''),
  startAt: z.string().max(20).catch(''),
  dpi: z.string().max(10).catch('300'),
  offsetX: z.string().max(20).catch(''),
  offsetY: z.string().max(20).catch(''),
  line: z.string().max(200).catch(''),
  /** the key of one line alone; empty for all */
  only: z.string().max(200).catch(''),
  /** labels of each; empty for one per unit */
  copies: z.string().max(20).catch(''),
  /** the printer whose margins and feed are made good */
  printer: z.string().max(60).catch(''),
});
export type LabelRequest = z.infer<typeof request>;

export function readLabelRequest(from: unknown): LabelRequest | undefined {
  const read = request.safeParse(from);
  return read.success ? read.data : undefined;
}

export function firstRequest(stock: string): LabelRequest {
  const nothing = { width: '', height: '', startAt: '', offsetX: '', offsetY: '', printer: '' };
  return { ...nothing, stock, dpi: '300', line: '', only: '', copies: '' };
}

/** What the printer at hand holds; a roll that is no preset fills the fields of its size. */
export function requestForPrinter(printer: PrinterProfile & { readonly id: string }): LabelRequest {
  const { itemStock, dpi, offsetXMm, offsetYMm } = printer;
  const moved = (value: number): string => (value === 0 ? '' : String(value));
  const isListed = isStockListed(itemStock);
  const [width = '', height = ''] = isListed ? [] : itemStock.split('x');
  return {
    ...firstRequest(isListed ? itemStock : 'other'),
    width,
    height,
    dpi: String(dpi),
    offsetX: moved(offsetXMm),
    offsetY: moved(offsetYMm),
    printer: printer.id,
  };
}

/** Whether a stock stands among the choices; any other is a roll of another size. */
export function isStockListed(format: string): boolean {
  return (
    ITEM_LABEL_SHEETS.some(({ pageType }) => pageType === format) ||
    THERMAL_PRESETS.some(({ widthMm, heightMm }) => `${widthMm}x${heightMm}` === format)
  );
}

export type LabelSource = Pick<ItemLabel, 'fnsku' | 'title' | 'condition' | 'line'> & {
  /** what tells it from the others: the SKU, or its line in a list */
  readonly key: string;
  readonly name: string;
  readonly quantity: number;
};

/** The lines asked for. */
export function chosenLines<Source extends LabelSource>(
  { only }: LabelRequest,
  lines: readonly Source[],
): readonly Source[] {
  return lines.filter(({ key }) => only === '' || key === only);
}

/** The labels asked for; text that is no number becomes one that the check refuses. */
export function labelsOf(
  request: LabelRequest,
  lines: readonly LabelSource[],
): readonly ItemLabel[] {
  return chosenLines(request, lines).map(({ fnsku, title, condition, quantity, line }) => ({
    fnsku,
    title,
    condition,
    copies: request.copies.trim() === '' ? quantity : decimalIn(request.copies),
    ...optional('line', request.line.trim() === '' ? line : request.line),
  }));
}

/** How many labels of each line are asked for, for the print log. */
export function countsOf(request: LabelRequest, lines: readonly LabelSource[]): PrintCounts {
  const labels = labelsOf(request, lines);
  return Object.fromEntries(
    chosenLines(request, lines).map(({ key }, at) => [key, labels[at]?.copies ?? 0]),
  );
}

/** What a printer does that no form asks for: how its feed stretches, where it cannot print. */
export type PrinterFaults = Pick<PrinterProfile, 'scaleX' | 'scaleY' | 'marginMm'>;

export function faultsOf(printer: PrinterProfile | undefined): PrinterFaults | undefined {
  if (!printer) return undefined;
  const { scaleX, scaleY, marginMm } = printer;
  return { scaleX, scaleY, marginMm };
}

export function stockOf(request: LabelRequest, faults?: PrinterFaults): ItemLabelStock {
  const calibration = {
    offsetXMm: decimalIn(request.offsetX, 0),
    offsetYMm: decimalIn(request.offsetY, 0),
    ...faults,
  };
  if (ITEM_LABEL_SHEETS.some(({ pageType }) => pageType === request.stock)) {
    const startAt = decimalIn(request.startAt, 1);
    return { kind: 'sheet', pageType: request.stock, startAt, ...calibration };
  }
  const [width = '', height = ''] =
    request.stock === 'other' ? [request.width, request.height] : request.stock.split('x');
  return {
    kind: 'thermal',
    widthMm: decimalIn(width),
    heightMm: decimalIn(height),
    ...calibration,
  };
}

/** The stock as the print log names it, and as a later visit begins with. */
export function formatOf(stock: ItemLabelStock): string {
  return stock.kind === 'sheet' ? stock.pageType : `${stock.widthMm}x${stock.heightMm}`;
}

/** The field of the form that a refusal of the check is about. */
export function atField(problem: Problem): Problem {
  const place = problem.at?.split('.').at(-1) ?? '';
  const field = FIELDS[place];
  return field === undefined ? problem : { ...problem, at: field };
}

const FIELDS: Readonly<Record<string, string>> = {
  stock: 'stock',
  pageType: 'stock',
  startAt: 'startAt',
  widthMm: 'width',
  heightMm: 'height',
  offsetXMm: 'offsetX',
  offsetYMm: 'offsetY',
  dpi: 'dpi',
  line: 'line',
  copies: 'copies',
};

/** A line of a plan, with its condition as Amazon's receivers read it, whatever the seller reads. */
export function sourceOfSku(
  line: Omit<LabelSource, 'key' | 'name' | 'line'> & { readonly sku: string },
): LabelSource {
  const { sku, fnsku, title, quantity } = line;
  const [kind = '', ...grade] = line.condition.split('-').map(capitalized);
  const condition = grade.length === 0 ? kind : `${kind} - ${grade.join(' ')}`;
  return { key: sku, name: sku, fnsku, title, condition, quantity };
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
