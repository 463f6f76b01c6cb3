import { describe, expect, test } from 'vitest';
import { readTrackingTable } from './tracking-table.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

const read = (text: string) => readTrackingTable(new TextEncoder().encode(text));

describe('a table of tracking numbers', () => {
  test('has its columns found by their headings, wherever they stand', () => {
    const rows = [{ row: 2, box: 'FBA15ABCDEFGU000001', number: '1Z999AA10123456784' }];
    expect(
      read('Weight,Tracking number,FBA Box ID\n12,1Z999AA10123456784,FBA15ABCDEFGU000001'),
    ).toEqual({ ok: true, value: rows });
    expect(read('箱号\t快递单号\nFBA15ABCDEFGU000001\t1Z999AA10123456784')).toEqual({
      ok: true,
      value: rows,
    });
  });

  test('may be a workbook, with lines of the forwarder above it', () => {
    const bytes = writeWorkbook([
      {
        name: 'Sheet1',
        rows: [['Blue Star Logistics'], ['Carton ID', 'Waybill'], ['FBA1U000001', 'W1']],
      },
    ]);
    expect(readTrackingTable(bytes)).toEqual({
      ok: true,
      value: [{ row: 3, box: 'FBA1U000001', number: 'W1' }],
    });
  });

  test('leaves out rows with neither, and keeps those with one of them to be told of', () => {
    const read1 = read('Box ID,Tracking number,Note\n,,paid\nFBA1U000001,,\n,1Z1,\nFBA1U000002');
    expect(read1).toEqual({
      ok: true,
      value: [
        { row: 3, box: 'FBA1U000001', number: '' },
        { row: 4, box: '', number: '1Z1' },
        { row: 5, box: 'FBA1U000002', number: '' },
      ],
    });
  });

  test('is none without both headings', () => {
    expect(read('Box ID,Weight\nFBA1U000001,12')).toMatchObject({
      ok: false,
      problems: [{ code: 'columns-not-found' }],
    });
    expect(read('')).toMatchObject({ ok: false, problems: [{ code: 'file-empty' }] });
  });
});
