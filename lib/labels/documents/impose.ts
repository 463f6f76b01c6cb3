import { POINTS_PER_MM } from '../bars/bar-fit.ts';
import type { ItemLabelStock } from '../item-label.ts';
import { findSheet, labelPlace, labelsPerPage, type SheetFormat } from '../sheets.ts';

/** Where labels go on their page, in points; a slot is the bottom left corner of a label. */
export type Imposition = {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly slots: readonly { readonly x: number; readonly y: number }[];
};

export type Calibration = {
  readonly dpi: number;
  readonly offsetXMm?: number;
  readonly offsetYMm?: number;
  readonly scaleX?: number;
  readonly scaleY?: number;
};

/** Every label's left and top edge comes to lie on a whole printer dot, so that bars stay sharp. */
export function imposeSheet(sheet: SheetFormat, calibration: Calibration): Imposition {
  const { dpi, offsetXMm = 0, offsetYMm = 0, scaleX = 1, scaleY = 1 } = calibration;
  const dotMm = 25.4 / dpi;
  const onGrid = (mm: number): number => Math.round(mm / dotMm) * dotMm;
  const slots = Array.from({ length: labelsPerPage(sheet) }, (_, index) => {
    const { leftMm, topMm } = labelPlace(sheet, index);
    const left = onGrid(leftMm * scaleX + offsetXMm);
    const top = onGrid(topMm * scaleY + offsetYMm);
    return {
      x: left * POINTS_PER_MM,
      y: (sheet.pageHeightMm - top - sheet.labelHeightMm) * POINTS_PER_MM,
    };
  });
  return {
    pageWidth: sheet.pageWidthMm * POINTS_PER_MM,
    pageHeight: sheet.pageHeightMm * POINTS_PER_MM,
    slots,
  };
}

/** The sheet in the printer; nothing if its name is unknown. */
export function stockAsSheet(stock: ItemLabelStock): SheetFormat | undefined {
  return stock.kind === 'sheet'
    ? findSheet(stock.pageType)
    : rollAsSheet(stock.widthMm, stock.heightMm);
}

/** A roll of single labels, seen as a sheet with one label on it. */
export function rollAsSheet(widthMm: number, heightMm: number): SheetFormat {
  return {
    pageType: 'THERMAL',
    pageWidthMm: widthMm,
    pageHeightMm: heightMm,
    labelWidthMm: widthMm,
    labelHeightMm: heightMm,
    columns: 1,
    rows: 1,
    leftMm: 0,
    topMm: 0,
    gapXMm: 0,
    gapYMm: 0,
  };
}
