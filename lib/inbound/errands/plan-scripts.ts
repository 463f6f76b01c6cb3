import { type Instant, invariant, MINUTE, optional, problem } from '#lib/kernel';
import type { AmazonAnswer, Gateway } from '#lib/sp-api';
import { createPlanRequest, packingRequest } from '../amazon/requests.ts';
import { readInstant } from '../amazon/answers.ts';
import { asTold } from '../core/content-methods.ts';
import { boxCount, type InboundPlan } from '../core/inbound-plan.ts';
import { boxesUnlike } from '../core/read-back.ts';
import { moveBoxesToGroups, unlikeBefore } from '../core/regroup.ts';
import {
  type Absorbed,
  absorbed,
  amazonPlanOf,
  type ErrandScript,
  listIncomplete,
  type Move,
  type MoveAid,
  notAsAsked,
  sent,
} from './move.ts';
import { setPrepMoves, setSizeMoves, type SizedSku } from './prep-scripts.ts';
import {
  listPackingOffers,
  listPlanBoxes,
  listPlacementOffers,
  listPlanItems,
  mapAnswer,
  readGroups,
  readShipments,
} from './reads.ts';
import { withFresh } from './shipping-scripts.ts';

/** How much earlier than our call a plan may claim to have been created: clocks differ. */
const CLOCK_SKEW = 2 * MINUTE;

export type CreatePlanInput = {
  /** SKUs whose prep category the seller chose */
  readonly prepSkus: readonly string[];
  /** SKUs whose size or weight is new */
  readonly sized: readonly SizedSku[];
  /** since when an earlier errand may have created the plan without hearing the answer */
  readonly askedSince?: Instant;
};

/**
 * Sets new sizes and missing prep, creates the plan, and asks at once for what comes next on its
 * road: packing options or placements.
 */
export const createPlanScript: ErrandScript<CreatePlanInput> = (plan, input) => {
  const { amazonPlanId } = plan;
  if (amazonPlanId !== undefined) {
    return [
      plan.packsLater ? generatePlacement(plan, amazonPlanId) : generatePacking(plan, amazonPlanId),
    ];
  }
  return [
    ...setSizeMoves(plan, input.sized),
    ...setPrepMoves(plan, input.prepSkus),
    createPlan(plan, input.askedSince),
  ];
};

export function createPlan(plan: InboundPlan, askedSince?: Instant): Move {
  return {
    key: 'create-plan',
    operation: 'createInboundPlan',
    askedSince,
    send: async (amazon) =>
      mapAnswer(
        await amazon.inbound.createInboundPlan({ body: createPlanRequest(plan) }),
        (answer) => ({ operationId: answer.operationId, subject: answer.inboundPlanId }),
      ),
    readBack: async (amazon, since, aid) => {
      const recent = await amazon.inbound.listInboundPlans({
        pageSize: 30,
        sortBy: 'CREATION_TIME',
        sortOrder: 'DESC',
      });
      if (!recent.ok) return recent;
      for (const candidate of recent.value.inboundPlans ?? []) {
        const createdAt = readInstant(candidate.createdAt) ?? 0;
        if (candidate.name !== plan.name || createdAt < since - CLOCK_SKEW) continue;
        if (candidate.status === 'VOIDED') continue;
        if (await aid.isKnownAmazonPlan(candidate.inboundPlanId)) continue;
        const holds = await holdsLines(amazon, candidate.inboundPlanId, plan);
        if (!holds.ok) return holds;
        if (holds.value) return { ok: true, value: { subject: candidate.inboundPlanId } };
      }
      return { ok: true, value: undefined };
    },
    absorb: async (amazon, accepted) => {
      const { subject } = accepted;
      invariant(subject, 'an accepted plan has an id');
      const made = await amazon.inbound.getInboundPlan({ inboundPlanId: subject });
      if (!made.ok) return made;
      if (made.value.status === 'VOIDED') {
        return notAsAsked('createInboundPlan', problem('plan-voided-by-amazon'));
      }
      const createdAt = readInstant(made.value.createdAt);
      return absorbed({
        ...plan,
        amazonPlanId: subject,
        ...optional('amazonCreatedAt', createdAt),
      });
    },
  };
}

/** Whether a plan at Amazon is of the same units; one without items is still being created. */
async function holdsLines(
  amazon: Gateway,
  inboundPlanId: string,
  plan: InboundPlan,
): Promise<AmazonAnswer<boolean>> {
  const items = await listPlanItems(amazon, inboundPlanId);
  if (!items.ok) return items;
  if (items.value.length === 0) return listIncomplete('listInboundPlanItems');
  const asked = createPlanRequest(plan).items;
  return mapAnswer(items, (found) => unitsOf(found) === unitsOf(asked));
}

function unitsOf(
  items: readonly {
    readonly msku: string;
    readonly expiration?: string;
    readonly quantity: number;
  }[],
): string {
  const units = new Map<string, number>();
  for (const { msku, expiration = '', quantity } of items) {
    const key = JSON.stringify([msku, expiration]);
    units.set(key, (units.get(key) ?? 0) + quantity);
  }
  return JSON.stringify([...units].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** New packing options for a plan whose old ones have lapsed; boxes are moved to the new groups. */
export const renewPackingScript: ErrandScript<Record<string, never>> = (plan) => {
  invariant(plan.amazonPlanId, 'packing options belong to a plan at Amazon');
  return [generatePacking(plan, plan.amazonPlanId)];
};

export function generatePacking(plan: InboundPlan, inboundPlanId: string): Move {
  return {
    key: 'generate-packing',
    operation: 'generatePackingOptions',
    send: async (amazon) => sent(await amazon.inbound.generatePackingOptions({ inboundPlanId })),
    absorb: async (amazon) => {
      const offers = await listPackingOffers(amazon, inboundPlanId);
      if (!offers.ok) return offers;
      const offer = offers.value.find((candidate) => candidate.status !== 'EXPIRED');
      if (!offer) {
        return notAsAsked('listPackingOptions', problem('no-packing-options'));
      }
      const groups = await readGroups(amazon, inboundPlanId, offer.groupIds);
      if (!groups.ok) return groups;
      if (groups.value.some((group) => group.items.length === 0)) {
        return listIncomplete('listPackingGroupItems');
      }
      const { boxesSentAt: _, boxesMoved: __, ...rest } = plan;
      const moved = unlikeBefore(plan.boxes, groups.value);
      return absorbed(
        {
          ...rest,
          packing: { offer, groups: groups.value, confirmed: false },
          boxes: moveBoxesToGroups(plan.boxes, groups.value),
          ...optional('boxesMoved', moved.length === 0 ? undefined : moved),
        },
        { kind: 'packing', subject: '', payload: offers.value, inputs: {} },
      );
    },
  };
}

/**
 * Confirms the packing option, sends the boxes, reads them back, and asks for placements. Boxes per
 * shipment have neither option nor placement before them: there is only the sending.
 */
export const sendBoxesScript: ErrandScript<Record<string, never>> = (plan) => {
  const { amazonPlanId, packing } = plan;
  invariant(amazonPlanId && packing, 'boxes belong to packing groups');
  if (!packing.offer) return [sendBoxes(plan, amazonPlanId)];
  return [
    ...(packing.confirmed ? [] : [confirmPacking(plan, amazonPlanId, packing.offer.id)]),
    sendBoxes(plan, amazonPlanId),
    generatePlacement(plan, amazonPlanId),
  ];
};

export function confirmPacking(
  plan: InboundPlan,
  inboundPlanId: string,
  packingOptionId: string,
): Move {
  return {
    key: `confirm-packing:${packingOptionId}`,
    operation: 'confirmPackingOption',
    send: async (amazon) =>
      sent(await amazon.inbound.confirmPackingOption({ inboundPlanId, packingOptionId })),
    readBack: async (amazon) =>
      mapAnswer(await amazon.inbound.getInboundPlan({ inboundPlanId }), (found) =>
        found.packingOptions?.some(
          (option) => option.packingOptionId === packingOptionId && option.status === 'ACCEPTED',
        )
          ? {}
          : undefined,
      ),
    absorb: async () =>
      absorbed({
        ...plan,
        ...optional('packing', plan.packing && { ...plan.packing, confirmed: true }),
      }),
  };
}

export function sendBoxes(plan: InboundPlan, inboundPlanId: string): Move {
  return {
    key: 'send-boxes',
    operation: 'setPackingInformation',
    send: async (amazon) =>
      sent(
        await amazon.inbound.setPackingInformation({ inboundPlanId, body: packingRequest(plan) }),
      ),
    absorb: async (amazon, _, aid) => {
      const boxes = await listPlanBoxes(amazon, inboundPlanId);
      if (!boxes.ok) return boxes;
      const { length: found } = boxes.value;
      const expected = boxCount(plan);
      const unlike = boxesUnlike(asTold(plan, plan.boxes), asTold(plan, boxes.value));
      if (found !== expected) {
        const lost = problem('boxes-lost', { expected, found });
        return notAsAsked('listInboundPlanBoxes', lost, ...unlike);
      }
      if (unlike.length > 0) return notAsAsked('listInboundPlanBoxes', ...unlike);
      const packed = { ...plan, boxesSentAt: aid.now() };
      return plan.packsLater ? withShipmentBoxes(amazon, packed, aid) : absorbed(packed);
    },
  };
}

// Boxes told per shipment are the shipments' own from then on; quotes for the boxes before are void.
async function withShipmentBoxes(
  amazon: Gateway,
  plan: InboundPlan,
  aid: MoveAid,
): Promise<AmazonAnswer<Absorbed>> {
  const ids = plan.shipments.map(({ id }) => id);
  const read = await readShipments(amazon, amazonPlanOf(plan), ids);
  if (!read.ok) return read;
  if (aid.mayAskAgain && read.value.some(({ boxes }) => boxes.length === 0)) {
    return listIncomplete('listShipmentBoxes');
  }
  return absorbed(withFresh(plan, read.value), {
    kind: 'transport',
    subject: plan.placementConfirmed?.offer.id ?? '',
    payload: [],
    inputs: { shipDate: plan.shipDate ?? '' },
  });
}

/** New placement options for a plan whose old ones have lapsed. */
export const renewPlacementScript: ErrandScript<Record<string, never>> = (plan) => {
  invariant(plan.amazonPlanId, 'placement options belong to a plan at Amazon');
  return [generatePlacement(plan, plan.amazonPlanId)];
};

export function generatePlacement(plan: InboundPlan, inboundPlanId: string): Move {
  return {
    key: 'generate-placement',
    operation: 'generatePlacementOptions',
    send: async (amazon) =>
      sent(await amazon.inbound.generatePlacementOptions({ inboundPlanId, body: {} })),
    absorb: async (amazon, _, aid) => {
      const offers = await listPlacementOffers(amazon, inboundPlanId);
      if (!offers.ok) return offers;
      const payload = offers.value.filter((offer) => offer.status !== 'EXPIRED');
      if (payload.length === 0) {
        return notAsAsked('listPlacementOptions', problem('no-placement-options'));
      }
      const isShort = payload.some((offer) =>
        offer.shipments.some(
          ({ unitCount, boxCount }) => unitCount === 0 || (boxCount === 0 && !plan.packsLater),
        ),
      );
      if (isShort && aid.mayAskAgain) return listIncomplete('listShipmentItems');
      const inputs = { boxesSentAt: plan.boxesSentAt, boxes: boxCount(plan) };
      return absorbed(plan, { kind: 'placement', subject: '', payload, inputs });
    },
  };
}
