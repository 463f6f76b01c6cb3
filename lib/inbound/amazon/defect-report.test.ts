import { money } from '#lib/kernel';
import { expect, test } from 'vitest';
import { readDefectReport } from './defect-report.ts';

const HEAD = [
  'issue-reported-date',
  'fba-shipment-id',
  'fba-carton-id',
  'fulfillment-center-id',
  'sku',
  'problem-type',
  'problem-quantity',
  'expected-quantity',
  'received-quantity',
  'coaching-level',
  'fee-type',
  'currency',
  'fee-total',
  'alert-status',
];
const LINE = ['2026-11-20T08:00:00+00:00', 'FBA15ABCDEFG', 'FBA15ABCDEFGU000002', 'ONT8', 'MUG'];
const bytes = (...rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(rows.map((row) => `${row.join('\t')}\r\n`).join(''));

test('a problem is read with its box, its units and its fee, whatever order the columns have', () => {
  const rest = [
    'Barcode missing',
    '3',
    '24',
    '24',
    'Standard',
    'Unplanned Services',
    'USD',
    '0.9',
    'Open',
  ];
  const [first] = readDefectReport(bytes(HEAD, [...LINE, ...rest]));
  expect(first).toMatchObject({
    shipment: 'FBA15ABCDEFG',
    boxId: 'FBA15ABCDEFGU000002',
    kind: 'Barcode missing',
    units: 3,
    expected: 24,
    fee: money(90, 'USD'),
    status: 'Open',
    reportedAt: Date.UTC(2026, 10, 20, 8),
  });
  const turned = readDefectReport(bytes(HEAD.toReversed(), [...LINE, ...rest].toReversed()));
  expect(turned).toEqual([first]);
});

test('the same line told again with another state keeps its key, another box has another', () => {
  const line = (box: string, status: string) =>
    readDefectReport(
      bytes(HEAD, ['', 'FBA1', box, '', '', 'Damaged', '', '', '', '', '', '', '', status]),
    )[0];
  expect(line('U1', 'Closed')?.key).toBe(line('U1', 'Open')?.key);
  expect(line('U2', 'Open')?.key).not.toBe(line('U1', 'Open')?.key);
  expect(line('U1', 'Open')).toMatchObject({ units: 0, boxId: 'U1' });
  expect(line('U1', 'Open')).not.toHaveProperty('fee');
});

test('an empty report, a line without shipment and a fee that is none are no defects', () => {
  expect(readDefectReport(new Uint8Array())).toEqual([]);
  expect(readDefectReport(bytes(HEAD, ['', '', '', '', '', 'Damaged']))).toEqual([]);
  const odd = ['', 'FBA1', '', '', '', 'Damaged', 'many', '', '', '', 'Fee', 'dollars', '5', ''];
  expect(readDefectReport(bytes(HEAD, odd))[0]).not.toHaveProperty('fee');
});
