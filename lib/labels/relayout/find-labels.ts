import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { type BoxLabelFormat, isSizeOf } from '../box-label.ts';
import { decode, type ReadCode } from '../reading/decoder.ts';
import { type Raster, rasterPage } from '../reading/page-raster.ts';
import { type Cell, cellsOf } from './cells.ts';
import { stretchIn, type Witnesses, witnessesOn } from './find-squeeze.ts';
import {
  type FoundLabel,
  growthToTrueSize,
  kindOfCode,
  mainCode,
  moduleOf,
  NO_STRETCH,
  type PageRect,
  type Stretch,
  type Turn,
} from './found-label.ts';

const FORMATS = ['Code128', 'Code39', 'ITF', 'PDF417', 'DataMatrix', 'QRCode'] as const;
// Thermal printers see a page like this; shrunken labels need a closer look.
const DPI = 203;
const CLOSER_DPI = 406;
// Smaller specks are no label.
const LEAST_LABEL_MM = 12;
const MM_PER_INCH = 25.4;

/** The labels of every page, page by page and in reading order. */
export async function findLabels(
  pdf: PDFDocumentProxy,
  format: BoxLabelFormat,
  onPage: (done: number) => void,
): Promise<readonly FoundLabel[]> {
  const found: FoundLabel[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    found.push(...(await labelsOfPage(page, format)));
    page.cleanup();
    onPage(number);
  }
  return found;
}

/** Every code on a raster, in whatever direction it lies. */
export function readCodes(raster: Raster): Promise<readonly ReadCode[]> {
  return decode(raster, { formats: [...FORMATS], tryInvert: false, tryDownscale: false });
}

type Seen = {
  readonly page: PDFPageProxy;
  readonly rotation: number;
  readonly raster: Raster;
  readonly codes: readonly ReadCode[];
};
type Known = Seen & { readonly witnesses: Witnesses };

async function labelsOfPage(page: PDFPageProxy, format: BoxLabelFormat): Promise<FoundLabel[]> {
  const seen = await look(page, format);
  const whole = {
    leftMm: 0,
    topMm: 0,
    rightMm: inMillimetres(seen.raster.width, seen.raster),
    bottomMm: inMillimetres(seen.raster.height, seen.raster),
  };
  const isSheet = isSizeOf(format, { widthMm: whole.rightMm, heightMm: whole.bottomMm });
  const cells = isSheet ? cellsOf(format) : [whole];
  const isAlone = cells.length === 1;
  const known = { ...seen, witnesses: await witnessesOn(page) };
  return cells.flatMap((cell) => {
    const ink = inkIn(seen.raster, cell);
    return ink ? [labelAt(ink, known, isAlone ? undefined : format)] : [];
  });
}

/** Looks at a page as it is shown, turned when its labels lie across it; closer if nothing reads. */
async function look(page: PDFPageProxy, format: BoxLabelFormat): Promise<Seen> {
  const first = await lookAt(page, page.rotate, DPI);
  const seen = first.codes.length > 0 ? first : await lookAt(page, page.rotate, CLOSER_DPI);
  const { width, height } = seen.raster;
  const across = {
    widthMm: inMillimetres(height, seen.raster),
    heightMm: inMillimetres(width, seen.raster),
  };
  const code = mainCode(seen.codes);
  const turn = code ? turnToUpright(code) : 0;
  const liesAcross = cellsOf(format).length > 1 && turn % 180 !== 0 && isSizeOf(format, across);
  if (!liesAcross) return seen;
  return lookAt(page, (page.rotate + turn) % 360, seen.raster.dpi);
}

async function lookAt(page: PDFPageProxy, rotation: number, dpi: number): Promise<Seen> {
  const raster = await rasterPage(page, { dpi, rotation });
  return { page, rotation, raster, codes: await readCodes(raster) };
}

function labelAt(ink: Cell, seen: Known, sheet: BoxLabelFormat | undefined): FoundLabel {
  const { page, rotation, raster, witnesses } = seen;
  const inside = seen.codes.filter((code) => isInside(code, ink, raster));
  const main = mainCode(inside);
  const turn = main ? turnToUpright(main) : 0;
  const isAcross = turn % 180 !== 0;
  const kind = kindOfCode(main?.text ?? '');
  const place = placeOf(kind, sheet);
  const rect = inPoints(ink, seen);
  const sizeWith = (stretch: Stretch): Sizes => {
    const [right, down] = rotation % 180 === 0 ? [stretch.x, stretch.y] : [stretch.y, stretch.x];
    const width = (ink.rightMm - ink.leftMm) * right;
    const height = (ink.bottomMm - ink.topMm) * down;
    return {
      widthMm: isAcross ? height : width,
      heightMm: isAcross ? width : height,
      moduleMm: main && moduleOf(main, lengthMm(main, raster) * (isAcross ? down : right)),
    };
  };
  // Letters may be narrow because they were drawn so; then there is no room to stretch them.
  const found = stretchIn(rect, witnesses);
  const stretch = isWithin(sizeWith(found), place) ? found : NO_STRETCH;
  const size = sizeWith(stretch);
  return {
    ...size,
    pageIndex: page.pageNumber - 1,
    rect,
    kind,
    code: main?.text ?? '',
    turn: asTurn(rotation + turn),
    stretch,
    scale: main ? growthToTrueSize({ ...size, isAcross }, place) : 1,
  };
}

type Sizes = Pick<FoundLabel, 'widthMm' | 'heightMm' | 'moduleMm'>;

const SLACK = 1.03;

function isWithin(size: Sizes, place: { readonly widthMm: number; readonly heightMm: number }) {
  return size.widthMm < place.widthMm * SLACK && size.heightMm < place.heightMm * SLACK;
}

// A carrier's label is 4 x 6 in wherever it is printed, a box label as large as its sheet has it.
function placeOf(kind: FoundLabel['kind'], sheet: BoxLabelFormat | undefined) {
  return sheet !== undefined && kind !== 'carrier'
    ? { widthMm: sheet.labelWidthMm, heightMm: sheet.labelHeightMm }
    : { widthMm: 4 * MM_PER_INCH, heightMm: 6 * MM_PER_INCH };
}

/** The smallest rectangle that holds everything printed in a cell; nothing if it is as good as blank. */
function inkIn(raster: Raster, cell: Cell): Cell | undefined {
  const dots = (mm: number): number => Math.round((mm * raster.dpi) / MM_PER_INCH);
  const [left, right] = [
    Math.max(0, dots(cell.leftMm)),
    Math.min(raster.width, dots(cell.rightMm)),
  ];
  const [top, bottom] = [
    Math.max(0, dots(cell.topMm)),
    Math.min(raster.height, dots(cell.bottomMm)),
  ];
  const ink = { left: right, right: left, top: bottom, bottom: top };
  for (let y = top; y < bottom; y++) {
    const row = y * raster.width;
    for (let x = left; x < right; x++) {
      if ((raster.data[(row + x) * 4 + 1] ?? 255) > 160) continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x + 1);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y + 1);
    }
  }
  const found = {
    leftMm: inMillimetres(ink.left, raster),
    rightMm: inMillimetres(ink.right, raster),
    topMm: inMillimetres(ink.top, raster),
    bottomMm: inMillimetres(ink.bottom, raster),
  };
  const isLabel =
    found.rightMm - found.leftMm >= LEAST_LABEL_MM &&
    found.bottomMm - found.topMm >= LEAST_LABEL_MM;
  return isLabel ? found : undefined;
}

function inPoints(ink: Cell, { page, rotation, raster }: Seen): PageRect {
  const viewport = page.getViewport({ scale: 1, rotation });
  const point = (xMm: number, yMm: number): number[] =>
    viewport.convertToPdfPoint((xMm * 72) / MM_PER_INCH, (yMm * 72) / MM_PER_INCH);
  // The edges that a raster shows lie within a dot of the true ones.
  const dotMm = MM_PER_INCH / raster.dpi;
  const [x1 = 0, y1 = 0] = point(ink.leftMm - dotMm, ink.topMm - dotMm);
  const [x2 = 0, y2 = 0] = point(ink.rightMm + dotMm, ink.bottomMm + dotMm);
  return {
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    bottom: Math.min(y1, y2),
    top: Math.max(y1, y2),
  };
}

function isInside({ corners }: ReadCode, ink: Cell, raster: Raster): boolean {
  const x = corners.reduce((sum, corner) => sum + corner.x, 0) / corners.length;
  const y = corners.reduce((sum, corner) => sum + corner.y, 0) / corners.length;
  const [xMm, yMm] = [inMillimetres(x, raster), inMillimetres(y, raster)];
  return xMm > ink.leftMm && xMm < ink.rightMm && yMm > ink.topMm && yMm < ink.bottomMm;
}

/** The clockwise turn after which a code reads from left to right. */
function turnToUpright({ corners: [start, end] }: ReadCode): Turn {
  const [x, y] = [end.x - start.x, end.y - start.y];
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 180;
  return y > 0 ? 270 : 90;
}

function lengthMm({ corners: [start, end] }: ReadCode, raster: Raster): number {
  return inMillimetres(Math.hypot(end.x - start.x, end.y - start.y), raster);
}

function inMillimetres(dots: number, { dpi }: Raster): number {
  return (dots * MM_PER_INCH) / dpi;
}

function asTurn(degrees: number): Turn {
  const turn = degrees % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}
