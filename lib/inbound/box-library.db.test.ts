import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { dimensionsOf, money, weightOf } from '#lib/kernel';
import {
  boxSizes,
  factoryLayouts,
  removeBoxSize,
  saveBoxSize,
  saveFactoryLayout,
} from './server.ts';

const database = testDatabase();
const SMALL = { name: 'Small', dimensions: dimensionsOf([12, 12, 8], 'IN') };

test('a size of box is kept as it was entered, and its name takes a new size', async () => {
  const { context } = await practiceBench(database);
  const saved = await saveBoxSize(context, { ...SMALL, name: ' Small ' });
  if (!saved.ok) throw new Error('refused');
  expect(await boxSizes(context)).toEqual([{ id: saved.value.id, ...SMALL }]);
  const metric = { name: 'Small', dimensions: dimensionsOf([30, 30, 20.5], 'CM') };
  expect(await saveBoxSize(context, metric)).toEqual(saved);
  expect(await boxSizes(context)).toEqual([{ id: saved.value.id, ...metric }]);
  const verbs = await context.db.auditEntry.findMany({ where: { objectId: saved.value.id } });
  expect(verbs.map(({ verb }) => verb)).toEqual(['save-box-size', 'save-box-size']);
});

test('what a box weighs, bears, costs and how many there are is kept, and may be taken back', async () => {
  const { context } = await practiceBench(database);
  const whole = {
    ...SMALL,
    inner: dimensionsOf([11.75, 11.75, 7.5], 'IN'),
    tare: weightOf(0.9, 'LB'),
    maxWeight: weightOf(30, 'LB'),
    price: money(129, 'USD'),
    stock: 40,
  };
  const saved = await saveBoxSize(context, whole);
  if (!saved.ok) throw new Error('refused');
  const { id } = saved.value;
  expect(await boxSizes(context)).toEqual([{ id, ...whole }]);
  await saveBoxSize(context, SMALL);
  expect(await boxSizes(context)).toEqual([{ id, ...SMALL }]);
});

test('a box that is larger inside than outside, or empty as heavy as full, is refused', async () => {
  const { context } = await practiceBench(database);
  const codesOf = async (more: object) => {
    const saved = await saveBoxSize(context, { ...SMALL, ...more });
    return saved.ok ? [] : saved.problems.map(({ code, at }) => `${code} ${at}`);
  };
  expect(await codesOf({ inner: dimensionsOf([13, 12, 8], 'IN') })).toEqual([
    'box-inner-size-outside innerLength',
  ]);
  expect(await codesOf({ inner: dimensionsOf([10, 0, 8], 'IN') })).toHaveLength(1);
  expect(await codesOf({ tare: weightOf(2, 'LB'), maxWeight: weightOf(2, 'LB') })).toEqual([
    'box-tare-too-heavy tare',
  ]);
  expect(await codesOf({ stock: 1.5 })).toEqual(['box-stock-not-whole stock']);
});

test('a size without a name or a side is refused at its field', async () => {
  const { context } = await practiceBench(database);
  expect(await saveBoxSize(context, { ...SMALL, name: ' ' })).toMatchObject({
    problems: [{ code: 'box-size-name-needed', at: 'name' }],
  });
  expect(await saveBoxSize(context, { ...SMALL, name: 'x'.repeat(41) })).toMatchObject({
    problems: [{ code: 'box-size-name-too-long', facts: { most: 40, length: 41 } }],
  });
  const flat = { name: 'Flat', dimensions: dimensionsOf([12, 12, 0], 'IN') };
  expect(await saveBoxSize(context, flat)).toMatchObject({
    problems: [{ code: 'box-size-needed', at: 'length' }],
  });
  expect(await boxSizes(context)).toEqual([]);
});

test('another workspace’s boxes and factories do not exist', async () => {
  const { context, stranger } = await practiceBench(database);
  const saved = await saveBoxSize(context, SMALL);
  if (!saved.ok) throw new Error('refused');
  await saveFactoryLayout(context, { name: 'Bright', choices: { quantity: 'in-all' } });
  expect(await boxSizes(stranger)).toEqual([]);
  expect(await factoryLayouts(stranger)).toEqual([]);
  expect(await removeBoxSize(stranger, saved.value.id)).toMatchObject({
    ok: false,
    problems: [{ code: 'box-size-not-found' }],
  });
  expect((await saveBoxSize(stranger, SMALL)).ok).toBe(true);
  await saveFactoryLayout(stranger, { name: 'Bright', choices: { quantity: 'per-carton' } });
  expect(await factoryLayouts(context)).toEqual([
    { name: 'Bright', choices: { quantity: 'in-all' } },
  ]);
  expect(await removeBoxSize(context, saved.value.id)).toEqual({ ok: true, value: undefined });
  expect(await boxSizes(context)).toEqual([]);
});

test('a factory is remembered by its name, as it was last read', async () => {
  const { context } = await practiceBench(database);
  const columns = { 货号: 'item' } as const;
  await saveFactoryLayout(context, { name: 'Bright', choices: { columns } });
  await saveFactoryLayout(context, { name: ' Bright ', choices: { columns, gross: 'in-all' } });
  expect(await factoryLayouts(context)).toEqual([
    { name: 'Bright', choices: { columns, gross: 'in-all' } },
  ]);
  expect(await saveFactoryLayout(context, { name: '', choices: {} })).toMatchObject({
    problems: [{ code: 'factory-name-needed', at: 'name' }],
  });
});

test('who may only look keeps no sizes and no factories', async () => {
  const { context } = await practiceBench(database);
  const viewer = { ...context, actor: { name: 'Li', role: 'viewer' as const } };
  const refusal = { ok: false, problems: [{ code: 'not-allowed' }] };
  expect(await saveBoxSize(viewer, SMALL)).toMatchObject(refusal);
  expect(await removeBoxSize(viewer, 'any')).toMatchObject(refusal);
  expect(await saveFactoryLayout(viewer, { name: 'Bright', choices: {} })).toMatchObject(refusal);
});
