import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPackList } from '../pack-list.ts';
import { markedWorkbook, type Marking } from './marked-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const SHEET = 'Box packing information';

function listed(units: string | number, weight: string | number): Uint8Array {
  const blank = Array.from({ length: 10 }, () => '');
  return writeWorkbook([
    { name: 'Instructions', rows: [['Read me']] },
    {
      name: SHEET,
      isProtected: true,
      rows: [
        ['Pack group: 1'],
        ['SKU', 'FNSKU', 'Expected quantity', 'Box 1 quantity'].map((value) => ({
          value,
          style: 'heading' as const,
        })),
        ['MUG-1', 'X01', 12, { value: units, style: 'open' as const }],
        [],
        ['Box weight (lb):', '', '', { value: weight, style: 'open' as const }, ...blank],
      ],
    },
  ]);
}

function read(bytes: Uint8Array) {
  const list = readPackList(bytes);
  if (!list.ok) throw new Error(JSON.stringify(list.problems));
  return list.value;
}

function mark(bytes: Uint8Array, more: Partial<Marking> = {}): Uint8Array {
  const { refused, headerLine, sheet = '' } = read(bytes);
  const notes = refused.flatMap(({ place, problem }) =>
    place ? [{ place, text: problem.code }] : [],
  );
  const copy = markedWorkbook(bytes, {
    sheet,
    notes,
    title: 'To mend',
    headerRow: headerLine,
    ...more,
  });
  if (!copy.ok) throw new Error(JSON.stringify(copy.problems));
  return copy.value;
}

function cellsOf(bytes: Uint8Array): readonly string[] {
  const sheets = readWorkbook(bytes);
  if (!sheets.ok) throw new Error('unreadable');
  const sheet = sheets.value.find(({ name }) => name === SHEET);
  return (sheet?.rows ?? []).map(({ line, cells }) => `${line}: ${cells.join('|')}`);
}

const styleOf = (bytes: Uint8Array, place: string) =>
  new RegExp(`<c r="${place}"[^>]*\\bs="(\\d+)"`).exec(
    strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array()),
  )?.[1];

describe('a workbook that is given back', () => {
  it('has what is wrong in a column of its own, beside everything that was in it', () => {
    const original = listed('a dozen', 'heavy');
    const copy = mark(original);
    expect(cellsOf(copy)).toEqual([
      '1: Pack group: 1',
      '2: SKU|FNSKU|Expected quantity|Box 1 quantity|To mend',
      '3: MUG-1|X01|12|a dozen|quantity-unreadable',
      '5: Box weight (lb):|||heavy|measure-unreadable',
    ]);
    expect(read(copy).refused).toEqual(read(original).refused);
  });

  it('has the cells at fault in red, and they can still be typed in', () => {
    const copy = mark(listed('a dozen', 20));
    const styles = strFromU8(unzipSync(copy)['xl/styles.xml'] ?? new Uint8Array());
    const formats = [
      ...(/<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1] ?? '').matchAll(
        /<xf\b(?:[^>]*\/>|.*?<\/xf>)/g,
      ),
    ];
    const format = formats[Number(styleOf(copy, 'D3'))]?.[0] ?? '';
    const fill = Number(/fillId="(\d+)"/.exec(format)?.[1]);
    expect(format).toContain('locked="0"');
    expect([...styles.matchAll(/<fill>.*?<\/fill>/g)][fill]?.[0]).toContain('FFFFC7CE');
    expect(styles).toContain(`<cellXfs count="${formats.length}"`);
  });

  it('has its sentences only once when it is marked again', () => {
    const copy = mark(mark(listed('a dozen', 'heavy')));
    expect(cellsOf(copy)[1]).toBe('2: SKU|FNSKU|Expected quantity|Box 1 quantity|To mend');
    expect(cellsOf(copy)).toHaveLength(4);
  });

  it('gets a row and a cell where there were none', () => {
    const bytes = listed(12, 20);
    const copy = mark(bytes, { notes: [{ place: { row: 4, column: 2 }, text: 'missing' }] });
    expect(cellsOf(copy)[3]).toBe('4: ||||missing');
    expect(styleOf(copy, 'B4')).toBeDefined();
  });

  it('keeps the parts that no reader of ours knows', () => {
    const parts = unzipSync(listed('x', 1));
    parts['xl/media/image1.png'] = new Uint8Array([1, 2, 3]);
    const copy = unzipSync(mark(zipSync(parts)));
    expect(copy['xl/media/image1.png']).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('gets its row at the end, or in a sheet that has none', () => {
    const notes = [{ place: { row: 9, column: 1 }, text: 'missing' }];
    expect(cellsOf(mark(listed(12, 20), { notes })).at(-1)).toBe('9: ||||missing');
    const bare = writeWorkbook([{ name: SHEET, rows: [] }]);
    const copy = markedWorkbook(bare, { sheet: SHEET, notes, title: 'To mend', headerRow: 1 });
    expect(copy.ok && cellsOf(copy.value)).toEqual(['1: To mend', '9: missing']);
  });

  it('says two things of one row beside each other', () => {
    const notes = [
      { place: { row: 3, column: 3 }, text: 'one' },
      { place: { row: 3, column: 4 }, text: 'two' },
    ];
    expect(cellsOf(mark(listed(12, 20), { notes }))[2]).toBe('3: MUG-1|X01|12|12|one | two');
  });

  it('has its sentences but no red where the workbook knows no styles', () => {
    const parts = unzipSync(listed('a dozen', 20));
    delete parts['xl/styles.xml'];
    expect(cellsOf(mark(zipSync(parts)))[2]).toBe('3: MUG-1|X01|12|a dozen|quantity-unreadable');
    parts['xl/styles.xml'] = strToU8('<styleSheet><cellXfs><xf/></cellXfs></styleSheet>');
    expect(styleOf(mark(zipSync(parts)), 'D3')).toBe(styleOf(listed('a dozen', 20), 'D3'));
    parts['xl/styles.xml'] = strToU8(
      '<styleSheet><fills><fill/></fills><cellXfs></cellXfs></styleSheet>',
    );
    expect(cellsOf(mark(zipSync(parts)))[2]).toBe('3: MUG-1|X01|12|a dozen|quantity-unreadable');
  });

  it('is refused when it has no such sheet', () => {
    const marking = { sheet: 'Other', notes: [], title: 't', headerRow: 1 };
    expect(markedWorkbook(listed(12, 20), marking)).toMatchObject({
      problems: [{ code: 'workbook-unreadable' }],
    });
  });

  it('is refused when it is no workbook', () => {
    expect(
      markedWorkbook(strToU8('no'), { sheet: 'x', notes: [], title: 't', headerRow: 1 }).ok,
    ).toBe(false);
  });
});
