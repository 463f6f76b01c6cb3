/** A sheet of self-adhesive labels; every measure in millimetres from the top left of the page. */
export type SheetFormat = {
  readonly pageType: string;
  readonly pageWidthMm: number;
  readonly pageHeightMm: number;
  readonly columns: number;
  readonly rows: number;
  readonly labelWidthMm: number;
  readonly labelHeightMm: number;
  readonly leftMm: number;
  readonly topMm: number;
  readonly gapXMm: number;
  readonly gapYMm: number;
};

type Place = { readonly leftMm: number; readonly topMm: number };

const LETTER = { pageWidthMm: 215.9, pageHeightMm: 279.4 } as const;
const A4 = { pageWidthMm: 210, pageHeightMm: 297 } as const;

type Row = readonly [
  pageType: string,
  columns: number,
  rows: number,
  width: number,
  height: number,
  left: number,
  top: number,
  gapX: number,
];

// The sheets of ItemLabelPageType (fulfillmentInbound 2024-03-20, checked 2026-11-23). Amazon names
// the sheets; their measures are those of stock sold under these names (gLabels stock database).
const ROWS: readonly Row[] = [
  ['Letter_30', 3, 10, 66.675, 25.4, 4.7625, 12.7, 3.175],
  ['A4_21', 3, 7, 63.5, 38.1, 7.2, 15.15, 2.5],
  ['A4_24', 3, 8, 66, 33.9, 6, 12.9, 0],
  ['A4_24_64x33', 3, 8, 64, 33.9, 6.5, 12.9, 2.5],
  ['A4_24_66x35', 3, 8, 66, 35, 6, 8.5, 0],
  ['A4_24_70x36', 3, 8, 70, 36, 0, 4.5, 0],
  ['A4_24_70x37', 3, 8, 70, 37, 0, 0.5, 0],
  ['A4_24i', 3, 8, 64.6, 33.8, 8.1, 13.3, 0],
  ['A4_27', 3, 9, 63.5, 29.6, 7.25, 15.3, 2.5],
  ['A4_40_52x29', 4, 10, 52.5, 29.7, 0, 0, 0],
  ['A4_44_48x25', 4, 11, 48.5, 25.4, 8, 8.8, 0],
];

export const ITEM_LABEL_SHEETS: readonly SheetFormat[] = ROWS.map(
  ([pageType, columns, rows, labelWidthMm, labelHeightMm, leftMm, topMm, gapXMm]) => ({
    ...(pageType.startsWith('Letter') ? LETTER : A4),
    pageType,
    columns,
    rows,
    labelWidthMm,
    labelHeightMm,
    leftMm,
    topMm,
    gapXMm,
    gapYMm: 0,
  }),
);

/** Thermal rolls that sellers have at hand; any size within the limits may be asked for. */
export const THERMAL_PRESETS: readonly { readonly widthMm: number; readonly heightMm: number }[] = [
  { widthMm: 57, heightMm: 32 },
  { widthMm: 50, heightMm: 30 },
  { widthMm: 70, heightMm: 30 },
  { widthMm: 60, heightMm: 40 },
  { widthMm: 57.15, heightMm: 31.75 },
  { widthMm: 50.8, heightMm: 25.4 },
];

/** Width and height of a thermal item label (createMarketplaceItemLabels, checked 2026-11-23). */
export const THERMAL_LIMITS_MM = { least: 25, most: 100 } as const;

export function findSheet(pageType: string): SheetFormat | undefined {
  return ITEM_LABEL_SHEETS.find((sheet) => sheet.pageType === pageType);
}

export function labelsPerPage(sheet: SheetFormat): number {
  return sheet.columns * sheet.rows;
}

/** Where label `index` (0-based, along the rows) of a page starts. */
export function labelPlace(sheet: SheetFormat, index: number): Place {
  const column = index % sheet.columns;
  const row = Math.floor(index / sheet.columns);
  return {
    leftMm: sheet.leftMm + column * (sheet.labelWidthMm + sheet.gapXMm),
    topMm: sheet.topMm + row * (sheet.labelHeightMm + sheet.gapYMm),
  };
}
