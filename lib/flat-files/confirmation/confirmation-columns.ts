import type { ColumnNames } from '../columns.ts';

/**
 * The columns of POST_FLAT_FILE_FULFILLMENT_DATA by Amazon's own keys (help page 641, 2026-11-23),
 * each with its name in Amazon's Japanese template of 2011 and the spellings people use.
 */
const COLUMNS = {
  'order-id': ['order-id', 'amazon-order-id', '注文番号', '订单编号', '订单号'],
  'order-item-id': ['order-item-id', 'amazon-order-item-code', '注文商品番号', '订单商品编号'],
  quantity: ['quantity', 'qty', 'quantity-shipped', '出荷数', '数量'],
  'ship-date': ['ship-date', 'shipping-date', 'date-shipped', '出荷日', '发货日期'],
  'carrier-code': ['carrier-code', 'carrier', '配送業者コード', '承运人代码', '承运商'],
  'carrier-name': ['carrier-name', '配送業者名', '承运人名称'],
  'tracking-number': [
    'tracking-number',
    'tracking',
    'tracking-id',
    'tracking-no',
    'お問い合わせ伝票番号',
    '追踪编码',
    '追踪号',
    '快递单号',
  ],
  'ship-method': ['ship-method', 'shipping-method', '配送方法', '配送方式'],
  transparency_code: ['transparency_code', 'transparency-codes'],
  'ship-from-address-name': ['ship-from-address-name'],
  'ship-from-address-line1': ['ship-from-address-line1'],
  'ship-from-address-line2': ['ship-from-address-line2'],
  'ship-from-address-line3': ['ship-from-address-line3'],
  'ship-from-address-city': ['ship-from-address-city'],
  'ship-from-address-county': ['ship-from-address-county'],
  'ship-from-address-state-or-region': ['ship-from-address-state-or-region'],
  'ship-from-postalcode': ['ship-from-postalcode'],
  'ship-from-countrycode': ['ship-from-countrycode'],
  ship_from_supply_source_id: ['ship_from_supply_source_id'],
  'cod-collection-method': ['cod-collection-method', '代金引換'],
} as const;

export type ConfirmationField = keyof typeof COLUMNS;

export const CONFIRMATION_COLUMNS: ColumnNames<ConfirmationField> = COLUMNS;

/** The eight columns of the classic template, in its order. */
export const CLASSIC_FIELDS = [
  'order-id',
  'order-item-id',
  'quantity',
  'ship-date',
  'carrier-code',
  'carrier-name',
  'tracking-number',
  'ship-method',
] as const satisfies readonly ConfirmationField[];

export const CONFIRMATION_FIELDS = Object.keys(COLUMNS) as readonly ConfirmationField[];
