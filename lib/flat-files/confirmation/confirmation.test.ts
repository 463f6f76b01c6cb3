import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../detect-encoding.ts';
import { encode } from '../encoding.ts';
import { writeCsv, writeTsv } from '../rows.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import { carriersOf, listedCarrier } from './carriers.ts';
import { checkConfirmation, type ConfirmationCheck } from './check-confirmation.ts';
import { CONFIRMATION_FIELDS } from './confirmation-columns.ts';
import { type ConfirmationFile, readConfirmation } from './read-confirmation.ts';
import { type OpenItem, readUnshipped } from './read-unshipped.ts';

function bytesOf(text: string, encoding: Encoding = 'utf-8'): Uint8Array {
  const result = encode(text, encoding);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function read(content: string | Uint8Array): ConfirmationFile {
  const result = readConfirmation(typeof content === 'string' ? bytesOf(content) : content);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

// The eight classic columns, and invented orders.
const HEADER = [
  'order-id',
  'order-item-id',
  'quantity',
  'ship-date',
  'carrier-code',
  'carrier-name',
  'tracking-number',
  'ship-method',
];
const ONE = [
  '111-0000001-0000001',
  '00000000000011',
  '1',
  '2026-11-20',
  'UPS',
  '',
  '1Z5R89390357567127',
  'UPS Ground',
];
const TWO = [
  '111-0000002-0000002',
  '',
  '',
  '2026-11-20',
  'Other',
  'Speedy Local',
  'SL-000123',
  'Speedy Local Next Day',
];
const THREE = [
  '111-0000003-0000003',
  '00000000000031',
  '2',
  '2026-11-20',
  'Yun Express',
  '',
  'YT2229521272164446',
  '',
];

const openItem = (orderId: string, orderItemId: string, toShip = 1): OpenItem => ({
  orderId,
  orderItemId,
  sku: `SKU-${orderItemId}`,
  purchased: toShip,
  toShip,
  purchaseDate: '2026-11-18',
  isTransparency: false,
  isCancellationAsked: false,
});

const OPEN = [
  openItem('111-0000001-0000001', '00000000000011'),
  openItem('111-0000002-0000002', '00000000000021', 2),
  openItem('111-0000002-0000002', '00000000000022'),
  openItem('111-0000003-0000003', '00000000000031', 3),
];

function check(rows: readonly string[][], open = OPEN, country = 'US'): ConfirmationCheck {
  const against = { open, carriers: carriersOf(country), today: '2026-11-24' };
  return checkConfirmation(read(writeTsv([HEADER, ...rows])), against);
}

const withCells = (row: readonly string[], changes: Readonly<Record<string, string>>) =>
  row.map((cell, at) => changes[HEADER[at] ?? ''] ?? cell);
const found = (result: ConfirmationCheck) =>
  result.problems.map(({ line, column, code, suggestion }) => [line, column, code, suggestion]);

describe('a confirmation file in any dialect', () => {
  const rows = [HEADER, ONE, TWO, THREE];
  const expected = read(writeTsv(rows)).rows;

  it.each<[string, string | Uint8Array]>([
    ['LF', writeTsv(rows).replaceAll('\r\n', '\n')],
    ['CR', writeTsv(rows).replaceAll('\r\n', '\r')],
    ['a byte order mark', `\u{feff}${writeTsv(rows)}`],
    ['UTF-16', bytesOf(writeTsv(rows), 'utf-16le')],
    ['cp1252', bytesOf(writeTsv(rows), 'windows-1252')],
    ['extra trailing tabs', writeTsv(rows).replaceAll('\r\n', '\t\t\r\n')],
    ['missing trailing tabs', rows.map((cells) => cells.join('\t').trimEnd()).join('\n')],
    ['upper-case names', writeTsv([HEADER.map((name) => name.toUpperCase()), ...rows.slice(1)])],
    ['the columns the other way round', writeTsv(rows.map((cells) => cells.toReversed()))],
    ['commas', writeCsv(rows)],
    ['semicolons', rows.map((cells) => cells.join(';')).join('\r\n')],
    ['a workbook', writeWorkbook([{ name: 'Sheet1', rows }])],
  ])('reads the same with %s', (_name, content) => {
    expect(read(content).rows).toEqual(expected);
  });

  const JAPANESE =
    '注文番号\t注文商品番号\t出荷数\t出荷日\t配送業者コード\t配送業者名\tお問い合わせ伝票番号\t配送方法\t代金引換';
  const KEYS = [...HEADER, 'cod-collection-method'].join('\t');
  const FIRST = 'TemplateType=OrderFulfillment\tVersion=2011.1102';
  const ROW =
    '250-0000001-0000001\t\t1\t2026-11-20\tOther\tヤマト運輸\t1234-5678-9013\t宅配便\tDirectPayment';

  it.each<[string, readonly string[], Encoding, number]>([
    [
      'three rows',
      [
        `${FIRST}\tこの行はAmazonが使用しますので変更や削除しないでください。\t\t\t\t\t\t`,
        JAPANESE,
        KEYS,
        ROW,
      ],
      'shift_jis',
      4,
    ],
    ['no note', [FIRST, JAPANESE, KEYS, ROW], 'shift_jis', 4],
    ['no Japanese row', [FIRST, KEYS, ROW], 'shift_jis', 3],
    ['nothing but Japanese names', [JAPANESE, ROW], 'shift_jis', 2],
    ['three rows in UTF-8', [FIRST, JAPANESE, KEYS, ROW], 'utf-8', 4],
  ])('reads the Japanese template with %s', (_name, lines, encoding, line) => {
    const file = read(bytesOf(lines.join('\n'), encoding));
    expect(file.encoding).toBe(encoding);
    expect(file.rows).toEqual([
      {
        line,
        cells: new Map([
          ['order-id', '250-0000001-0000001'],
          ['quantity', '1'],
          ['ship-date', '2026-11-20'],
          ['carrier-code', 'Other'],
          ['carrier-name', 'ヤマト運輸'],
          ['tracking-number', '1234-5678-9013'],
          ['ship-method', '宅配便'],
          ['cod-collection-method', 'DirectPayment'],
        ]),
      },
    ]);
  });

  it('reads all of Amazon’s columns and names those it does not know', () => {
    const values = CONFIRMATION_FIELDS.map((field, at) => `${field} ${at}`);
    const file = read(writeTsv([[...CONFIRMATION_FIELDS, 'warehouse'], values]));
    expect([...(file.rows[0]?.cells.values() ?? [])]).toEqual(values);
    expect(file.unknownColumns).toEqual(['warehouse']);
  });

  it('is refused when it is none', () => {
    expect(readConfirmation(bytesOf('seller-sku\tprice\nA\t1\n'))).toMatchObject({
      problems: [{ code: 'columns-not-found', facts: { found: 'seller-sku\tprice' } }],
    });
    expect(readConfirmation(bytesOf('<html></html>'))).toMatchObject({
      problems: [{ code: 'file-of-another-kind' }],
    });
    expect(readConfirmation(new Uint8Array())).toMatchObject({
      problems: [{ code: 'file-empty' }],
    });
  });
});

describe('checking a confirmation file', () => {
  it('finds nothing in good rows', () => {
    expect(check([ONE, TWO, THREE])).toEqual({ rows: 3, ready: 3, problems: [] });
  });

  it('takes the date and time that exporters write', () => {
    expect(check([withCells(ONE, { 'ship-date': '2026-11-20T15:30:00+09:00' })]).problems).toEqual(
      [],
    );
  });

  it.each<[string, Readonly<Record<string, string>>, string, string, string | undefined]>([
    ['no order', { 'order-id': '' }, 'order-id', 'order-id-missing', undefined],
    ['no ship date', { 'ship-date': '' }, 'ship-date', 'ship-date-missing', undefined],
    [
      'a ship date taken away',
      { 'ship-date': 'NULL' },
      'ship-date',
      'ship-date-missing',
      undefined,
    ],
    [
      'a ship date of the United States',
      { 'ship-date': '11/20/2026' },
      'ship-date',
      'ship-date-unreadable',
      '2026-11-20',
    ],
    [
      'a ship date of Europe',
      { 'ship-date': '20.11.2026' },
      'ship-date',
      'ship-date-unreadable',
      '2026-11-20',
    ],
    [
      'a ship date that may be one of two',
      { 'ship-date': '03/04/2026' },
      'ship-date',
      'ship-date-unreadable',
      undefined,
    ],
    [
      'a ship date of China',
      { 'ship-date': '2026年11月20日' },
      'ship-date',
      'ship-date-unreadable',
      '2026-11-20',
    ],
    [
      'a ship date with slashes',
      { 'ship-date': '2026/11/20' },
      'ship-date',
      'ship-date-unreadable',
      '2026-11-20',
    ],
    [
      'a day that is not',
      { 'ship-date': '2026-11-31' },
      'ship-date',
      'ship-date-unreadable',
      undefined,
    ],
    [
      'a ship date before the order',
      { 'ship-date': '2026-11-17' },
      'ship-date',
      'ship-date-before-order',
      undefined,
    ],
    ['a ship date ahead', { 'ship-date': '2026-11-25' }, 'ship-date', 'ship-date-ahead', undefined],
    ['no carrier', { 'carrier-code': '' }, 'carrier-code', 'carrier-missing', undefined],
    [
      'no carrier, but its name',
      { 'carrier-code': '', 'carrier-name': 'ups' },
      'carrier-code',
      'carrier-missing',
      'UPS',
    ],
    [
      'a carrier in another case',
      { 'carrier-code': 'ups' },
      'carrier-code',
      'carrier-misspelt',
      'UPS',
    ],
    [
      'a carrier that is not listed',
      { 'carrier-code': 'Speedy' },
      'carrier-code',
      'carrier-not-listed',
      'Other',
    ],
    [
      'another carrier without a name',
      { 'carrier-code': 'Other' },
      'carrier-name',
      'carrier-name-missing',
      undefined,
    ],
    [
      'a listed carrier called another',
      { 'carrier-code': 'Other', 'carrier-name': 'FEDEX' },
      'carrier-name',
      'carrier-name-listed',
      'FedEx',
    ],
    [
      'no tracking number',
      { 'tracking-number': '' },
      'tracking-number',
      'tracking-missing',
      undefined,
    ],
    [
      'a tracking number taken away',
      { 'tracking-number': 'NULL' },
      'tracking-number',
      'tracking-missing',
      undefined,
    ],
    [
      'a tracking number that became a number',
      { 'tracking-number': '9.4001E+21' },
      'tracking-number',
      'tracking-damaged-by-spreadsheet',
      undefined,
    ],
    [
      'a tracking number of another carrier',
      { 'tracking-number': '9400111206206406260787' },
      'tracking-number',
      'tracking-not-of-carrier',
      'USPS',
    ],
    [
      'a tracking number of nobody',
      { 'tracking-number': 'A1' },
      'tracking-number',
      'tracking-not-of-carrier',
      undefined,
    ],
    [
      'a method longer than Amazon takes',
      { 'ship-method': 'x'.repeat(51) },
      'ship-method',
      'cell-too-long',
      undefined,
    ],
    ['half a unit', { quantity: '0.5' }, 'quantity', 'quantity-not-whole', undefined],
    ['nothing shipped', { quantity: '0' }, 'quantity', 'quantity-not-whole', undefined],
    [
      'one unit as a spreadsheet writes it',
      { quantity: '1.00' },
      'quantity',
      'quantity-not-whole',
      '1',
    ],
    ['more than is open', { quantity: '2' }, 'quantity', 'quantity-beyond-open', '1'],
    [
      'an item whose zeros a spreadsheet cut',
      { 'order-item-id': '11' },
      'order-item-id',
      'order-item-not-in-order',
      '00000000000011',
    ],
    [
      'an item of another order',
      { 'order-item-id': '00000000000031' },
      'order-item-id',
      'order-item-not-in-order',
      '00000000000011',
    ],
  ])('finds %s', (_name, changes, ...expected) => {
    const result = check([withCells(ONE, changes), THREE]);
    expect(found(result)).toEqual([[2, ...expected]]);
    const [, code] = expected;
    const isWarning = result.problems.every(({ severity }) => severity === 'warning');
    expect(result.ready).toBe(isWarning ? 2 : 1);
    expect(isWarning).toBe(code === 'ship-date-before-order' || code === 'ship-date-ahead');
  });

  it('mends an order number that lost its dashes, and one of full width', () => {
    for (const text of [
      '11100000010000001',
      '111 0000001 0000001',
      '１１１-0000001-0000001',
      '111–0000001–0000001',
    ])
      expect(found(check([withCells(ONE, { 'order-id': text })]))).toEqual([
        [2, 'order-id', 'order-id-unreadable', '111-0000001-0000001'],
      ]);
    expect(found(check([withCells(ONE, { 'order-id': '1.11E+16' })]))).toContainEqual([
      2,
      'order-id',
      'order-id-unreadable',
      undefined,
    ]);
  });

  it('finds orders that are not open: shipped, canceled, pending or another seller’s', () => {
    expect(found(check([withCells(ONE, { 'order-id': '999-0000001-0000001' })]))).toEqual([
      [2, 'order-id', 'order-not-open', undefined],
    ]);
  });

  it('does not guess between two items', () => {
    const row = withCells(TWO, { 'order-item-id': '99', quantity: '1' });
    expect(found(check([row]))).toEqual([
      [2, 'order-item-id', 'order-item-not-in-order', undefined],
    ]);
  });

  it('wants item and quantity on every row of a split order', () => {
    const row = withCells(TWO, { 'tracking-number': 'SL-2' });
    expect(
      found(check([withCells(TWO, { 'order-item-id': '00000000000021', quantity: '2' }), row])),
    ).toEqual([
      [3, 'order-item-id', 'split-row-incomplete', undefined],
      [3, 'quantity', 'split-row-incomplete', undefined],
      [3, 'quantity', 'quantity-beyond-open', undefined],
    ]);
  });

  it('lets an order be split to the last unit and not beyond', () => {
    const first = withCells(THREE, { quantity: '2' });
    expect(check([first, withCells(THREE, { quantity: '1' })]).problems).toEqual([]);
    expect(found(check([first, withCells(THREE, { quantity: '2' })]))).toEqual([
      [3, 'quantity', 'quantity-beyond-open', '1'],
    ]);
    expect(found(check([first, first, first]))).toEqual([
      [3, 'quantity', 'quantity-beyond-open', '1'],
      [4, 'quantity', 'quantity-beyond-open', undefined],
    ]);
  });

  it('takes a quantity without an item where there is only one item to mean', () => {
    expect(check([withCells(THREE, { 'order-item-id': '', quantity: '3' })]).problems).toEqual([]);
    expect(found(check([withCells(THREE, { 'order-item-id': '', quantity: '4' })]))).toEqual([
      [2, 'quantity', 'quantity-beyond-open', '3'],
    ]);
  });

  it('holds a row back while its buyer asks to cancel', () => {
    const open = OPEN.map((item) => ({ ...item, isCancellationAsked: true }));
    expect(found(check([ONE], open))).toEqual([[2, 'order-id', 'cancellation-asked', undefined]]);
  });

  it('wants Transparency codes for the items that have them, in their shape', () => {
    const open = OPEN.map((item) => ({ ...item, isTransparency: true }));
    expect(found(check([ONE], open))).toEqual([
      [2, 'transparency_code', 'transparency-code-missing', undefined],
    ]);
    const withCode = (code: string) => {
      const file = read(
        writeTsv([
          [...HEADER, 'transparency_code'],
          [...ONE, code],
        ]),
      );
      return checkConfirmation(file, { open, carriers: carriersOf('US') }).problems.map(
        (p) => p.code,
      );
    };
    expect(withCode('AZ:ABCDEFGHIJKLMNOPQRSTUVWXYZ')).toEqual([]);
    expect(withCode('ZAABCDEFGHIJKLMNOPQRSTUVWXYZ, 1234567')).toEqual([]);
    expect(withCode('SN12345678')).toEqual(['transparency-code-unreadable']);
    expect(withCode('AZ:abc')).toEqual(['transparency-code-unreadable']);
  });

  it('warns of one tracking number on two orders, and lets the rows go', () => {
    const result = check([
      ONE,
      withCells(TWO, { 'carrier-code': 'UPS', 'tracking-number': '1z5r89390357567127' }),
    ]);
    expect(found(result)).toEqual([
      [2, 'tracking-number', 'tracking-repeated', undefined],
      [3, 'tracking-number', 'tracking-repeated', undefined],
    ]);
    expect(result.ready).toBe(2);
  });

  it('knows cash on delivery by its one word', () => {
    const file = (word: string) =>
      read(
        writeTsv([
          [...HEADER, 'cod-collection-method'],
          [...ONE, word],
        ]),
      );
    const codes = (word: string) =>
      checkConfirmation(file(word), { open: OPEN, carriers: carriersOf('JP') }).problems;
    expect(codes('DirectPayment')).toEqual([]);
    expect(codes('cash')).toMatchObject([
      { code: 'cod-method-unknown', suggestion: 'DirectPayment' },
    ]);
  });

  it('only warns of a new carrier where Amazon’s list is not known whole', () => {
    const result = check([withCells(ONE, { 'carrier-code': 'Speedy' })], OPEN, 'DE');
    expect(result).toMatchObject({
      ready: 1,
      problems: [{ code: 'carrier-not-known', severity: 'warning' }],
    });
  });

  it('names a column as the file does, and as Amazon does where it is left out', () => {
    const file = read('注文番号\t出荷日\tお問い合わせ伝票番号\n111-0000001-0000001\tsoon\t\n');
    const { problems } = checkConfirmation(file, { open: OPEN, carriers: carriersOf('JP') });
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['出荷日', 'ship-date-unreadable'],
      ['carrier-code', 'carrier-missing'],
      ['お問い合わせ伝票番号', 'tracking-missing'],
    ]);
  });

  it('never throws, and counts every row once', () => {
    const cell = fc.constantFrom(
      '',
      'NULL',
      '1',
      '0',
      '111-0000001-0000001',
      '00000000000011',
      '2026-11-20',
      'UPS',
      'Other',
      'x',
      '1E+5',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 10 }), { maxLength: 10 }),
        (rows) => {
          const result = check(rows);
          const lines = rows.flatMap((row, at) =>
            row.every((text) => text === '') ? [] : [at + 2],
          );
          expect(result.rows).toBe(lines.length);
          const held = new Set(
            result.problems.filter(({ severity }) => severity === 'error').map(({ line }) => line),
          );
          expect(result.ready).toBe(lines.length - held.size);
        },
      ),
    );
  });
});

describe('the unshipped orders report', () => {
  const header = [
    'order-id',
    'order-item-id',
    'purchase-date',
    'sku',
    'quantity-purchased',
    'quantity-shipped',
    'quantity-to-ship',
    'is-transparency',
    'is-buyer-requested-cancellation',
  ];

  it('gives what waits to be shipped, without buyers and addresses', () => {
    const rows = [
      [...header, 'recipient-name'],
      [
        '111-0000001-0000001',
        '00000000000011',
        '2026-11-18T08:34:47+00:00',
        'MUG-1',
        '3',
        '1',
        '2',
        'true',
        'false',
        'Ann Invented',
      ],
    ];
    const report = readUnshipped(bytesOf(writeTsv(rows)));
    expect(report).toEqual({
      ok: true,
      value: {
        refused: [],
        items: [
          {
            orderId: '111-0000001-0000001',
            orderItemId: '00000000000011',
            sku: 'MUG-1',
            purchased: 3,
            toShip: 2,
            purchaseDate: '2026-11-18',
            isTransparency: true,
            isCancellationAsked: false,
          },
        ],
      },
    });
    expect(JSON.stringify(report)).not.toContain('Invented');
  });

  it('works out what is to ship where the seller left the column out', () => {
    const rows = [
      ['order-id', 'order-item-id', 'quantity-purchased', 'quantity-shipped'],
      ['1', '2', '3', '1'],
      ['1', '3', '3', ''],
    ];
    expect(readUnshipped(bytesOf(writeTsv(rows)))).toMatchObject({
      value: { items: [{ toShip: 2 }, { toShip: 3 }] },
    });
  });

  it('refuses rows without an order or a readable quantity', () => {
    const rows = [header, ['', '2', '', '', '1'], ['1', '', '', '', '1'], ['1', '2', '', '', 'x']];
    const report = readUnshipped(bytesOf(writeTsv(rows)));
    expect(
      report.ok &&
        report.value.refused.map(({ line, column, problem }) => [line, column, problem.code]),
    ).toEqual([
      [2, 'order-id', 'order-not-named'],
      [3, 'order-item-id', 'order-not-named'],
      [4, 'quantity-purchased', 'quantity-unreadable'],
    ]);
  });

  it('is refused when it is something else', () => {
    expect(readUnshipped(bytesOf('seller-sku\tprice\n'))).toMatchObject({
      problems: [{ code: 'columns-not-found' }],
    });
    expect(readUnshipped(new Uint8Array())).toMatchObject({ problems: [{ code: 'file-empty' }] });
  });
});

describe('the carriers of a store', () => {
  it('are spelled as Amazon spells them, and found however people do', () => {
    const us = carriersOf('US');
    for (const [name, code] of [
      ['yunexpress', 'Yun Express'],
      ['FEDEX FREIGHT', 'Fedex Freight'],
      ['R + L', 'R+L'],
      ['streamlite', 'StreamLite'],
      ['OTHER', 'Other'],
    ] as const)
      expect(listedCarrier(us, name)).toBe(code);
    expect(listedCarrier(us, '')).toBeUndefined();
    expect(listedCarrier(us, 'ヤマト運輸')).toBeUndefined();
    expect(us.codes).toHaveLength(45);
  });
});
