import { describe, expect, it } from 'vitest';
import type { Row } from './rows.ts';
import { unquoted, wasQuotedBySpreadsheet } from './spreadsheet-quotes.ts';

const rowsOf = (...cells: string[]): Row[] =>
  cells.map((cell, at) => ({ line: at + 1, cells: [cell] }));

describe('tab-separated rows that a spreadsheet saved', () => {
  it('are known by quotes with a reason', () => {
    expect(wasQuotedBySpreadsheet(rowsOf('plain', '"a, b"'))).toBe(true);
    expect(wasQuotedBySpreadsheet(rowsOf('"27"" tray"'))).toBe(true);
  });

  it('are not those with quotes for nothing, or none', () => {
    expect(wasQuotedBySpreadsheet(rowsOf('"Best"'))).toBe(false);
    expect(wasQuotedBySpreadsheet(rowsOf('plain'))).toBe(false);
    expect(wasQuotedBySpreadsheet([])).toBe(false);
  });

  it('are not those with a bare comma or a lone mark, wherever it stands', () => {
    expect(wasQuotedBySpreadsheet(rowsOf('"a, b"', 'c, d'))).toBe(false);
    expect(wasQuotedBySpreadsheet(rowsOf('27" tray', '"a, b"'))).toBe(false);
  });

  it('are judged by the first two thousand, so that a long file costs no more', () => {
    const long = Array.from({ length: 3_000 }, () => '"a, b"');
    expect(wasQuotedBySpreadsheet(rowsOf(...long, 'c, d'))).toBe(true);
  });

  it('lose the quotes and nothing else', () => {
    const rows = [...unquoted(rowsOf('"a, ""b"""', 'c', '"', '"d"e'))];
    expect(rows.map(({ cells }) => cells[0])).toEqual(['a, "b"', 'c', '"', '"d"e']);
  });
});
