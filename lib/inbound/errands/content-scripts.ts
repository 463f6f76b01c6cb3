import { problem } from '#lib/kernel';
import type { AmazonAnswer, Gateway } from '#lib/sp-api';
import { readContentPreview } from '../amazon/answers.ts';
import { contentRequest } from '../amazon/requests.ts';
import {
  asPlanned,
  type ChangedBox,
  type ContentPreview,
  withContents,
} from '../core/content-change.ts';
import type { PlanShipment } from '../core/inbound-plan.ts';
import { boxesUnlike, type FoundBox } from '../core/read-back.ts';
import { withRelabels } from '../core/relabel.ts';
import {
  absorbed,
  amazonPlanOf,
  type ErrandScript,
  listIncomplete,
  notAsAsked,
  sent,
} from './move.ts';
import { mapAnswer, readShipments } from './reads.ts';
import { keepOurs, withFresh } from './shipping-scripts.ts';

export type PreviewContentsInput = {
  readonly shipmentId: string;
  readonly boxes: readonly ChangedBox[];
};

/** Shows Amazon how the boxes of a shipment are to be, all of them, and keeps what it asks for that. */
export const previewContentsScript: ErrandScript<PreviewContentsInput> = (plan, input) => {
  const inboundPlanId = amazonPlanOf(plan);
  const { shipmentId, boxes } = input;
  return [
    {
      key: `preview-contents:${shipmentId}`,
      operation: 'generateShipmentContentUpdatePreviews',
      send: async (amazon) =>
        sent(
          await amazon.inbound.generateShipmentContentUpdatePreviews({
            inboundPlanId,
            shipmentId,
            body: contentRequest(plan, boxes),
          }),
        ),
      absorb: async (amazon, _, aid) => {
        const found = await findPreview(amazon, inboundPlanId, input);
        if (!found.ok) return found;
        if (!found.value) {
          return aid.mayAskAgain
            ? listIncomplete('listShipmentContentUpdatePreviews')
            : notAsAsked('listShipmentContentUpdatePreviews', problem('contents-preview-missing'));
        }
        const payload: readonly ContentPreview[] = [found.value];
        return absorbed(plan, {
          kind: 'contents',
          subject: shipmentId,
          payload,
          inputs: { boxes },
        });
      },
    },
  ];
};

/** Of all previews of a shipment the one of these boxes that lives longest. */
async function findPreview(
  amazon: Gateway,
  inboundPlanId: string,
  { shipmentId, boxes }: PreviewContentsInput,
): Promise<AmazonAnswer<ContentPreview | undefined>> {
  const listed = await amazon.pages(
    (paginationToken) =>
      amazon.inbound.listShipmentContentUpdatePreviews({
        inboundPlanId,
        shipmentId,
        pageSize: 20,
        paginationToken,
      }),
    (page) => page.contentUpdatePreviews,
  );
  if (!listed.ok) return listed;
  const [best] = listed.value
    .map((preview) => readContentPreview(preview, shipmentId))
    .filter((preview) => areLike(shipmentId, boxes, preview.boxes))
    .toSorted((a, b) => (b.expiresAt ?? 0) - (a.expiresAt ?? 0));
  if (!best) return { ok: true, value: undefined };
  const contentUpdatePreviewId = best.id;
  return mapAnswer(
    await amazon.inbound.getShipmentContentUpdatePreview({
      inboundPlanId,
      shipmentId,
      contentUpdatePreviewId,
    }),
    (preview) => readContentPreview(preview, shipmentId),
  );
}

function areLike(
  shipmentId: string,
  wanted: readonly ChangedBox[],
  found: readonly FoundBox[],
): boolean {
  const planned = wanted.map((box) => asPlanned(box, shipmentId));
  return wanted.length === found.length && boxesUnlike(planned, found).length === 0;
}

/** Confirms a preview and reads back that it was done: it has succeeded without effect (#4582). */
export const confirmContentsScript: ErrandScript<{ readonly preview: ContentPreview }> = (
  plan,
  { preview },
) => {
  const inboundPlanId = amazonPlanOf(plan);
  const { shipmentId, boxes, transport } = preview;
  const isDone = (shipments: readonly PlanShipment[]) =>
    shipments.every((shipment) => areLike(shipmentId, boxes, shipment.boxes));
  return [
    {
      key: `confirm-contents:${preview.id}`,
      operation: 'confirmShipmentContentUpdatePreview',
      send: async (amazon) =>
        sent(
          await amazon.inbound.confirmShipmentContentUpdatePreview({
            inboundPlanId,
            shipmentId,
            contentUpdatePreviewId: preview.id,
          }),
        ),
      readBack: async (amazon) =>
        mapAnswer(await readShipments(amazon, inboundPlanId, [shipmentId]), (shipments) =>
          isDone(shipments) ? {} : undefined,
        ),
      absorb: async (amazon, _, aid) => {
        const read = await readShipments(amazon, inboundPlanId, [shipmentId]);
        if (!read.ok) return read;
        if (!isDone(read.value)) {
          return aid.mayAskAgain
            ? listIncomplete('listShipmentBoxes')
            : notAsAsked('listShipmentBoxes', problem('contents-not-taken'));
        }
        const after = withFresh(plan, read.value, (before, fresh) =>
          withContents(before, keepOurs(before, fresh), transport),
        );
        const spent = { kind: 'contents' as const, subject: shipmentId, payload: [], inputs: {} };
        return absorbed(withRelabels(plan, after, aid.now()), spent);
      },
    },
  ];
};
