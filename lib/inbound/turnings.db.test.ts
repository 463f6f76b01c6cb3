import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY, money } from '#lib/kernel';
import { OWN_CARRIER, PARTNERED } from './core/carrier.ts';
import { type ChangedBox, priceOfChange } from './core/content-change.ts';
import { boxCount, type PlanShipment } from './core/inbound-plan.ts';
import { cancellingOf } from './core/plan-money.ts';
import {
  addPhoto,
  cancelPlan,
  carryDefects,
  confirmContents,
  contentPreviews,
  evidenceFile,
  type EvidenceWords,
  moneyOf,
  placementOffers,
  planAgain,
  previewContents,
  printBoxLabels,
  readDefects,
  receiving,
  refreshShipments,
  sendBoxes,
} from './server.ts';
import { codes } from './testing/codes.ts';
import { carry, createPlan, expectOk, finishDetails, see, takeWay } from './testing/way.ts';

const database = testDatabase();
const LONG = { timeout: 120_000 };

type Ledger = {
  readonly entries: readonly {
    readonly reason: string;
    readonly minor: number;
    readonly planId: string;
  }[];
};

/** What Amazon's own books and ours say that a plan has cost, freight and placement together. */
async function books(bench: PracticeBench, planId: string) {
  const { plan } = await see(bench, planId);
  const { entries } = (await bench.control('GET', `ledger?planId=${plan.amazonPlanId}`)) as Ledger;
  const ours = await moneyOf(bench.context, planId);
  return {
    amazons: entries.reduce((sum, { minor }) => sum + minor, 0),
    ours: ours.reduce((sum, { amount }) => sum + amount.minor, 0),
  };
}

async function refOf(bench: PracticeBench, planId: string) {
  const { plan, version } = await see(bench, planId);
  const [shipment] = plan.shipments;
  if (!shipment) throw new Error('a shipment');
  return { ref: { planId, version }, shipment, plan };
}

/** One unit more in the first box, the last box gone into a new one that weighs something else. */
function changed({ boxes }: PlanShipment): readonly ChangedBox[] {
  const [first, ...rest] = boxes;
  const last = rest.pop();
  if (!first || !last) throw new Error('two boxes');
  const [item, ...others] = first.items;
  if (!item) throw new Error('an item');
  const { packageId: _, boxId: __, ...anew } = last;
  const heavier = { ...anew, weight: { amount: 2_350_000, unit: 'LB' as const } };
  const more = { ...first, items: [{ ...item, quantity: item.quantity + 1 }, ...others] };
  return [more, ...rest, heavier];
}

async function change(bench: PracticeBench, planId: string): Promise<void> {
  const { ref, shipment } = await refOf(bench, planId);
  const input = { ...ref, shipmentId: shipment.id, boxes: changed(shipment) };
  expectOk(await previewContents(bench.context, input));
  expect((await carry(bench, planId)).errand).toBeUndefined();
  const [preview] = await contentPreviews(bench.context, planId);
  if (!preview) throw new Error('a preview');
  const agreed = priceOfChange(shipment, preview);
  const next = await refOf(bench, planId);
  expectOk(
    await confirmContents(bench.context, {
      ...next.ref,
      shipmentId: shipment.id,
      previewId: preview.id,
      ...(agreed ? { agreed } : {}),
    }),
  );
  await carry(bench, planId);
}

describe('contents change after the carrier is confirmed', () => {
  test(
    'with the price shown before, read back, and the labels that are wrong named',
    LONG,
    async () => {
      const bench = await practiceBench(database);
      const planId = await takeWay(bench, 'shipped', PARTNERED);
      const { shipment: before } = await refOf(bench, planId);
      const pageType = 'PackageLabel_Thermal';
      for (const { id: shipmentId } of (await see(bench, planId)).plan.shipments)
        expectOk(await printBoxLabels(bench.context, { planId, shipmentId, pageType }));
      await change(bench, planId);
      const { plan } = await see(bench, planId);
      const [after] = plan.shipments;
      const [item] = before.boxes[0]?.items ?? [];
      expect(after?.items.find(({ sku }) => sku === item?.sku)).toMatchObject({
        shipped: (before.items.find(({ sku }) => sku === item?.sku)?.shipped ?? 0) + 1,
        confirmed: before.items.find(({ sku }) => sku === item?.sku)?.shipped,
      });
      expect(plan.relabel?.map(({ why }) => why).toSorted()).toEqual(['changed', 'gone', 'new']);
      expect(plan.boxLabelsPrintedAt).toBeUndefined();
      const { amazons, ours } = await books(bench, planId);
      expect(ours).toBe(amazons);
      expect(await contentPreviews(bench.context, planId)).toEqual([]);
      const shipmentId = before.id;
      expectOk(await printBoxLabels(bench.context, { planId, shipmentId, pageType }));
      expect((await see(bench, planId)).plan).not.toHaveProperty('relabel');
      expect((await see(bench, planId)).plan.boxLabelsPrintedAt).toBeDefined();
    },
  );

  test('R88: not by more than Amazon takes, and no shipment is emptied or given another SKU', async () => {
    const bench = await practiceBench(database);
    const planId = await takeWay(bench, 'shipped', OWN_CARRIER);
    const { ref, shipment } = await refOf(bench, planId);
    const ask = async (boxes: readonly ChangedBox[]) => {
      const said = await previewContents(bench.context, { ...ref, shipmentId: shipment.id, boxes });
      return said.ok ? [] : codes(said.problems);
    };
    expect(await ask(shipment.boxes)).toEqual(['contents-unchanged']);
    expect(await ask([])).toEqual(['shipment-emptied']);
    const [first, ...rest] = shipment.boxes;
    const [item, ...others] = first?.items ?? [];
    if (!first || !item) throw new Error('a box');
    const much = { ...first, items: [{ ...item, quantity: item.quantity + 40 }, ...others] };
    expect(await ask([much, ...rest])).toEqual(['contents-beyond-limit']);
  });

  test('R89: a preview is confirmed in time, at the price on the button, and seen to have had effect', async () => {
    const bench = await practiceBench(database, { time: 'waited' });
    const planId = await takeWay(bench, 'shipped', PARTNERED);
    const { ref, shipment } = await refOf(bench, planId);
    const input = { ...ref, shipmentId: shipment.id, boxes: changed(shipment) };
    expectOk(await previewContents(bench.context, input));
    await carry(bench, planId);
    const [preview] = await contentPreviews(bench.context, planId);
    const consent = async (agreed: number) => ({
      ...(await refOf(bench, planId)).ref,
      shipmentId: shipment.id,
      previewId: preview?.id ?? '',
      agreed: money(agreed, 'USD'),
    });
    const wrong = await confirmContents(bench.context, await consent(-1_000_000));
    expect(wrong.ok ? [] : codes(wrong.problems)).toEqual(['freight-changed']);
    const price = (preview && priceOfChange(shipment, preview)?.minor) ?? 0;
    await bench.control('PUT', 'quirks', { quirks: ['contentUpdateNoop'] });
    expectOk(await confirmContents(bench.context, await consent(price)));
    await carry(bench, planId);
    const failed = await see(bench, planId);
    expect(codes(failed.problems)).toEqual(['contents-not-taken']);
    expect(failed.plan.shipments[0]?.items).toEqual(shipment.items);
    const { ours, amazons } = await books(bench, planId);
    expect(ours).toBe(amazons);
    await bench.simulator.advance(DAY);
    const late = await confirmContents(bench.context, await consent(price));
    expect(late.ok ? [] : codes(late.problems)).toContain('contents-preview-expired');
  });
});

describe('R86, R87: a plan that is cancelled, always as a whole,', () => {
  test('gives the freight back in time, in our books as in Amazon’s, and prints no label any more', async () => {
    const bench = await practiceBench(database);
    const planId = await takeWay(bench, 'shipped', PARTNERED);
    const { ref, shipment } = await refOf(bench, planId);
    expectOk(await cancelPlan(bench.context, ref));
    await carry(bench, planId);
    expect(await books(bench, planId)).toEqual({ ours: 0, amazons: 0 });
    const printed = await printBoxLabels(bench.context, {
      planId,
      shipmentId: shipment.id,
      pageType: 'PackageLabel_Thermal',
    });
    expect(printed.ok ? [] : codes(printed.problems)).toEqual(['labels-of-cancelled-plan']);
  });

  test('keeps the freight charged later on, and only where the button said so', async () => {
    const bench = await practiceBench(database, { time: 'waited' });
    const planId = await takeWay(bench, 'shipped', PARTNERED);
    // Before the carrier has come: the goods are ready days from now at the earliest.
    await bench.simulator.advance(DAY + 1);
    const { plan, ref } = await refOf(bench, planId);
    const { stays } = cancellingOf(plan, bench.context.clock.now());
    expect(stays?.minor).toBeGreaterThan(0);
    const silent = await cancelPlan(bench.context, ref);
    expect(silent.ok ? [] : codes(silent.problems)).toEqual(['cancel-freight-stays']);
    expectOk(await cancelPlan(bench.context, { ...ref, ...(stays ? { stays } : {}) }));
    await carry(bench, planId);
    expect(await books(bench, planId)).toEqual({ ours: stays?.minor, amazons: stays?.minor });
  });
});

test('a cancelled plan is planned again with the same boxes, all the way to a placement', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'shipped', PARTNERED);
  const old = (await see(bench, planId)).plan;
  expectOk(await cancelPlan(bench.context, (await refOf(bench, planId)).ref));
  await carry(bench, planId);
  const again = expectOk(await planAgain(bench.context, { planId }));
  const draft = (await see(bench, again.planId)).plan;
  expect(draft.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual(
    old.lines.map(({ sku, quantity }) => [sku, quantity]),
  );
  expectOk(await finishDetails(bench, again.planId));
  await carry(bench, again.planId);
  expectOk(
    await createPlan(bench, {
      planId: again.planId,
      version: (await see(bench, again.planId)).version,
    }),
  );
  await carry(bench, again.planId);
  const grouped = (await see(bench, again.planId)).plan;
  expect(boxCount(grouped)).toBe(boxCount(old));
  expect(grouped.boxesMoved).toBeUndefined();
  const groups = new Set(grouped.packing?.groups.map(({ id }) => id));
  expect(grouped.boxes.every(({ groupId }) => groups.has(groupId))).toBe(true);
  expectOk(
    await sendBoxes(bench.context, {
      planId: again.planId,
      version: (await see(bench, again.planId)).version,
      boxes: grouped.boxes,
    }),
  );
  await carry(bench, again.planId);
  expect((await placementOffers(bench.context, again.planId)).length).toBeGreaterThan(0);
  const stranger = await planAgain(bench.stranger, { planId });
  expect(stranger.ok).toBe(false);
});

describe('what has arrived', () => {
  test(
    'is told by day and centre, swaps are found, and problems lie at their boxes',
    LONG,
    async () => {
      const bench = await practiceBench(database, { time: 'waited' });
      await bench.control('PUT', 'quirks', { quirks: ['miscounts'] });
      const planId = await takeWay(bench, 'tracked', OWN_CARRIER);
      for (let day = 0; day < 60; day += 1) {
        await bench.simulator.advance(DAY);
        const after = expectOk(await refreshShipments(bench.context, planId));
        if (after.shipments.every(({ status }) => status === 'CLOSED')) break;
      }
      expectOk(await readDefects(bench.context, { planId }));
      const read = await bench.context.db.inboundDefectRead.findFirstOrThrow({
        where: { workspaceId: bench.workspaceId },
      });
      for (let run = 0; run < 20; run += 1) {
        const { again } = await carryDefects(bench.context, read.id);
        if (again === undefined) break;
        await bench.simulator.advance(again * 1_000);
      }
      const told = expectOk(await receiving(bench.context, planId));
      const { plan } = await see(bench, planId);
      const received = plan.shipments
        .flatMap(({ items }) => items)
        .reduce((sum, item) => sum + (item.received ?? 0), 0);
      expect(told.days.reduce((sum, { units }) => sum + units, 0)).toBe(received);
      expect(told.days.length).toBeGreaterThan(1);
      const centres = new Set(plan.shipments.map(({ warehouseId }) => warehouseId));
      expect(told.days.every(({ warehouseId }) => centres.has(warehouseId))).toBe(true);
      expect(told.reconciliation.explained.map(({ kind }) => kind)).toContain('swap');
      expect(told.lastRead?.state).toBe('done');
      const boxes = new Set(plan.shipments.flatMap((each) => each.boxes.map(({ boxId }) => boxId)));
      const charged = told.defects.filter(({ fee }) => fee !== undefined);
      expect(charged.length).toBeGreaterThan(0);
      expect(charged.every(({ boxId }) => boxes.has(boxId))).toBe(true);
      for (const { opensAt, ends } of told.claims)
        for (const { at } of ends) expect(at).toBeGreaterThan(opensAt ?? Infinity);
    },
  );
});

describe('the evidence of a plan', () => {
  test('is one archive with a digest of every file, and takes pictures only', LONG, async () => {
    const bench = await practiceBench(database);
    const planId = await takeWay(bench, 'shipped', PARTNERED);
    const { shipment } = await refOf(bench, planId);
    const box = shipment.boxes[0]?.boxId ?? '';
    const add = async (bytes: readonly number[], of = box) => {
      const input = { planId, box: of, note: 'open', bytes: Uint8Array.from(bytes) };
      const said = await addPhoto(bench.context, input);
      return said.ok ? [] : codes(said.problems);
    };
    expect(await add([1, 2, 3])).toEqual(['photo-no-picture']);
    expect(await add([0xff, 0xd8, 0xff, 9], 'FBA0U000001')).toEqual(['photo-box-unknown']);
    expect(await add([0xff, 0xd8, 0xff, 1])).toEqual([]);
    expect(await add([0xff, 0xd8, 0xff, 1])).toEqual([]);
    for (let shot = 2; shot <= 12; shot += 1)
      expect(await add([0xff, 0xd8, 0xff, shot])).toEqual([]);
    expect(await add([0xff, 0xd8, 0xff, 13])).toEqual(['too-many-photos']);
    const large = await addPhoto(bench.context, {
      planId,
      box: '',
      note: '',
      bytes: new Uint8Array(6_000_001),
    });
    expect(large.ok ? [] : codes(large.problems)).toEqual(['photo-too-large']);
    const { bytes, fileName } = expectOk(
      await evidenceFile(bench.context, {
        planId,
        format: 'zip',
        size: 'A4',
        locale: 'en',
        timeZone: 'America/Los_Angeles',
        words: WORDS,
      }),
    );
    expect(fileName).toMatch(/evidence\.zip$/);
    const files = unzipSync(bytes);
    const sums = strFromU8(files['SHA256SUMS'] ?? new Uint8Array())
      .trim()
      .split('\n');
    expect(sums).toHaveLength(Object.keys(files).length - 1);
    for (const line of sums) {
      const [digest, name = ''] = line.split('  ');
      const file = files[name] ?? new Uint8Array();
      expect(createHash('sha256').update(file).digest('hex')).toBe(digest);
    }
    expect(Object.keys(files).filter((name) => name.startsWith('photos/'))).toHaveLength(12);
    expect(strFromU8(files['evidence.pdf']?.subarray(0, 5) ?? new Uint8Array())).toBe('%PDF-');
    expect(strFromU8(files['boxes.csv'] ?? new Uint8Array())).toContain(box);
    expect(strFromU8(files['way.csv'] ?? new Uint8Array())).toContain('state WORKING');
  });
});

const same = <Name extends string>() =>
  new Proxy({} as Record<Name, string>, { get: (_, name) => String(name) });
const WORDS: EvidenceWords = {
  paper: { simulated: 'Practice', pageOf: (n, of) => `${n}/${of}`, nothing: 'nothing' },
  title: 'Evidence',
  plan: 'Plan',
  amazonPlan: 'At Amazon',
  made: 'Made',
  sections: same(),
  columns: same(),
  statusOf: (status) => `state ${status}`,
  deedOf: (kind) => kind,
  printOf: (kind) => kind,
};
