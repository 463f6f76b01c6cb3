import { describe, expect, test } from 'vitest';
import { readLabelTable } from './label-table.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

function read(text: string) {
  return readLabelTable(new TextEncoder().encode(text));
}

function rowsOf(text: string) {
  const table = read(text);
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return table.value.rows;
}

const CUP = { fnsku: 'X00ABCDEFG', title: 'A cup, blue', condition: 'New', quantity: '40' };

describe('a table of item labels', () => {
  test('is read from commas, semicolons and tabs, in any order of its columns', () => {
    const expected = [{ row: 2, cells: { ...CUP, line: 'LOT 7' } }];
    expect(
      rowsOf('fnsku,title,condition,quantity,line\nX00ABCDEFG,"A cup, blue",New,40,LOT 7'),
    ).toEqual(expected);
    expect(rowsOf('Qty;Title;Line;FNSKU;Condition\n40;A cup, blue;LOT 7;X00ABCDEFG;New')).toEqual(
      expected,
    );
    expect(
      rowsOf('FNSKU\t标题\t商品状况\t数量\t附加文字\nX00ABCDEFG\tA cup, blue\tNew\t40\tLOT 7'),
    ).toEqual(expected);
  });

  test('keeps the numbers of its rows, past blank ones and a note on top', () => {
    const rows = rowsOf(
      'Labels for May\n\nfnsku\ttitle\tcondition\tquantity\n\n\nX00ABCDEFG\tA cup, blue\tNew\t40',
    );
    expect(rows).toEqual([{ row: 6, cells: { ...CUP, line: '' } }]);
  });

  test('may come without a header, as it is copied out of a spreadsheet', () => {
    const [first, second] = rowsOf('\nX00ABCDEFG\tA cup, blue\tNew\t40\nX00\tOther\tNew\t1\n');
    expect(first).toEqual({ row: 2, cells: { ...CUP, line: '' } });
    expect(second?.cells.fnsku).toBe('X00');
    const table = read('X00ABCDEFG,Cup,New,40');
    expect(table.ok && table.value.columns.get('quantity')).toEqual({
      column: 4,
      name: 'quantity',
    });
  });

  test('is read from a workbook, and its columns are called as they are there', () => {
    const bytes = writeWorkbook([
      {
        name: 'Labels',
        rows: [
          ['FNSKU', 'Product title', 'Condition', 'Labels'],
          ['X00ABCDEFG', 'A cup, blue', 'New', 40],
        ],
      },
    ]);
    const table = readLabelTable(bytes);
    if (!table.ok) throw new Error(JSON.stringify(table.problems));
    expect(table.value.rows).toEqual([{ row: 2, cells: { ...CUP, line: '' } }]);
    expect(table.value.columns.get('quantity')).toEqual({ column: 4, name: 'Labels' });
  });

  test.each([
    ['', 'file-empty'],
    ['fnsku,title\nX00ABCDEFG,Cup', 'columns-not-found'],
    ['hello', 'columns-not-found'],
    ['\n\n , \n', 'columns-not-found'],
    ['X00ABCDEFG,Cup', 'columns-not-found'],
    ['%PDF-1.5', 'file-of-another-kind'],
  ])('%j is refused as %s', (text, code) => {
    const table = read(text);
    expect(table.ok ? [] : table.problems.map((problem) => problem.code)).toEqual([code]);
  });
});
