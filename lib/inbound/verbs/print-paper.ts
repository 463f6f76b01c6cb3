import { type Context, forbidden } from '#lib/context/server';
import type { Locale } from '#lib/i18n';
import { ok, optional, problem, refuse, type Result } from '#lib/kernel';
import type { PaperSize } from '#lib/labels';
import {
  renderBenchSheet,
  renderBoxContentLabels,
  renderContentsLabels,
  renderFreightSheet,
  renderHandlingSheets,
  renderPackingGuide,
  renderPackLists,
  renderPalletLabels,
  renderPickList,
  renderPrepInstructions,
  renderShipmentSummary,
} from '#lib/labels/server';
import type { InboundPlan, PlanShipment } from '../core/inbound-plan.ts';
import { withOwnContents } from '../core/own-contents.ts';
import { joinLogs, packedSoFar, packEventOf } from '../core/pack-log.ts';
import { whyNotPrinted } from '../core/prints.ts';
import { insertPrint, type PaperKind } from '../print-store.ts';
import { scansAfter } from '../scan-store.ts';
import { loadPlan } from '../store.ts';
import { fetchBillOfLading } from './bill-of-lading.ts';
import { boxSizes } from './box-library.ts';
import { packingGuide } from './packing-guide.ts';
import {
  benchSheetPaper,
  contentLabels,
  freightPaper,
  handlingSheets,
  type InboundPaperWords,
  palletLabels,
  pickPaper,
  prepPaper,
  shipmentPaper,
} from './paper-facts.ts';

export type PaperInput = {
  readonly planId: string;
  readonly kind: PaperKind;
  readonly shipmentId?: string;
  readonly size: PaperSize;
  /** paper for labels among the papers: those of pallets */
  readonly boxPaper: string;
  readonly palletCount: number;
  readonly printer?: string;
  /** a look before printing leaves no entry in the print log */
  readonly isPreview: boolean;
  readonly locale: Locale;
  readonly words: InboundPaperWords;
};

export type Paper = { readonly fileName: string; readonly bytes: Uint8Array };

const MOST_PALLETS = 100;

/** A paper of a plan or of one of its shipments, noted in the print log. */
export async function printPaper(context: Context, input: PaperInput): Promise<Result<Paper>> {
  const stored = await loadPlan(context, input.planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return refuse(notAllowed);
  const plan = withOwnContents(stored.plan);
  const shipment = plan.shipments.find(({ id }) => id === input.shipmentId);
  const cancelled = whyNotPrinted(plan, shipment);
  if (cancelled) return refuse(cancelled);
  const made =
    input.kind === 'bench-sheet'
      ? await ofBench(context, plan, input)
      : shipment
        ? await ofShipment(context, { plan, shipment }, input)
        : await ofPlan(context, plan, input);
  if (!made.ok) return made;
  const { bytes, count } = made.value;
  if (!input.isPreview) {
    await insertPrint(context, plan.id, {
      kind: input.kind,
      format: input.kind === 'pallet-labels' ? input.boxPaper : input.size,
      labelCount: count,
      ...optional('subject', shipment?.id),
      ...optional('printer', input.printer),
    });
  }
  const of = shipment?.confirmationId ?? plan.name;
  return ok({ bytes, fileName: `${of} ${input.kind}.pdf` });
}

type Made = Result<{ readonly bytes: Uint8Array; readonly count: number }>;

async function ofBench(context: Context, plan: InboundPlan, input: PaperInput): Promise<Made> {
  const { size, words } = input;
  const scans = await scansAfter(context, plan.id, { after: 0 });
  const log = joinLogs(scans.map(packEventOf));
  const paper = benchSheetPaper(plan.name, words.bench, {
    cartons: await boxSizes(context),
    boxes: packedSoFar(plan.packing?.groups ?? [], log).boxes,
    isPractice: context.connection.kind === 'practice',
  });
  const bytes = await renderBenchSheet(paper, { size, words: words.bench });
  return ok({ bytes, count: 1 });
}

async function ofPlan(context: Context, plan: InboundPlan, input: PaperInput): Promise<Made> {
  const { kind, size, words } = input;
  const isPractice = context.connection.kind === 'practice';
  if (kind === 'pick-list') {
    const paper = pickPaper(plan, isPractice);
    return ok({ bytes: await renderPickList(paper, { size, words: words.shipment }), count: 1 });
  }
  if (kind === 'prep') {
    const paper = prepPaper(plan, words.prep, isPractice);
    const bytes = await renderPrepInstructions(paper, { size, words: words.prep });
    return ok({ bytes, count: paper.cards.length });
  }
  if (kind === 'packing-guide') {
    if (plan.boxes.length === 0) return refuse(problem('no-boxes-yet'));
    const shelf = await boxSizes(context);
    const { locale } = input;
    const guide = await packingGuide({ plan, shelf, locale, words: words.guide, isPractice });
    const bytes = await renderPackingGuide(guide, { size, words: words.guide });
    return ok({ bytes, count: guide.boxes.length });
  }
  return refuse(problem('shipment-not-found'));
}

async function ofShipment(
  context: Context,
  found: { readonly plan: InboundPlan; readonly shipment: PlanShipment },
  input: PaperInput,
): Promise<Made> {
  const { kind, size, words, locale, palletCount } = input;
  const isPractice = context.connection.kind === 'practice';
  const source = { ...found, locale, isPractice };
  const paper = shipmentPaper(source);
  const print = { size, words: words.shipment };
  const boxes = paper.boxes.length;
  if (kind === 'pack-lists')
    return ok({ bytes: await renderPackLists(paper, print), count: boxes });
  if (kind === 'summary') return ok({ bytes: await renderShipmentSummary(paper, print), count: 1 });
  if (kind === 'contents') {
    return ok({ bytes: await renderContentsLabels(paper, print), count: boxes });
  }
  if (kind === 'content-2d') {
    const labels = contentLabels(source);
    if (!labels.ok) return labels;
    const made = await renderBoxContentLabels(labels.value, { symbology: 'PDF417', dpi: 600 });
    return made.ok ? ok({ bytes: made.value, count: boxes }) : made;
  }
  if (kind === 'handling') {
    const sheets = handlingSheets(source);
    if (sheets.length === 0) return refuse(problem('no-heavy-boxes'));
    const count = sheets.reduce((sum, { copies }) => sum + copies, 0);
    return ok({ bytes: await renderHandlingSheets(sheets, size), count });
  }
  if (kind === 'freight') {
    const freight = freightPaper(source, words.freight.goodsText);
    const bytes = await renderFreightSheet(freight, { size, words: words.freight });
    return ok({ bytes, count: 1 });
  }
  if (kind === 'bill-of-lading') {
    const bill = await fetchBillOfLading(context, found.shipment);
    return bill.ok ? ok({ bytes: bill.value, count: 1 }) : bill;
  }
  if (kind !== 'pallet-labels') return ofPlan(context, found.plan, input);
  if (!Number.isInteger(palletCount) || palletCount < 1 || palletCount > MOST_PALLETS) {
    return refuse(problem('pallet-count-range', { count: palletCount, most: MOST_PALLETS }));
  }
  if (found.shipment.confirmationId === undefined) return refuse(problem('labels-before-carrier'));
  const bytes = await renderPalletLabels(palletLabels(source, palletCount), input.boxPaper);
  return ok({ bytes, count: palletCount * 4 });
}
