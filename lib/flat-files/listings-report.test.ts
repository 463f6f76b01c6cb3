import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from './detect-encoding.ts';
import { encode } from './encoding.ts';
import { type ListingsReport, readListingsReport } from './listings-report.ts';
import { writeCsv, writeTsv } from './rows.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

/** Any character there is; fast-check's own "binary" unit takes seconds to set up. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

// The 29 columns of GET_MERCHANT_LISTINGS_ALL_DATA (2026-11-23).
const HEADER =
  'item-name item-description listing-id seller-sku price quantity open-date image-url item-is-marketplace product-id-type zshop-shipping-fee item-note item-condition zshop-category1 zshop-browse-path zshop-storefront-feature asin1 asin2 asin3 will-ship-internationally expedited-shipping zshop-boldface product-id bid-for-featured-placement add-delete pending-quantity fulfillment-channel merchant-shipping-group status'.split(
    ' ',
  );

const BUSINESS = [
  ...'Business Price,Quantity Price Type,Quantity Lower Bound 1,Quantity Price 1,Quantity Lower Bound 2,Quantity Price 2,Quantity Lower Bound 3,Quantity Price 3,Quantity Lower Bound 4,Quantity Price 4,Quantity Lower Bound 5,Quantity Price 5'.split(
    ',',
  ),
  ...'Progressive Price Type,Progressive Lower Bound 1,Progressive Price 1,Progressive Lower Bound 2,Progressive Price 2,Progressive Lower Bound 3,Progressive Price 3'.split(
    ',',
  ),
];

type Cells = Readonly<Record<string, string>>;

const MUG: Cells = {
  'item-name': 'Enamel mug, 350 ml',
  'listing-id': '0708QHIDPCS',
  'seller-sku': 'MUG-1',
  price: '19.99',
  quantity: '12',
  'open-date': '08/07/2026 10:12:40 BST',
  'item-is-marketplace': 'y',
  'product-id-type': '4',
  'item-condition': '11',
  asin1: 'B01I53BE4O',
  'product-id': '4006381333931',
  'pending-quantity': '2',
  'fulfillment-channel': 'DEFAULT',
  'merchant-shipping-group': 'Migrated Template',
  status: 'Active',
};

const fbaOf = (sku: string): Cells => ({
  ...MUG,
  'seller-sku': sku,
  quantity: '',
  'fulfillment-channel': 'AMAZON_NA',
});

function rowsOf(rows: readonly Cells[], header: readonly string[] = HEADER): string[][] {
  return [[...header], ...rows.map((row) => header.map((name) => row[name] ?? ''))];
}

function bytesOf(text: string, encoding: Encoding = 'utf-8'): Uint8Array {
  const result = encode(text, encoding);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function read(content: string | Uint8Array): ListingsReport {
  const result = readListingsReport(typeof content === 'string' ? bytesOf(content) : content);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const refusalOf = (content: string | Uint8Array) => {
  const result = readListingsReport(typeof content === 'string' ? bytesOf(content) : content);
  return result.ok ? undefined : result.problems;
};

/** What the reader says about one row that differs from a good one. */
const refusedFor = (changes: Cells) => read(writeTsv(rowsOf([{ ...MUG, ...changes }]))).refused;
const listingFor = (changes: Cells) => read(writeTsv(rowsOf([{ ...MUG, ...changes }]))).listings[0];

const SAMPLE = new URL('../../../shared/samples/all-listings-report.tsv', import.meta.url);

describe('a listings report as Amazon sends it', () => {
  it('gives every listing with all we read of it', () => {
    expect(read(writeTsv(rowsOf([MUG, fbaOf('MUG-2')])))).toEqual({
      listings: [
        {
          line: 2,
          sku: 'MUG-1',
          asin: 'B01I53BE4O',
          title: 'Enamel mug, 350 ml',
          listingId: '0708QHIDPCS',
          price: '19.99',
          quantity: 12,
          pendingQuantity: 2,
          openDate: '08/07/2026 10:12:40 BST',
          condition: 'new',
          channel: 'merchant',
          channelCode: 'DEFAULT',
          status: 'active',
          productId: { type: 'EAN', value: '4006381333931' },
          shippingGroup: 'Migrated Template',
        },
        expect.objectContaining({
          line: 3,
          sku: 'MUG-2',
          quantity: undefined,
          channel: 'amazon',
          channelCode: 'AMAZON_NA',
        }),
      ],
      refused: [],
      unknownColumns: [],
      encoding: 'utf-8',
      headerLine: 1,
    });
  });

  it.skipIf(!existsSync(SAMPLE))('is read whole from a real one', () => {
    const report = read(readFileSync(SAMPLE));
    expect(report.refused).toEqual([]);
    expect(
      report.listings.map(({ sku, asin, condition, status }) => [sku, asin, condition, status]),
    ).toEqual([
      ['1234567', 'B01I53BE4O', 'new', 'active'],
      ['35-GFRR-W3VC', 'B004ADOCTI', 'used-acceptable', 'active'],
      ['ATV2', 'B0041IZHVO', 'used-like-new', 'inactive'],
    ]);
  });

  it('may be without a single listing', () => {
    expect(read(writeTsv([HEADER]))).toMatchObject({ listings: [], refused: [], headerLine: 1 });
  });

  it('keeps a title with quotation marks and the rows after it', () => {
    const titles = ['"Best" mug', '"Mug', '27" tray, round', "'s", '"'];
    const rows = titles.map((title, at) => ({
      ...MUG,
      'seller-sku': `S-${at}`,
      'item-name': title,
    }));
    expect(read(writeTsv(rowsOf(rows))).listings.map(({ title }) => title)).toEqual(titles);
  });

  it('leaves open what the report leaves blank or writes in an unknown code', () => {
    const bare = {
      price: '',
      quantity: '',
      'open-date': '',
      'listing-id': '',
      'item-condition': '9',
      'merchant-shipping-group': '',
      'product-id': '',
      'pending-quantity': '',
      status: 'Suspended',
    };
    expect(listingFor(bare)).toMatchObject({
      price: undefined,
      quantity: undefined,
      pendingQuantity: undefined,
      openDate: undefined,
      listingId: undefined,
      condition: 'unknown',
      shippingGroup: undefined,
      productId: undefined,
      status: 'unknown',
    });
    expect(listingFor({ 'product-id-type': 'toString' })?.productId).toEqual({
      type: 'unknown',
      value: '4006381333931',
    });
  });

  it.each([
    ['1', 'used-like-new'],
    ['2', 'used-very-good'],
    ['3', 'used-good'],
    ['4', 'used-acceptable'],
    ['5', 'collectible-like-new'],
    ['6', 'collectible-very-good'],
    ['7', 'collectible-good'],
    ['8', 'collectible-acceptable'],
    ['10', 'refurbished'],
    ['11', 'new'],
  ])('calls condition %s %s', (code, condition) => {
    expect(listingFor({ 'item-condition': code })?.condition).toBe(condition);
  });
});

describe('a report in another dialect', () => {
  const standard = rowsOf([MUG, fbaOf('MUG-2')]);
  const expected = read(writeTsv(standard)).listings;

  it.each([
    ['LF', writeTsv(standard).replaceAll('\r\n', '\n')],
    ['CR', writeTsv(standard).replaceAll('\r\n', '\r')],
    ['CR LF without a last line end', writeTsv(standard).trimEnd()],
    ['a byte order mark', `\u{feff}${writeTsv(standard)}`],
    ['extra trailing tabs', writeTsv(standard).replaceAll('\r\n', '\t\t\t\r\n')],
    ['quoted header names', writeTsv([HEADER.map((name) => `"${name}"`), ...standard.slice(1)])],
    [
      'upper-case header names',
      writeTsv([HEADER.map((n) => n.toUpperCase()), ...standard.slice(1)]),
    ],
    [
      'spaces and underscores in names',
      writeTsv([
        HEADER.map((n) => n.replaceAll('-', n.length % 2 ? ' ' : '_')),
        ...standard.slice(1),
      ]),
    ],
  ])('reads the same with %s', (_name, text) => {
    expect(read(text).listings).toEqual(expected);
  });

  it('reads the same with blank lines between, and counts them as lines', () => {
    const [header = '', first = '', second = ''] = writeTsv(standard).split('\r\n');
    const report = read(['', header, '', first, '\t\t\t', second, ''].join('\n'));
    expect(report.headerLine).toBe(2);
    expect(report.listings.map(({ line }) => line)).toEqual([4, 6]);
    expect(report.refused).toEqual([]);
  });

  it('reads rows that end where their last value ends', () => {
    const text = standard.map((cells) => cells.join('\t').trimEnd()).join('\n');
    const short = `Mug\t\t\tMUG-3\t1\t1\t\t\t\t1\t\t\t11\t\t\t\tB01I53BE4O${'\t'.repeat(10)}DEFAULT`;
    const report = read(`${text}\n${short}`);
    expect(report.listings.slice(0, 2)).toEqual(expected);
    expect(report.listings[2]).toMatchObject({
      sku: 'MUG-3',
      shippingGroup: undefined,
      status: 'unknown',
    });
  });

  it('does not mind the order of columns', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(HEADER, { minLength: HEADER.length }), (header) => {
        expect(read(writeTsv(rowsOf([MUG, fbaOf('MUG-2')], header))).listings).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('reads 27 columns as well as 48', () => {
    const without = HEADER.filter((n) => n !== 'zshop-boldface' && n !== 'image-url');
    expect(read(writeTsv(rowsOf([MUG, fbaOf('MUG-2')], without))).listings).toEqual(expected);
    const business = [...HEADER, ...BUSINESS];
    const report = read(writeTsv(rowsOf([MUG, fbaOf('MUG-2')], business)));
    expect(report.listings).toEqual(expected);
    expect(report.unknownColumns).toEqual([]);
  });

  it('tells which columns it does not know, a second one of a name included', () => {
    const header = [...HEADER, 'carbon-footprint', 'Price', ''];
    const report = read(writeTsv(rowsOf([{ ...MUG, Price: 'not this one' }], header)));
    expect(report.unknownColumns).toEqual(['carbon-footprint', 'Price']);
    expect(report.listings[0]?.price).toBe('19.99');
  });

  it.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'reads a European report in %s',
    (encoding) => {
      const rows = rowsOf([{ ...MUG, 'item-name': 'Größe für Füße – Men’s, 10 €' }]);
      const report = read(bytesOf(writeTsv(rows), encoding));
      expect(report.encoding).toBe(encoding);
      expect(report.listings[0]?.title).toBe('Größe für Füße – Men’s, 10 €');
    },
  );

  const JAPANESE =
    '商品名,item-description,出品ID,出品者SKU,価格,数量,出品日,image-url,item-is-marketplace,商品IDタイプ,zshop-shipping-fee,コンディション説明,コンディション,zshop-category1,zshop-browse-path,zshop-storefront-feature,asin1,asin2,asin3,国外へ配送可,迅速な配送,zshop-boldface,商品ID,bid-for-featured-placement,add-delete,在庫数,フルフィルメント・チャンネル,merchant-shipping-group,ステータス';

  it.each<Encoding>(['utf-8', 'shift_jis'])('reads the Japanese report in %s', (encoding) => {
    const names = JAPANESE.split(',');
    const body = rowsOf([{ ...MUG, 'item-name': '木製の積み木', price: '1980' }]).slice(1);
    const report = read(bytesOf(writeTsv([names, ...body]), encoding));
    expect(report.encoding).toBe(encoding);
    expect(report.listings[0]).toMatchObject({
      sku: 'MUG-1',
      title: '木製の積み木',
      price: '1980',
      quantity: 12,
      pendingQuantity: 2,
      condition: 'new',
      channel: 'merchant',
      status: 'active',
    });
  });

  it('reads the French report, whose 34 columns have no ASIN, by the product ID', () => {
    const names = [
      'nom-produit',
      'id-offre',
      'sku-vendeur',
      'prix',
      'quantité',
      'type-id-produit',
      'id-produit',
      'état-produit',
      'canal-traitement',
      'état',
    ];
    const rows = [
      names,
      [
        'Tasse émaillée',
        '0708QHIDPCS',
        'T-1',
        '19,99',
        '3',
        '1',
        'B01I53BE4O',
        '11',
        'DEFAULT',
        'Active',
      ],
      [
        'Tasse',
        '0708QHIDPCT',
        'T-2',
        '1.250,00',
        '',
        '4',
        '4006381333931',
        '11',
        'AMAZON_EU',
        'Active',
      ],
    ];
    const report = read(bytesOf(writeTsv(rows), 'windows-1252'));
    expect(report.listings).toMatchObject([
      {
        sku: 'T-1',
        asin: 'B01I53BE4O',
        price: '19.99',
        condition: 'new',
        status: 'active',
      },
      { sku: 'T-2', asin: '', price: '1250', channel: 'amazon' },
    ]);
  });

  it.each([
    [
      'German',
      ['Artikelbezeichnung', 'Händler-SKU', 'Preis', 'Menge', 'ASIN 1', 'Versender', 'Status'],
    ],
    [
      'Italian',
      [
        "Nome dell'articolo",
        'SKU venditore',
        'Prezzo',
        'Quantità',
        'ASIN 1',
        'Canale di gestione',
        'stato',
      ],
    ],
    [
      'Spanish',
      [
        'Título del producto',
        'SKU del vendedor',
        'Precio',
        'Cantidad',
        'ASIN 1',
        'Canal de gestión logística',
        'estado',
      ],
    ],
    [
      'Polish',
      ['nazwa-produktu', 'sku-sprzedawcy', 'cena', 'ilość', 'asin1', 'kanał-realizacji', 'status'],
    ],
    [
      'Turkish',
      [
        'item-name (ürün adı)',
        'seller-sku (satıcı sku)',
        'price (fiyat)',
        'quantity (adet)',
        'asin1',
        'fulfillment-channel (dağıtım kanalı)',
        'durum',
      ],
    ],
    ['Arabic', ['اسم-المنتج', 'sku-البائع', 'السعر', 'الكمية', 'asin1', 'قناة-الشحن', 'الحالة']],
    ['Chinese', ['商品名称', '卖家 SKU', '价格', '数量', 'ASIN1', '配送渠道', '状态']],
  ])('reads %s headers', (_language, names) => {
    const row = ['Mug', 'S-1', '5', '7', 'B01I53BE4O', 'DEFAULT', 'Inactive'];
    const report = read(writeTsv([names, row]));
    expect(report.unknownColumns).toEqual([]);
    expect(report.listings).toMatchObject([
      {
        title: 'Mug',
        sku: 'S-1',
        price: '5',
        quantity: 7,
        asin: 'B01I53BE4O',
        channel: 'merchant',
        status: 'inactive',
      },
    ]);
  });

  it('reads what a spreadsheet saved as comma-separated by mistake', () => {
    const title = 'Mug, "best", large';
    const rows = rowsOf([{ ...MUG, 'item-name': title }, fbaOf('MUG-2')]);
    const report = read(writeCsv(rows));
    expect(report.listings.map((listing) => listing.title)).toEqual([title, MUG['item-name']]);
  });

  it('reads what a European spreadsheet saved with semicolons', () => {
    const text = rowsOf([{ ...MUG, 'item-name': 'Mug', price: '19,99' }])
      .map((cells) => cells.join(';'))
      .join('\r\n');
    expect(read(bytesOf(text, 'windows-1252')).listings).toMatchObject([
      { title: 'Mug', price: '19.99' },
    ]);
  });

  it('reads what a spreadsheet saved as a workbook, on whichever sheet', () => {
    const rows = rowsOf([MUG, fbaOf('MUG-2')]);
    const report = read(
      writeWorkbook([
        { name: 'Notes', rows: [['Downloaded on Monday']] },
        { name: 'Listings', rows },
      ]),
    );
    expect(report.listings).toEqual(expected);
    expect(report.encoding).toBe('workbook');
  });

  it('takes off the quotes of a spreadsheet that saved tabs, and only those', () => {
    const titles = ['"Mug, ""best"", large"', 'Plain', '"27"" tray"'];
    const rows = titles.map((title, at) => ({
      ...MUG,
      'seller-sku': `S-${at}`,
      'item-name': title,
    }));
    expect(read(writeTsv(rowsOf(rows))).listings.map(({ title }) => title)).toEqual([
      'Mug, "best", large',
      'Plain',
      '27" tray',
    ]);
    const amazons = [...rows, { ...MUG, 'seller-sku': 'S-9', 'item-name': 'Red, round' }];
    expect(read(writeTsv(rowsOf(amazons))).listings[0]?.title).toBe('"Mug, ""best"", large"');
  });
});

describe('a row that cannot be used', () => {
  it.each<[string, Cells, string | undefined, string]>([
    ['has no SKU', { 'seller-sku': ' ' }, 'seller-sku', 'row-without-sku'],
    [
      'has a SKU longer than Amazon allows',
      { 'seller-sku': 'x'.repeat(41) },
      'seller-sku',
      'sku-unreadable',
    ],
    [
      'has a SKU with lost characters',
      { 'seller-sku': 'M\u{fffd}G' },
      'seller-sku',
      'sku-unreadable',
    ],
    [
      'has a SKU that a spreadsheet took for a number',
      { 'seller-sku': '1.23457E+12' },
      'seller-sku',
      'sku-damaged-by-spreadsheet',
    ],
    ['has no ASIN', { asin1: '' }, 'asin1', 'asin-missing'],
    ['has an ASIN that is none', { asin1: '306406152' }, 'asin1', 'asin-unreadable'],
    [
      'has a product ID that is called an ASIN and is none',
      { asin1: '', 'product-id-type': '1', 'product-id': '12' },
      'product-id',
      'asin-unreadable',
    ],
    ['has a price that is no number', { price: 'call us' }, 'price', 'price-unreadable'],
    [
      'has a quantity that is no number',
      { quantity: '29/09/2026' },
      'quantity',
      'quantity-unreadable',
    ],
    ['has half a unit', { quantity: '1.5' }, 'quantity', 'quantity-unreadable'],
    [
      'has a pending quantity that is no number',
      { 'pending-quantity': '?' },
      'pending-quantity',
      'quantity-unreadable',
    ],
    [
      'is fulfilled by nobody we know',
      { 'fulfillment-channel': 'PIGEON' },
      'fulfillment-channel',
      'channel-unknown',
    ],
  ])('%s', (_name, changes, column, code) => {
    expect(refusedFor(changes)).toEqual([
      { line: 2, column, problem: expect.objectContaining({ code }) },
    ]);
  });

  it('has more cells than there are columns', () => {
    const text = writeTsv(rowsOf([MUG])).replace('Enamel mug', 'Enamel\tmug');
    expect(read(text).refused).toEqual([
      { line: 2, problem: { code: 'row-with-shifted-cells', facts: { cells: 30, columns: 29 } } },
    ]);
  });

  it('repeats a SKU; the first row stands and is named', () => {
    const report = read(writeTsv(rowsOf([MUG, { ...MUG, price: '5' }, fbaOf('mug-1')])));
    expect(report.listings.map(({ line, sku }) => [line, sku])).toEqual([
      [2, 'MUG-1'],
      [4, 'mug-1'],
    ]);
    expect(report.refused).toEqual([
      {
        line: 3,
        column: 'seller-sku',
        problem: { code: 'row-repeats-sku', facts: { sku: 'MUG-1', firstLine: 2 } },
      },
    ]);
  });

  it('does not stand in the way of a later good row of the same SKU', () => {
    const report = read(writeTsv(rowsOf([{ ...MUG, price: 'x' }, MUG])));
    expect(report.listings.map(({ line }) => line)).toEqual([3]);
    expect(report.refused.map(({ line }) => line)).toEqual([2]);
  });

  it('names the column as the file does', () => {
    const report = read(
      writeTsv([
        ['Artikelbezeichnung', 'Händler-SKU', 'Preis', 'Menge', 'Versender'],
        ['Tasse', 'T-1', 'viel', '1', 'DEFAULT'],
      ]),
    );
    expect(report.refused).toMatchObject([{ line: 2, column: 'Preis' }]);
  });
});

describe('a file that is no listings report', () => {
  it('may be a workbook cut short', () => {
    const cut = writeWorkbook([{ name: 'Listings', rows: [['seller-sku']] }]).subarray(0, 300);
    expect(refusalOf(cut)).toMatchObject([{ code: 'workbook-unreadable' }]);
  });

  it('may be a workbook of something else, told by how it begins', () => {
    const orders = writeWorkbook([{ name: 'Orders', rows: [[], ['order-id', 'sku']] }]);
    expect(refusalOf(orders)).toMatchObject([
      { code: 'columns-not-found', facts: { found: 'order-id\tsku' } },
    ]);
  });

  it('may be a workbook behind a password', () => {
    const name = encode('EncryptedPackage', 'utf-16le');
    const bytes = [0xd0, 0xcf, 0x11, 0xe0, 0x45, ...(name.ok ? name.value : [])];
    expect(refusalOf(Uint8Array.from(bytes))).toMatchObject([
      { code: 'file-of-another-kind', facts: { kind: 'locked-workbook' } },
    ]);
  });

  it.each<[string, string, string | Uint8Array]>([
    ['an HTML error page', 'web-page', '<!DOCTYPE html><html><body>Sign in, please</body></html>'],
    ['a page with a comment before', 'web-page', '<!-- x -->\n<html><head></head></html>'],
    ['an XML report', 'xml', '<?xml version="1.0"?><AmazonEnvelope/>'],
    ['a JSON answer', 'json', '{"errors":[{"code":"Unauthorized"}]}'],
    ['an old workbook', 'old-workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['a report still compressed', 'compressed', Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['a PDF', 'pdf', '%PDF-1.7\n'],
    ['a picture', 'image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d])],
  ])('is refused by its kind: %s', (_name, kind, content) => {
    expect(refusalOf(content)).toMatchObject([{ code: 'file-of-another-kind', facts: { kind } }]);
  });

  it('is refused with what was expected and what was found', () => {
    expect(refusalOf('order-id\torder-item-id\tsku\tquantity-purchased\n1\t2\t3\t4\n')).toEqual([
      {
        code: 'columns-not-found',
        facts: {
          expected: ['seller-sku', 'asin1', 'price', 'quantity', 'fulfillment-channel'],
          found: 'order-id\torder-item-id\tsku\tquantity-purchased',
        },
      },
    ]);
    expect(refusalOf('hello')).toMatchObject([
      { code: 'columns-not-found', facts: { found: 'hello' } },
    ]);
  });

  it('is refused when nothing in it says who fulfils', () => {
    const header = HEADER.filter((name) => name !== 'fulfillment-channel');
    expect(refusalOf(writeTsv(rowsOf([MUG], header)))).toMatchObject([
      { code: 'columns-not-found' },
    ]);
  });

  it('is refused when it is empty', () => {
    for (const content of ['', '\r\n\r\n', '\u{feff}'])
      expect(refusalOf(content)).toMatchObject([{ code: 'file-empty' }]);
  });

  it('has its header too far down', () => {
    expect(refusalOf(`${'x\n'.repeat(30)}${writeTsv(rowsOf([MUG]))}`)).toBeDefined();
    expect(read(`${'x\n'.repeat(29)}${writeTsv(rowsOf([MUG]))}`).headerLine).toBe(30);
  });
});

describe('whatever comes in', () => {
  it('never throws', () => {
    const junk = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: character }).map((text) => bytesOf(text)),
      fc.string({ unit: character }).map((text) => bytesOf(writeTsv([HEADER]) + text)),
    );
    fc.assert(
      fc.property(junk, (bytes) => {
        expect(typeof readListingsReport(bytes).ok).toBe('boolean');
      }),
    );
  });

  it('every row that is not blank is a listing or a refusal, once', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '1',
        'DEFAULT',
        'B01I53BE4O',
        '"',
        'S-1',
        'S-2',
        '9.99',
        'a,b',
        '\u{fffd}',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    const damage = fc.record({
      sku: fc.oneof(fc.constantFrom('A', 'B', ''), cell),
      cells: fc.array(cell, { maxLength: 40 }),
      good: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 20 }), (rows) => {
        const body = rows.map(({ sku, cells, good }) =>
          good ? HEADER.map((name) => ({ ...MUG, 'seller-sku': sku })[name] ?? '') : cells,
        );
        const report = read(writeTsv([HEADER, ...body]));
        const written = writeTsv(body)
          .split('\r\n')
          .flatMap((text, at) => (text.trim() === '' ? [] : [at + 2]));
        const told = [...report.listings, ...report.refused].map(({ line }) => line);
        expect(told.toSorted((a, b) => a - b)).toEqual(written);
      }),
    );
  });
});
