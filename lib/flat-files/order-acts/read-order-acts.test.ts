import { describe, expect, it } from 'vitest';
import { writeCsv, writeTsv } from '../rows.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import { readOrderActs } from './read-order-acts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const TEMPLATE = ['TemplateType=OrderCancellation', 'Version=1.0/1.0.3', 'A remark of Amazon’s.'];
const CANCEL = ['order-id', 'cancellation-reason-code', 'amazon-order-item-code'];
const ROW = ['111-0000004-0000004', 'NoInventory', '00000000000041'];

describe('a cancellation file', () => {
  it.each<[string, Uint8Array, number]>([
    ['Amazon’s template of two header rows', bytes(writeTsv([TEMPLATE, CANCEL, ROW])), 2],
    ['without the template’s row, with commas', bytes(writeCsv([CANCEL, ROW])), 1],
    ['a workbook', writeWorkbook([{ name: 'Sheet', rows: [TEMPLATE, CANCEL, ROW] }]), 2],
  ])('is read as it is written: %s', (_name, file, headerLine) => {
    const read = readOrderActs(file);
    if (!read.ok) throw new Error('refused');
    expect(read.value).toMatchObject({ kind: 'cancellation', headerLine, header: CANCEL });
    expect(read.value.rows.map(({ line, cells }) => [line, ...cells.values()])).toEqual([
      [headerLine + 1, ...ROW],
    ]);
  });
});

describe('an adjustment file', () => {
  it('is told from a cancellation by its reason, and keeps the cells it has', () => {
    const table = [
      ['order-id', 'order-item-id', 'adjustment-reason-code', 'currency', 'item-price-adj', 'note'],
      ['111-0000004-0000004', '41', 'CustomerReturn', 'USD', '3.50', 'broken'],
    ];
    const read = readOrderActs(bytes(writeTsv(table)));
    if (!read.ok) throw new Error('refused');
    expect(read.value).toMatchObject({ kind: 'adjustment', unknownColumns: ['note'] });
    const [row] = read.value.rows;
    expect(Object.fromEntries(row?.cells ?? [])).toEqual({
      'order-id': '111-0000004-0000004',
      'order-item-id': '41',
      'adjustment-reason-code': 'CustomerReturn',
      currency: 'USD',
      'item-price-adj': '3.50',
    });
  });
});

it('a file that is neither is refused with what was looked for', () => {
  expect(readOrderActs(bytes('order-id\ttracking-number\n1\t2\n'))).toMatchObject({
    problems: [{ code: 'columns-not-found' }],
  });
  expect(readOrderActs(bytes(''))).toMatchObject({ problems: [{ code: 'file-empty' }] });
});
