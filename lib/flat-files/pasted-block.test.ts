import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPastedBlock } from './pasted-block.ts';

describe('a block pasted from a spreadsheet', () => {
  it('is the cells that were copied, one tracking number or forty', () => {
    expect(readPastedBlock('1Z5R89390357567127')).toEqual([['1Z5R89390357567127']]);
    expect(readPastedBlock('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(readPastedBlock('a\rb\r')).toEqual([['a'], ['b']]);
  });

  it('keeps gaps, and is a rectangle', () => {
    expect(readPastedBlock('a\n\n\tb\n\t\n\n')).toEqual([
      ['a', ''],
      ['', ''],
      ['', 'b'],
    ]);
  });

  it('unquotes cells that span lines, and takes a lone inch mark as it is', () => {
    expect(readPastedBlock('"two\nlines"\t27" tray\n"say ""hi"""\tb')).toEqual([
      ['two\nlines', '27" tray'],
      ['say "hi"', 'b'],
    ]);
  });

  it('is nothing when nothing was copied', () => {
    for (const text of ['', '\n', '\t\t\n \n']) expect(readPastedBlock(text)).toEqual([]);
  });

  it('comes back as copied, whatever the cells', () => {
    const cell = fc.stringMatching(/^[a-z0-9"é木.-]{1,6}$/);
    const quote = (text: string) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);
    const block = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(block, (rows) => {
        const text = rows.map((cells) => `${cells.map(quote).join('\t')}\r\n`).join('');
        expect(readPastedBlock(text)).toEqual(rows);
      }),
    );
  });
});
