import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfirmation } from './confirmation/read-confirmation.ts';
import type { Encoding } from './detect-encoding.ts';
import { decode, encode } from './encoding.ts';
import { markedCopy, type Note, type TextDialect } from './marked-copy.ts';

function bytesOf(text: string, encoding: Encoding = 'utf-8'): Uint8Array {
  const result = encode(text, encoding);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const TAB: TextDialect = { separator: '\t', headerLine: 1 };

function copyOf(bytes: Uint8Array, notes: readonly Note[], dialect = TAB): Uint8Array {
  const copy = markedCopy(bytes, dialect, notes, 'Problems');
  if (!copy.ok) throw new Error(JSON.stringify(copy.problems));
  return copy.value;
}

const textOf = (text: string, notes: readonly Note[], dialect = TAB) =>
  decode(copyOf(bytesOf(text), notes, dialect)).text;

const FILE = 'order-id\tship-date\ttracking-number\n1\tsoon\tX\n\n2\t2026-11-20\n';
const NOTES: Note[] = [
  { line: 2, column: 'ship-date', text: 'write 2026-11-20' },
  { line: 2, column: 'tracking-number', text: 'not one of UPS' },
  { line: 4, text: 'the order is not open' },
];

describe('a file given back with what is wrong in it', () => {
  it('says so in one more column, beside the row', () => {
    expect(textOf(FILE, NOTES)).toBe(
      [
        'order-id\tship-date\ttracking-number\tProblems',
        '1\tsoon\tX\tship-date: write 2026-11-20 | tracking-number: not one of UPS',
        '',
        '2\t2026-11-20\t\tthe order is not open',
        '',
      ].join('\r\n'),
    );
  });

  it('is read again as it was, the column passed by', () => {
    const before = readConfirmation(bytesOf(FILE));
    const after = readConfirmation(copyOf(bytesOf(FILE), NOTES));
    expect(after.ok && before.ok && after.value.rows).toEqual(before.ok && before.value.rows);
    expect(after).toMatchObject({ value: { separator: '\t', unknownColumns: ['Problems'] } });
  });

  it('has the column once, however often it goes back and forth, and loses what was mended', () => {
    const once = copyOf(bytesOf(FILE), NOTES);
    const twice = decode(copyOf(once, [{ line: 4, text: 'still not open' }])).text;
    expect(twice.split('\r\n')).toEqual([
      'order-id\tship-date\ttracking-number\tProblems',
      '1\tsoon\tX\t',
      '',
      '2\t2026-11-20\t\tstill not open',
      '',
    ]);
  });

  it('keeps cells that stand beyond the header', () => {
    expect(textOf('a\n1\t2\t3\n', [{ line: 2, text: 'shifted' }])).toBe(
      'a\t\t\tProblems\r\n1\t2\t3\tshifted\r\n',
    );
  });

  it.each<[Encoding, string]>([
    ['windows-1252', 'Größe\tfür\nä\tö\n'],
    ['shift_jis', '注文番号\t出荷日\nあ\tい\n'],
    ['utf-16le', 'a\tb\n1\t2\n'],
  ])('stays in %s', (encoding, text) => {
    const copy = decode(copyOf(bytesOf(text, encoding), [{ line: 2, text: 'no' }]));
    expect(copy.encoding).toBe(encoding);
    expect(copy.text.split('\r\n')[1]).toBe(`${text.split('\n')[1]}\tno`);
  });

  it('becomes UTF-8 when the note cannot be written otherwise', () => {
    const copy = decode(
      copyOf(bytesOf('Größe\nä\n', 'windows-1252'), [{ line: 2, text: '写 2026-11-20' }]),
    );
    expect(copy).toEqual({ encoding: 'utf-8', text: 'Größe\tProblems\r\nä\t写 2026-11-20\r\n' });
  });

  it('keeps a byte order mark', () => {
    expect([...copyOf(bytesOf(`\u{feff}${FILE}`), NOTES).subarray(0, 4)]).toEqual([
      0xef, 0xbb, 0xbf, 0x6f,
    ]);
  });

  it('keeps commas and semicolons, and quotes what needs it', () => {
    expect(
      textOf('a,"b,c"\n1,2\n', [{ line: 2, text: 'x, y' }], { separator: ',', headerLine: 1 }),
    ).toBe('"a","b,c","Problems"\r\n"1","2","x, y"\r\n');
    expect(
      textOf('a;b\n1;2\n', [{ line: 2, text: 'x; "y"' }], { separator: ';', headerLine: 1 }),
    ).toBe('a;b;Problems\r\n1;2;"x; ""y"""\r\n');
  });

  it('changes no cell of the file, whatever stands in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', 'é', ' '), maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const text = rows.map((cells) => `${cells.join('\t')}\r\n`).join('');
          const copied = textOf(text, [{ line: rows.length, text: 'note' }], {
            separator: '\t',
            headerLine: 1,
          });
          const cells = copied
            .split('\r\n')
            .slice(0, -1)
            .map((line) => line.split('\t').slice(0, 3));
          expect(cells).toEqual(rows);
        },
      ),
    );
  });
});
