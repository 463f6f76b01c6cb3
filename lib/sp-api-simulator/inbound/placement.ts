import { HOUR } from '#lib/kernel';

import { handler } from '../call.ts';
import { digestOf } from '../hash.ts';
import { type Effect, failure } from '../operations.ts';
import { stamp, type Turn } from '../turn.ts';
import { centresFor } from './centres.ts';
import type { PlacementOption, Plan, PlanItem, Shipment } from './entities.ts';
import { pageAnswer, pagingQuery, refused, startOnPlan, withOpenPlan, withPlan } from './guards.ts';
import { charge } from './ledger.ts';
import { dropPlacements } from './packing.ts';
import { type Spread, unitFeeMinor } from './placement-fees.ts';
import {
  boxCount,
  divisibility,
  hasIdenticalCartons,
  type Load,
  loadsOf,
  type Lot,
  split,
  unpackedLoads,
} from './placement-split.ts';
import { GeneratePlacementOptions } from './schemas.ts';
import { acceptedPacking, acceptedPlacement, optionStatus } from './shown.ts';
import { currencyOf, moneyWire } from './wire.ts';

const generatePlacementOptions = handler(
  'inbound',
  'generatePlacementOptions',
  { body: GeneratePlacementOptions, bodyMayBeMissing: true },
  withOpenPlan('GeneratePlacementOptions', (turn, { body }, plan) => {
    if (acceptedPlacement(plan))
      return refused('Placement options cannot be generated: a placement is already confirmed.');
    if (body.customPlacement)
      return refused('customPlacement is only supported for the India marketplace.');
    return startOnPlan(turn, plan, 'generatePlacementOptions', {});
  }),
);

// Options live for 72 hours (#4194).
const OPTION_LIFETIME_MS = 72 * HOUR;

export const generatePlacementEffect: Effect = (turn, operation) => {
  const plan = turn.world.read('plan', operation.subject);
  const planItems = turn.world.read('plan-items', operation.subject);
  if (!plan || !planItems) return [];
  const option = acceptedPacking(plan);
  const packing = turn.world.read('packing', plan.id);
  // A plan without packing options is packed later; one with them is packed now.
  if (plan.packingOptions.length > 0 && (!option || !packing)) return [NOT_PACKED];
  const groups = planItems.groups.filter(({ id }) => option?.groupIds.includes(id));
  const loads = packing ? loadsOf(groups, packing) : unpackedLoads(planItems.items);
  const expired = plan.placementOptions.some((each) => turn.now >= each.expiresAt);
  const round = plan.placementRound + (expired ? 1 : 0);
  dropPlacements(turn, plan);
  const content = digestOf([round, packing?.groups ?? planItems.items]);
  const options = spreadsOf(turn, plan, loads).map(({ spread, lots }) =>
    offer(turn, plan, { spread, lots, content }),
  );
  turn.world.put('plan', {
    ...plan,
    placementRound: round,
    placementOptions: options,
    updatedAt: turn.now,
  });
  return [];
};

const listPlacementOptions = handler(
  'inbound',
  'listPlacementOptions',
  { query: pagingQuery(20) },
  withPlan((turn, call, plan) => {
    const currency = currencyOf(plan.marketplaceId);
    return pageAnswer(
      turn,
      call,
      { operation: 'listPlacementOptions', items: plan.placementOptions },
      (page) => ({
        placementOptions: page.map((option) => ({
          discounts: [],
          expiration: stamp(turn, option.expiresAt),
          fees:
            option.feeMinor === 0
              ? []
              : [
                  {
                    description: 'Placement service fee for the inbound plan.',
                    target: 'Placement Services',
                    type: 'FEE',
                    value: moneyWire(option.feeMinor, currency),
                  },
                ],
          placementOptionId: option.id,
          shipmentIds: option.shipmentIds,
          status: optionStatus(turn, option),
        })),
      }),
    );
  }),
);

const confirmPlacementOption = handler(
  'inbound',
  'confirmPlacementOption',
  {},
  withOpenPlan('ConfirmPlacementOption', (turn, { parameters }, plan) => {
    const id = parameters['placementOptionId'] ?? '';
    const option = plan.placementOptions.find((each) => each.id === id);
    if (!option) return refused(`Placement option ${id} does not belong to the inbound plan.`);
    if (acceptedPlacement(plan))
      return refused(`A placement option is already confirmed for inbound plan ${plan.id}.`);
    if (optionStatus(turn, option) === 'EXPIRED')
      return refused(`Placement option ${id} is expired. Please regenerate placement options.`);
    return startOnPlan(turn, plan, 'confirmPlacementOption', { id });
  }),
);

export const confirmPlacementEffect: Effect = (turn, operation) => {
  const plan = turn.world.read('plan', operation.subject);
  const { id } = operation.payload as { id: string };
  const chosen = plan?.placementOptions.find((option) => option.id === id);
  if (!plan || !chosen) return [];
  const others = plan.placementOptions.filter((option) => option.id !== id);
  dropPlacements(turn, { ...plan, placementOptions: others });
  turn.world.put('plan', {
    ...plan,
    placementOptions: plan.placementOptions.map((option) => ({
      ...option,
      status: option.id === id ? 'ACCEPTED' : 'EXPIRED',
    })),
    updatedAt: turn.now,
  });
  for (const shipmentId of chosen.shipmentIds) {
    const shipment = turn.world.read('shipment', shipmentId);
    if (shipment) turn.world.put('shipment', confirmed(turn, shipment));
  }
  charge(turn, plan, { reason: 'placement', about: id, minor: chosen.feeMinor });
  return [];
};

export const PLACEMENT_HANDLERS = [
  generatePlacementOptions,
  listPlacementOptions,
  confirmPlacementOption,
];

function confirmed(turn: Turn, shipment: Shipment): Shipment {
  return {
    ...shipment,
    status: 'WORKING',
    confirmationId: freeConfirmationId(turn, shipment.id),
    referenceId: turn.dice.letters(8, 'reference', shipment.id),
    updatedAt: turn.now,
    history: [...shipment.history, { status: 'WORKING', at: turn.now }],
  };
}

function freeConfirmationId(turn: Turn, shipmentId: string): string {
  for (let salt = 0; ; salt += 1) {
    const id = `FBA19${turn.dice.letters(7, 'confirmation', shipmentId, String(salt))}`;
    if (turn.world.having('shipment', `confirmation ${id}`).length === 0) return id;
  }
}

type Way = { readonly spread: Spread; readonly lots: readonly Lot[] };

/** The ways of spreading the plan: one destination, a few, and many for free where cartons allow it. */
function spreadsOf(turn: Turn, plan: Plan, loads: readonly Load[]): Way[] {
  const [main, ...rest] = [...loads].sort((a, b) => boxCount(b) - boxCount(a));
  if (!main) return [];
  const minor = rest.flatMap((load) => split(load, 1));
  const centres = centresFor(turn.dice, plan.marketplaceId, main.sizeClass, []).length;
  const most = Math.min(divisibility(main), centres - minor.length);
  const ways: Way[] = [{ spread: 'minimal', lots: [...split(main, 1), ...minor] }];
  const route = namesOf(plan, loads.flatMap(({ parts }) => parts).flatMap(mskusIn));
  const few = turn.dice.between(2, 3, 'partial', ...route);
  if (most >= 2 && isCharged(plan))
    ways.push({ spread: 'partial', lots: [...split(main, Math.min(few, most)), ...minor] });
  const many = turn.dice.between(4, 5, 'optimized', ...route);
  if (most >= many && loads.every(hasIdenticalCartons) && isCharged(plan))
    ways.push({ spread: 'optimized', lots: [...split(main, many), ...minor] });
  return ways.filter(({ lots }) => lots.length > 0);
}

// Placement fees, and with them a choice, exist in the US only (checked 2026-11-23).
function isCharged(plan: Plan): boolean {
  return plan.marketplaceId === 'ATVPDKIKX0DER';
}

function mskusIn({ items }: { readonly items: readonly PlanItem[] }): string[] {
  return items.map(({ msku }) => msku);
}

// Destinations and fees go by what is sent and from where, not by how much.
function namesOf(plan: Plan, mskus: readonly string[]): string[] {
  return [plan.sellerId, plan.marketplaceId, plan.source.postalCode, ...mskus.toSorted()];
}

function offer(
  turn: Turn,
  plan: Plan,
  { spread, lots, content }: Way & { readonly content: string },
): PlacementOption {
  // The route of a large plan is thousands of names long: it is digested once, not for every unit.
  const route = turn.dice.hex('route', ...namesOf(plan, [...new Set(lots.flatMap(mskusIn))]));
  const id = turn.dice.id('pl', plan.id, spread, content);
  const used = new Set<string>();
  const shipments = lots.map((lot, index) => {
    const ranked = centresFor(turn.dice, plan.marketplaceId, lot.sizeClass, [route, spread]);
    const centre = ranked.find(({ code }) => !used.has(code)) ?? ranked[0];
    if (!centre) throw new Error(`no fulfilment centre for ${plan.marketplaceId}`);
    used.add(centre.code);
    return unconfirmed(turn, plan, { lot, centre: centre.code, optionId: id, index });
  });
  return {
    id,
    shipmentIds: shipments.map((shipment) => shipment.id),
    feeMinor: isCharged(plan) ? feeOf(turn, lots, spread, route) : 0,
    expiresAt: turn.now + OPTION_LIFETIME_MS,
    status: 'OFFERED',
  };
}

function feeOf(turn: Turn, lots: readonly Lot[], spread: Spread, route: string): number {
  const fees = new Map<string, number>();
  const perUnit = (item: PlanItem) => {
    const fee = fees.get(item.msku) ?? unitFeeMinor(turn.dice, item, spread, [route, item.msku]);
    fees.set(item.msku, fee);
    return fee;
  };
  return lots
    .flatMap(({ items }) => items)
    .reduce((sum, item) => sum + perUnit(item) * item.quantity, 0);
}

function unconfirmed(
  turn: Turn,
  plan: Plan,
  place: {
    readonly lot: Lot;
    readonly centre: string;
    readonly optionId: string;
    readonly index: number;
  },
): Shipment {
  const { lot, centre, optionId, index } = place;
  const id = turn.dice.id('sh', optionId, String(index));
  const iso = new Date(turn.now).toISOString();
  const date = `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
  const shipment: Shipment = {
    id,
    planId: plan.id,
    sellerId: plan.sellerId,
    marketplaceId: plan.marketplaceId,
    placementOptionId: optionId,
    name: `FBA STA (${date})-${centre}`,
    centre,
    source: plan.source,
    status: 'UNCONFIRMED',
    createdAt: turn.now,
    updatedAt: turn.now,
    history: [{ status: 'UNCONFIRMED', at: turn.now }],
    receipts: [],
  };
  turn.world.put('shipment', shipment);
  turn.world.put('shipment-content', {
    id,
    planId: plan.id,
    items: lot.items,
    runs: lot.runs,
    packed: lot.runs.length > 0,
  });
  return shipment;
}

const NOT_PACKED = failure(
  'FBA_INB_0313',
  'ERROR: Packing information is missing for the inbound plan. Set packing information first.',
);
