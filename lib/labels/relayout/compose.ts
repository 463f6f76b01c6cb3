import type { PDFDocument, PDFEmbeddedPage } from '@cantoo/pdf-lib';

import { invariant } from '#lib/kernel';

import { POINTS_PER_MM } from '../bars/bar-fit.ts';
import type { BoxLabelFormat } from '../box-label.ts';
import { labelPlace, labelsPerPage } from '../sheets.ts';
import type { FoundLabel } from './found-label.ts';
import { placeLabel, type Placing } from './place-label.ts';

/** A label and the file it is taken from. */
export type Piece = { readonly file: PDFDocument; readonly label: FoundLabel };

/** The new file, and for every page what was put on it. */
export type Composed = {
  readonly bytes: Uint8Array;
  readonly pages: readonly (readonly { readonly label: FoundLabel; readonly placing: Placing }[])[];
};

/** Opens somebody's PDF to take its drawings over; a broken file rejects. */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const library = await loadLibrary();
  return library.PDFDocument.load(bytes);
}

// Loaded when a file is first taken apart: most processes that print never do.
function loadLibrary() {
  return import('@cantoo/pdf-lib');
}

/** Puts the pieces on paper one after the other; the drawings are kept as they are. */
export async function compose(
  pieces: readonly Piece[],
  paper: BoxLabelFormat,
  title: string,
): Promise<Composed> {
  const library = await loadLibrary();
  const out = await library.PDFDocument.create();
  out.setTitle(title, { showInWindowTitleBar: true });
  out.setProducer('Firstleg');
  out.catalog.getOrCreateViewerPreferences().setPrintScaling(library.PrintScaling.None);
  const drawings = await embedAll(out, pieces);
  const perPage = labelsPerPage(paper);
  const pages: { label: FoundLabel; placing: Placing }[][] = [];
  for (let start = 0; start < pieces.length; start += perPage) {
    const page = out.addPage([
      paper.pageWidthMm * POINTS_PER_MM,
      paper.pageHeightMm * POINTS_PER_MM,
    ]);
    const placed: { label: FoundLabel; placing: Placing }[] = [];
    for (const [slot, piece] of pieces.slice(start, start + perPage).entries()) {
      const { label } = piece;
      const size = { widthMm: paper.labelWidthMm, heightMm: paper.labelHeightMm };
      const placing = placeLabel(label, size);
      const { leftMm, topMm } = labelPlace(paper, slot);
      const left = (leftMm + (paper.labelWidthMm - placing.widthMm) / 2) * POINTS_PER_MM;
      const below = topMm + (paper.labelHeightMm + placing.heightMm) / 2;
      const bottom = (paper.pageHeightMm - below) * POINTS_PER_MM;
      const drawing = drawings.get(piece);
      invariant(drawing, 'every piece was taken over');
      page.drawPage(drawing, {
        ...turned(label, placing, { left, bottom }),
        rotate: library.degrees(-placing.turn),
      });
      placed.push({ label, placing });
    }
    pages.push(placed);
  }
  return { bytes: await out.save(), pages };
}

// One call per file, so that labels of one file share its pictures and fonts.
async function embedAll(
  out: PDFDocument,
  pieces: readonly Piece[],
): Promise<ReadonlyMap<Piece, PDFEmbeddedPage>> {
  const drawings = new Map<Piece, PDFEmbeddedPage>();
  for (const file of new Set(pieces.map((piece) => piece.file))) {
    const own = pieces.filter((piece) => piece.file === file);
    const embedded = await out.embedPages(
      own.map(({ label }) => file.getPage(label.pageIndex)),
      own.map(({ label }) => label.rect),
    );
    for (const [at, piece] of own.entries()) {
      const drawing = embedded[at];
      if (drawing) drawings.set(piece, drawing);
    }
  }
  return drawings;
}

/** Where the origin of a drawing goes so that, turned, its lower left corner is at the given one. */
function turned(
  { rect, stretch }: FoundLabel,
  { turn, scale }: Placing,
  { left, bottom }: { readonly left: number; readonly bottom: number },
) {
  const xScale = scale * stretch.x;
  const yScale = scale * stretch.y;
  const width = (rect.right - rect.left) * xScale;
  const height = (rect.top - rect.bottom) * yScale;
  const at = {
    0: { x: left, y: bottom },
    90: { x: left, y: bottom + width },
    180: { x: left + width, y: bottom + height },
    270: { x: left + height, y: bottom },
  }[turn];
  return { ...at, xScale, yScale };
}
