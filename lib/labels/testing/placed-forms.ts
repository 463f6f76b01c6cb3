import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { type Matrix, numbers, point, times, UNCHANGED } from '../reading/matrix.ts';

/** A form as a reader places it: its rectangle in millimetres from the top left of the page. */
export type PlacedForm = {
  readonly leftMm: number;
  readonly topMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
};

const MM = 25.4 / 72;

/** Where a page draws its forms, as another reader of the same file understands it. */
export async function placedForms(
  pdf: PDFDocumentProxy,
  pageNumber: number,
): Promise<readonly PlacedForm[]> {
  const page = await pdf.getPage(pageNumber);
  const { fnArray, argsArray } = await page.getOperatorList();
  const [, , , pageHeight = 0] = page.view;
  const placed: PlacedForm[] = [];
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
      placed.push(rectangle(matrix, numbers(words[1]), pageHeight));
    } else if (operation === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
  }
  return placed;
}

/** Every font that a page names, and whether it came without its file. */
export async function fontsOf(
  pdf: PDFDocumentProxy,
  pageNumber: number,
): Promise<readonly { readonly name: string; readonly isEmbedded: boolean }[]> {
  const page = await pdf.getPage(pageNumber);
  const { fnArray, argsArray } = await page.getOperatorList();
  const names = new Set<string>();
  for (const [index, operation] of fnArray.entries()) {
    if (operation === OPS.setFont) names.add(String(argsArray[index]?.[0]));
  }
  return [...names].map((id) => {
    const font: { readonly name: string; readonly missingFile?: boolean } = page.commonObjs.get(id);
    return { name: font.name, isEmbedded: font.missingFile !== true };
  });
}

function rectangle(matrix: Matrix, box: readonly number[], pageHeight: number): PlacedForm {
  const [left = 0, bottom = 0, right = 0, top = 0] = box;
  const corners = [
    [left, bottom],
    [right, top],
  ].map(([x = 0, y = 0]) => point(matrix, x, y));
  const x = corners.map((corner) => corner.x);
  const y = corners.map((corner) => corner.y);
  return {
    leftMm: Math.min(...x) * MM,
    topMm: (pageHeight - Math.max(...y)) * MM,
    widthMm: (Math.max(...x) - Math.min(...x)) * MM,
    heightMm: (Math.max(...y) - Math.min(...y)) * MM,
  };
}
