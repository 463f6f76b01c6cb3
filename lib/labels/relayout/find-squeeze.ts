import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { type Matrix, numbers, point, times, UNCHANGED } from '../reading/matrix.ts';
import { NO_STRETCH, type PageRect, type Stretch } from './found-label.ts';

/** Something whose true proportions are known, and what the page made of them. */
type Witness = {
  readonly x: number;
  readonly y: number;
  /** width over height, 1 where both were changed alike */
  readonly ratio: number;
  /** of a picture its area in square points, of text its characters */
  readonly weight: number;
};

/** What on a page tells whether it was squeezed in one direction: letters and pictures. */
export type Witnesses = {
  readonly letters: readonly Witness[];
  readonly pictures: readonly Witness[];
};

export async function witnessesOn(page: PDFPageProxy): Promise<Witnesses> {
  const { items } = await page.getTextContent();
  const letters = items.flatMap((item) =>
    'str' in item ? witness(numbers(item.transform), UNIT, item.str.trim().length) : [],
  );
  return { letters, pictures: await picturesOn(page) };
}

const UNIT = { width: 1, height: 1 } as const;
// A picture that covers less of a label is an emblem on it, not the label itself.
const LEAST_PICTURE = 0.25;
// Fewer letters than this may all stand in one narrow typeface.
const LEAST_LETTERS = 20;
const AGREED = 0.8;
const ALIKE = 0.02;
const NOTICEABLE = 0.05;

/**
 * The stretch that undoes a squeeze of what lies in the rectangle. A picture's dots are square and
 * letters are as wide as their font has them; where most of them are not, the page was squeezed. What
 * became narrower is what gives way: the other direction has its true size.
 */
export function stretchIn(rect: PageRect, { letters, pictures }: Witnesses): Stretch {
  const area = (rect.right - rect.left) * (rect.top - rect.bottom);
  const within = ({ x, y }: Witness): boolean =>
    x >= rect.left && x <= rect.right && y >= rect.bottom && y <= rect.top;
  const [picture] = pictures.filter(within).toSorted((a, b) => b.weight - a.weight);
  const ratio =
    picture && picture.weight >= area * LEAST_PICTURE
      ? picture.ratio
      : commonRatio(letters.filter(within));
  if (ratio === undefined || Math.abs(ratio - 1) < NOTICEABLE) return NO_STRETCH;
  return ratio < 1 ? { x: 1 / ratio, y: 1 } : { x: 1, y: ratio };
}

function commonRatio(letters: readonly Witness[]): number | undefined {
  const all = letters.reduce((sum, { weight }) => sum + weight, 0);
  if (all < LEAST_LETTERS) return undefined;
  const sorted = letters.toSorted((a, b) => a.ratio - b.ratio);
  let before = 0;
  const middle = sorted.find(({ weight }) => (before += weight) >= all / 2);
  if (!middle) return undefined;
  const agreeing = sorted.filter(({ ratio }) => Math.abs(ratio / middle.ratio - 1) < ALIKE);
  const share = agreeing.reduce((sum, { weight }) => sum + weight, 0) / all;
  return share >= AGREED ? middle.ratio : undefined;
}

async function picturesOn(page: PDFPageProxy): Promise<readonly Witness[]> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: Witness[] = [];
  const stack: Matrix[] = [];
  let matrix = UNCHANGED;
  for (const [index, operation] of fnArray.entries()) {
    const words: readonly unknown[] = argsArray[index] ?? [];
    if (operation === OPS.save) stack.push(matrix);
    else if (operation === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = times(matrix, numbers(words));
    else if (operation === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      matrix = times(matrix, numbers(words[0]));
    } else if (operation === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else {
      const dots =
        operation === OPS.paintImageXObject
          ? { width: Number(words[1]), height: Number(words[2]) }
          : operation === OPS.paintInlineImageXObject || operation === OPS.paintImageMaskXObject
            ? sizeOf(words[0])
            : undefined;
      if (dots) found.push(...pictureAt(matrix, dots));
    }
  }
  return found;
}

type Size = { readonly width: number; readonly height: number };

function sizeOf(picture: unknown): Size | undefined {
  if (typeof picture !== 'object' || picture === null) return undefined;
  if (!('width' in picture) || !('height' in picture)) return undefined;
  return { width: Number(picture.width), height: Number(picture.height) };
}

// A picture fills the unit square of its matrix.
function pictureAt(matrix: Matrix, dots: Size): readonly Witness[] {
  const [a = 0, b = 0, c = 0, d = 0] = matrix;
  const { x, y } = point(matrix, 0.5, 0.5);
  return witness([a, b, c, d, x, y], dots, Math.abs(a * d - b * c));
}

/** Along the page's axes, however the thing itself is turned; what lies askew tells nothing. */
function witness(
  [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: Matrix,
  { width, height }: Size,
  weight: number,
): readonly Witness[] {
  const along = Math.hypot(a, b) / width;
  const across = Math.hypot(c, d) / height;
  if (!(along > 0 && across > 0 && weight > 0)) return [];
  const isUpright = Math.abs(b) < Math.abs(a) * ALIKE && Math.abs(c) < Math.abs(d) * ALIKE;
  const isTurned = Math.abs(a) < Math.abs(b) * ALIKE && Math.abs(d) < Math.abs(c) * ALIKE;
  if (!isUpright && !isTurned) return [];
  return [{ x, y, weight, ratio: isUpright ? along / across : across / along }];
}
