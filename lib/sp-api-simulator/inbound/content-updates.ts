import { HOUR } from '#lib/kernel';

import { accepted, type Answer, notFound } from '../answer.ts';
import { handler } from '../call.ts';
import { digestOf } from '../hash.ts';
import { type Effect, failure } from '../operations.ts';
import { stamp, type Turn } from '../turn.ts';
import type { BoxRun, PlanItem, Preview, Shipment, ShipmentContent } from './entities.ts';
import {
  pageAnswer,
  pagingQuery,
  refused,
  startOnPlan,
  withOpenShipment,
  withShipment,
} from './guards.ts';
import { charge } from './ledger.ts';
import { refuseQuantities } from './pack.ts';
import { requote } from './quotes.ts';
import { ContentUpdate, type ContentUpdateInput, type ItemInput } from './schemas.ts';
import { optionWire } from './transport.ts';
import { boxesOf, currencyOf, packageId } from './wire.ts';

const generatePreviews = handler(
  'inbound',
  'generateShipmentContentUpdatePreviews',
  { body: ContentUpdate },
  withOpenShipment('GenerateShipmentContentUpdatePreviews', (turn, { body }, shipment) => {
    const content = turn.world.read('shipment-content', shipment.id);
    if (!content) return notFound('The shipment was not found.');
    const wrong = refuseUpdate(turn, shipment, content, body);
    if (wrong) return wrong;
    return startOnPlan(
      turn,
      { id: shipment.planId, sellerId: shipment.sellerId },
      'generateShipmentContentUpdatePreviews',
      { shipmentId: shipment.id, body },
    );
  }),
);

const CHANGEABLE = new Set<Shipment['status']>([
  'WORKING',
  'READY_TO_SHIP',
  'SHIPPED',
  'IN_TRANSIT',
  'DELIVERED',
  'CHECKED_IN',
]);

function refuseUpdate(
  turn: Turn,
  shipment: Shipment,
  content: ShipmentContent,
  body: ContentUpdateInput,
): Answer | undefined {
  if (!shipment.transport)
    return refused('Transportation must be confirmed before the content of a shipment is updated.');
  if (!CHANGEABLE.has(shipment.status))
    return refused(`Shipment ${shipment.id} is in an invalid state: ${shipment.status}.`);
  const known = new Map(content.items.map((item) => [item.msku, item]));
  for (const item of body.items) {
    const before = known.get(item.msku);
    if (!before) return refused(`MSKU ${item.msku} cannot be added to the shipment.`);
    if (!isWithinLimit(before.quantity, item.quantity)) return refusedQuantity(item, before);
  }
  for (const before of content.items)
    if (!body.items.some(({ msku }) => msku === before.msku) && !isWithinLimit(before.quantity, 0))
      return refusedQuantity({ ...before, quantity: 0 }, before);
  const packageIds = new Set(boxesOf(content.runs).map((box) => packageId(turn, box)));
  for (const box of body.boxes)
    if (box.packageId !== undefined && (!packageIds.has(box.packageId) || box.quantity !== 1))
      return refused(`Package ${box.packageId} does not belong to the shipment.`);
  const wanted = body.items.flatMap((item): PlanItem[] => {
    const before = known.get(item.msku);
    return before ? [{ ...before, quantity: item.quantity }] : [];
  });
  return refuseQuantities(`Shipment ${shipment.id}`, wanted, body.boxes);
}

// Five per cent or ten units, whichever is more, per SKU of a shipment made through the API; the pages
// of Seller Central say six (help page, checked 2026-11-23).
function isWithinLimit(before: number, after: number): boolean {
  return Math.abs(after - before) <= Math.max(10, Math.floor(before * 0.05));
}

function refusedQuantity(item: Pick<ItemInput, 'msku' | 'quantity'>, before: PlanItem): Answer {
  return refused(
    `The quantity of ${item.msku} cannot change from ${before.quantity} to ${item.quantity}: ` +
      'at most 5% or 10 units, whichever is greater.',
  );
}

// Previews live for an hour in the simulator; Amazon does not say how long (checked 2026-11-23).
const PREVIEW_LIFETIME_MS = HOUR;

export const generatePreviewsEffect: Effect = (turn, operation) => {
  const { shipmentId, body } = operation.payload as {
    shipmentId: string;
    body: ContentUpdateInput;
  };
  const shipment = turn.world.read('shipment', shipmentId);
  const content = turn.world.read('shipment-content', shipmentId);
  if (!shipment?.transport || !content) return [];
  const known = turn.world.read('previews', shipmentId)?.previews ?? [];
  const round = known.filter(({ expiresAt }) => turn.now >= expiresAt).length;
  const id = turn.dice.id('cu', shipmentId, digestOf([body, round]));
  const runs = updatedRuns(turn, content, id, body);
  const items = body.items.flatMap((item): PlanItem[] => {
    const before = content.items.find(({ msku }) => msku === item.msku);
    return before ? [{ ...before, quantity: item.quantity }] : [];
  });
  const preview: Preview = {
    id,
    expiresAt: turn.now + PREVIEW_LIFETIME_MS,
    confirmed: false,
    items,
    runs,
    request: body,
    option: requote(turn, shipment, { ...content, runs }, shipment.transport),
  };
  turn.world.put('previews', {
    id: shipmentId,
    previews: [...known.filter((each) => each.id !== id), preview],
  });
  return [];
};

// A box with a packageId stays, one without is new, and one that is not named is gone (model text).
function updatedRuns(
  turn: Turn,
  content: ShipmentContent,
  previewId: string,
  body: ContentUpdateInput,
): BoxRun[] {
  const known = new Map(boxesOf(content.runs).map((box) => [packageId(turn, box), box]));
  return body.boxes.map(({ packageId: kept, ...box }, index): BoxRun => {
    const before = kept === undefined ? undefined : known.get(kept);
    if (before) return { series: before.run.series, first: before.number, count: 1, box };
    const series = digestOf([previewId, index, box]).slice(0, 32);
    return { series, first: 1, count: box.quantity, box };
  });
}

const listPreviews = handler(
  'inbound',
  'listShipmentContentUpdatePreviews',
  { query: pagingQuery(20) },
  withShipment((turn, call, shipment) => {
    const items = openPreviews(turn, shipment.id);
    const list = { operation: 'listShipmentContentUpdatePreviews', items };
    return pageAnswer(turn, call, list, (page) => ({
      contentUpdatePreviews: page.map((preview) => previewWire(turn, shipment, preview)),
    }));
  }),
);

const getPreview = handler(
  'inbound',
  'getShipmentContentUpdatePreview',
  {},
  withShipment((turn, { parameters }, shipment) => {
    const preview = previewOf(turn, shipment.id, parameters['contentUpdatePreviewId'] ?? '');
    if (!preview) return notFound('The content update preview was not found.');
    return accepted(previewWire(turn, shipment, preview));
  }),
);

const confirmPreview = handler(
  'inbound',
  'confirmShipmentContentUpdatePreview',
  {},
  withOpenShipment('ConfirmShipmentContentUpdatePreview', (turn, { parameters }, shipment) => {
    const id = parameters['contentUpdatePreviewId'] ?? '';
    const preview = previewOf(turn, shipment.id, id);
    if (!preview) return notFound('The content update preview was not found.');
    if (preview.confirmed) return refused(`Content update preview ${id} is already confirmed.`);
    if (turn.now >= preview.expiresAt)
      return refused(`Content update preview ${id} is expired. Please regenerate it.`);
    if (!CHANGEABLE.has(shipment.status))
      return refused(`Shipment ${shipment.id} is in an invalid state: ${shipment.status}.`);
    return startOnPlan(
      turn,
      { id: shipment.planId, sellerId: shipment.sellerId },
      'confirmShipmentContentUpdatePreview',
      { shipmentId: shipment.id, id },
    );
  }),
);

export const confirmPreviewEffect: Effect = (turn, operation) => {
  const { shipmentId, id } = operation.payload as { shipmentId: string; id: string };
  const shipment = turn.world.read('shipment', shipmentId);
  const content = turn.world.read('shipment-content', shipmentId);
  const preview = previewOf(turn, shipmentId, id);
  const plan = turn.world.read('plan', operation.subject);
  if (!shipment?.transport || !content || !preview || !plan) return [GONE];
  // In production the update is known to "succeed" without any effect (#4582).
  if (turn.quirks.has('contentUpdateNoop')) return [];
  turn.world.put('shipment-content', {
    ...content,
    items: preview.items,
    runs: preview.runs,
    numbers: renumber(turn, content, preview.runs),
  });
  const costMinor = preview.option.costMinor ?? 0;
  charge(turn, plan, {
    reason: 'transport',
    about: `${shipmentId} ${id}`,
    minor: costMinor - shipment.transport.costMinor,
  });
  turn.world.put('shipment', {
    ...shipment,
    transport: { ...shipment.transport, optionId: preview.option.id, costMinor },
    updatedAt: turn.now,
  });
  const previews = turn.world.read('previews', shipmentId)?.previews ?? [];
  turn.world.put('previews', {
    id: shipmentId,
    previews: previews.map((each) => (each.id === id ? { ...each, confirmed: true } : each)),
  });
  return [];
};

export const CONTENT_UPDATE_HANDLERS = [generatePreviews, listPreviews, getPreview, confirmPreview];

// Boxes that stay keep their number; new ones take numbers that were never used.
function renumber(turn: Turn, content: ShipmentContent, runs: readonly BoxRun[]): number[] {
  const before = boxesOf(content.runs).map((box, index) => ({
    id: packageId(turn, box),
    number: content.numbers?.[index] ?? index + 1,
  }));
  const numbers = new Map(before.map(({ id, number }) => [id, number]));
  let last = Math.max(0, ...before.map(({ number }) => number));
  return boxesOf(runs).map((box) => {
    const kept = numbers.get(packageId(turn, box));
    if (kept !== undefined) return kept;
    last += 1;
    return last;
  });
}

function openPreviews(turn: Turn, shipmentId: string): readonly Preview[] {
  return turn.world.read('previews', shipmentId)?.previews ?? [];
}

function previewOf(turn: Turn, shipmentId: string, id: string): Preview | undefined {
  return openPreviews(turn, shipmentId).find((preview) => preview.id === id);
}

function previewWire(turn: Turn, shipment: Shipment, preview: Preview): object {
  return {
    contentUpdatePreviewId: preview.id,
    expiration: stamp(turn, preview.expiresAt),
    requestedUpdates: preview.request,
    transportationOption: optionWire(
      turn,
      shipment.id,
      preview.option,
      currencyOf(shipment.marketplaceId),
    ),
  };
}

const GONE = failure('BadRequest', 'ERROR: The content update preview is no longer available.');
