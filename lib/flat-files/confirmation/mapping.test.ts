import { describe, expect, it } from 'vitest';
import { writeCsv, writeTsv } from '../rows.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import { proposeMapping, readCarrierTable, sufficesForAmazon } from './carrier-table.ts';
import { carriersOf } from './carriers.ts';
import { readConfirmation } from './read-confirmation.ts';

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
  ])('shows its header and first rows to be mapped: %s', (_name, file) => {
    expect(readCarrierTable(file)).toEqual({ ok: true, value: { header: HEADER, sample: [ROW] } });
  });

  it('shows no more than five rows, none of them blank, each as wide as the header', () => {
    const rows = Array.from({ length: 9 }, (_, at) => [`order ${at}`]);
    const file = bytes(writeTsv([HEADER, ['', ''], ...rows]));
    const read = readCarrierTable(file);
    expect(read.ok && read.value.sample.map((cells) => cells.length)).toEqual([5, 5, 5, 5, 5]);
    expect(read.ok && read.value.sample[0]).toEqual(['order 0', '', '', '', '']);
  });

  it.each<[string, string[], Record<string, string>]>([
    [
      'an English carrier',
      ['Consignment Number', 'Customer Reference', 'Despatch Date', 'Courier', 'Service', 'Weight'],
      {
        'order-id': 'Customer Reference',
        'ship-date': 'Despatch Date',
        'carrier-code': 'Courier',
        'tracking-number': 'Consignment Number',
        'ship-method': 'Service',
      },
    ],
    [
      'a Chinese forwarder',
      ['平台订单号', '转单号', '物流公司', '物流渠道', '出库时间', '重量(kg)'],
      {
        'order-id': '平台订单号',
        'ship-date': '出库时间',
        'carrier-code': '物流公司',
        'tracking-number': '转单号',
        'ship-method': '物流渠道',
      },
    ],
    [
      'a file with names of Amazon’s among them',
      ['order-id', 'Tracking #', 'carrier', 'Carrier Name'],
      {
        'order-id': 'order-id',
        'carrier-code': 'carrier',
        'carrier-name': 'Carrier Name',
        'tracking-number': 'Tracking #',
      },
    ],
  ])('has its columns proposed: %s', (_name, header, columns) => {
    const proposed = proposeMapping(header);
    expect(proposed).toEqual({ columns, constants: {} });
    expect(sufficesForAmazon(proposed)).toBe('ship-date' in columns);
    const today = { ...proposed, constants: { 'ship-date': '2026-11-20' } };
    expect(sufficesForAmazon(today)).toBe(true);
  });

  it('has dates and carriers put into Amazon’s words where they mean only one thing', () => {
    const table = [
      ['Reference', 'Waybill', 'Collected', 'Courier'],
      ['1', '2', '24.11.2026 17:05', 'yun-express'],
      ['3', '4', '03/04/2026', 'Wonder Parcels'],
    ];
    const file = bytes(writeCsv(table));
    const read = readConfirmation(file, proposeMapping(table[0] ?? []), carriersOf('US'));
    const said = read.ok ? read.value.rows : [];
    expect(said.map(({ cells }) => [cells.get('ship-date'), cells.get('carrier-code')])).toEqual([
      ['2026-11-24', 'Yun Express'],
      ['03/04/2026', 'Wonder Parcels'],
    ]);
  });

  it('has no header when it is no table', () => {
    expect(readCarrierTable(bytes('nothing'))).toMatchObject({ ok: false });
    expect(readCarrierTable(bytes(''))).toMatchObject({ problems: [{ code: 'file-empty' }] });
  });
});

function mappingOf(carrier: string) {
  return { columns: {}, constants: { 'carrier-code': carrier } };
}
