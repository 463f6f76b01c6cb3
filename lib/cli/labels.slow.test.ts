import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { readCsv } from './csv.ts';
import { runLabels } from './labels.ts';

const HEADER = 'fnsku,title,condition,quantity,line';
let folder = '';
let said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'labels-'));
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function run(table: string, ...flags: string[]): Promise<number> {
  const input = path.join(folder, 'in.csv');
  await writeFile(input, table);
  const out = path.join(folder, 'out.pdf');
  return runLabels(['items', input, ...flags, '--out', out]);
}

async function pdfs(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== 'in.csv');
}

describe('labels items', { timeout: 20_000 }, () => {
  it('prints a table on a sheet that was begun, moved to fit the printer', async () => {
    const table = `\uFEFF${HEADER}\r\nX001234567,"A ""big"" cup, blue",New,40,MADE IN CHINA\r\n`;
    const flags = ['--page-type', 'Letter_30', '--start', '5', '--offset-x', '1.0'];
    expect(await run(table, ...flags, '--offset-y', '-0.5')).toBe(0);
    expect(said).toEqual([`${path.join(folder, 'out.pdf')}: 40 labels on 2 pages`]);
    const pdf = await readFile(path.join(folder, 'out.pdf'), 'latin1');
    expect(pdf.startsWith('%PDF-1.5')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('takes thermal labels and semicolons, and says what will be weak', async () => {
    const table = 'FNSKU;Title;Condition;Quantity\nX00ABCDEFG;Tasse;New;2';
    const flags = ['--page-type', 'THERMAL', '--width', '57', '--height', '32', '--dpi', '203'];
    expect(await run(table, ...flags)).toBe(0);
    expect(said[0]).toContain('narrow bars of 0.25 mm at 203 dpi');
  });

  it.each([
    ['X00,Cup,New,1,', 'row 2, column fnsku: "X00" is no FNSKU'],
    ['\n\nX00ABCDEFG,,New,1,', 'row 4, column title: '],
    ['X00ABCDEFG,Cup,New,1.5,', 'row 2, column quantity: the quantity is no whole number'],
    ['X00ABCDEFG,Cup,New,many,', 'row 2, column quantity: the quantity is no whole number'],
    ['X00ABCDEFG,Cup,New,-1,', 'row 2, column quantity: -1 is not between 1 and 10000'],
    ['X00ABCDEFG,Cup,New,0,', 'row 2, column quantity: 0 is not between 1 and 10000'],
    ['X00ABCDEFG,Cup,New,10001,', 'row 2, column quantity: 10001 is not between 1 and 10000'],
    ['X00ABCDEFG,Cup,New,,', 'row 2, column quantity: the quantity is no whole number'],
    ['X00ABCDEFG,Cup,,1,', 'row 2, column condition: there is no condition'],
    ['X00ABCDEFG,\u0007\u001B,New,1,', 'row 2, column title: there is no title'],
    ['x00abcdefg,Cup,New,1,', 'row 2, column fnsku: "x00abcdefg" is no FNSKU'],
    ['X00ABCDEFG,Cup,New,1,' + 'L'.repeat(61), 'row 2, column line: 61 characters'],
    ['X00ABCDEFG,Cup,New,1,a,b', 'row 2, column 6: more than the 5 fields of the header'],
    ['X00ABCDEFG,"Cup,New,1,', 'row 2, column title: a quotation mark is opened and never closed'],
    ['X00ABCDEFG,"Cup"x,New,1,', 'row 2, column title: text follows a closing quotation mark'],
    ['', 'no labels to print'],
  ])('refuses %j by row and column and leaves no file behind', async (row, words) => {
    expect(await run(`${HEADER}\n${row}`, '--page-type', 'Letter_30')).toBe(2);
    expect(said.join('\n')).toContain(words);
    expect(await pdfs()).toEqual([]);
  });

  it.each([
    ['Edelstahl-Trinkflasche für Kinder – auslaufsicher (500 ml, Grün)', ''],
    ['ステンレス真空断熱ボトル ワンタッチオープン 600ml', ''],
    ['不锈钢真空保温杯 大容量便携式户外运动水壶', ''],
    ['٣ قطع Cup ٤٥', 'row 2, column title: left out, as no label font has it: ق ط ع'],
    ['Gift 🎁 set', 'row 2, column title: left out, as no label font has it: 🎁'],
    ['A title that goes on '.repeat(25), ''],
    ['bell\u0007 escape\u001B[1m null\u0000', ''],
  ])('prints the title %j', async (title, note) => {
    expect(await run(`${HEADER}\nX00ABCDEFG,"${title}",New,1,`, '--page-type', 'A4_21')).toBe(0);
    expect(said.filter((line) => line.startsWith('note: ')).join()).toContain(note);
    expect(said.at(-1)).toContain('1 labels on 1 pages');
  });

  it('prints ten thousand of one label', async () => {
    const flags = ['--page-type', 'Letter_30'];
    expect(await run(`${HEADER}\nX00ABCDEFG,Cup,New,10000,`, ...flags)).toBe(0);
    expect(said.at(-1)).toContain('10000 labels on 334 pages');
  });

  it.each([
    [['--page-type', 'Letter_30', '--start', '31'], '--start 31 is not between 1 and 30'],
    [['--page-type', 'Letter_30', '--start', '1.5'], '--start 1.5 is not between 1 and 30'],
    [['--page-type', 'Letter_30', '--start', ''], '--start "" is no number'],
    [['--page-type', 'Letter_30', '--offset-x', '1mm'], '--offset-x "1mm" is no number'],
    [['--page-type', 'Letter_30', '--offset-y', '-5.1'], 'an offset of -5.1 mm is beyond ±5'],
    [['--page-type', 'Letter_30', '--dpi', '299'], '--dpi 299 is none of 203, 300, 600'],
    [['--page-type', 'Letter_30', '--width', '57'], '--width says nothing about Letter_30'],
    [['--page-type', 'THERMAL', '--start', '2'], '--start says nothing about THERMAL'],
    [['--page-type', 'THERMAL', '--width', '24', '--height', '30'], 'side of 24 mm'],
    [
      ['--page-type', 'THERMAL', '--width', '25', '--height', '25'],
      'does not fit a label of 25 mm',
    ],
    [['--colour', 'red'], "Unknown option '--colour'"],
    [[], '--page-type is missing'],
  ])('refuses the flags %j', async (flags, words) => {
    expect(await run(`${HEADER}\nX00ABCDEFG,Cup,New,1,`, ...flags)).toBe(2);
    expect(said.join('\n')).toContain(words);
    expect(await pdfs()).toEqual([]);
  });

  it('refuses stock, columns, encodings and flags it does not know', async () => {
    const table = `${HEADER}\nX00ABCDEFG,Cup,New,1,`;
    expect(await run(table, '--page-type', 'Letter_99')).toBe(2);
    expect(await run(table, '--page-type', 'Letter_30', '--start', 'x')).toBe(2);
    expect(await run(table, '--page-type', 'Letter_30', '--unknown')).toBe(2);
    expect(await run('fnsku,title\nX,Y', '--page-type', 'Letter_30')).toBe(2);
    expect(said.join('\n')).toContain('row 1, column quantity: the column is missing');
    const input = path.join(folder, 'in.csv');
    await writeFile(input, Buffer.from([0xd6, 0xd0, 0xce, 0xc4]));
    const flags = ['--page-type', 'Letter_30', '--out', path.join(folder, 'out.pdf')];
    expect(await runLabels(['items', input, ...flags])).toBe(2);
    expect(await runLabels(['items', path.join(folder, 'none.csv'), ...flags])).toBe(2);
    expect(await runLabels(['nonsense'])).toBe(2);
    expect(await pdfs()).toEqual([]);
  });

  it('leaves nothing behind where it may not write', async () => {
    const input = path.join(folder, 'in.csv');
    await writeFile(input, `${HEADER}\nX00ABCDEFG,Cup,New,1,`);
    const out = path.join(folder, 'no', 'such', 'folder.pdf');
    expect(await runLabels(['items', input, '--page-type', 'A4_27', '--out', out])).toBe(2);
    expect(said.join('\n')).toContain('cannot be written');
  });
});

describe('labels for boxes', { timeout: 20_000 }, () => {
  const box = {
    boxId: 'FBA199DN1ZLPU000001',
    boxNumber: 1,
    boxCount: 1,
    shipmentName: 'May',
    shipmentConfirmationId: 'FBA199DN1ZLP',
    createdText: '2026-11-24',
    shipFrom: ['Shenzhen'],
    shipTo: ['Amazon'],
    warehouseId: 'ONT8',
    contents: { kind: 'single', sku: 'CUP', quantity: 3 },
    lines: [{ idType: 'FNSKU', id: 'X00ABCDEFG', quantity: 3 }],
  };

  async function sheaf(kind: string, content: unknown, ...flags: string[]): Promise<number> {
    const input = path.join(folder, 'in.csv');
    await writeFile(input, typeof content === 'string' ? content : JSON.stringify(content));
    return runLabels([kind, input, ...flags, '--out', path.join(folder, 'out.pdf')]);
  }

  it('are printed from a list of boxes', async () => {
    expect(await sheaf('boxes', [box], '--page-type', 'PackageLabel_Letter_6')).toBe(0);
    expect(await sheaf('2d', [box], '--symbology', 'PDF417')).toBe(0);
    expect(await pdfs()).toEqual(['out.pdf']);
  });

  it('are refused by entry and field', async () => {
    expect(await sheaf('boxes', [box, box])).toBe(2);
    expect(said.at(-1)).toContain('entry 2, boxId: FBA199DN1ZLPU000001 stands twice');
    expect(await sheaf('boxes', [{ ...box, boxNumber: 0 }])).toBe(2);
    expect(said.at(-1)).toContain('entry 1, boxNumber: ');
    expect(await sheaf('2d', [{ ...box, lines: [] }])).toBe(2);
    expect(said.at(-1)).toContain('entry 1: nothing is in the box');
    expect(await sheaf('2d', [box], '--symbology', 'AZTEC')).toBe(2);
    expect(await sheaf('boxes', [box], '--dpi', '299')).toBe(2);
    expect(await sheaf('boxes', '{"broken"')).toBe(2);
    expect(await sheaf('boxes', [box], '--page-type', 'PackageLabel_Letter_5')).toBe(2);
    expect(await pdfs()).toEqual([]);
  });
});

describe('a table of comma separated values', () => {
  it('keeps quoted separators, quotes and line ends', () => {
    expect(readCsv('a,b\r\n"1,""2""\n3",\n,x')).toEqual({
      ok: true,
      value: [
        ['a', 'b'],
        ['1,"2"\n3', ''],
        ['', 'x'],
      ],
    });
  });
});
