import type { PDFDocument } from '@cantoo/pdf-lib';

import { ok, type Problem, problem, refuse, type Result } from '#lib/kernel';

import { POINTS_PER_MM } from '../bars/bar-fit.ts';
import { findBoxLabelFormat } from '../box-label.ts';
import { openPdf, rasterPage } from '../reading/page-raster.ts';
import { compose, type Composed, loadPdf, type Piece } from './compose.ts';
import { findLabels, readCodes } from './find-labels.ts';
import { type FoundLabel, NO_STRETCH, pairLabels } from './found-label.ts';
import { isTooFine, MARGIN_MM } from './place-label.ts';

export type RelayoutRequest = {
  /** the page type that Amazon was asked for */
  readonly from: string;
  /** the paper at hand */
  readonly to: string;
  /** the boxes, in the order in which they are wanted */
  readonly boxIds: readonly string[];
  readonly order: 'by-box' | 'by-kind';
  /** files of our own with one page per box: 2D codes, contents */
  readonly extras?: readonly Uint8Array[];
};

export type RelayoutProblem =
  | 'labels-unreadable'
  | 'labels-too-many-pages'
  | 'box-page-type-unknown'
  | 'box-label-not-found'
  | 'carrier-labels-unmatched'
  | 'relaid-label-does-not-scan';

export type RelayoutWarning =
  | 'labels-turned'
  | 'labels-enlarged'
  | 'labels-squeezed'
  | 'label-bars-fine'
  | 'labels-without-code';

export type Relaid = {
  readonly bytes: Uint8Array;
  readonly labelCount: number;
  readonly warnings: readonly Problem<RelayoutWarning>[];
};

/** Told after every page that was read, and while what was changed is read once more. */
export type Progress = (done: number, total: number) => void;

// A box and a carrier label for each of the thousand boxes that getLabels gives at once (fulfillment
// inbound v0, checked 2026-11-23).
const MOST_PAGES = 2_000;

type Refusable<Value> = Result<Value, RelayoutProblem>;

/**
 * Amazon's labels for the paper at hand: found on their pages, set upright at true size, sorted, and
 * read back where their size had to change.
 */
export async function relayoutLabels(
  bytes: Uint8Array,
  request: RelayoutRequest,
  onProgress: Progress = () => undefined,
): Promise<Refusable<Relaid>> {
  const from = findBoxLabelFormat(request.from);
  const to = findBoxLabelFormat(request.to);
  if (!from || !to) {
    const pageType = from ? request.to : request.from;
    return refuse(problem('box-page-type-unknown', { pageType }));
  }
  const opened = await openPdf(bytes).catch(() => undefined);
  const file = await loadPdf(bytes).catch(() => undefined);
  if (!opened || !file) return refuse(problem('labels-unreadable'));
  const pages = opened.numPages;
  if (pages > MOST_PAGES) {
    await opened.destroy();
    return refuse(problem('labels-too-many-pages', { pages, most: MOST_PAGES }));
  }
  const found = await findLabels(opened, from, (done) => onProgress(done, pages));
  await opened.destroy();
  const pieces = await inOrder(found, file, request);
  if (!pieces.ok) return pieces;
  const composed = await compose(pieces.value, to, 'Box labels');
  const wrong = await readBackChanged(composed, () => onProgress(pages, pages));
  if (wrong.length > 0) return refuse(...wrong);
  return ok({
    bytes: composed.bytes,
    labelCount: pieces.value.length,
    warnings: warningsOf(composed),
  });
}

async function inOrder(
  found: readonly FoundLabel[],
  file: PDFDocument,
  { boxIds, order, extras = [] }: RelayoutRequest,
): Promise<Refusable<readonly Piece[]>> {
  const paired = pairLabels(found);
  if (!paired) {
    const count = (kind: FoundLabel['kind']): number =>
      found.filter((label) => label.kind === kind).length;
    return refuse(
      problem('carrier-labels-unmatched', { boxes: count('box'), carriers: count('carrier') }),
    );
  }
  const byBox = new Map(paired.map(({ boxId, labels }) => [boxId, labels]));
  const missing = boxIds.filter((boxId) => !byBox.has(boxId));
  if (missing.length > 0) return refuse(problem('box-label-not-found', { boxIds: missing }));
  const added = await Promise.all(extras.map(openExtra));
  const sheaves = boxIds.map((boxId, at) => [
    ...(byBox.get(boxId) ?? []).map((label) => ({ file, label })),
    ...added.map((pages) => pages[at]).filter((page) => page !== undefined),
  ]);
  // What belongs to no box (pallet labels, notes) is never lost; it comes last.
  const owned = new Set(paired.flatMap(({ labels }) => labels));
  const others = found.filter((label) => !owned.has(label)).map((label) => ({ file, label }));
  const most = Math.max(0, ...sheaves.map((sheaf) => sheaf.length));
  const byKind = Array.from({ length: most }, (_, kind) =>
    sheaves.map((sheaf) => sheaf[kind]).filter((piece) => piece !== undefined),
  );
  return ok([...(order === 'by-box' ? sheaves : byKind).flat(), ...others]);
}

/** The pages of a file of our own: upright, at true size, as large as they are. */
async function openExtra(bytes: Uint8Array): Promise<readonly Piece[]> {
  const file = await loadPdf(bytes);
  return file.getPages().map((page, pageIndex) => {
    const { width, height } = page.getSize();
    const edge = MARGIN_MM * POINTS_PER_MM;
    const label: FoundLabel = {
      pageIndex,
      rect: { left: edge, bottom: edge, right: width - edge, top: height - edge },
      kind: 'content',
      code: '',
      turn: 0,
      stretch: NO_STRETCH,
      widthMm: width / POINTS_PER_MM - 2 * MARGIN_MM,
      heightMm: height / POINTS_PER_MM - 2 * MARGIN_MM,
      moduleMm: undefined,
      scale: 1,
    };
    return { file, label };
  });
}

const DPI = [203, 406];

/** A label that only moved or turned scans as before; one whose size changed is read again. */
async function readBackChanged(
  { bytes, pages }: Composed,
  onPage: () => void,
): Promise<Problem<RelayoutProblem>[]> {
  const isChanged = pages.map((page) =>
    page.some(
      ({ label, placing }) => label.code !== '' && (placing.scale !== 1 || isStretched(label)),
    ),
  );
  if (!isChanged.includes(true)) return [];
  const opened = await openPdf(bytes);
  const wrong: Problem<RelayoutProblem>[] = [];
  for (const [index, placed] of pages.entries()) {
    if (isChanged[index] !== true) continue;
    const page = await opened.getPage(index + 1);
    const read = new Set<string>();
    let unread = placed.map(({ label }) => label.code).filter((code) => code !== '');
    for (const dpi of DPI) {
      if (unread.length === 0) break;
      const codes = await readCodes(await rasterPage(page, { dpi, rotation: page.rotate }));
      for (const { text } of codes) read.add(text);
      unread = unread.filter((code) => !read.has(code));
    }
    for (const code of unread) wrong.push(problem('relaid-label-does-not-scan', { code }));
    page.cleanup();
    onPage();
  }
  await opened.destroy();
  return wrong;
}

function warningsOf({ pages }: Composed): Problem<RelayoutWarning>[] {
  const all = pages.flat();
  const codes = (which: (placed: (typeof all)[number]) => boolean): readonly string[] =>
    all.filter(which).map(({ label }) => label.code);
  const turned = codes(({ label }) => label.code !== '' && label.turn !== 0);
  const enlarged = codes(({ label }) => label.scale > 1);
  const squeezed = all.filter(({ label }) => isStretched(label)).length;
  const fine = codes(({ label, placing }) => isTooFine(label, placing));
  const unread = all.filter(({ label }) => label.kind === 'none').length;
  return [
    ...(turned.length > 0 ? [problem('labels-turned' as const, { count: turned.length })] : []),
    ...(enlarged.length > 0
      ? [problem('labels-enlarged' as const, { count: enlarged.length })]
      : []),
    ...(squeezed > 0 ? [problem('labels-squeezed' as const, { count: squeezed })] : []),
    ...(fine.length > 0 ? [problem('label-bars-fine' as const, { codes: fine })] : []),
    ...(unread > 0 ? [problem('labels-without-code' as const, { count: unread })] : []),
  ];
}

function isStretched({ stretch }: FoundLabel): boolean {
  return stretch !== NO_STRETCH;
}
