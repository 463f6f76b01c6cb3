import { beforeAll, describe, expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { money } from '#lib/kernel';
import * as door from './server.ts';
import { OWN_CARRIER } from './core/carrier.ts';
import { see, takeWay } from './testing/way.ts';

const database = testDatabase();
const US = 'ATVPDKIKX0DER';

let bench: PracticeBench;
let planId: string;
let shipmentId: string;
let version: number;

beforeAll(async () => {
  bench = await practiceBench(database);
  planId = await takeWay(bench, 'tracked', OWN_CARRIER);
  const view = await see(bench, planId);
  ({ version } = view);
  shipmentId = view.plan.shipments[0]?.id ?? '';
});

type Ref = { readonly planId: string; readonly version: number };

// Every verb of the door, with input that would do for the plan's own workspace.
const ACTS = {
  cancelPlan: (ref: Ref) => door.cancelPlan(bench.stranger, ref),
  previewContents: (ref: Ref) =>
    door.previewContents(bench.stranger, { ...ref, shipmentId, boxes: [] }),
  confirmContents: (ref: Ref) =>
    door.confirmContents(bench.stranger, { ...ref, shipmentId, previewId: 'any' }),
  readDefects: (ref: Ref) => door.readDefects(bench.stranger, ref),
  receiving: (ref: Ref) => door.receiving(bench.stranger, ref.planId),
  evidence: (ref: Ref) => door.evidence(bench.stranger, ref.planId),
  evidenceFile: (ref: Ref) =>
    door.evidenceFile(bench.stranger, {
      planId: ref.planId,
      format: 'pdf',
      size: 'A4',
      locale: 'en',
      timeZone: 'UTC',
      words: {} as door.EvidenceWords,
    }),
  addPhoto: (ref: Ref) =>
    door.addPhoto(bench.stranger, {
      planId: ref.planId,
      box: '',
      note: '',
      bytes: Uint8Array.from([0xff, 0xd8, 0xff]),
    }),
  planAgain: (ref: Ref) => door.planAgain(bench.stranger, ref),
  offerCarriers: (ref: Ref) =>
    door.offerCarriers(bench.stranger, { ...ref, shipDate: '2026-12-01' }),
  confirmCarrier: (ref: Ref) =>
    door.confirmCarrier(bench.stranger, { ...ref, proposalId: 'any', windows: {} }),
  changeWindow: (ref: Ref) =>
    door.changeWindow(bench.stranger, { ...ref, shipmentId, windowId: 'any' }),
  saveFreight: (ref: Ref) =>
    door.saveFreight(bench.stranger, {
      ...ref,
      shipDate: '2026-12-01',
      freight: { shipments: [] },
    }),
  saveMainLeg: (ref: Ref) => door.saveMainLeg(bench.stranger, ref),
  chooseInventory: (ref: Ref) =>
    door.chooseInventory(bench.stranger, { ...ref, add: [], removeSkus: [] }),
  confirmPlacement: (ref: Ref) =>
    door.confirmPlacement(bench.stranger, { ...ref, offerId: 'any', agreed: money(0, 'USD') }),
  comparePlacements: (ref: Ref) =>
    door.comparePlacements(bench.stranger, { ...ref, shipDate: '2026-12-01' }),
  landedCostBoard: (ref: Ref) => door.landedCostBoard(bench.stranger, ref.planId),
  renewPlacement: (ref: Ref) => door.renewPlacement(bench.stranger, ref),
  viewPlan: (ref: Ref) => door.viewPlan(bench.stranger, ref.planId),
  markLabelled: (ref: Ref) => door.markLabelled(bench.stranger, ref),
  unmarkLabelled: (ref: Ref) => door.unmarkLabelled(bench.stranger, ref),
  noteItemLabels: (ref: Ref) =>
    door.noteItemLabels(bench.stranger, { planId: ref.planId, format: 'Letter_30', counts: {} }),
  printBoxLabels: (ref: Ref) =>
    door.printBoxLabels(bench.stranger, {
      planId: ref.planId,
      shipmentId,
      pageType: 'PackageLabel_Plain_Paper',
    }),
  printPaper: (ref: Ref) =>
    door.printPaper(bench.stranger, { ...PAPER, planId: ref.planId, shipmentId }),
  refreshShipments: (ref: Ref) => door.refreshShipments(bench.stranger, ref.planId),
  glanceAtAmazon: async (ref: Ref) => {
    await door.glanceAtAmazon(bench.stranger, ref.planId);
    return door.viewPlan(bench.stranger, ref.planId);
  },
  noteForeignChanges: (ref: Ref) => door.noteForeignChanges(bench.stranger, ref),
  findCulprit: (ref: Ref) => door.findCulprit(bench.stranger, ref),
  stopSearch: (ref: Ref) => door.stopSearch(bench.stranger, ref),
  takeOutCulprits: (ref: Ref) => door.takeOutCulprits(bench.stranger, ref),
  renewPacking: (ref: Ref) => door.renewPacking(bench.stranger, ref),
  exchangeScans: ({ planId: id }: Ref) =>
    door.exchangeScans(bench.stranger, { planId: id, scans: [A_SCAN], after: 0 }),
  takeStationBoxes: (ref: Ref) => door.takeStationBoxes(bench.stranger, ref),
  saveBoxes: (ref: Ref) => door.saveBoxes(bench.stranger, { ...ref, boxes: [] }),
  sendBoxes: (ref: Ref) => door.sendBoxes(bench.stranger, { ...ref, boxes: [] }),
  savePlanDetails: (ref: Ref) =>
    door.savePlanDetails(bench.stranger, { ...ref, name: 'Mine now', lines: [] }),
  finishPlanDetails: (ref: Ref) =>
    door.finishPlanDetails(bench.stranger, { ...ref, name: 'Mine now', lines: [] }),
  savePrep: (ref: Ref) => door.savePrep(bench.stranger, { ...ref, lines: [] }),
  createAtAmazon: (ref: Ref) => door.createAtAmazon(bench.stranger, { ...ref, lines: [] }),
  planCosts: (ref: Ref) => door.planCosts(bench.stranger, ref.planId),
  saveFirstLegCosts: (ref: Ref) =>
    door.saveFirstLegCosts(bench.stranger, {
      ...ref,
      shipmentId,
      typed: { forwarder: 'Any', way: 'air', divisor: '6000', charges: [] },
    }),
  saveTracking: (ref: Ref) =>
    door.saveTracking(bench.stranger, { ...ref, shipments: [{ shipmentId, entries: [] }] }),
} as const;

const A_SCAN = {
  station: 'STRANGER',
  sequence: 1,
  at: 1,
  deed: { kind: 'box-opened', boxId: 'S-1', groupId: 'any' },
} as const;

// Refused long before a word of it is written.
const PAPER = {
  kind: 'summary',
  size: 'A4',
  boxPaper: 'THERMAL_4x6',
  palletCount: 1,
  isPreview: false,
  locale: 'en',
  words: {} as door.InboundPaperWords,
} as const;

const LOOKS = {
  placementOffers: () => door.placementOffers(bench.stranger, planId),
  transportOffers: () => door.transportOffers(bench.stranger, planId),
  windowOffers: () => door.windowOffers(bench.stranger, planId),
  lastLookAt: async () => ((await door.lastLookAt(bench.stranger)) === undefined ? [] : ['seen']),
  planHistory: () => door.planHistory(bench.stranger, planId, 50),
  packTrail: () => door.packTrail(bench.stranger, planId),
  photoBytes: async () => ((await door.photoBytes(bench.stranger, planId, 'any')) ? ['seen'] : []),
  contentPreviews: () => door.contentPreviews(bench.stranger, planId),
  moneyOf: () => door.moneyOf(bench.stranger, planId),
  printsOf: () => door.printsOf(bench.stranger, planId),
} as const;

// Asked by the worker, which carries out what was started in a workspace; or about no plan at all.
const NOT_FOR_SELLERS = [
  'carryDefects',
  'connectionOfDefectRead',
  'connectionOfErrand',
  'connectionOfPlan',
  'plansAtAmazon',
  'runErrand',
];
// The library of boxes and factories, clocks, and what goods cost have tests of their own.
const OF_NO_PLAN = [
  'boxSizes',
  'calendarFeed',
  'clocks',
  'factoryLayouts',
  'firstLegCostsOfSkus',
  'forwarders',
  'makeCalendarFeed',
  'noteClocks',
  'openCalendarFeed',
  'removeForwarder',
  'revokeCalendarFeed',
  'saveForwarder',
  'removeBoxSize',
  'saveBoxSize',
  'saveCosts',
  'saveFactoryLayout',
  'inboundReports',
  'knownItemCodes',
  'labelLines',
  'listPlans',
  'proposeBoxes',
  'startPlan',
  'storeDay',
  'today',
];

describe("for another workspace's plan", () => {
  test.each(Object.entries(ACTS))('%s finds no plan and changes nothing', async (_, act) => {
    const sent = bench.sent.length;
    const answer = await act({ planId, version });
    expect(answer.ok ? 'done' : answer.problems.map(({ code }) => code)).toEqual([
      'plan-not-found',
    ]);
    expect(bench.sent).toHaveLength(sent);
    expect((await see(bench, planId)).version).toBe(version);
  });

  test.each(Object.entries(LOOKS))('%s shows nothing', async (_, look) => {
    expect(await look()).toEqual([]);
  });

  test('the list and the totals of the list are empty', async () => {
    const list = await door.listPlans(bench.stranger, { filter: 'all', page: 1, pageSize: 10 });
    expect(list).toMatchObject({ plans: [], total: 0 });
  });

  test('a new plan does not take its listings', async () => {
    const { plan } = await see(bench, planId);
    const own = await bench.context.db.listing.findMany({
      where: { sku: { in: plan.lines.map(({ sku }) => sku) } },
    });
    const started = await door.startPlan(bench.stranger, {
      marketplaceId: US,
      name: 'Mine now',
      listingIds: own.map(({ id }) => id),
    });
    if (!started.ok) throw new Error('a plan may be started with nothing');
    const view = await door.viewPlan(bench.stranger, started.value.planId);
    expect(view.ok && view.value.plan.lines).toEqual([]);
  });

  test('no verb of the door is left out here', () => {
    const verbs = Object.entries(door).flatMap(([name, value]) =>
      typeof value === 'function' ? [name] : [],
    );
    const tried = [...Object.keys(ACTS), ...Object.keys(LOOKS), ...NOT_FOR_SELLERS, ...OF_NO_PLAN];
    expect(verbs.toSorted()).toEqual(tried.toSorted());
  });
});
