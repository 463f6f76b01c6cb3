import { describe, expect, it } from 'vitest';
import { writeCsv, writeTsv } from '../rows.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import { readConfirmation, readConfirmationHeader } from './read-confirmation.ts';

const HEADER = ['Your reference', 'Waybill', 'Collected', 'ship-method', 'Weight'];
const ROW = ['111-0000001-0000001', '1Z5R89390357567127', '2026-11-20', 'Ground', '1.2'];
const mapping = {
  columns: {
    'order-id': 'Your reference',
    'tracking-number': 'Waybill',
    'ship-date': 'collected',
  },
  constants: { 'carrier-code': 'UPS' },
} as const;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a carrier’s own file', () => {
  it('is read through the mapping of its columns, with the carrier for all rows', () => {
    const read = readConfirmation(bytes(writeCsv([HEADER, ROW])), mapping);
    if (!read.ok) throw new Error('refused');
    expect(Object.fromEntries(read.value.rows[0]?.cells ?? [])).toEqual({
      'order-id': '111-0000001-0000001',
      'tracking-number': '1Z5R89390357567127',
      'ship-date': '2026-11-20',
      'ship-method': 'Ground',
      'carrier-code': 'UPS',
    });
    expect(read.value.unknownColumns).toEqual(['Weight']);
    expect(read.value.names.get('tracking-number')).toBe('Waybill');
  });

  it('is no confirmation without one', () => {
    expect(readConfirmation(bytes(writeCsv([HEADER, ROW])))).toMatchObject({
      problems: [{ code: 'columns-not-found' }],
    });
  });

  it('can give a column of Amazon’s name another meaning', () => {
    const table = [
      ['order-id', 'tracking', 'real number'],
      ['111-0000001-0000001', 'internal', 'SL-1'],
    ];
    const read = readConfirmation(bytes(writeTsv(table)), {
      columns: { 'tracking-number': 'real number', 'ship-method': 'tracking' },
      constants: {},
    });
    expect(read.ok && Object.fromEntries(read.value.rows[0]?.cells ?? [])).toEqual({
      'order-id': '111-0000001-0000001',
      'tracking-number': 'SL-1',
      'ship-method': 'internal',
    });
  });

  it('leaves a cell that says something itself as it is', () => {
    const table = [
      ['order-id', 'tracking-number', 'carrier-code'],
      ['1', '2', 'FedEx'],
      ['3', '4', ''],
    ];
    const read = readConfirmation(bytes(writeTsv(table)), mappingOf('UPS'));
    expect(read.ok && read.value.rows.map(({ cells }) => cells.get('carrier-code'))).toEqual([
      'FedEx',
      'UPS',
    ]);
  });

  it.each<[string, Uint8Array]>([
    ['commas', bytes(writeCsv([HEADER, ROW]))],
    ['tabs', bytes(writeTsv([['a line above'], HEADER, ROW]))],
    ['semicolons', bytes([HEADER, ROW].map((cells) => cells.join(';')).join('\n'))],
    ['a workbook', writeWorkbook([{ name: 'Parcels', rows: [HEADER, ROW] }])],
  ])('shows its header to be mapped: %s', (_name, file) => {
    expect(readConfirmationHeader(file)).toEqual({ ok: true, value: HEADER });
  });

  it('has no header when it is no table', () => {
    expect(readConfirmationHeader(bytes('nothing'))).toMatchObject({ ok: false });
    expect(readConfirmationHeader(bytes(''))).toMatchObject({ problems: [{ code: 'file-empty' }] });
  });
});

function mappingOf(carrier: string) {
  return { columns: {}, constants: { 'carrier-code': carrier } };
}
