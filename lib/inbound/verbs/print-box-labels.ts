import { type Context, forbidden } from '#lib/context/server';
import type { Locale } from '#lib/i18n';
import {
  marketplaceById,
  ok,
  optional,
  problem,
  type Problem,
  refuse,
  type Result,
} from '#lib/kernel';
import { findBoxLabelFormat } from '#lib/labels';
import {
  type Progress,
  relayoutLabels,
  renderBoxContentLabels,
  renderContentsLabels,
} from '#lib/labels/server';
import { checkBoxIds } from '../core/box-ids.ts';
import { type BoxLabelFormat, boxLabelFormats } from '../core/box-label-formats.ts';
import type { InboundPlan, PlanShipment } from '../core/inbound-plan.ts';
import { withOwnContents } from '../core/own-contents.ts';
import { whyNotPrinted } from '../core/prints.ts';
import { withoutRelabels } from '../core/relabel.ts';
import { failureProblems } from '../errands/problems.ts';
import { insertPrint } from '../print-store.ts';
import { loadPlan, savePlan } from '../store.ts';
import {
  contentLabels,
  type InboundPaperWords,
  type PaperSource,
  shipmentPaper,
} from './paper-facts.ts';

export type BoxLabelsInput = {
  readonly planId: string;
  readonly shipmentId: string;
  /** what Amazon is asked for */
  readonly pageType: string;
  /** how they are laid out; absent to take Amazon's pages as they are */
  readonly layout?: BoxLabelLayout;
  readonly printer?: string;
  /** what is said before printing was read; without it nothing is noted where there is something */
  readonly isAccepted?: boolean;
  /** a look before printing leaves no entry in the print log */
  readonly isPreview?: boolean;
  /** told how many of Amazon's pages were read */
  readonly onProgress?: Progress;
};
export type BoxLabelLayout = {
  /** the paper at hand */
  readonly paper: string;
  readonly order: 'by-box' | 'by-kind';
  /** pages of our own that go into each box's sheaf */
  readonly with: readonly SheafPart[];
  readonly locale: Locale;
  readonly words: InboundPaperWords;
};
export type SheafPart = 'contents' | 'content-2d';

export type BoxLabels = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly warnings: readonly Problem[];
};

/**
 * Fetches Amazon's box labels for a shipment and lays them out for the paper at hand. The address
 * that Amazon gives lives for 15 seconds, so the file is taken at once (R96); labels go by the
 * confirmation id (R91).
 */
export async function printBoxLabels(
  context: Context,
  input: BoxLabelsInput,
): Promise<Result<BoxLabels>> {
  const found = await findShipment(context, input);
  if (!found.ok) return found;
  const { plan, shipment, confirmationId } = found.value;
  const usesLetterPaper = marketplaceById(plan.marketplaceId)?.region === 'NA';
  const pageType = boxLabelFormats(shipment.transport, usesLetterPaper).find(
    (candidate) => candidate === input.pageType,
  );
  if (!pageType) return refuse(problem('label-format-not-offered', { format: input.pageType }));
  const { layout } = input;
  const format = layout?.paper ?? pageType;
  // A look is at the first page; no more boxes than it holds are asked for.
  const boxIds = boxIdsOf(shipment).slice(
    0,
    input.isPreview === true ? labelsOn(format) : undefined,
  );
  const file = await fetchLabels(context, { confirmationId, pageType, boxIds });
  if (!file.ok) return file;
  const amazons = {
    pageType,
    boxIds,
    bytes: file.value,
    ...optional('onProgress', input.onProgress),
  };
  const made = layout
    ? await forThePaper(context, found.value, { ...amazons, layout })
    : ok({ bytes: file.value, warnings: [] });
  if (!made.ok) return made;
  const fileName = `${confirmationId}-${format}.pdf`;
  const isAsked = made.value.warnings.length > 0 && input.isAccepted !== true;
  if (isAsked || input.isPreview === true) {
    return ok({ ...made.value, fileName });
  }
  await insertPrint(context, plan.id, {
    kind: 'box-labels',
    format,
    labelCount: boxIds.length,
    subject: shipment.id,
    ...optional('printer', input.printer),
  });
  await notePrinted(context, input);
  return ok({ ...made.value, fileName });
}

type Found = {
  readonly plan: InboundPlan;
  readonly shipment: PlanShipment;
  readonly confirmationId: string;
};

async function findShipment(context: Context, input: BoxLabelsInput): Promise<Result<Found>> {
  const stored = await loadPlan(context, input.planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return refuse(notAllowed);
  const plan = withOwnContents(stored.plan);
  const shipment = plan.shipments.find((candidate) => candidate.id === input.shipmentId);
  const cancelled = whyNotPrinted(plan, shipment);
  if (cancelled) return refuse(cancelled);
  if (!shipment) return refuse(problem('shipment-not-found'));
  const { confirmationId } = shipment;
  if (confirmationId === undefined || plan.transportConfirmedAt === undefined) {
    return refuse(problem('labels-before-carrier'));
  }
  const unready = checkBoxIds(shipment);
  if (unready.length > 0) return refuse(...unready);
  return ok({ plan, shipment, confirmationId });
}

type Wanted = {
  readonly confirmationId: string;
  readonly pageType: BoxLabelFormat;
  readonly boxIds: readonly string[];
};

async function fetchLabels(context: Context, wanted: Wanted): Promise<Result<Uint8Array>> {
  const asked = await context.amazon.inboundV0.getLabels({
    shipmentId: wanted.confirmationId,
    pageType: wanted.pageType,
    labelType: 'UNIQUE',
    packageLabelsToPrint: [...wanted.boxIds],
    pageSize: Math.min(1_000, wanted.boxIds.length),
    pageStartIndex: 0,
  });
  if (!asked.ok) return refuse(...failureProblems(asked.failure));
  const url = asked.value.payload?.DownloadURL;
  if (url === undefined) return refuse(problem('labels-not-offered'));
  const file = await context.amazon.download(url);
  return file.ok ? ok(file.value) : refuse(...failureProblems(file.failure));
}

type Sheaf = {
  readonly pageType: string;
  readonly layout: BoxLabelLayout;
  readonly boxIds: readonly string[];
  readonly bytes: Uint8Array;
  readonly onProgress?: Progress;
};

async function forThePaper(
  context: Context,
  { plan, shipment }: Found,
  { pageType, layout, boxIds, bytes, onProgress }: Sheaf,
): Promise<Result<Omit<BoxLabels, 'fileName'>>> {
  const { paper, order, with: parts, locale, words } = layout;
  const isPractice = context.connection.kind === 'practice';
  const facts = { plan, shipment, locale, isPractice };
  const extras: Uint8Array[] = [];
  for (const part of parts) {
    const pages =
      part === 'contents'
        ? ok(await renderContentsLabels(shipmentPaper(facts), { words: words.shipment }))
        : await renderContent2d(facts);
    if (!pages.ok) return pages;
    extras.push(pages.value);
  }
  return relayoutLabels(bytes, { from: pageType, to: paper, boxIds, order, extras }, onProgress);
}

async function renderContent2d(source: PaperSource): Promise<Result<Uint8Array>> {
  const labels = contentLabels(source);
  if (!labels.ok) return labels;
  return renderBoxContentLabels(labels.value, { symbology: 'PDF417', dpi: 600 });
}

function labelsOn(pageType: string): number {
  const paper = findBoxLabelFormat(pageType);
  return paper ? paper.columns * paper.rows : 1;
}

// Once every shipment's labels are out, the step is done; a lost race leaves it to the next print.
async function notePrinted(
  context: Context,
  { planId, shipmentId }: Pick<BoxLabelsInput, 'planId' | 'shipmentId'>,
): Promise<void> {
  const stored = await loadPlan(context, planId);
  if (!stored || stored.plan.errand?.state === 'running') return;
  const prints = await context.db.inboundPrint.findMany({
    where: { planId, kind: 'box-labels', workspaceId: context.workspaceId },
    distinct: ['subject'],
    select: { subject: true },
  });
  const printed = new Set(prints.map((print) => print.subject));
  const plan = withoutRelabels(stored.plan, shipmentId);
  const isDone =
    plan.relabel === undefined && plan.shipments.every((shipment) => printed.has(shipment.id));
  if (plan.boxLabelsPrintedAt !== undefined && stored.plan.relabel === undefined) return;
  if (!isDone && stored.plan.relabel === undefined) return;
  const after = isDone ? { ...plan, boxLabelsPrintedAt: context.clock.now() } : plan;
  await savePlan(context, { stored, after, verb: 'print-box-labels' });
}

/** Box ids in the order of the boxes; Amazon's lists come in another one (issue thread 4033). */
export function boxIdsOf(shipment: PlanShipment): string[] {
  return shipment.boxes
    .map((box) => box.boxId)
    .filter((boxId) => boxId !== undefined)
    .toSorted();
}
