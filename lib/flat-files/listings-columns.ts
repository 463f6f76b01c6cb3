import type { ColumnNames } from './columns.ts';

export type ListingField =
  | 'sku'
  | 'asin'
  | 'asin2'
  | 'asin3'
  | 'title'
  | 'listing-id'
  | 'price'
  | 'quantity'
  | 'pending-quantity'
  | 'open-date'
  | 'condition'
  | 'channel'
  | 'status'
  | 'product-id'
  | 'product-id-type'
  | 'shipping-group';

/**
 * Header names of GET_MERCHANT_LISTINGS_ALL_DATA, English and as Amazon localises them per store or
 * by `preferredReportDocumentLocale`; collected from published report readers, 2026-11-23.
 */
export const LISTING_COLUMNS: ColumnNames<ListingField> = {
  sku: [
    'seller-sku',
    'sku',
    'merchant-sku',
    'Händler-SKU',
    'sku-vendeur',
    'SKU venditore',
    'SKU del vendedor',
    'sku-sprzedawcy',
    'sku-البائع',
    '出品者SKU',
    '卖家 SKU',
  ],
  asin: ['asin1', 'asin', 'ASIN 1'],
  asin2: ['asin2', 'ASIN 2'],
  asin3: ['asin3', 'ASIN 3'],
  title: [
    'item-name',
    'product-name',
    'Artikelbezeichnung',
    'nom-produit',
    "Nome dell'articolo",
    'Título del producto',
    'nazwa-produktu',
    'اسم-المنتج',
    '商品名',
    '商品名称',
  ],
  'listing-id': [
    'listing-id',
    'Angebotsnummer',
    'id-offre',
    'Numero offerta',
    'Identificador del listing',
    'identyfikator-oferty',
    'رقم-العرض',
    '出品ID',
  ],
  price: ['price', 'Preis', 'prix', 'Prezzo', 'Precio', 'cena', 'السعر', '価格', '价格'],
  quantity: ['quantity', 'Menge', 'quantité', 'Quantità', 'Cantidad', 'ilość', 'الكمية', '数量'],
  // 在庫数 means "in stock", but stands where the English report has pending-quantity.
  'pending-quantity': [
    'pending-quantity',
    'Anzahl Bestellungen',
    'Quantità in sospeso',
    'Cantidad pendiente',
    'ilość-oczekująca',
    'كمية-منتظرة',
    '在庫数',
    '等待购买数量',
  ],
  'open-date': [
    'open-date',
    'Erstellungsdatum',
    'date-ouverture',
    'Data di creazione',
    'Fecha de creación',
    'data-otwarcia',
    'تاريخ-مفتوح',
    '出品日',
    '开售日期',
  ],
  condition: [
    'item-condition',
    'Artikelzustand',
    'état-produit',
    "Condizione dell'articolo",
    'Estado del producto',
    'stan-produktu',
    'حالة-المنتج',
    'コンディション',
    '商品状况',
  ],
  channel: [
    'fulfillment-channel',
    'fulfilment-channel',
    'Versender',
    'canal-traitement',
    'Canale di gestione',
    'Canal de gestión logística',
    'kanał-realizacji',
    'قناة-الشحن',
    'フルフィルメント・チャンネル',
    '配送渠道',
  ],
  status: ['status', 'état', 'stato', 'estado', 'durum', 'الحالة', 'ステータス', '状态'],
  'product-id': [
    'product-id',
    'Produkt-ID',
    'id-produit',
    'Identificativo del prodotto',
    'Identificador del producto',
    'identyfikator-produktu',
    'رقم-المنتج',
    '商品ID',
    '商品编码',
  ],
  'product-id-type': [
    'product-id-type',
    'Produkt-ID-Typ',
    'type-id-produit',
    'Tipo di identificativo del prodotto',
    'Tipo de identificador de producto',
    'typ-identyfikatora-produktu',
    'نوع-رقم-المنتج',
    '商品IDタイプ',
    '商品编码类型',
  ],
  'shipping-group': [
    'merchant-shipping-group',
    'Händlerversandgruppe',
    'groupe-expédition-vendeur',
    'gruppo-spedizione-venditore',
    'grupa-wysyłki-sprzedawcy',
    '卖家配送组',
  ],
};

/** English columns of the report that hold nothing we read; they are known, so nobody is told. */
const UNUSED = [
  'item-description',
  'image-url',
  'item-is-marketplace',
  'zshop-shipping-fee',
  'item-note',
  'zshop-category1',
  'zshop-browse-path',
  'zshop-storefront-feature',
  'will-ship-internationally',
  'expedited-shipping',
  'zshop-boldface',
  'bid-for-featured-placement',
  'add-delete',
  'optional-payment-type-exclusion',
  'scheduled-delivery-sku-set',
  'standard-price-point',
  'ProductTaxCode',
  'minimum-seller-allowed-price',
  'maximum-seller-allowed-price',
  'Minimum order quantity',
  'Sell remainder',
  'Business Price',
  'Quantity Price Type',
  'Progressive Price Type',
];

const NUMBERED = [
  'Quantity Lower Bound',
  'Quantity Price',
  'Progressive Lower Bound',
  'Progressive Price',
];

/** What Amazon is known to put beside the columns we read, in lower case with dashes. */
export const KNOWN_UNUSED: ReadonlySet<string> = new Set(
  [...UNUSED, ...NUMBERED.flatMap((name) => [1, 2, 3, 4, 5].map((n) => `${name} ${n}`))].map(
    (name) => name.toLowerCase().replaceAll(' ', '-'),
  ),
);
