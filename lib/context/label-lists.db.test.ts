import { expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import {
  keepLabelList,
  labelList,
  labelLists,
  noteLabelListPrint,
  removedLabelList,
  removeLabelList,
  restoreLabelList,
} from './server.ts';
import { practiceBench } from './testing/index.ts';

const database = testDatabase();

const HEADER = 'fnsku,title,condition,quantity,line';
const GOOD = `${HEADER}\nX00ABCDEFG,Cup,New,40,LOT 7\nX00ABCDEFG,Cup,New,10,LOT 8`;

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

type Bench = Awaited<ReturnType<typeof practiceBench>>;

async function keep({ context }: Bench, text = GOOD): Promise<string> {
  const kept = await keepLabelList(context, { name: ' May.csv ', bytes: bytes(text) });
  if (!kept.ok) throw new Error(JSON.stringify(kept));
  return kept.listId;
}

async function refused({ context }: Bench, text: string) {
  const kept = await keepLabelList(context, { name: '', bytes: bytes(text) });
  if (kept.ok) throw new Error('kept');
  return {
    problems: kept.problems.map(({ code }) => code),
    cells: kept.cells.map(({ row, column, cell, problem }) => [row, column, cell, problem.code]),
  };
}

test('a list is kept as it was written, and the trail says by whom', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const listId = await keep(bench);
  expect(await labelLists(context)).toMatchObject([
    { id: listId, name: 'May.csv', lineCount: 2, labelCount: 50, printed: 0 },
  ]);
  const list = await labelList(context, listId);
  expect(list?.lines).toEqual([
    { key: '1', fnsku: 'X00ABCDEFG', title: 'Cup', condition: 'New', copies: 40, line: 'LOT 7' },
    { key: '2', fnsku: 'X00ABCDEFG', title: 'Cup', condition: 'New', copies: 10, line: 'LOT 8' },
  ]);
  const trail = await context.db.auditEntry.findMany({
    where: { workspaceId: context.workspaceId, objectType: 'label-list' },
  });
  expect(trail.map(({ verb, objectId }) => [verb, objectId])).toEqual([['add-label-list', listId]]);
});

test('cells that cannot be printed are named as they stand in the spreadsheet', async () => {
  const bench = await practiceBench(database);
  const table = [
    'Menge;quantity;FNSKU;Condition;Title',
    ';40;X00ABCDEFG;New;Cup',
    '',
    ';many;x00;;Cup',
    ';1.5;X00ABCDEFG;New;',
    ';-1;X00ABCDEFG;New;Cup',
  ].join('\n');
  expect(await refused(bench, table)).toEqual({
    problems: [],
    cells: [
      [4, 'FNSKU', 'C4', 'label-fnsku-shape'],
      [4, 'Condition', 'D4', 'label-condition-empty'],
      [4, 'quantity', 'B4', 'label-copies-not-whole'],
      [5, 'Title', 'E5', 'label-title-empty'],
      [5, 'quantity', 'B5', 'label-copies-not-whole'],
      [6, 'quantity', 'B6', 'label-copies-range'],
    ],
  });
  expect(await labelLists(bench.context)).toEqual([]);
  const kept = await keepLabelList(bench.context, { name: '', bytes: bytes(table) });
  const quoted = kept.ok ? [] : kept.cells.map(({ problem }) => problem.facts['copies']);
  expect(quoted.filter(Boolean)).toEqual(['many', '1.5', '-1']);
});

test('what is no table, or has no labels, or too many of them, is refused whole', async () => {
  const bench = await practiceBench(database);
  expect((await refused(bench, '')).problems).toEqual(['file-empty']);
  expect((await refused(bench, 'fnsku,title\nX,Y')).problems).toEqual(['columns-not-found']);
  expect((await refused(bench, HEADER)).problems).toEqual(['labels-none']);
  const line = 'X00ABCDEFG,Cup,New,10000,\n';
  expect(await refused(bench, `${HEADER}\n${line.repeat(21)}`)).toEqual({
    problems: ['label-list-too-many'],
    cells: [],
  });
  expect((await refused(bench, `${HEADER}\n${line.repeat(5_001)}`)).problems).toEqual([
    'label-list-too-long',
  ]);
});

test('prints are noted, and a second one beyond what was wanted is a reprint', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const listId = await keep(bench);
  const print = (counts: Record<string, number>) =>
    noteLabelListPrint(context, { listId, format: 'Letter_30', counts, printer: 'Zebra' });
  expect((await print({ 1: 40 })).ok).toBe(true);
  expect((await print({ 2: 10 })).ok).toBe(true);
  expect((await print({ 1: 1 })).ok).toBe(true);
  const list = await labelList(context, listId);
  expect(
    list?.prints.map(({ labelCount, isReprint, printer }) => [labelCount, isReprint, printer]),
  ).toEqual([
    [1, true, 'Zebra'],
    [10, false, 'Zebra'],
    [40, false, 'Zebra'],
  ]);
  expect(await labelLists(context)).toMatchObject([{ printed: 51 }]);
  const trail = await context.db.auditEntry.findMany({
    where: { workspaceId: context.workspaceId, objectId: listId },
    orderBy: { id: 'asc' },
  });
  expect(trail.map(({ verb }) => verb)).toEqual([
    'add-label-list',
    'print-label-list',
    'print-label-list',
    'reprint-label-list',
  ]);
});

test('another workspace has no such list, and whoever may not print keeps none', async () => {
  const bench = await practiceBench(database);
  const listId = await keep(bench);
  const { stranger, context } = bench;
  expect(await labelList(stranger, listId)).toBeUndefined();
  expect(await labelLists(stranger)).toEqual([]);
  expect(await noteLabelListPrint(stranger, { listId, format: 'x', counts: {} })).toMatchObject({
    problems: [{ code: 'label-list-not-found' }],
  });
  const viewer = { ...context, actor: { ...context.actor, role: 'viewer' as const } };
  expect(await keepLabelList(viewer, { name: '', bytes: bytes(GOOD) })).toMatchObject({
    problems: [{ code: 'not-allowed' }],
  });
  expect(await noteLabelListPrint(viewer, { listId, format: 'x', counts: {} })).toMatchObject({
    problems: [{ code: 'not-allowed' }],
  });
});

test('a list that was removed is gone from the page, and a press brings it back as it was', async () => {
  const bench = await practiceBench(database);
  const { context, stranger } = bench;
  const listId = await keep(bench);
  const counts = { 1: 40 };
  await noteLabelListPrint(context, { listId, format: 'Letter_30', counts, printer: 'Zebra' });
  const before = await labelList(context, listId);
  for (const act of [removeLabelList, restoreLabelList]) {
    expect(await act(stranger, listId)).toMatchObject({
      problems: [{ code: 'label-list-not-found' }],
    });
    const viewer = { ...context, actor: { ...context.actor, role: 'viewer' as const } };
    expect(await act(viewer, listId)).toMatchObject({ problems: [{ code: 'not-allowed' }] });
  }
  for (let press = 0; press < 2; press++)
    expect((await removeLabelList(context, listId)).ok).toBe(true);
  expect(await labelLists(context)).toEqual([]);
  expect(await labelList(context, listId)).toBeUndefined();
  expect(await removedLabelList(context, listId)).toEqual({ id: listId, name: 'May.csv' });
  expect(await removedLabelList(stranger, listId)).toBeUndefined();
  expect((await restoreLabelList(context, listId)).ok).toBe(true);
  expect(await removedLabelList(context, listId)).toBeUndefined();
  expect(await labelList(context, listId)).toEqual(before);
  const trail = await context.db.auditEntry.findMany({
    where: { workspaceId: context.workspaceId, objectId: listId },
    orderBy: { id: 'asc' },
  });
  expect(trail.map(({ verb }) => verb)).toEqual([
    'add-label-list',
    'print-label-list',
    'remove-label-list',
    'restore-label-list',
  ]);
});
