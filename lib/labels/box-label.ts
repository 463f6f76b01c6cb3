import { ok, type Problem, problem, refuse, type Result } from '#lib/kernel';

import { isCode128Text } from './bars/code128.ts';
import type { SheetFormat } from './sheets.ts';

/** What stands on one box label; texts are ready to print. */
export type BoxLabelFacts = {
  readonly boxId: string;
  readonly boxNumber: number;
  readonly boxCount: number;
  readonly weightText?: string;
  readonly shipmentName: string;
  readonly shipmentConfirmationId: string;
  readonly createdText: string;
  readonly shipFrom: readonly string[];
  readonly shipTo: readonly string[];
  readonly warehouseId: string;
  readonly contents: BoxLabelContents;
  readonly simulated: boolean;
};

export type BoxLabelContents =
  | {
      readonly kind: 'single';
      readonly sku: string;
      readonly quantity: number;
      readonly expiryText?: string;
    }
  | { readonly kind: 'mixed'; readonly skuCount: number; readonly unitCount: number };

/** What stands on the labels of one pallet; its code is the shipment's own. */
export type PalletLabelFacts = Omit<
  BoxLabelFacts,
  'boxId' | 'boxNumber' | 'boxCount' | 'contents'
> & {
  readonly palletNumber: number;
  readonly palletCount: number;
  readonly boxCount: number;
  readonly unitCount: number;
  /** the only SKU on the pallet; absent when there are several */
  readonly sku?: string;
};

export type BoxLabelProblem =
  | 'box-labels-none'
  | 'box-page-type-unknown'
  | 'box-id-shape'
  | 'box-id-of-other-shipment'
  | 'box-id-twice';

/** Paper for box labels: the cells a page has, which of them are used, and the usual printer. */
export type BoxLabelFormat = SheetFormat & { readonly dpi: number };

const LETTER = [215.9, 279.4] as const;
const A4 = [210, 297] as const;

function whole(pageType: string, widthMm: number, heightMm: number): BoxLabelFormat {
  const cell = { columns: 1, rows: 1, leftMm: 0, topMm: 0, gapXMm: 0, gapYMm: 0 };
  return {
    ...cell,
    pageType,
    pageWidthMm: widthMm,
    pageHeightMm: heightMm,
    labelWidthMm: widthMm,
    labelHeightMm: heightMm,
    dpi: 203,
  };
}

type Grid = Partial<Omit<BoxLabelFormat, 'pageType' | 'pageWidthMm' | 'pageHeightMm'>>;

function sheet(pageType: string, [width, height]: readonly [number, number], grid: Grid) {
  return {
    ...whole(pageType, width, height),
    dpi: 600,
    labelWidthMm: width / (grid.columns ?? 1),
    labelHeightMm: height / (grid.rows ?? 1),
    ...grid,
  };
}

const SIX = { labelWidthMm: 101.6, labelHeightMm: 84.6667, topMm: 12.7, gapXMm: 4.7625 } as const;
const UPPER_HALF = { leftMm: 12.7, topMm: 6.35, labelWidthMm: 190.5, labelHeightMm: 127 } as const;

/**
 * The page types of getLabels (fulfillmentInbound v0, checked 2026-11-23) and, below them, papers
 * of our own for practice. Where Amazon prints a carrier label beside ours, its half stays free.
 */
export const BOX_LABEL_FORMATS: readonly BoxLabelFormat[] = [
  sheet('PackageLabel_Letter_2', LETTER, { columns: 1, rows: 2 }),
  sheet('PackageLabel_Letter_4', LETTER, { columns: 2, rows: 2 }),
  sheet('PackageLabel_Letter_6', LETTER, { columns: 2, rows: 3, leftMm: 3.96875, ...SIX }),
  sheet('PackageLabel_Letter_6_CarrierLeft', LETTER, {
    columns: 1,
    rows: 3,
    leftMm: 110.33125,
    ...SIX,
  }),
  sheet('PackageLabel_A4_2', A4, { columns: 1, rows: 2 }),
  sheet('PackageLabel_A4_4', A4, {
    columns: 2,
    rows: 2,
    leftMm: 5,
    topMm: 7.06,
    gapXMm: 2.4,
    labelWidthMm: 99.1,
    labelHeightMm: 139,
  }),
  sheet('PackageLabel_Plain_Paper', LETTER, UPPER_HALF),
  sheet('PackageLabel_Plain_Paper_CarrierBottom', LETTER, UPPER_HALF),
  whole('PackageLabel_Thermal', 101.6, 152.4),
  whole('PackageLabel_Thermal_Unified', 101.6, 152.4),
  whole('PackageLabel_Thermal_NonPCP', 101.6, 152.4),
  whole('PackageLabel_Thermal_No_Carrier_Rotation', 101.6, 152.4),
  whole('Thermal_100x150', 100, 150),
  whole('Thermal_100x100', 100, 100),
  sheet('A4_1', A4, { leftMm: 10, topMm: 8, labelWidthMm: 190, labelHeightMm: 130 }),
];

export function findBoxLabelFormat(pageType: string): BoxLabelFormat | undefined {
  return BOX_LABEL_FORMATS.find((format) => format.pageType === pageType);
}

/** Whether a page so large is this paper, within what printers and converters round away. */
export function isSizeOf(
  { pageWidthMm, pageHeightMm }: BoxLabelFormat,
  { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number },
): boolean {
  return Math.abs(widthMm - pageWidthMm) < 3 && Math.abs(heightMm - pageHeightMm) < 3;
}

/** Box IDs belong to their shipment and stand once (v0 getLabels, checked 2026-11-23). */
export function checkBoxLabels(
  labels: readonly BoxLabelFacts[],
  pageType: string,
): Result<readonly BoxLabelFacts[], BoxLabelProblem> {
  const wrong: Problem<BoxLabelProblem>[] = [];
  if (!findBoxLabelFormat(pageType)) wrong.push(problem('box-page-type-unknown', { pageType }));
  if (labels.length === 0) wrong.push(problem('box-labels-none'));
  const seen = new Set<string>();
  for (const [index, { boxId, shipmentConfirmationId }] of labels.entries()) {
    const at = `labels.${index}.boxId`;
    const facts = { boxId: boxId.slice(0, 40), shipmentConfirmationId };
    if (!isBoxId(boxId)) wrong.push(problem('box-id-shape', facts, at));
    else if (boxId.startsWith('FBA') && !boxId.startsWith(`${shipmentConfirmationId}U`)) {
      wrong.push(problem('box-id-of-other-shipment', facts, at));
    }
    if (seen.has(boxId)) wrong.push(problem('box-id-twice', facts, at));
    seen.add(boxId);
  }
  return wrong.length > 0 ? refuse(...wrong) : ok(labels);
}

// A box ID is the shipment's confirmation ID, U and six digits; SSCC-18 where the seller labels
// pallets and cartons by that standard.
function isBoxId(boxId: string): boolean {
  return isCode128Text(boxId) && /^(?:FBA[0-9A-Z]{7,9}U\d{6}|(?:00)?\d{18})$/.test(boxId);
}
