import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { openPdf } from '#lib/labels/testing';
import { OWN_CARRIER, PARTNERED } from './core/carrier.ts';
import { labelLines, noteItemLabels, printBoxLabels, printPaper, printsOf } from './server.ts';
import { see, takeWay, expectOk } from './testing/way.ts';
import { toJson } from '#lib/db';
import type { InboundPaperWords } from './verbs/paper-facts.ts';

const database = testDatabase();

/** Every word is its own name. */
const part = new Proxy(
  {
    boxOf: (number: number, count: number) => `Box ${number} of ${count}`,
    pageOf: (number: number, count: number) => `Page ${number} of ${count}`,
    categoryOf: (category: string) => category,
    stepOf: (type: string) => type,
  },
  { get: (known, name): unknown => Reflect.get(known, name) ?? String(name) },
);
const WORDS = { shipment: part, prep: part, freight: part } as unknown as InboundPaperWords;
const PAPER = {
  size: 'A4',
  boxPaper: 'PackageLabel_Thermal',
  palletCount: 1,
  isPreview: false,
  locale: 'en',
  words: WORDS,
} as const;

async function pagesOf(bytes: Uint8Array): Promise<number> {
  return (await openPdf(bytes)).numPages;
}

test('labels needed and labels printed are told apart, and a second print is a reprint', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'created');
  const { context } = bench;
  const [line] = labelLines((await see(bench, planId)).plan);
  if (!line) throw new Error('nothing to label');
  const print = (count: number) =>
    noteItemLabels(context, { planId, format: 'Letter_30', counts: { [line.sku]: count } });
  expectOk(await print(line.quantity - 1));
  expectOk(await print(1));
  expectOk(await print(1));
  const prints = await printsOf(context, planId);
  expect(prints.map(({ isReprint }) => isReprint)).toEqual([true, false, false]);
  expect(prints[0]?.counts).toEqual({ [line.sku]: 1 });
  const trail = await context.db.auditEntry.findMany({
    where: {
      workspaceId: context.workspaceId,
      objectId: planId,
      verb: { contains: 'item-labels' },
    },
    orderBy: { id: 'asc' },
  });
  expect(trail.map(({ verb }) => verb)).toEqual([
    'print-item-labels',
    'print-item-labels',
    'reprint-item-labels',
  ]);
  expect(await noteItemLabels(bench.stranger, { planId, format: 'x', counts: {} })).toMatchObject({
    problems: [{ code: 'plan-not-found' }],
  });
});

test('box labels come on the paper at hand, in one sheaf per box', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'shipped', PARTNERED);
  const { plan } = await see(bench, planId);
  const [shipment] = plan.shipments;
  if (!shipment) throw new Error('no shipment');
  const print = { planId, shipmentId: shipment.id, pageType: 'PackageLabel_Thermal' };
  const layout = { order: 'by-box', locale: 'en', words: WORDS } as const;
  const both = ['content-2d', 'contents'] as const;
  const sheaves = expectOk(
    await printBoxLabels(bench.context, {
      ...print,
      printer: 'Zebra',
      layout: { ...layout, paper: 'Thermal_100x150', with: both },
    }),
  );
  expect(await pagesOf(sheaves.bytes)).toBe(shipment.boxes.length * 3);
  const sheets = expectOk(
    await printBoxLabels(bench.context, {
      ...print,
      layout: { ...layout, paper: 'PackageLabel_Letter_6', with: [] },
    }),
  );
  expect(await pagesOf(sheets.bytes)).toBe(Math.ceil(shipment.boxes.length / 6));
  const prints = await printsOf(bench.context, planId);
  expect(prints.map(({ format, isReprint, printer }) => [format, isReprint, printer])).toEqual([
    ['PackageLabel_Letter_6', true, ''],
    ['Thermal_100x150', false, 'Zebra'],
  ]);
  expect(await printBoxLabels(bench.stranger, print)).toMatchObject({
    problems: [{ code: 'plan-not-found' }],
  });
});

test('papers of a plan and of a shipment are printed and noted; a look leaves no note', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const planId = await takeWay(bench, 'shipped', OWN_CARRIER);
  const { plan } = await see(bench, planId);
  const [shipment] = plan.shipments;
  if (!shipment) throw new Error('no shipment');
  const ofShipment = { ...PAPER, planId, shipmentId: shipment.id };
  expectOk(await printPaper(context, { ...ofShipment, kind: 'summary', isPreview: true }));
  expect(await printsOf(context, planId)).toEqual([]);
  for (const kind of ['pick-list', 'prep'] as const) {
    const made = expectOk(await printPaper(context, { ...PAPER, planId, kind }));
    expect(await pagesOf(made.bytes)).toBeGreaterThan(0);
  }
  for (const kind of ['pack-lists', 'contents', 'content-2d'] as const) {
    const made = expectOk(await printPaper(context, { ...ofShipment, kind }));
    expect(await pagesOf(made.bytes)).toBe(shipment.boxes.length);
  }
  for (const kind of ['summary', 'freight'] as const) {
    expect(await pagesOf(expectOk(await printPaper(context, { ...ofShipment, kind })).bytes)).toBe(
      1,
    );
  }
  const pallets = { ...ofShipment, kind: 'pallet-labels', palletCount: 2 } as const;
  expect(await pagesOf(expectOk(await printPaper(context, pallets)).bytes)).toBe(8);
  expect(await printPaper(context, { ...pallets, palletCount: 0 })).toMatchObject({
    problems: [{ code: 'pallet-count-range' }],
  });
  expect(await printPaper(context, { ...ofShipment, kind: 'handling' })).toMatchObject({
    problems: [{ code: 'no-heavy-boxes' }],
  });
  expectOk(await printPaper(context, { ...ofShipment, kind: 'summary' }));
  const prints = await printsOf(context, planId);
  expect(prints).toHaveLength(9);
  expect(prints[0]).toMatchObject({ kind: 'summary', isReprint: true });
  expect(await printPaper(bench.stranger, { ...ofShipment, kind: 'summary' })).toMatchObject({
    problems: [{ code: 'plan-not-found' }],
  });
});

test('a cancelled shipment is not printed, and the reason is said', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const planId = await takeWay(bench, 'shipped', OWN_CARRIER);
  const { plan } = await see(bench, planId);
  const [shipment] = plan.shipments;
  if (!shipment) throw new Error('no shipment');
  const shipments = plan.shipments.map((other) =>
    other.id === shipment.id ? { ...other, status: 'DELETED' } : other,
  );
  await context.db.inboundPlan.update({
    where: { id: planId },
    data: { doc: toJson({ ...plan, shipments }) },
  });
  const refusal = { problems: [{ code: 'labels-of-cancelled-shipment' }] };
  const print = { planId, shipmentId: shipment.id };
  expect(await printPaper(context, { ...PAPER, ...print, kind: 'summary' })).toMatchObject(refusal);
  expect(
    await printBoxLabels(context, { ...print, pageType: 'PackageLabel_Thermal_NonPCP' }),
  ).toMatchObject(refusal);
  expect(await printsOf(context, planId)).toEqual([]);
});
