import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { packageFile } from '../package-file.ts';
import type { Dots } from './decoder.ts';

/** A page as a printer of that resolution would see it. */
export type Raster = Dots & { readonly dpi: number };

/** Opens a PDF with a reader that is not ours; a broken file rejects. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // Loaded when a file is first read: most processes that print never read one.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({
    data: Uint8Array.from(bytes),
    standardFontDataUrl: `${packageFile('pdfjs-dist/standard_fonts')}/`,
    stopAtErrors: true,
  }).promise;
}

/** The page turned clockwise by `rotation` degrees from how it stands in the file. */
export async function rasterPage(
  page: PDFPageProxy,
  { dpi, rotation }: { readonly dpi: number; readonly rotation: number },
): Promise<Raster> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const viewport = page.getViewport({ scale: dpi / 72, rotation });
  const width = Math.ceil(viewport.width);
  const height = Math.ceil(viewport.height);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  // pdf.js types its canvas as the browser's; this one draws the same.
  const target = { canvasContext: context, viewport, canvas } as unknown;
  await page.render(target as Parameters<typeof page.render>[0]).promise;
  const data = new Uint8ClampedArray(context.getImageData(0, 0, width, height).data);
  return { data, width, height, dpi };
}
