import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows, isBlank, readTsv, writeCsv, writeTsv } from './rows.ts';

const cellsOf = (text: string) => readTsv(text).map((row) => row.cells);
const csv = (text: string, separator: ',' | ';' = ',') => [...csvRows(text, separator)];

describe('tab-separated rows', () => {
  it('know their physical line, blank lines counted', () => {
    expect(readTsv('a\tb\n\nc\td\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: [''] },
      { line: 3, cells: ['c', 'd'] },
    ]);
  });

  it.each([
    ['LF', 'a\tb\nc\td'],
    ['CR LF', 'a\tb\r\nc\td\r\n'],
    ['CR', 'a\tb\rc\td\r'],
    ['CR CR LF, as text mode twice makes it', 'a\tb\r\r\nc\td\r\r\n'],
    ['CR LF and LF mixed', 'a\tb\r\nc\td\n'],
  ])('end in %s', (_name, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('take a quotation mark as a character, so a title swallows nothing', () => {
    expect(cellsOf('"Best mug\tA-1\n27" screen\tA-2\n"x"\tA-3')).toEqual([
      ['"Best mug', 'A-1'],
      ['27" screen', 'A-2'],
      ['"x"', 'A-3'],
    ]);
  });

  it('are none in an empty file', () => {
    expect(readTsv('')).toEqual([]);
  });

  it('come back as written, for any text without tabs and line breaks', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((c) => !/[\t\r\n]/.test(c));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 })), (rows) => {
        expect(cellsOf(writeTsv(rows))).toEqual(rows);
      }),
    );
  });

  it('hold tabs and line breaks as a space, for Amazon has no quotes', () => {
    expect(writeTsv([['a\tb', 'c\r\nd']])).toBe('a b\tc d\r\n');
  });

  it('are all there, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\t', '\n', '"'), maxLength: 40 }),
        (text) => {
          const rows = readTsv(text);
          const newlines = text.split('\n').length - 1;
          expect(rows).toHaveLength(newlines + (text === '' || text.endsWith('\n') ? 0 : 1));
          expect(rows.map((row) => row.cells.join('\t')).join('\n')).toBe(text.replace(/\n$/, ''));
        },
      ),
    );
  });
});

describe('comma- and semicolon-separated rows', () => {
  it('read quoted cells with separators, marks and line breaks', () => {
    expect(csv('a,"b, ""c""","d\r\ne"\r\nf,g,h\r\n')).toEqual([
      { line: 1, cells: ['a', 'b, "c"', 'd\r\ne'] },
      { line: 3, cells: ['f', 'g', 'h'] },
    ]);
    expect(csv('a;"b;c"\rd;\r', ';')).toEqual([
      { line: 1, cells: ['a', 'b;c'] },
      { line: 2, cells: ['d', ''] },
    ]);
  });

  it('take a mark that nothing closes for itself', () => {
    expect(csv('"Best mug,A-1\n27" screen,A-2\n"odd" one,A-3')).toEqual([
      { line: 1, cells: ['"Best mug', 'A-1'] },
      { line: 2, cells: ['27" screen', 'A-2'] },
      { line: 3, cells: ['"odd" one', 'A-3'] },
    ]);
    expect(csv('"')).toEqual([{ line: 1, cells: ['"'] }]);
    expect(csv('"""')).toEqual([{ line: 1, cells: ['"""'] }]);
  });

  it('end with an empty cell after a last separator', () => {
    expect(csv('a,')).toEqual([{ line: 1, cells: ['a', ''] }]);
    expect(csv('""')).toEqual([{ line: 1, cells: [''] }]);
    expect(csv('')).toEqual([]);
  });

  it('come back as written, whatever the text', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\t', 'é', ' '),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 })), (rows) => {
        expect(csv(writeCsv(rows)).map((row) => row.cells)).toEqual(rows);
      }),
    );
  });

  it('never throw and never lose a character outside quotes and breaks', () => {
    const unit = fc.constantFrom('a', 'b', '"', ',', '\n', '\r');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const letters = (value: string) => value.replace(/[^ab]/g, '');
        expect(
          letters(
            csv(text)
              .map((row) => row.cells.join(''))
              .join(''),
          ),
        ).toBe(letters(text));
      }),
    );
  });
});

describe('a blank row', () => {
  it('has nothing but separators and spaces', () => {
    expect(isBlank({ line: 1, cells: ['', ' ', ''] })).toBe(true);
    expect(isBlank({ line: 1, cells: ['', '0'] })).toBe(false);
  });
});
