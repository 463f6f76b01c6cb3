import { expect, test } from 'vitest';
import {
  atField,
  countsOf,
  firstRequest,
  formatOf,
  labelsOf,
  readLabelRequest,
  requestForPrinter,
  sourceOfSku,
  stockOf,
} from './label-request.ts';

const lines = [
  { sku: 'MUG-1', fnsku: 'X000000001', title: 'Mug', condition: 'new', quantity: 30 },
  { sku: 'CUP-2', fnsku: 'X000000002', title: 'Cup', condition: 'used-very-good', quantity: 12 },
].map(sourceOfSku);

test('one label per unit of every SKU unless fewer are asked for', () => {
  expect(labelsOf(firstRequest('Letter_30'), lines).map(({ copies }) => copies)).toEqual([30, 12]);
  const some = { ...firstRequest('Letter_30'), only: 'CUP-2', copies: '3', line: 'Made in China' };
  expect(labelsOf(some, lines)).toEqual([
    {
      fnsku: 'X000000002',
      title: 'Cup',
      condition: 'Used - Very Good',
      copies: 3,
      line: 'Made in China',
    },
  ]);
});

test('lines of one FNSKU with their own words are told apart by their keys', () => {
  const cup = { fnsku: 'X000000002', title: 'Cup', condition: 'New', quantity: 5 };
  const list = [
    { ...cup, key: '1', name: '1', line: 'LOT 7' },
    { ...cup, key: '2', name: '2', line: 'LOT 8' },
  ];
  const asked = firstRequest('Letter_30');
  expect(countsOf(asked, list)).toEqual({ 1: 5, 2: 5 });
  expect(countsOf({ ...asked, only: '2', copies: '3' }, list)).toEqual({ 2: 3 });
  expect(labelsOf(asked, list).map(({ line }) => line)).toEqual(['LOT 7', 'LOT 8']);
  const same = labelsOf({ ...asked, line: 'Made in China' }, list);
  expect(same.map(({ line }) => line)).toEqual(['Made in China', 'Made in China']);
});

test('a sheet starts at the first label, a roll has the size of its name', () => {
  expect(stockOf(firstRequest('Letter_30'))).toMatchObject({ kind: 'sheet', startAt: 1 });
  expect(stockOf(firstRequest('57.15x31.75'))).toMatchObject({
    kind: 'thermal',
    widthMm: 57.15,
    heightMm: 31.75,
  });
  const other = { ...firstRequest('other'), width: '62', height: '29,5', offsetX: '-0.5' };
  expect(stockOf(other)).toEqual({
    kind: 'thermal',
    widthMm: 62,
    heightMm: 29.5,
    offsetXMm: -0.5,
    offsetYMm: 0,
  });
});

test('what is no number is not taken for one', () => {
  expect(labelsOf({ ...firstRequest('Letter_30'), copies: 'many' }, lines)[0]?.copies).toBeNaN();
  expect(stockOf({ ...firstRequest('Letter_30'), startAt: 'x' })).toMatchObject({
    startAt: Number.NaN,
  });
});

test('the stock of the last print opens the next visit', () => {
  for (const format of ['Letter_30', '57.15x31.75']) {
    expect(formatOf(stockOf(firstRequest(format)))).toBe(format);
  }
});

test('an address without a stock is no request; bent fields are as if empty', () => {
  expect(readLabelRequest({})).toBeUndefined();
  expect(readLabelRequest({ stock: 'A4_21', copies: ['1', '2'] })).toEqual({
    ...firstRequest('A4_21'),
  });
});

test('a refusal of the check stands at the field that caused it', () => {
  expect(atField({ code: 'stock-start-range', facts: {}, at: 'stock.startAt' }).at).toBe('startAt');
  expect(atField({ code: 'labels-none', facts: {} })).toEqual({ code: 'labels-none', facts: {} });
});

test('conditions are printed as Amazon writes them', () => {
  expect(lines.map(({ condition }) => condition)).toEqual(['New', 'Used - Very Good']);
});

test('the printer at hand fills the form, and its faults are made good', () => {
  const printer = {
    id: 'p1',
    name: 'Zebra',
    workstation: '',
    itemStock: '57x32',
    boxPaper: 'PackageLabel_Thermal',
    paper: 'LABEL' as const,
    dpi: 203,
    marginMm: 0,
    offsetXMm: 0.5,
    offsetYMm: 0,
    scaleX: 1,
    scaleY: 1.01,
  };
  const asked = requestForPrinter(printer);
  expect(asked).toMatchObject({ stock: '57x32', dpi: '203', offsetX: '0.5', offsetY: '' });
  expect(stockOf(asked, { marginMm: 0, scaleX: 1, scaleY: 1.01 })).toMatchObject({
    kind: 'thermal',
    offsetXMm: 0.5,
    scaleY: 1.01,
  });
  const odd = requestForPrinter({ ...printer, itemStock: '62x29' });
  expect(odd).toMatchObject({ stock: 'other', width: '62', height: '29' });
});
