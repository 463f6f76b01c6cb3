import { encodeCode128, isCode128Text } from '../bars/code128.ts';

/** What a label is for, by what its code says. */
export type LabelKind = 'box' | 'carrier' | 'pallet' | 'content' | 'none';

/** Quarter turns clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** A rectangle of a page in points, as the file counts them: from the bottom left. */
export type PageRect = {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
};

/** How much a drawing must grow along the axes of its file to have its own proportions again. */
export type Stretch = { readonly x: number; readonly y: number };

export const NO_STRETCH: Stretch = { x: 1, y: 1 };

/** One label on a page of somebody else's PDF, and how it would have to stand. */
export type FoundLabel = {
  readonly pageIndex: number;
  readonly rect: PageRect;
  readonly kind: LabelKind;
  /** what its main code says; empty when nothing could be read */
  readonly code: string;
  /** the turn from how it lies in the file to upright */
  readonly turn: Turn;
  /** what undoes that it was squeezed in one direction */
  readonly stretch: Stretch;
  /** its printed area once upright and in proportion, as large as it was found */
  readonly widthMm: number;
  readonly heightMm: number;
  readonly moduleMm: number | undefined;
  /** how much it must grow to have its true size; 1 when it has it */
  readonly scale: number;
};

const BOX_ID = /^FBA[0-9A-Z]{7,9}U\d{6}$/;
const SHIPMENT_ID = /^FBA[0-9A-Z]{7,9}$/;

export function kindOfCode(code: string): LabelKind {
  if (code === '') return 'none';
  if (BOX_ID.test(code)) return 'box';
  if (SHIPMENT_ID.test(code)) return 'pallet';
  return code.startsWith('AMZN,PO:') ? 'content' : 'carrier';
}

const IMPORTANCE: readonly LabelKind[] = ['box', 'pallet', 'carrier', 'content', 'none'];

/** The code by which a label is known: Amazon's before the carrier's, bars before squares. */
export function mainCode<Code extends { readonly text: string; readonly format: string }>(
  codes: readonly Code[],
): Code | undefined {
  const rank = ({ text, format }: Code): number =>
    IMPORTANCE.indexOf(kindOfCode(text)) * 2 + (format === 'Code128' ? 0 : 1);
  return codes.toSorted((a, b) => rank(a) - rank(b) || b.text.length - a.text.length)[0];
}

// Narrow bars of a box label are at least 7.5 mil (Amazon's box label specification, checked
// 2026-11-23); carriers ask for more. What is finer has been made smaller on its way.
export const LEAST_MODULE_MM = 0.1905;
const TOLERANCE = 0.95;
const FULL = 0.8;
const LIKE = 0.13;

type Size = { readonly widthMm: number; readonly heightMm: number };

/**
 * How much a label must grow to be as large as it was drawn: it was shrunken if its bars are finer
 * than any label's, or if it has the proportions of its place but fills it by less than four fifths.
 */
export function growthToTrueSize(
  found: Size & { readonly moduleMm: number | undefined; readonly isAcross: boolean },
  place: Size,
): number {
  const grown = Math.min(place.widthMm / found.widthMm, place.heightMm / found.heightMm);
  const isFine = found.moduleMm !== undefined && found.moduleMm < LEAST_MODULE_MM * TOLERANCE;
  const shape = found.heightMm / found.widthMm / (place.heightMm / place.widthMm);
  const isSmall =
    Math.abs(shape - 1) < LIKE &&
    found.widthMm < place.widthMm * FULL &&
    found.heightMm < place.heightMm * FULL;
  if (grown < 1.05 || !(isFine || isSmall)) return 1;
  // A label laid across a page of its own size is made smaller by just the page's proportions.
  const fitted = place.heightMm / place.widthMm;
  return found.isAcross && Math.abs(grown / fitted - 1) < LIKE ? fitted : grown;
}

/** The width of the narrowest bar of a code so long; unknown for codes that are no Code 128. */
export function moduleOf(
  code: { readonly text: string; readonly format: string },
  lengthMm: number,
): number | undefined {
  if (code.format !== 'Code128' || !isCode128Text(code.text)) return undefined;
  return lengthMm / encodeCode128(code.text).modules;
}

/** The labels of one box, in the order in which they are stuck on. */
export type BoxLabels = { readonly boxId: string; readonly labels: readonly FoundLabel[] };

/**
 * Gives every carrier label to its box: the neighbour where box and carrier labels alternate, the
 * one of the same place in line where all of one kind come first. Nothing if neither holds. A label
 * whose code cannot be read is a carrier's if it stands where one belongs.
 */
export function pairLabels(found: readonly FoundLabel[]): readonly BoxLabels[] | undefined {
  const boxes = found.filter(({ kind }) => kind === 'box');
  const partners = found.filter(({ kind }) => kind === 'carrier' || kind === 'none');
  if (isInTurns(found, boxes.length, partners.length)) {
    return boxes.map((box, at) => {
      const partner = partners[at];
      return { boxId: box.code, labels: partner ? [box, partner] : [box] };
    });
  }
  if (partners.some(({ kind }) => kind === 'carrier')) return undefined;
  return boxes.map((box) => ({ boxId: box.code, labels: [box] }));
}

function isInTurns(found: readonly FoundLabel[], boxes: number, partners: number): boolean {
  if (boxes !== partners) return false;
  const isBox = found
    .filter(({ kind }) => kind === 'box' || kind === 'carrier' || kind === 'none')
    .map(({ kind }) => kind === 'box');
  const alternates = isBox.every((box, at) => box === isBox[at % 2]) && isBox[0] !== isBox[1];
  const isSplit = isBox.slice(0, boxes).every((box) => box === isBox[0]);
  return alternates || isSplit;
}
