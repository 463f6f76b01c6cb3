import { invariant } from '#lib/kernel';

import { openPdf } from './page-raster.ts';

const PREVIEW_DPI = 144;

/** The first page as a picture, in enough dots for a look at true size on a good screen. */
export async function renderPreview(bytes: Uint8Array): Promise<Uint8Array> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const pdf = await openPdf(bytes);
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale: PREVIEW_DPI / 72 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  // pdf.js types its canvas as the browser's; this one draws the same.
  const target = { canvasContext: context, viewport, canvas } as unknown;
  await page.render(target as Parameters<typeof page.render>[0]).promise;
  const png = await canvas.encode('png');
  await pdf.destroy();
  invariant(png.length > 0, 'a page has a picture');
  return png;
}
