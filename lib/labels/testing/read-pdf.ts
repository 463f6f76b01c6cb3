import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReaderOptions } from 'zxing-wasm/reader';

import { decode } from '../reading/decoder.ts';
import { openPdf, type Raster, rasterPage } from '../reading/page-raster.ts';

export { openPdf, type Raster };

/** A code found on a page; corners in millimetres from the top left of the page. */
export type FoundCode = {
  readonly text: string;
  readonly format: string;
  readonly leftMm: number;
  readonly rightMm: number;
  readonly topMm: number;
  readonly bottomMm: number;
};

// As a laser scanner sees the page; anything cleverer would only cost time.
const UPRIGHT_BARS: ReaderOptions = {
  formats: ['Code128'],
  tryDownscale: false,
  tryRotate: false,
  tryInvert: false,
};

/** The page as a printer of that resolution would see it. */
export async function rasterise(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  dpi: number,
): Promise<Raster> {
  const page = await pdf.getPage(pageNumber);
  return rasterPage(page, { dpi, rotation: page.rotate });
}

/** Every barcode a scanner finds on the page. */
export async function scan(
  raster: Raster,
  options: ReaderOptions = UPRIGHT_BARS,
): Promise<readonly FoundCode[]> {
  const found = await decode(raster, options);
  return found.map(({ text, format, corners }) => {
    const x = corners.map((corner) => (corner.x * 25.4) / raster.dpi);
    const y = corners.map((corner) => (corner.y * 25.4) / raster.dpi);
    return {
      text,
      format,
      leftMm: Math.min(...x),
      rightMm: Math.max(...x),
      topMm: Math.min(...y),
      bottomMm: Math.max(...y),
    };
  });
}

/** A part of the page, cut out as one would hold a single sticker under a scanner. */
export function cut(
  raster: Raster,
  box: { left: number; top: number; right: number; bottom: number },
): Raster {
  const dots = (mm: number): number => Math.round((mm * raster.dpi) / 25.4);
  const [left, top] = [Math.max(0, dots(box.left)), Math.max(0, dots(box.top))];
  const width = Math.min(raster.width, dots(box.right)) - left;
  const height = Math.min(raster.height, dots(box.bottom)) - top;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * raster.width + left) * 4;
    data.set(raster.data.subarray(from, from + width * 4), y * width * 4);
  }
  return { data, width, height, dpi: raster.dpi };
}

/** The text of a page in the order it was drawn. */
export async function textOf(pdf: PDFDocumentProxy, pageNumber: number): Promise<string[]> {
  const page = await pdf.getPage(pageNumber);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []));
}
