import type { PracticeBench } from '#lib/context/testing';
import { dimensionsOf, ok, type Problem, type Result, weightOf } from '#lib/kernel';
import {
  carryConversion,
  carrySync,
  convertListings,
  findListings,
  syncListings,
} from '#lib/listings/server';
import type { InboundPlan, PlannedBox } from '../core/inbound-plan.ts';
import { parcelProposals, OWN_CARRIER, PARTNERED } from '../core/carrier.ts';
import { boxLabelFormats } from '../core/box-label-formats.ts';
import { netFee } from '../core/placement.ts';
import { runErrand, type RunOutcome } from '../errands/run-errand.ts';
import {
  confirmCarrier,
  confirmPlacement,
  createAtAmazon,
  finishPlanDetails,
  offerCarriers,
  placementOffers,
  type PlanView,
  printBoxLabels,
  renewPacking,
  saveTracking,
  sendBoxes,
  startPlan,
  storeDay,
  transportOffers,
  viewPlan,
  windowOffers,
} from '../server.ts';
import type { SavePlanInput } from '../verbs/save-plan.ts';

const US = 'ATVPDKIKX0DER';
const MOST_RUNS = 50;

export const SHIP_FROM = {
  name: 'Mei Chen',
  addressLine1: '400 Harbor Way',
  city: 'Oakland',
  stateOrProvinceCode: 'CA',
  postalCode: '94607',
  countryCode: 'US',
  phoneNumber: '5105550142',
};

export type WayEnd =
  | 'planned'
  | 'created'
  | 'packed'
  | 'placed'
  | 'offered'
  | 'shipped'
  | 'tracked';

/** One run of the worker's job for an errand. */
export type CarryOn = (bench: PracticeBench, errandId: string) => Promise<RunOutcome>;

const steadily: CarryOn = (bench, errandId) => runErrand(bench.context, errandId, bench.wait);

/** Carries the plan's errand on as the worker would, until it is over. */
export async function carry(
  bench: PracticeBench,
  planId: string,
  carryOn: CarryOn = steadily,
): Promise<InboundPlan> {
  for (let run = 0; run < MOST_RUNS; run += 1) {
    const { plan } = await see(bench, planId);
    if (plan.errand?.state !== 'running') return plan;
    const outcome = await carryOn(bench, plan.errand.id);
    if (outcome.again !== undefined) await bench.wait(outcome.again * 1_000);
  }
  throw new Error(`the errand of plan ${planId} does not end`);
}

export async function see(bench: PracticeBench, planId: string): Promise<PlanView> {
  return expectOk(await viewPlan(bench.context, planId));
}

/** The id of the plan's running errand. */
export async function errandOf(bench: PracticeBench, planId: string): Promise<string> {
  const { plan } = await see(bench, planId);
  if (!plan.errand) throw new Error('nothing is asked of Amazon');
  return plan.errand.id;
}

/** Walks a plan of a few SKUs as far as `end`, partnered unless told. */
export async function takeWay(
  bench: PracticeBench,
  end: WayEnd,
  solution: Solution = PARTNERED,
  carryOn: CarryOn = steadily,
): Promise<string> {
  const planId = await planned(bench);
  for (const { name, act } of waySteps(solution)) {
    if (end === 'planned') break;
    expectOk(await act(bench, planId));
    const plan = await carry(bench, planId, carryOn);
    if (plan.errand)
      throw new Error(`${name}: ${JSON.stringify((await see(bench, planId)).problems)}`);
    if (name === end) break;
  }
  return planId;
}

/** Something the seller does, as the plan now is; what Amazon has to do with it is an errand's. */
export type SellersAct = (bench: PracticeBench, planId: string) => Promise<Result<unknown>>;
export type WayStep = { readonly name: WayEnd; readonly act: SellersAct };

export type Solution = typeof PARTNERED | typeof OWN_CARRIER;
type Ref = { readonly planId: string; readonly version: number };

/** The steps of the way after the plan is written down. */
export function waySteps(solution: Solution): readonly WayStep[] {
  const step = (
    name: WayEnd,
    act: (bench: PracticeBench, ref: Ref) => Promise<Result<unknown>>,
  ): WayStep => ({
    name,
    act: async (bench, planId) =>
      act(bench, { planId, version: (await see(bench, planId)).version }),
  });
  return [
    step('created', createPlan),
    step('packed', packAll),
    step('placed', place),
    step('offered', offer),
    step('shipped', (bench, ref) => ship(bench, ref, solution)),
    step('tracked', track),
  ];
}

/** Listings read in, three SKUs ready for FBA, a plan with quantities and prep. */
export async function planned(bench: PracticeBench): Promise<string> {
  const planId = await drafted(bench);
  expectOk(await finishDetails(bench, planId));
  await carry(bench, planId);
  return planId;
}

/** Listings read in, three SKUs ready for FBA and chosen. */
export async function drafted(bench: PracticeBench): Promise<string> {
  await readListings(bench);
  await convert(bench, 'SPT-SIL-3');
  const ids = await listingIds(bench, ['SPT-SIL-3', 'BTL-SS-500', 'PHN-CS-S24']);
  const { planId } = expectOk(
    await startPlan(bench.context, { marketplaceId: US, name: 'March restock', listingIds: ids }),
  );
  return planId;
}

export const finishDetails: SellersAct = async (bench, planId) =>
  finishPlanDetails(bench.context, await detailsOf(bench, planId));

/** The details of a plan whose boxes are told per shipment, after the placement. */
export const finishDetailsPackedLater: SellersAct = async (bench, planId) =>
  finishPlanDetails(bench.context, { ...(await detailsOf(bench, planId)), packsLater: true });

async function detailsOf(bench: PracticeBench, planId: string): Promise<SavePlanInput> {
  return {
    planId,
    version: (await see(bench, planId)).version,
    name: 'March restock',
    shipFrom: SHIP_FROM,
    lines: [
      { sku: 'SPT-SIL-3', quantity: 50 },
      { sku: 'BTL-SS-500', quantity: 60 },
      { sku: 'PHN-CS-S24', quantity: 100 },
    ],
  };
}

export async function readListings(bench: PracticeBench): Promise<void> {
  const { importId } = expectOk(await syncListings(bench.context, US));
  for (let run = 0; run < MOST_RUNS; run += 1) {
    const { again } = await carrySync(bench.context, importId);
    if (again === undefined) return;
    await bench.wait(again * 1_000);
  }
  throw new Error('the listings do not arrive');
}

export async function listingIds(
  bench: PracticeBench,
  skus: readonly string[],
): Promise<readonly string[]> {
  const { listings } = await findListings(bench.context, {
    marketplaceId: US,
    sort: 'sku',
    descending: false,
    page: 1,
    pageSize: 100,
  });
  return skus.map((sku) => {
    const id = listings.find((listing) => listing.sku === sku)?.id;
    if (id === undefined) throw new Error(`no listing ${sku}`);
    return id;
  });
}

async function convert(bench: PracticeBench, sku: string): Promise<void> {
  const [listingId = ''] = await listingIds(bench, [sku]);
  const outcome = expectOk(
    await convertListings(bench.context, [
      {
        listingId,
        request: {
          to: 'amazon',
          barcode: 'fnsku',
          batteries: 'none',
          dangerousGoods: 'not-applicable',
          dimensions: dimensionsOf([12, 4, 1.2], 'IN'),
          weight: weightOf(0.45, 'LB'),
        },
      },
    ]),
  );
  if (outcome.refused.length > 0) throw new Error(JSON.stringify(outcome.refused));
  for (let run = 0; run < MOST_RUNS; run += 1) {
    const { again } = await carryConversion(bench.context, listingId);
    if (again === undefined) return;
    await bench.wait(again * 1_000);
  }
  throw new Error('the conversion does not end');
}

/** Sends the prep step, sizes and all. */
export async function createPlan(bench: PracticeBench, ref: Ref) {
  const { plan } = await see(bench, ref.planId);
  // Where only the packing options are missing, they are what the page offers to ask for.
  if (plan.amazonPlanId !== undefined) return renewPacking(bench.context, ref);
  return createAtAmazon(bench.context, {
    ...ref,
    lines: plan.lines.map((line) => ({
      sku: line.sku,
      unitDimensions: line.unitDimensions ?? dimensionsOf([9, 3, 3], 'IN'),
      unitWeight: line.unitWeight ?? weightOf(0.9, 'LB'),
      ...(line.prep?.category === 'UNKNOWN'
        ? { prepCategory: 'NONE', prepTypes: ['ITEM_NO_PREP'] }
        : {}),
    })),
  });
}

/** Everything of a group into one kind of box, ten units of each SKU at most. */
export function boxesFor(plan: InboundPlan): PlannedBox[] {
  return (plan.packing?.groups ?? []).flatMap((group) =>
    group.items.map((item) => ({
      groupId: group.id,
      copies: item.quantity / 10,
      dimensions: dimensionsOf([20, 16, 12], 'IN'),
      weight: weightOf(22.5, 'LB'),
      items: [{ sku: item.sku, quantity: 10 }],
    })),
  );
}

export async function packAll(bench: PracticeBench, ref: Ref) {
  const { plan } = await see(bench, ref.planId);
  return sendBoxes(bench.context, { ...ref, boxes: boxesFor(plan) });
}

export async function place(bench: PracticeBench, ref: Ref) {
  const offers = await placementOffers(bench.context, ref.planId);
  const [first] = offers.toSorted((a, b) => a.shipments.length - b.shipments.length);
  if (!first) throw new Error('no placement');
  const agreed = netFee(first, 'USD');
  return confirmPlacement(bench.context, { ...ref, offerId: first.id, agreed });
}

async function offer(bench: PracticeBench, ref: Ref) {
  const { plan } = await see(bench, ref.planId);
  return offerCarriers(bench.context, { ...ref, shipDate: storeDay(bench.context, plan) });
}

async function ship(bench: PracticeBench, ref: Ref, solution: string) {
  const { plan } = await see(bench, ref.planId);
  const ids = plan.shipments.map((shipment) => shipment.id);
  const proposals = parcelProposals(await transportOffers(bench.context, ref.planId), ids);
  const proposal = proposals.find((candidate) => candidate.solution === solution);
  if (!proposal) throw new Error(`no ${solution}`);
  const windows = await windowOffers(bench.context, ref.planId);
  const picked = Object.fromEntries(
    ids.map((id) => [
      id,
      windows.find((window) => window.shipmentId === id && window.availability !== 'BLOCKED')?.id ??
        '',
    ]),
  );
  return confirmCarrier(bench.context, {
    ...ref,
    proposalId: proposal.id,
    windows: picked,
    ...(proposal.cost ? { agreed: proposal.cost } : {}),
  });
}

/** Prints the box labels of every shipment. */
export const labelAll: SellersAct = async (bench, planId) => {
  const { plan } = await see(bench, planId);
  for (const { id: shipmentId, transport } of plan.shipments) {
    const [pageType = ''] = boxLabelFormats(transport, true);
    const printed = await printBoxLabels(bench.context, { planId, shipmentId, pageType });
    if (!printed.ok) return printed;
  }
  return ok(undefined);
};

async function track(bench: PracticeBench, ref: Ref) {
  const { plan } = await see(bench, ref.planId);
  return saveTracking(bench.context, {
    ...ref,
    shipments: plan.shipments.map((shipment, at) => ({
      shipmentId: shipment.id,
      entries: shipment.boxes.map((box, index) => ({
        boxId: box.boxId ?? '',
        number: `1Z999AA1${String(at).padStart(2, '0')}${String(index).padStart(8, '0')}`,
      })),
    })),
  });
}

export function expectOk<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.problems satisfies readonly Problem[])}`);
}
