import { readFileSync } from 'node:fs';

import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

import { packageFile } from '../package-file.ts';

/** A code found on a page; corners in millimetres from the top left of the page. */
export type FoundCode = {
  readonly text: string;
  readonly format: string;
  readonly leftMm: number;
  readonly rightMm: number;
  readonly topMm: number;
  readonly bottomMm: number;
};

export type Raster = {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
};

// As a laser scanner sees the page; anything cleverer would only cost time.
const UPRIGHT_BARS: ReaderOptions = {
  formats: ['Code128'],
  tryDownscale: false,
  tryRotate: false,
  tryInvert: false,
};

let prepared = false;

/** Opens a PDF with a reader that is not ours. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: Uint8Array.from(bytes),
    standardFontDataUrl: `${packageFile('pdfjs-dist/standard_fonts')}/`,
    stopAtErrors: true,
  }).promise;
}

/** The page as a printer of that resolution would see it. */
export async function rasterise(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  dpi: number,
): Promise<Raster> {
  const page = await pdf.getPage(pageNumber);
  const viewport = page.getViewport({ scale: dpi / 72 });
  const width = Math.ceil(viewport.width);
  const height = Math.ceil(viewport.height);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  // pdf.js types its canvas as the browser's; this one draws the same.
  const target = { canvasContext: context, viewport, canvas } as unknown;
  await page.render(target as Parameters<typeof page.render>[0]).promise;
  return { data: context.getImageData(0, 0, width, height).data, width, height, dpi };
}

/** Every barcode a scanner finds on the page. */
export async function scan(
  { data, width, height, dpi }: Raster,
  options: ReaderOptions = UPRIGHT_BARS,
): Promise<readonly FoundCode[]> {
  if (!prepared) {
    const file = readFileSync(packageFile('zxing-wasm/dist/reader/zxing_reader.wasm'));
    const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
    prepareZXingModule({ overrides: { wasmBinary } });
    prepared = true;
  }
  const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as const;
  const found = await readBarcodes(image, { maxNumberOfSymbols: 255, ...options });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, format, position }) => {
      const corners = Object.values(position);
      const x = corners.map((corner) => (corner.x * 25.4) / dpi);
      const y = corners.map((corner) => (corner.y * 25.4) / dpi);
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
