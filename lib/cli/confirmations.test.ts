import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type Encoding, encode, writeCsv, writeTsv, writeWorkbook } from '#lib/flat-files';

import { runConfirmations } from './confirmations.ts';

type Table = readonly (readonly string[])[];
type Printed = {
  readonly rows: number;
  readonly ready: number;
  readonly problems: readonly Readonly<Record<string, unknown>>[];
};

let folder = '';
let printed: string[] = [];
let noted: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'confirmations-'));
  printed = [];
  noted = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void noted.push(line));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const HEADER =
  'order-id|order-item-id|quantity|ship-date|carrier-code|carrier-name|tracking-number|ship-method'.split(
    '|',
  );
const GOOD: Table = [
  HEADER,
  '111-0000001-0000001|00000000000011|1|2026-11-20|UPS||1Z5R89390357567127|UPS Ground'.split('|'),
  '111-0000002-0000002|||2026-11-20|Other|Speedy Local|SL-000123|Speedy Local'.split('|'),
  '111-0000003-0000003|00000000000031|2|2026-11-20|Yun Express||YT2229521272164446|'.split('|'),
];

// The columns of a real report of the United States, and what stands in them where it matters.
const REPORT_HEADER =
  'order-id|order-item-id|purchase-date|days-past-promise|buyer-name|sku|product-name|quantity-purchased|quantity-shipped|quantity-to-ship|is-transparency|is-buyer-requested-cancellation|verge-of-lateShipment'.split(
    '|',
  );
const reportRow = (order: string, item: string, toShip: string, extra: Partial<Flags> = {}) => {
  const { transparency = 'false', asked = 'false' } = extra;
  return `${order}|${item}|2026-11-18T08:34:47+00:00|-2|Avery Sample|SKU-${item}|A 5" cup|${toShip}|0|${toShip}|${transparency}|${asked}|false`.split(
    '|',
  );
};
type Flags = { readonly transparency: string; readonly asked: string };
const REPORT: Table = [
  REPORT_HEADER,
  reportRow('111-0000001-0000001', '00000000000011', '1'),
  reportRow('111-0000002-0000002', '00000000000021', '2'),
  reportRow('111-0000002-0000002', '00000000000022', '1'),
  reportRow('111-0000003-0000003', '00000000000031', '3'),
  reportRow('111-0000004-0000004', '00000000000041', '1', { asked: 'true' }),
  reportRow('111-0000005-0000005', '00000000000051', '1', { transparency: 'true' }),
];

function bytesOf(text: string, encoding: Encoding = 'utf-8'): Uint8Array {
  const written = encode(text, encoding);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return written.value;
}

async function check(
  file: Uint8Array | string,
  {
    report = writeTsv(REPORT),
    marketplace = 'US',
  }: { report?: Uint8Array | string; marketplace?: string } = {},
): Promise<number> {
  const input = path.join(folder, 'confirmation');
  const orders = path.join(folder, 'unshipped.tsv');
  await writeFile(input, file);
  await writeFile(orders, report);
  return runConfirmations(['check', input, '--orders', orders, '--marketplace', marketplace]);
}

function outcome(): Printed {
  return JSON.parse(printed.join('\n')) as Printed;
}

const changed = (changes: Readonly<Record<string, string>>, row = 1): Table => [
  HEADER,
  (GOOD[row] ?? []).map((cell, at) => changes[HEADER[at] ?? ''] ?? cell),
];

describe('confirmations check', () => {
  it.each<[string, string | Uint8Array]>([
    ['tab-separated text', writeTsv(GOOD)],
    ['line feeds alone', writeTsv(GOOD).replaceAll('\r\n', '\n')],
    ['a byte order mark', `\u{feff}${writeTsv(GOOD)}`],
    ['UTF-16 as spreadsheets save it', bytesOf(writeTsv(GOOD), 'utf-16le')],
    ['rows that end early', GOOD.map((cells) => cells.join('\t').trimEnd()).join('\n')],
    ['rows with further tabs', writeTsv(GOOD).replaceAll('\r\n', '\t\t\t\r\n')],
    ['names in capitals', writeTsv([HEADER.map((name) => name.toUpperCase()), ...GOOD.slice(1)])],
    ['comma-separated text', writeCsv(GOOD)],
    ['semicolons', GOOD.map((cells) => cells.join(';')).join('\r\n')],
    ['a workbook', writeWorkbook([{ name: 'Sheet1', rows: GOOD }])],
  ])('takes %s and finds all rows ready', async (_name, file) => {
    expect(await check(file)).toBe(0);
    expect(outcome()).toEqual({ rows: 3, ready: 3, problems: [] });
  });

  const KEYS = [...HEADER, 'cod-collection-method'].join('\t');
  const FIRST = 'TemplateType=OrderFulfillment\tVersion=2011.1102';
  const NAMES =
    '注文番号\t注文商品番号\t出荷数\t出荷日\t配送業者コード\t配送業者名\tお問い合わせ伝票番号\t配送方法\t代金引換';
  const AT = '111-0000001-0000001\t\t\t2026-11-20\tOther\tヤマト便\t1234-5678-9013\t宅配便\t';

  it.each([
    ['its three rows', [`${FIRST}\tこの行は変更しないでください。\t\t\t\t\t\t`, NAMES, KEYS], 4],
    ['its three rows without the note', [FIRST, NAMES, KEYS], 4],
    ['no row of Japanese names', [FIRST, KEYS], 3],
  ])(
    'takes the template of Japan in Shift_JIS with %s and counts its lines',
    async (_n, top, at) => {
      const lines = [...top, AT, AT.replace('2026-11-20', 'soon')];
      expect(await check(bytesOf(lines.join('\n'), 'shift_jis'), { marketplace: 'JP' })).toBe(1);
      expect(outcome().problems.find(({ column }) => column === 'ship-date')).toMatchObject({
        line: at + 1,
        code: 'ship-date-unreadable',
      });
    },
  );

  it.each<[string, string | Uint8Array]>([
    ['in cp1252, as in Europe', bytesOf(writeTsv(REPORT).replace('Avery', 'Zoé'), 'windows-1252')],
    ['with a byte order mark', `\u{feff}${writeTsv(REPORT)}`],
    ['with the columns in another order', writeTsv(REPORT.map((cells) => cells.toReversed()))],
    [
      'with columns switched off',
      writeTsv(REPORT.map((cells) => [...cells.slice(0, 3), ...cells.slice(5, 8)])),
    ],
  ])('takes the Unshipped Orders report %s', async (_name, report) => {
    expect(await check(writeTsv(GOOD), { report })).toBe(0);
  });

  it('says where a cell is wrong, why, and what to write instead', async () => {
    expect(await check(writeTsv(changed({ 'carrier-code': 'ups' })))).toBe(1);
    expect(outcome()).toEqual({
      rows: 1,
      ready: 0,
      problems: [
        {
          line: 2,
          column: 'carrier-code',
          code: 'carrier-misspelt',
          message:
            'The carrier is spelt differently in Amazon’s list. Write it exactly as in the list.',
          suggestion: 'UPS',
        },
      ],
    });
  });

  it.each<[string, Readonly<Record<string, string>>, string, string | null]>([
    [
      'Invalid OrderID: damaged by a spreadsheet',
      { 'order-id': '11100000010000001' },
      'order-id-unreadable',
      '111-0000001-0000001',
    ],
    [
      'Invalid OrderID: not an open order',
      { 'order-id': '111-0000009-0000009' },
      'order-not-open',
      null,
    ],
    [
      'tracking ID not of the carrier’s format',
      { 'tracking-number': '1Z5R89390357567128' },
      'tracking-not-of-carrier',
      null,
    ],
    ['incomplete: no carrier', { 'carrier-code': '' }, 'carrier-missing', null],
    ['incomplete: no tracking number', { 'tracking-number': '' }, 'tracking-missing', null],
    [
      'invalid item',
      { 'order-item-id': '00000000000099' },
      'order-item-not-in-order',
      '00000000000011',
    ],
    ['invalid quantity', { quantity: '0' }, 'quantity-not-whole', null],
    ['more than is open', { quantity: '4' }, 'quantity-beyond-open', '1'],
    ['carrier not in the list', { 'carrier-code': 'Speedy Local' }, 'carrier-not-listed', 'Other'],
    ['Other without a name', { 'carrier-code': 'Other' }, 'carrier-name-missing', null],
    [
      'Other with a listed carrier',
      { 'carrier-code': 'Other', 'carrier-name': 'fedex' },
      'carrier-name-listed',
      'FedEx',
    ],
    [
      'buyer asked to cancel',
      { 'order-id': '111-0000004-0000004', 'order-item-id': '' },
      'cancellation-asked',
      null,
    ],
    [
      'Transparency code left out',
      { 'order-id': '111-0000005-0000005', 'order-item-id': '' },
      'transparency-code-missing',
      null,
    ],
    ['a ship date of two meanings', { 'ship-date': '03/04/2026' }, 'ship-date-unreadable', null],
  ])('keeps a row back before Amazon would: %s', async (_name, changes, code, suggestion) => {
    expect(await check(writeTsv(changed(changes)))).toBe(1);
    expect(outcome().problems).toContainEqual(
      expect.objectContaining({ line: 2, code, suggestion }),
    );
  });

  it('gives every problem a sentence of its own', async () => {
    await check(writeTsv(changed({ 'tracking-number': '' })));
    expect(outcome().problems[0]?.['message']).toMatch(/^The tracking number is missing\. \w/);
  });

  it('cannot go on without a readable file, report, or store', async () => {
    expect(await check('<html><body>Sign in</body></html>')).toBe(2);
    expect(noted[0]).toContain('is no table (web-page)');
    expect(await check(writeTsv(GOOD), { report: 'sku\tprice\nA\t1\n' })).toBe(2);
    expect(noted[1]).toContain('has no header with order-id');
    expect(await check('')).toBe(2);
    expect(await check(writeTsv(GOOD), { marketplace: 'Mars' })).toBe(2);
    const missing = path.join(folder, 'missing');
    expect(
      await runConfirmations(['check', missing, '--orders', missing, '--marketplace', 'US']),
    ).toBe(2);
    expect(printed).toEqual([]);
  });

  it('leaves unreadable rows of the report out and says so', async () => {
    const report = writeTsv([...REPORT, reportRow('', '00000000000061', '1')]);
    expect(await check(writeTsv(GOOD), { report })).toBe(0);
    expect(noted.join('\n')).toContain(
      'line 8, column order-id: the order or its item is not named',
    );
  });
});
