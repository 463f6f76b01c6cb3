import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sheet } from './read-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const result = readWorkbook(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('a workbook we write', () => {
  it('reads back as written, cell by cell', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme-composite', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom('<', '&', '"', "'", '>', '\n', '\r', '\t', ' ', 'é', '木'),
        maxLength: 6,
      }),
      fc.integer(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (rows) => {
        const expected = rows.map((cells) => cells.map(String).join('\t').replace(/\t+$/, ''));
        const read = new Map(
          sheetsOf(writeWorkbook([{ name: 'A', rows }]))[0]?.rows.map((row) => [
            row.line,
            row.cells.join('\t').replace(/\t+$/, ''),
          ]),
        );
        expect(rows.map((_, at) => read.get(at + 1) ?? '')).toEqual(expected);
      }),
    );
  });

  it('is damaged, and never breaks anything', () => {
    const good = writeWorkbook([{ name: 'A', rows: [['a', 1, { value: 2, formula: 'A1' }]] }]);
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const damaged = good.slice();
        damaged[at] = byte;
        expect(typeof readWorkbook(damaged).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
