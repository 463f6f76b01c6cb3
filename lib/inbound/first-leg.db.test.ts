import { expect, test } from 'vitest';
import { practiceBench, type PracticeBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { money } from '#lib/kernel';
import type { TypedBill } from './core/first-leg-bill.ts';
import type { TypedTariff } from './core/forwarder-tariff.ts';
import {
  firstLegCostsOfSkus,
  forwarders,
  inboundReports,
  planCosts,
  removeForwarder,
  saveFirstLegCosts,
  saveForwarder,
} from './server.ts';
import { insertPlan, loadPlan, savePlan } from './store.ts';
import { aPackedPlan, aPlacedPlan, aShipment, UNITED_STATES } from './testing/plans.ts';
import { expectOk } from './testing/way.ts';

const database = testDatabase();

const BILL: TypedBill = {
  forwarder: 'Ningbo Lines',
  way: 'ocean',
  divisor: '6000',
  charges: [
    {
      kind: 'freight',
      amount: '1000',
      currency: 'CNY',
      rate: '0.14',
      rateDay: '2026-11-20',
      basis: 'chargeable-weight',
    },
    { kind: 'duty', amount: '10.01', currency: 'USD', rate: '', rateDay: '', basis: 'units' },
  ],
};
const TARIFF: TypedTariff = {
  name: 'Shenzhen Air',
  way: 'air',
  days: '9',
  currency: 'USD',
  divisor: '6000',
  leastPerBox: '',
  roundUpTo: '',
  steps: '0 5',
  leastCharge: '',
  fixed: '',
  rate: '',
  rateDay: '',
};

async function placed(bench: PracticeBench, shipmentId: string): Promise<string> {
  const id = crypto.randomUUID();
  const shipments = [aShipment({ id: shipmentId })];
  await insertPlan(bench.context, aPlacedPlan({ id, shipments }));
  return id;
}

const unitCosts = (context: PracticeBench['context'], ...skus: string[]) =>
  firstLegCostsOfSkus(context, { marketplaceId: UNITED_STATES, skus });

test('what was paid for shipments flows to the unit, over all of them', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const first = { planId: await placed(bench, 'sh-a'), shipmentId: 'sh-a', version: 0 };
  expectOk(await saveFirstLegCosts(context, { ...first, typed: BILL }));
  const { shipments, currency } = expectOk(await planCosts(context, first.planId));
  expect(currency).toBe('USD');
  expect(shipments[0]).toMatchObject({
    version: 1,
    sheet: { ok: true, value: { total: money(15_001, 'USD') } },
  });
  const second = { planId: await placed(bench, 'sh-b'), shipmentId: 'sh-b', version: 0 };
  const [, duty] = BILL.charges;
  expectOk(
    await saveFirstLegCosts(context, {
      ...second,
      typed: { ...BILL, charges: duty ? [duty] : [] },
    }),
  );
  // 150.01 for twelve mugs and 10.01 for twelve more.
  expect(await unitCosts(context, 'MUG-RED', 'BOWL')).toEqual([
    { sku: 'MUG-RED', units: 24, shipments: 2, total: money(16_002, 'USD'), perUnit: 6_667_500 },
  ]);
  expect(await unitCosts(bench.stranger, 'MUG-RED')).toEqual([]);
});

test('a bill is changed by who saw it last, and every version leaves its trace', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const planId = await placed(bench, 'sh-a');
  const save = (version: number, change: Partial<TypedBill> = {}) =>
    saveFirstLegCosts(context, {
      planId,
      shipmentId: 'sh-a',
      version,
      typed: { ...BILL, ...change },
    });
  expect(expectOk(await save(0)).version).toBe(1);
  expect(await save(0)).toMatchObject({ problems: [{ code: 'plan-changed' }] });
  expect(expectOk(await save(1, { charges: [] })).version).toBe(2);
  expect((await unitCosts(context, 'MUG-RED'))[0]?.total).toEqual(money(0, 'USD'));
  const audit = await context.db.auditEntry.findMany({
    where: { workspaceId: bench.workspaceId, verb: 'save-first-leg-costs' },
    orderBy: { at: 'asc' },
  });
  expect(audit).toHaveLength(2);
  expect(audit.filter(({ before }) => before !== null)).toHaveLength(1);
});

test('two who save a first bill at once do not both have their way', async () => {
  const bench = await practiceBench(database);
  const planId = await placed(bench, 'sh-a');
  const input = { planId, shipmentId: 'sh-a', version: 0, typed: BILL };
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, () => saveFirstLegCosts(bench.context, input)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a bill is refused for what is not there, and by who may not edit plans', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const planId = await placed(bench, 'sh-a');
  const input = { planId, shipmentId: 'sh-a', version: 0, typed: BILL };
  const codes = async (result: ReturnType<typeof saveFirstLegCosts>) => {
    const found = await result;
    return found.ok ? [] : found.problems.map(({ code }) => code);
  };
  expect(await codes(saveFirstLegCosts(context, { ...input, shipmentId: 'sh-x' }))).toEqual([
    'shipment-not-found',
  ]);
  expect(await codes(saveFirstLegCosts(bench.stranger, input))).toEqual(['plan-not-found']);
  expect(await planCosts(bench.stranger, planId)).toMatchObject({
    problems: [{ code: 'plan-not-found' }],
  });
  const packer = { ...context, actor: { name: 'Jo', role: 'packer' as const } };
  expect(await codes(saveFirstLegCosts(packer, input))).toEqual(['not-allowed']);
});

test('the reports of a store are of its own shipments alone', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const planId = await placed(bench, 'sh-a');
  expectOk(
    await saveFirstLegCosts(context, { planId, shipmentId: 'sh-a', version: 0, typed: BILL }),
  );
  const stored = await loadPlan(context, planId);
  if (!stored) throw new Error('the plan is gone');
  const closed = aShipment({
    id: 'sh-a',
    status: 'CLOSED',
    items: [{ sku: 'MUG-RED', shipped: 12, received: 9 }],
  });
  const after = { ...stored.plan, shipments: [closed] };
  expect(await savePlan(context, { stored, after, verb: 'refresh-shipments' })).toBe(true);
  const { lanes, centres, short } = await inboundReports(context, UNITED_STATES);
  expect(lanes).toMatchObject([
    { forwarder: 'Ningbo Lines', fromCountry: 'US', warehouseId: 'ONT8', units: 12 },
  ]);
  expect(centres.map(({ warehouseId, shipments }) => [warehouseId, shipments])).toEqual([
    ['ONT8', 1],
  ]);
  expect(short).toEqual([{ id: planId, name: 'November mugs', shortUnits: 3, unitCount: 12 }]);
  const none = { lanes: [], centres: [], short: [] };
  expect(await inboundReports(bench.stranger, UNITED_STATES)).toEqual(none);
  expect(await inboundReports(context, 'A1PA6795UKMFR9')).toEqual(none);
});

test('a plan without shipments has its boxes to be quoted', async () => {
  const bench = await practiceBench(database);
  const id = crypto.randomUUID();
  await insertPlan(bench.context, aPackedPlan({ id }));
  const { boxes, shipments } = expectOk(await planCosts(bench.context, id));
  expect(shipments).toEqual([]);
  expect(boxes.map(({ copies }) => copies)).toEqual([2]);
});

test('tariffs are kept by name, for one workspace', async () => {
  const bench = await practiceBench(database);
  const { context, stranger } = bench;
  const save = (change: Partial<TypedTariff>) =>
    saveForwarder(context, { currency: 'USD', typed: { ...TARIFF, ...change } });
  const { id } = expectOk(await save({}));
  expect(expectOk(await save({ days: '11' })).id).toBe(id);
  expect((await forwarders(context)).map(({ forwarder }) => forwarder.days)).toEqual([11]);
  expect(await forwarders(stranger)).toEqual([]);
  expect(await removeForwarder(stranger, id)).toMatchObject({
    problems: [{ code: 'forwarder-not-found' }],
  });
  const packer = { ...context, actor: { name: 'Jo', role: 'packer' as const } };
  expect((await removeForwarder(packer, id)).ok).toBe(false);
  expect((await saveForwarder(packer, { currency: 'USD', typed: TARIFF })).ok).toBe(false);
  expectOk(await removeForwarder(context, id));
  expect(await forwarders(context)).toEqual([]);
  for (let index = 0; index < 40; index += 1) expectOk(await save({ name: `Tariff ${index}` }));
  expect(await save({ name: 'One more' })).toMatchObject({
    problems: [{ code: 'too-many-tariffs' }],
  });
});
