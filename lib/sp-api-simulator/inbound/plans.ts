import { marketplaceById } from '#lib/kernel';
import { z } from 'zod';

import { accepted, NO_CONTENT, notFound, type Answer } from '../answer.ts';
import { type Call, handler, one, whole, word } from '../call.ts';
import { digestOf } from '../hash.ts';
import { type Effect, startOperation } from '../operations.ts';
import { stamp, type Turn } from '../turn.ts';
import type { Plan, PlanStatus } from './entities.ts';
import { awdPlanId, pageAnswer, pagingQuery, refused, withOpenPlan, withPlan } from './guards.ts';
import { refuseItems, resolveItems } from './plan-items.ts';
import { CreateInboundPlan, type ItemInput, UpdateName } from './schemas.ts';
import { optionStatus, shownShipments } from './shown.ts';
import { boxesOf, boxWire, byMsku, itemWire } from './wire.ts';

const createInboundPlan = handler(
  'inbound',
  'createInboundPlan',
  { body: CreateInboundPlan },
  (turn, { body, seller }) => {
    const [marketplaceId = ''] = body.destinationMarketplaces;
    if (!marketplaceById(marketplaceId) || !seller.marketplaceIds.includes(marketplaceId))
      return refused(`Marketplace ${marketplaceId} is not supported for this selling partner.`);
    const wrong = refuseItems(turn, seller.id, marketplaceId, body.items);
    if (wrong !== undefined) return refused(wrong);
    const content = digestOf([seller.id, body]);
    const id = freeId(turn, seller.id, content);
    const plan: Plan = {
      id,
      sellerId: seller.id,
      marketplaceId,
      name: body.name ?? defaultName(turn),
      source: body.sourceAddress,
      status: 'CREATING',
      createdAt: turn.now,
      updatedAt: turn.now,
      packingRound: 0,
      packingOptions: [],
      packed: false,
      placementRound: 0,
      placementOptions: [],
      transportRound: 0,
    };
    turn.world.put('plan', plan);
    turn.world.put('plan-items', { id, items: [], groups: [] });
    return startOperation(turn, {
      name: 'createInboundPlan',
      sellerId: seller.id,
      subject: id,
      payload: body.items,
      extra: { inboundPlanId: id },
    });
  },
);

/** Takes the items up, or voids the plan with everything that is wrong with them. */
export const createPlanEffect: Effect = (turn, operation) => {
  const plan = turn.world.read('plan', operation.subject);
  if (!plan) return [];
  const { items, problems } = resolveItems(turn, plan, operation.payload as readonly ItemInput[]);
  if (problems.some(({ severity }) => severity === 'ERROR')) return problems;
  turn.world.put('plan-items', { id: plan.id, items, groups: [] });
  turn.world.put('plan', { ...plan, status: 'ACTIVE', updatedAt: turn.now });
  return problems;
};

const getInboundPlan = handler(
  'inbound',
  'getInboundPlan',
  {},
  withPlan((turn, _call, plan) =>
    accepted({
      ...planWire(turn, plan),
      packingOptions: plan.packingOptions.map((option) => ({
        packingOptionId: option.id,
        status: optionStatus(turn, option),
      })),
      placementOptions: plan.placementOptions.map((option) => ({
        placementOptionId: option.id,
        status: optionStatus(turn, option),
      })),
      shipments: shownShipments(turn, plan).map(({ id, status }) => ({ shipmentId: id, status })),
    }),
  ),
);

const ListPlans = z.object({
  pageSize: whole(1, 30).optional(),
  paginationToken: one.optional(),
  status: word(['ACTIVE', 'VOIDED', 'SHIPPED']).optional(),
  sortBy: word(['LAST_UPDATED_TIME', 'CREATION_TIME']).optional(),
  sortOrder: word(['ASC', 'DESC']).optional(),
});

const listInboundPlans = handler(
  'inbound',
  'listInboundPlans',
  { query: ListPlans },
  (turn, call) => {
    const { query, seller } = call;
    const direction = query.sortOrder === 'ASC' ? 1 : -1;
    const timeOf = (plan: Plan) =>
      query.sortBy === 'LAST_UPDATED_TIME' ? plan.updatedAt : plan.createdAt;
    const plans = turn.world
      .having('plan', `seller ${seller.id}`)
      .flatMap((id) => turn.world.read('plan', id) ?? [])
      .filter((plan) => query.status === undefined || shownStatus(turn, plan) === query.status)
      .sort((a, b) => direction * (timeOf(a) - timeOf(b)) || (a.id < b.id ? -1 : 1));
    const [newest] = plans;
    const shown =
      newest && turn.quirks.has('awdPlanInList')
        ? [{ ...newest, id: awdPlanId(turn, seller.id), name: 'AWD replenishment' }, ...plans]
        : plans;
    return pageAnswer(turn, call, { operation: 'listInboundPlans', items: shown }, (page) => ({
      inboundPlans: page.map((plan) => planWire(turn, plan)),
    }));
  },
);

const listInboundPlanItems = handler(
  'inbound',
  'listInboundPlanItems',
  { query: pagingQuery(1000) },
  withPlan((turn, call, plan) => {
    const items = turn.world.read('plan-items', plan.id)?.items ?? [];
    return pageAnswer(turn, call, { operation: 'listInboundPlanItems', items }, (page) => ({
      items: page.map((item) => itemWire(item)),
    }));
  }),
);

const listInboundPlanBoxes = handler(
  'inbound',
  'listInboundPlanBoxes',
  { query: pagingQuery(1000) },
  withPlan((turn, call, plan) => {
    const items = byMsku(turn.world.read('plan-items', plan.id)?.items ?? []);
    return pageAnswer(
      turn,
      call,
      { operation: 'listInboundPlanBoxes', items: planBoxes(turn, plan) },
      (page) => ({ boxes: page.map((box) => boxWire(turn, box, { items })) }),
    );
  }),
);

const updateInboundPlanName = handler(
  'inbound',
  'updateInboundPlanName',
  { body: UpdateName(40) },
  withOpenPlan('UpdateInboundPlanName', (turn, { body }, plan): Answer => {
    if (body.name !== plan.name)
      turn.world.put('plan', { ...plan, name: body.name, updatedAt: turn.now });
    return NO_CONTENT;
  }),
);

const getInboundOperationStatus = handler(
  'inbound',
  'getInboundOperationStatus',
  {},
  (turn, call: Call<unknown, unknown>) => {
    const id = call.parameters['operationId'] ?? '';
    if (!/^[a-zA-Z0-9-]{36,38}$/.test(id)) return refused(`The operation id ${id} is malformed.`);
    const operation = turn.world.read('operation', id);
    if (operation?.sellerId !== call.seller.id) return notFound('The operation was not found.');
    const echoed = turn.quirks.has('echoOtherOperationId')
      ? turn.dice.id('', 'echo', operation.id)
      : operation.id;
    return accepted({
      operation: operation.name,
      operationId: echoed,
      operationProblems: operation.status === 'IN_PROGRESS' ? [] : operation.problems,
      operationStatus: operation.status,
    });
  },
);

export const PLAN_HANDLERS = [
  createInboundPlan,
  getInboundPlan,
  listInboundPlans,
  listInboundPlanItems,
  listInboundPlanBoxes,
  updateInboundPlanName,
  getInboundOperationStatus,
];

function planBoxes(turn: Turn, plan: Plan) {
  const accepted = plan.placementOptions.find(({ status }) => status === 'ACCEPTED');
  if (!accepted)
    return boxesOf(turn.world.read('packing', plan.id)?.groups.flatMap(({ runs }) => runs) ?? []);
  return boxesOf(
    accepted.shipmentIds.flatMap((id) => turn.world.read('shipment-content', id)?.runs ?? []),
  );
}

function shownStatus(turn: Turn, plan: Plan): Exclude<PlanStatus, 'CREATING'> {
  if (plan.status === 'CREATING') return 'ACTIVE';
  // Amazon often leaves the plan ACTIVE although everything has arrived (#4128).
  if (plan.status === 'SHIPPED' && turn.quirks.has('planStaysActive')) return 'ACTIVE';
  return plan.status;
}

function planWire(turn: Turn, plan: Plan): Record<string, unknown> {
  return {
    createdAt: stamp(turn, plan.createdAt),
    inboundPlanId: plan.id,
    lastUpdatedAt: stamp(turn, plan.updatedAt),
    marketplaceIds: [plan.marketplaceId],
    name: plan.name,
    sourceAddress: plan.source,
    status: shownStatus(turn, plan),
  };
}

// The same request twice is two plans; which is which follows from how many there were.
function freeId(turn: Turn, sellerId: string, content: string): string {
  for (let ordinal = 0; ; ordinal += 1) {
    const id = turn.dice.id('wf', 'plan', sellerId, content, String(ordinal));
    if (!turn.world.read('plan', id)) return id;
  }
}

function defaultName(turn: Turn): string {
  const iso = new Date(turn.now).toISOString();
  return `FBA STA (${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${iso.slice(11, 16)})`;
}
