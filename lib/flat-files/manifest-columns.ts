import type { ColumnNames } from './columns.ts';

export type ManifestField =
  | 'sku'
  | 'quantity'
  | 'prep-owner'
  | 'label-owner'
  | 'expiration'
  | 'lot-code'
  | 'units-per-box'
  | 'boxes'
  | 'length'
  | 'width'
  | 'height'
  | 'weight';

/**
 * Headers of the tab "Create workflow – template", as published tools write them (2026-11-24); the
 * names without brackets also stand for those with a unit or a date format behind.
 */
export const MANIFEST_COLUMNS: ColumnNames<ManifestField> = {
  sku: [
    'Merchant SKU',
    'MerchantSKU',
    'MSKU',
    'SKU',
    'seller-sku',
    '出品者SKU',
    '卖家 SKU',
    '商家 SKU',
  ],
  quantity: ['Quantity', 'Qty', 'Units', '数量'],
  'prep-owner': ['Prep owner', 'Who preps units?'],
  'label-owner': ['Labeling owner', 'Labelling owner', 'Label owner', 'Who labels units?'],
  expiration: ['Expiration date', 'Expiry date', 'Expiration', '有效期', '消費期限'],
  'lot-code': ['Manufacturing lot code', 'Lot code'],
  'units-per-box': ['Units per box', 'Units per case'],
  boxes: ['Number of boxes', 'Boxes', 'Number of cases'],
  length: ['Box length'],
  width: ['Box width'],
  height: ['Box height'],
  weight: ['Box weight'],
};

export const MANIFEST_SHEET = 'Create workflow – template';
