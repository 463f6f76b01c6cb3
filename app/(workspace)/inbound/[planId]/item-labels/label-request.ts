import { z } from 'zod';
import { optional, type Problem, readDecimal } from '#lib/kernel';
import { ITEM_LABEL_SHEETS, type ItemLabel, type ItemLabelStock } from '#lib/labels';

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
  /** one SKU alone; empty for all */
  sku: z.string().max(200).catch(''),
  /** labels of each SKU; empty for one per unit */
  copies: z.string().max(20).catch(''),
});
export type LabelRequest = z.infer<typeof request>;

export function readLabelRequest(from: unknown): LabelRequest | undefined {
  const read = request.safeParse(from);
  return read.success ? read.data : undefined;
}

export function firstRequest(stock: string): LabelRequest {
  const nothing = { width: '', height: '', startAt: '', offsetX: '', offsetY: '' };
  return { ...nothing, stock, dpi: '300', line: '', sku: '', copies: '' };
}

export type LabelSource = Pick<ItemLabel, 'fnsku' | 'title' | 'condition'> & {
  readonly sku: string;
  readonly quantity: number;
};

/** The labels asked for; text that is no number becomes one that the check refuses. */
export function labelsOf(
  request: LabelRequest,
  lines: readonly LabelSource[],
): readonly ItemLabel[] {
  return lines
    .filter(({ sku }) => request.sku === '' || sku === request.sku)
    .map(({ fnsku, title, condition, quantity }) => ({
      fnsku,
      title,
      condition,
      copies: request.copies.trim() === '' ? quantity : numberIn(request.copies),
      ...optional('line', request.line.trim() === '' ? undefined : request.line),
    }));
}

export function stockOf(request: LabelRequest): ItemLabelStock {
  const calibration = {
    offsetXMm: numberIn(request.offsetX, 0),
    offsetYMm: numberIn(request.offsetY, 0),
  };
  if (ITEM_LABEL_SHEETS.some(({ pageType }) => pageType === request.stock)) {
    const startAt = numberIn(request.startAt, 1);
    return { kind: 'sheet', pageType: request.stock, startAt, ...calibration };
  }
  const [width = '', height = ''] =
    request.stock === 'other' ? [request.width, request.height] : request.stock.split('x');
  return {
    kind: 'thermal',
    widthMm: numberIn(width),
    heightMm: numberIn(height),
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

function numberIn(text: string, empty = Number.NaN): number {
  const typed = text.trim();
  if (typed === '') return empty;
  const isNegative = /^[-−]/.test(typed);
  const read = readDecimal(isNegative ? typed.slice(1) : typed, 3);
  if (!read.ok) return Number.NaN;
  return (isNegative ? -read.value : read.value) / 1000;
}

/**
 * A listing's condition as it is printed for Amazon's receivers, in English whatever the seller
 * reads: "Used - Very Good".
 */
export function withConditionWords<Source extends LabelSource>(line: Source): Source {
  const [kind = '', ...grade] = line.condition.split('-').map(capitalized);
  const condition = grade.length === 0 ? kind : `${kind} - ${grade.join(' ')}`;
  return { ...line, condition };
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
