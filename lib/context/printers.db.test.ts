import { expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import type { PrinterProfile } from '#lib/labels';
import { printersOf, removePrinter, savePrinter } from './server.ts';
import { practiceBench } from './testing/index.ts';

const database = testDatabase();

const ZEBRA: PrinterProfile = {
  name: 'Zebra',
  workstation: 'Packing bench 1',
  itemStock: '57x32',
  boxPaper: 'PackageLabel_Thermal',
  paper: 'LABEL',
  dpi: 203,
  marginMm: 0,
  offsetXMm: 0.5,
  offsetYMm: -1,
  scaleX: 1,
  scaleY: 1.005,
};

test('a printer is kept, changed and removed, and the trail says by whom', async () => {
  const { context } = await practiceBench(database);
  const saved = await savePrinter(context, { ...ZEBRA, name: '  Zebra ' });
  if (!saved.ok) throw new Error('refused');
  const { printerId: id } = saved.value;
  expect(await printersOf(context)).toEqual([{ ...ZEBRA, id }]);
  const changed = { ...ZEBRA, offsetXMm: 1.2, id };
  expect((await savePrinter(context, changed)).ok).toBe(true);
  expect(await printersOf(context)).toEqual([changed]);
  expect((await removePrinter(context, id)).ok).toBe(true);
  expect(await printersOf(context)).toEqual([]);
  const trail = await context.db.auditEntry.findMany({
    where: { workspaceId: context.workspaceId, objectType: 'printer' },
    orderBy: { id: 'asc' },
  });
  expect(trail.map(({ verb }) => verb)).toEqual([
    'add-printer',
    'change-printer',
    'remove-printer',
  ]);
  expect(trail[1]?.before).toMatchObject({ offsetXMm: 0.5 });
});

test('what a printer cannot do is refused at its field', async () => {
  const { context } = await practiceBench(database);
  const at = async (some: Partial<PrinterProfile>) => {
    const saved = await savePrinter(context, { ...ZEBRA, ...some });
    return saved.ok ? [] : saved.problems.map((problem) => [problem.code, problem.at]);
  };
  expect(await at({ name: ' ' })).toEqual([['printer-name-needed', 'name']]);
  expect(await at({ itemStock: '57x320' })).toEqual([['stock-thermal-size', 'itemStock']]);
  expect(await at({ itemStock: 'Letter_31' })).toEqual([['stock-page-type-unknown', 'itemStock']]);
  expect(await at({ boxPaper: 'Papyrus' })).toEqual([['printer-paper-unknown', 'boxPaper']]);
  expect(await at({ dpi: 299 })).toEqual([['printer-dpi-unknown', 'dpi']]);
  expect(await at({ marginMm: 11 })).toEqual([['stock-margin-range', 'marginMm']]);
  expect(await at({ scaleX: 1.1 })).toEqual([['stock-scale-range', 'scaleX']]);
  expect(await printersOf(context)).toEqual([]);
});

test('another workspace has no such printer, and a viewer keeps none', async () => {
  const { context, stranger } = await practiceBench(database);
  const saved = await savePrinter(context, ZEBRA);
  if (!saved.ok) throw new Error('refused');
  const { printerId: id } = saved.value;
  expect(await printersOf(stranger)).toEqual([]);
  expect(await savePrinter(stranger, { ...ZEBRA, id })).toMatchObject({
    problems: [{ code: 'printer-not-found' }],
  });
  expect(await removePrinter(stranger, id)).toMatchObject({
    problems: [{ code: 'printer-not-found' }],
  });
  const viewer = { ...context, actor: { name: 'Vi', role: 'viewer' as const } };
  expect(await savePrinter(viewer, ZEBRA)).toMatchObject({ problems: [{ code: 'not-allowed' }] });
  expect(await printersOf(context)).toHaveLength(1);
});
