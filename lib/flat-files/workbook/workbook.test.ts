import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { columnName, placeName, readPlace } from './cell-place.ts';
import { dateText, isDateFormat, numberText } from './cell-value.ts';
import type { Sheet } from './read-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { type NewSheet, writeWorkbook } from './write-workbook.ts';
import { attribute, escapeXml, unescapeXml, xmlEvents } from './xml.ts';

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const result = readWorkbook(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const written = (sheets: readonly NewSheet[]) => sheetsOf(writeWorkbook(sheets));

const X = 'http://schemas.openxmlformats.org';

type Parts = {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
};

/** A workbook put together by hand, as other programs write it. */
function handmade({ sheet, strings = '', styles = '', workbook = '' }: Parts): Uint8Array {
  const parts = {
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${X}/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="r">${workbook}<x:sheets><x:sheet name="Box &amp; more" sheetId="7" r:id="s"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s" Type="${X}/x/worksheet" Target="/xl/worksheets/first.xml"/><Relationship Id="t" Type="${X}/x/sharedStrings" Target="strings.xml"/><Relationship Id="u" Type="${X}/x/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/first.xml': `<?xml version="1.0"?><!-- by hand --><worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'XL/Strings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/media/image1.png': 'not xml',
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

const cellsOf = (parts: Parts) => sheetsOf(handmade(parts))[0]?.rows.map(({ cells }) => cells);

describe('a workbook we write', () => {
  it('keeps order numbers, leading zeros and dates as the text they are', () => {
    const row = ['113-0000001-0000001', '00012', '2026-11-24', '1E5', '=1+1', 'TRUE'];
    expect(written([{ name: 'A', rows: [row] }])[0]?.rows).toEqual([{ line: 1, cells: row }]);
  });

  it('keeps the order and the names of its sheets', () => {
    const names = ['Instructions', 'Create workflow – template', 'R&D <1>'];
    expect(written(names.map((name) => ({ name, rows: [] }))).map(({ name }) => name)).toEqual(
      names,
    );
  });

  it('shows what a formula comes to', () => {
    const rows = [
      [
        2,
        3,
        { value: 5, formula: 'SUM(A1:B1)' },
        { value: 'Box 1 quantity', formula: 'IF(A1>=1,"Box 1 quantity","")' },
      ],
    ];
    expect(written([{ name: 'A', rows }])[0]?.rows[0]?.cells).toEqual([
      '2',
      '3',
      '5',
      'Box 1 quantity',
    ]);
  });

  it('is the same file for the same rows', () => {
    const sheet: NewSheet = {
      name: 'A',
      rows: [
        [
          { value: 'SKU', style: 'heading' },
          { value: '', style: 'open' },
          { value: 3, style: 'fault' },
        ],
      ],
      widths: [40, 10],
      isProtected: true,
    };
    expect(writeWorkbook([sheet])).toEqual(writeWorkbook([sheet]));
  });
});

describe('a workbook other programs write', () => {
  it('has shared strings, in runs, without the reading aids of Japanese words', () => {
    const strings =
      '<si><t>SKU</t></si><si><r><rPr><b/></rPr><t>木</t></r><r><t xml:space="preserve"> box</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>';
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>99</v></c></row>';
    expect(cellsOf({ sheet, strings })).toEqual([['SKU', '木 box', '東京']]);
  });

  it('has inline text, truths, errors and dates of its own kind', () => {
    const sheet =
      '<row r="2"><c r="A2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>x</t></rPh></is></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c><c r="D2" t="e"><v>#N/A</v></c><c r="E2" t="d"><v>2026-11-24</v></c><c r="F2" t="str"><f>A2</f><v>text</v></c></row>';
    expect(sheetsOf(handmade({ sheet }))[0]?.rows).toEqual([
      { line: 2, cells: ['inline', 'TRUE', 'FALSE', '#N/A', '2026-11-24', 'text'] },
    ]);
  });

  it('may leave out where rows and cells stand, and leave gaps', () => {
    const sheet =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row r="x"><c r="?"><v>5</v></c></row>';
    expect(sheetsOf(handmade({ sheet }))[0]?.rows).toEqual([
      { line: 1, cells: ['1', '2'] },
      { line: 4, cells: ['', '', '3', '4'] },
      { line: 5, cells: ['5'] },
    ]);
  });

  it('shows dates by its cell styles', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const sheet =
      '<row r="1"><c r="A1" s="0"><v>46350</v></c><c r="B1" s="1"><v>46350</v></c><c r="C1" s="2"><v>46350.5</v></c><c r="D1" s="3"><v>46350</v></c></row>';
    expect(cellsOf({ sheet, styles })).toEqual([
      ['46350', '2026-11-24', '2026-11-24 12:00', '46350'],
    ]);
    const workbook = '<x:workbookPr date1904="1"/>';
    const on1904 = '<row r="1"><c r="A1" s="1"><v>44888</v></c></row>';
    expect(cellsOf({ sheet: on1904, styles, workbook })).toEqual([['2026-11-24']]);
  });

  it('names its merged cells', () => {
    const sheet =
      '</sheetData><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="?"/><mergeCell/></mergeCells><sheetData>';
    expect(sheetsOf(handmade({ sheet }))[0]).toMatchObject({
      name: 'Box & more',
      merged: [{ from: { row: 1, column: 1 }, to: { row: 2, column: 3 } }],
    });
  });
});

describe('a file that is no workbook', () => {
  it.each([
    ['is not even an archive', strToU8('seller-sku\tprice')],
    ['is an archive of something else', zipSync({ 'readme.txt': strToU8('hello') })],
    ['is empty', new Uint8Array()],
  ])('%s', (_name, bytes) => {
    expect(readWorkbook(bytes)).toMatchObject({ problems: [{ code: 'workbook-unreadable' }] });
  });

  it('unpacks to more than any list of boxes needs', () => {
    const bomb = writeWorkbook([{ name: 'A', rows: [['a']] }]);
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    // The archive's directory says how large each part becomes, 24 bytes into its entry.
    for (let at = 0; at < bomb.length - 4; at += 1)
      if (view.getUint32(at, false) === 0x504b0102) view.setUint32(at + 24, 60 << 20, true);
    expect(readWorkbook(bomb)).toMatchObject({ problems: [{ code: 'workbook-too-large' }] });
  });
});

describe('the places of cells', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('column %d is %s', (column, name) => {
    expect(columnName(column)).toBe(name);
    expect(readPlace(`${name}9`)).toEqual({ row: 9, column });
  });

  it('read back as written', () => {
    const place = fc.record({
      row: fc.integer({ min: 1, max: 1_048_576 }),
      column: fc.integer({ min: 1, max: 16_384 }),
    });
    fc.assert(
      fc.property(place, (at) => {
        expect(readPlace(placeName(at))).toEqual(at);
      }),
    );
  });

  it('may be written absolutely, and exist only up to XFD', () => {
    expect(readPlace('$b$3')).toEqual({ row: 3, column: 2 });
    for (const name of ['XFE1', 'A', '1', '', 'A1:B2']) expect(readPlace(name)).toBeUndefined();
  });
});

describe('the values of cells', () => {
  it.each([
    ['12.5', '12.5'],
    ['0.30000000000000004', '0.3'],
    ['19.989999999999998', '19.99'],
    ['1.2345E+4', '12345'],
    ['1E-7', '0.0000001'],
    ['4006381333931', '4006381333931'],
    ['1E+21', '1000000000000000000000'],
    ['', ''],
    ['abc', 'abc'],
  ])('the number %j is shown as %j', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it.each([
    ['0', '00:00'],
    ['0.5', '12:00'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['25569', '1970-01-01'],
    ['36585', '2000-02-29'],
    ['46350.999988', '2026-11-24 23:59:59'],
    ['2958465', '9999-12-31'],
    ['-1', '-1'],
    ['2958467', '2958467'],
    ['soon', 'soon'],
    ['', ''],
  ])('the serial date %j is %j', (serial, text) => {
    expect(dateText(serial, false)).toBe(text);
  });

  it('every day from 1970 on is the day the calendar says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dateText(String(25_569 + day), false)).toBe(iso);
        expect(dateText(String(24_107 + day), true)).toBe(iso);
      }),
    );
  });

  it.each<[number, string | undefined, boolean]>([
    [0, undefined, false],
    [14, undefined, true],
    [22, undefined, true],
    [23, undefined, false],
    [49, undefined, false],
    [57, undefined, true],
    [164, 'General', false],
    [164, 'dd/mm/yyyy', true],
    [164, '[$-409]mmm d', true],
    [164, '[h]:mm', true],
    [164, '[Red]0.00', false],
    [164, '0" days"', false],
    [164, '0\\d', false],
  ])('format %d %j shows a date: %s', (id, code, isDate) => {
    expect(isDateFormat(id, code)).toBe(isDate);
  });
});

describe('reading XML', () => {
  it('passes comments, instructions and types by, and takes character data', () => {
    const xml =
      '<?xml?><!DOCTYPE x><a b="1>2" c=\'"\'><!-- <b/> --><![CDATA[<&]]>x &amp;#38; y</a>tail';
    expect([...xmlEvents(xml)]).toEqual([
      { kind: 'open', name: 'a', attributes: ' b="1>2" c=\'"\'' },
      { kind: 'text', text: '<&' },
      { kind: 'text', text: 'x &#38; y' },
      { kind: 'close', name: 'a' },
      { kind: 'text', text: 'tail' },
    ]);
  });

  it('ends where the text ends, however it is cut', () => {
    for (const xml of ['<', '<a', '<!--', '<![CDATA[x', '<a b="', '</', '&', '<?'])
      expect([...xmlEvents(xml)].length).toBeLessThan(3);
  });

  it('knows entities by name and number, and no others', () => {
    expect(unescapeXml('&lt;&gt;&quot;&apos;&amp;&#65;&#x1F9F8;&bomb;&#x110000;')).toBe(
      '<>"\'&A🧸&bomb;&#x110000;',
    );
  });

  it('finds an attribute by its local name', () => {
    expect(attribute(' r:id="a" id2="b"', 'id')).toBe('a');
    expect(attribute(" name='a &amp; b'", 'name')).toBe('a & b');
    expect(attribute(' rename="a"', 'name')).toBeUndefined();
  });

  it('writes no character that XML cannot hold', () => {
    expect(escapeXml('a\u0000b\u000bc\ud800d\ufffe<&>"\r')).toBe(
      'abc\ufffdd&lt;&amp;&gt;&quot;&#13;',
    );
  });
});
