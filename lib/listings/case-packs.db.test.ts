import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { dimensionsOf, weightOf } from '#lib/kernel';
import { casePacks, removeCasePack, saveCasePack } from './server.ts';

const database = testDatabase();

function pack(name: string, unitsPerCase = 24) {
  return {
    sku: 'SPT-SIL-3',
    name,
    unitsPerCase,
    dimensions: dimensionsOf([40.5, 30, 25], 'CM'),
    weight: weightOf(9.3, 'KG'),
  };
}

test('a case pack is kept as it was entered and can be changed', async () => {
  const { context } = await practiceBench(database);
  const saved = await saveCasePack(context, pack(' Carton of 24 '));
  if (!saved.ok) throw new Error('refused');
  const { id } = saved.value;
  expect(await casePacks(context, ['SPT-SIL-3'])).toEqual([{ id, ...pack('Carton of 24') }]);
  expect(await saveCasePack(context, { ...pack('Carton of 12', 12), id })).toEqual(saved);
  expect(await casePacks(context, ['SPT-SIL-3'])).toEqual([{ id, ...pack('Carton of 12', 12) }]);
});

test('a SKU has three case packs at most, each with a name of its own', async () => {
  const { context } = await practiceBench(database);
  await saveCasePack(context, pack('A'));
  expect(await saveCasePack(context, pack('A'))).toMatchObject({
    ok: false,
    problems: [{ code: 'case-pack-name-taken', at: 'name' }],
  });
  await saveCasePack(context, pack('B'));
  await saveCasePack(context, pack('C'));
  expect(await saveCasePack(context, pack('D'))).toMatchObject({
    ok: false,
    problems: [{ code: 'too-many-case-packs', facts: { most: 3 } }],
  });
  expect(await casePacks(context, ['SPT-SIL-3'])).toHaveLength(3);
});

test("another workspace's case packs do not exist", async () => {
  const { context, stranger } = await practiceBench(database);
  const saved = await saveCasePack(context, pack('A'));
  if (!saved.ok) throw new Error('refused');
  const { id } = saved.value;
  expect(await casePacks(stranger, ['SPT-SIL-3'])).toEqual([]);
  expect(await removeCasePack(stranger, id)).toMatchObject({ ok: false });
  expect(await saveCasePack(stranger, { ...pack('B'), id })).toMatchObject({ ok: false });
  expect(await removeCasePack(context, id)).toEqual({ ok: true, value: undefined });
  expect(await casePacks(context, ['SPT-SIL-3'])).toEqual([]);
});

test('a packer may not change case packs', async () => {
  const { context } = await practiceBench(database);
  const packer = { ...context, actor: { name: 'Li', role: 'viewer' as const } };
  expect(await saveCasePack(packer, pack('A'))).toMatchObject({
    ok: false,
    problems: [{ code: 'not-allowed' }],
  });
});
