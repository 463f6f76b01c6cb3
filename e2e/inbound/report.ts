// A listings report as Amazon writes it: tab-separated, CR LF, cp1252, a raw quote, a missing
// trailing tab, and one row that cannot be used.
const COLUMNS = [
  'item-name',
  'item-description',
  'listing-id',
  'seller-sku',
  'price',
  'quantity',
  'open-date',
  'image-url',
  'item-is-marketplace',
  'product-id-type',
  'zshop-shipping-fee',
  'item-note',
  'item-condition',
  'zshop-category1',
  'zshop-browse-path',
  'zshop-storefront-feature',
  'asin1',
  'asin2',
  'asin3',
  'will-ship-internationally',
  'expedited-shipping',
  'zshop-boldface',
  'product-id',
  'bid-for-featured-placement',
  'add-delete',
  'pending-quantity',
  'fulfillment-channel',
  'merchant-shipping-group',
  'status',
];

type Row = Readonly<Record<string, string>>;

const SHARED: Row = {
  'open-date': '2026-02-03 09:10:11 PST',
  'item-is-marketplace': 'y',
  'item-condition': '11',
  'pending-quantity': '0',
  'fulfillment-channel': 'DEFAULT',
  'merchant-shipping-group': 'Migrated Template',
  status: 'Active',
};

const ROWS: readonly Row[] = [
  {
    ...SHARED,
    'item-name': '"Hafen" Enamel Mug, Grün',
    'seller-sku': 'MUG-HAFEN-GR',
    asin1: 'B0FLGMUG01',
    price: '14.90',
    quantity: '120',
  },
  {
    ...SHARED,
    'item-name': 'Canvas Apron, Cross-Back',
    'seller-sku': 'APR-CB-01',
    asin1: 'B0FLGAPR01',
    price: '32.00',
    quantity: '64',
  },
  { ...SHARED, 'item-name': 'Listing without a SKU', asin1: 'B0FLGNOSKU', price: '5', quantity: '1' },
];

export const REPORT_SKUS = ['MUG-HAFEN-GR', 'APR-CB-01'] as const;

export function listingsReport(): Buffer {
  const lines = [
    COLUMNS.join('\t'),
    ...ROWS.map((row) => COLUMNS.map((column) => row[column] ?? '').join('\t')),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
}
