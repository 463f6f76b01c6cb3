import { HOUR, marketplaceById } from '#lib/kernel';

import { handler } from '../call.ts';
import { type Effect, failure } from '../operations.ts';
import { stamp, type Turn } from '../turn.ts';
import type { PackingGroup, PackingOption, Plan, PlanItem } from './entities.ts';
import { pageAnswer, pagingQuery, refused, startOnPlan, withOpenPlan, withPlan } from './guards.ts';
import { acceptedPlacement, optionStatus } from './shown.ts';
import { boxesOf, boxWire, byMsku, itemWire } from './wire.ts';
import { notFound } from '../answer.ts';

const generatePackingOptions = handler(
  'inbound',
  'generatePackingOptions',
  {},
  withOpenPlan('GeneratePackingOptions', (turn, _call, plan) => {
    if (acceptedPlacement(plan))
      return refused('Packing options cannot be generated: the placement is already confirmed.');
    return startOnPlan(turn, plan, 'generatePackingOptions', {});
  }),
);

/** Groups the units by what may share a box; each way of grouping is an option. */
export const generatePackingEffect: Effect = (turn, operation) => {
  const plan = turn.world.read('plan', operation.subject);
  const items = turn.world.read('plan-items', operation.subject);
  if (!plan || !items) return [];
  if (items.items.length === 0) return [UNSUPPORTED];
  // Asked again in time, Amazon offers the same again; what has expired does not come back.
  const expired = plan.packingOptions.some((option) => turn.now >= option.expiresAt);
  const round = plan.packingRound + (expired ? 1 : 0);
  const apart = groupsBy(items.items, (item) =>
    [item.sizeClass, item.hazmat ? 'hazmat' : '', item.handling].join(' '),
  );
  const together = groupsBy(items.items, (item) =>
    [item.sizeClass, item.hazmat ? 'hazmat' : ''].join(' '),
  );
  const ways = apart.length === together.length ? [together] : [apart, together];
  const groups: PackingGroup[] = [];
  const options: PackingOption[] = ways.map((way, number) => {
    const names = [plan.id, String(round), String(number)];
    const own = way.map((units, index): PackingGroup => ({
      id: turn.dice.id('pg', ...names, String(index)),
      items: units,
    }));
    groups.push(...own);
    return {
      id: turn.dice.id('po', ...names),
      groupIds: own.map(({ id }) => id),
      // Groups live for 24 to 72 hours (#4669).
      expiresAt: turn.now + lifetimeHours(turn, names) * HOUR,
      status: 'OFFERED',
    };
  });
  turn.world.put('plan-items', { ...items, groups });
  dropPacking(turn, plan.id);
  dropPlacements(turn, plan);
  turn.world.put('plan', {
    ...plan,
    packingRound: round,
    packingOptions: options,
    packed: false,
    placementOptions: [],
    updatedAt: turn.now,
  });
  return [];
};

const listPackingOptions = handler(
  'inbound',
  'listPackingOptions',
  { query: pagingQuery(20) },
  withPlan((turn, call, plan) =>
    pageAnswer(
      turn,
      call,
      { operation: 'listPackingOptions', items: plan.packingOptions },
      (page) => ({ packingOptions: page.map((option) => optionWire(turn, plan, option)) }),
    ),
  ),
);

const confirmPackingOption = handler(
  'inbound',
  'confirmPackingOption',
  {},
  withOpenPlan('ConfirmPackingOption', (turn, { parameters }, plan) => {
    const id = parameters['packingOptionId'] ?? '';
    const option = plan.packingOptions.find((each) => each.id === id);
    if (!option) return refused(`Packing option ${id} does not belong to the inbound plan.`);
    if (acceptedPlacement(plan))
      return refused('Packing option cannot be confirmed: the placement is already confirmed.');
    if (optionStatus(turn, option) === 'EXPIRED')
      return refused(`Packing option ${id} is expired. Please regenerate packing options.`);
    return startOnPlan(turn, plan, 'confirmPackingOption', { id });
  }),
);

export const confirmPackingEffect: Effect = (turn, operation) => {
  const plan = turn.world.read('plan', operation.subject);
  if (!plan) return [];
  const { id } = operation.payload as { id: string };
  // Confirming what is confirmed already is not an error (#4684).
  if (plan.packingOptions.some((each) => each.id === id && each.status === 'ACCEPTED')) return [];
  dropPacking(turn, plan.id);
  dropPlacements(turn, plan);
  turn.world.put('plan', {
    ...plan,
    packingOptions: plan.packingOptions.map((option) => ({
      ...option,
      status: option.id === id ? 'ACCEPTED' : 'EXPIRED',
    })),
    packed: false,
    placementOptions: [],
    updatedAt: turn.now,
  });
  return [];
};

const listPackingGroupItems = handler(
  'inbound',
  'listPackingGroupItems',
  { query: pagingQuery(100) },
  withPlan((turn, call, plan) => {
    const group = groupOf(turn, plan, call.parameters['packingGroupId'] ?? '');
    if (!group) return notFound('The packing group was not found.');
    return pageAnswer(
      turn,
      call,
      { operation: 'listPackingGroupItems', items: group.items },
      (page) => ({ items: page.map((item) => itemWire(item)) }),
    );
  }),
);

const listPackingGroupBoxes = handler(
  'inbound',
  'listPackingGroupBoxes',
  { query: pagingQuery(100) },
  withPlan((turn, call, plan) => {
    const group = groupOf(turn, plan, call.parameters['packingGroupId'] ?? '');
    if (!group) return notFound('The packing group was not found.');
    const items = byMsku(group.items);
    const packed = turn.world.read('packing', plan.id)?.groups ?? [];
    const runs = packed.find(({ groupId }) => groupId === group.id)?.runs ?? [];
    return pageAnswer(
      turn,
      call,
      { operation: 'listPackingGroupBoxes', items: boxesOf(runs) },
      (page) => ({ boxes: page.map((box) => boxWire(turn, box, { items })) }),
    );
  }),
);

export const PACKING_HANDLERS = [
  generatePackingOptions,
  listPackingOptions,
  confirmPackingOption,
  listPackingGroupItems,
  listPackingGroupBoxes,
];

function lifetimeHours(turn: Turn, names: readonly string[]): number {
  return turn.quirks.has('group24h') ? 24 : turn.dice.between(24, 72, 'packing expiry', ...names);
}

/** The heaviest box a group may have: fifty pounds in the US, unless a single unit weighs more. */
export function heaviestBox(
  marketplaceId: string,
  items: readonly PlanItem[],
): { readonly value: number; readonly unit: 'LB' | 'KG' } {
  const country = marketplaceById(marketplaceId)?.country;
  const limit = country === 'US' ? 50 : country === 'JP' ? 40 : 23;
  const unit = country === 'US' ? 'LB' : 'KG';
  const heaviest = Math.max(0, ...items.map(({ grams }) => grams));
  const inUnit = heaviest / (unit === 'LB' ? 453.592_37 : 1000);
  // One unit above the limit travels alone in its box, marked Team Lift.
  return { value: inUnit > limit ? Math.ceil(inUnit + 10) : limit, unit };
}

/** Forgets the placements on offer and their shipments. */
export function dropPlacements(turn: Turn, plan: Plan): void {
  for (const option of plan.placementOptions)
    for (const id of option.shipmentIds) {
      turn.world.remove('shipment', id);
      turn.world.remove('shipment-content', id);
      turn.world.remove('transport', id);
      turn.world.remove('windows', id);
    }
}

function dropPacking(turn: Turn, planId: string): void {
  if (turn.world.read('packing', planId)) turn.world.remove('packing', planId);
}

export function groupOf(turn: Turn, plan: Plan, groupId: string): PackingGroup | undefined {
  return turn.world.read('plan-items', plan.id)?.groups.find(({ id }) => id === groupId);
}

function groupsBy(items: readonly PlanItem[], keyOf: (item: PlanItem) => string): PlanItem[][] {
  const groups = new Map<string, PlanItem[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

function optionWire(turn: Turn, plan: Plan, option: PackingOption): object {
  const items = option.groupIds.flatMap((id) => groupOf(turn, plan, id)?.items ?? []);
  const { value, unit } = heaviestBox(plan.marketplaceId, items);
  return {
    discounts: [],
    expiration: stamp(turn, option.expiresAt),
    fees: [],
    packingGroups: option.groupIds,
    packingOptionId: option.id,
    status: optionStatus(turn, option),
    supportedConfigurations: [
      {
        boxPackingMethods: ['BOX_CONTENT_PROVIDED', 'MANUAL_PROCESS', 'BARCODE_2D'],
        boxRequirements: { weight: { minimum: 0, maximum: value, unit } },
        shippingRequirements: [
          { modes: MODES, solution: 'AMAZON_PARTNERED_CARRIER' },
          { modes: MODES, solution: 'USE_YOUR_OWN_CARRIER' },
        ],
      },
    ],
    supportedShippingConfigurations: MODES.flatMap((shippingMode) =>
      ['AMAZON_PARTNERED_CARRIER', 'USE_YOUR_OWN_CARRIER'].map((shippingSolution) => ({
        shippingMode,
        shippingSolution,
      })),
    ),
  };
}

const MODES = ['GROUND_SMALL_PARCEL', 'FREIGHT_LTL'];

const UNSUPPORTED = failure(
  'BadRequest',
  'ERROR: Operation GeneratePackingOptions cannot be processed because the inbound plan does not ' +
    'support packing options.',
);
