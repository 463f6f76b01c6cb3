import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { runPack } from './pack.ts';

const BOX = {
  name: 'M',
  length: 12,
  width: 10,
  height: 8,
  maxWeight: 50,
  tareWeight: 0.4,
  cost: 1,
};
const ITEM = { sku: 'CUP', quantity: 20, length: 4, width: 4, height: 4.2, weight: 0.75 };
const FILE = {
  units: { length: 'IN', weight: 'LB' },
  boxes: [BOX],
  items: [ITEM],
  costs: { handlingPerBox: 1, freightPerPound: 0.5, dimensionalDivisor: 139 },
};

let folder = '';
let said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pack-'));
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function run(content: unknown, ...flags: string[]): Promise<number> {
  const input = path.join(folder, 'in.json');
  await writeFile(input, typeof content === 'string' ? content : JSON.stringify(content));
  return runPack([input, '--out', path.join(folder, 'out.json'), ...flags]);
}

const files = async () => (await readdir(folder)).filter((name) => name !== 'in.json');
const answer = async (): Promise<unknown> =>
  JSON.parse(await readFile(path.join(folder, 'out.json'), 'utf8'));

describe('pack', () => {
  it('answers with boxes in the units of the input', async () => {
    expect(await run(FILE, '--iterations', '20')).toBe(0);
    // On their sides two cups stand on each other: three by two by two.
    expect(await answer()).toMatchObject({
      boxes: [
        { name: 'M', quantity: 1, weight: 9.4, items: [{ sku: 'CUP', quantity: 12 }] },
        { name: 'M', quantity: 1, weight: 6.4, items: [{ sku: 'CUP', quantity: 8 }] },
      ],
      unpacked: [],
      summary: { boxes: 2, lowerBound: 2 },
    });
    expect(said.at(-1)).toContain('out.json: 2 boxes (at least 2)');
  });

  it('gives the same answer again for the same seed and number of attempts', async () => {
    const flags = ['--iterations', '50', '--seed', '9', '--objective', 'cost'];
    expect(await run(FILE, ...flags)).toBe(0);
    const first = JSON.stringify(await answer()).replace(/"milliseconds":\d+/, '');
    expect(await run(FILE, ...flags)).toBe(0);
    expect(JSON.stringify(await answer()).replace(/"milliseconds":\d+/, '')).toBe(first);
  });

  it('says what could not be packed and why', async () => {
    const items = [ITEM, { ...ITEM, sku: 'OAR', length: 90 }, { ...ITEM, sku: 'IRON', weight: 60 }];
    expect(await run({ ...FILE, items }, '--seconds', '0.05')).toBe(0);
    expect(await answer()).toMatchObject({
      unpacked: [
        { sku: 'OAR', quantity: 20, reason: 'larger-than-every-box' },
        { sku: 'IRON', quantity: 20, reason: 'heavier-than-every-box-allows' },
      ],
    });
    expect(said).toContain('note: 20 x OAR not packed: larger-than-every-box');
  });

  it('keeps cases closed, and never runs out of the largest box', async () => {
    const casePack = { quantity: 4, length: 8, width: 8, height: 4.2, weight: 3.2 };
    const file = { ...FILE, boxes: [{ ...BOX, stock: 0 }], items: [{ ...ITEM, casePack }] };
    expect(await run(file, '--iterations', '1')).toBe(0);
    expect(await answer()).toMatchObject({
      boxes: [
        { quantity: 2, items: [{ quantity: 8 }], placements: [{ units: 4 }, { units: 4 }] },
        { quantity: 1, items: [{ quantity: 4 }], placements: [{ units: 4 }] },
      ],
    });
  });

  it.each([
    [{ ...FILE, items: [{ ...ITEM, quantity: 1.5 }] }, 'items.0.quantity: '],
    [{ ...FILE, items: [ITEM, { ...ITEM, sku: 'B', width: -1 }] }, 'items.1.width: '],
    [{ ...FILE, items: [ITEM, ITEM] }, 'items.1.sku: "CUP" stands twice'],
    [{ ...FILE, items: [] }, 'items: '],
    [{ ...FILE, boxes: [{ ...BOX, height: 'tall' }] }, 'boxes.0.height: '],
    [{ ...FILE, boxes: [{ ...BOX, tareWeight: 50 }] }, 'boxes.0.tareWeight: the empty box'],
    [{ ...FILE, units: { length: 'MM', weight: 'KG' } }, 'units.length: '],
    [{ ...FILE, costs: { ...FILE.costs, dimensionalDivisor: 0 } }, 'costs.dimensionalDivisor: '],
    ['{"units"', 'is not JSON'],
  ])('refuses wrong input by the path of the field and leaves no file: %#', async (file, words) => {
    expect(await run(file)).toBe(2);
    expect(said.join('\n')).toContain(words);
    expect(await files()).toEqual([]);
  });

  it.each([
    ['--seconds', '0'],
    ['--seed', 'x'],
    ['--objective', 'beauty'],
    ['--iterations', '-1'],
    ['--unknown', '1'],
  ])('refuses %s %s', async (...flags) => {
    expect(await run(FILE, ...flags)).toBe(2);
    expect(said.join('\n')).toContain('usage: pack');
    expect(await files()).toEqual([]);
  });

  it('refuses a file that is not there or cannot be written', async () => {
    expect(await runPack([path.join(folder, 'none.json'), '--out', 'out.json'])).toBe(2);
    const input = path.join(folder, 'in.json');
    await writeFile(input, JSON.stringify(FILE));
    const out = path.join(folder, 'no', 'such', 'folder.json');
    expect(await runPack([input, '--out', out, '--iterations', '1'])).toBe(2);
    expect(said.join('\n')).toContain('cannot be written');
  });
});
