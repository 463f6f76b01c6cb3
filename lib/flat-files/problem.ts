/** Every code this room refuses with; the sentences live in the message catalogues. */
export const FLAT_FILE_PROBLEMS = [
  'file-empty',
  'file-of-another-kind',
  'workbook-unreadable',
  'workbook-too-large',
  'columns-not-found',
  'characters-not-writable',
  'row-without-sku',
  'row-with-shifted-cells',
  'row-repeats-sku',
  'sku-unreadable',
  'sku-damaged-by-spreadsheet',
  'asin-missing',
  'asin-unreadable',
  'price-unreadable',
  'quantity-unreadable',
  'channel-unknown',
  'owner-unknown',
  'date-unreadable',
  'measure-unreadable',
  'unit-not-named',
  'case-incomplete',
  'case-quantity-differs',
] as const;

export type FlatFileProblem = (typeof FLAT_FILE_PROBLEMS)[number];
