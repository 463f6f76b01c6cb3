import { ok, refuse, type Result } from '#lib/kernel';
import { findNames, normaliseName } from '../columns.ts';
import type { FlatFileProblem } from '../problem.ts';
import { openFile, whatItIs } from '../source.ts';
import { CLASSIC_FIELDS, CONFIRMATION_COLUMNS } from './confirmation-columns.ts';
import { EXPECTED, type ConfirmationMapping } from './read-confirmation.ts';

/** A table as a carrier hands it out, before anybody has said what its columns are. */
export type CarrierTable = {
  readonly header: readonly string[];
  /** The first rows below it, as they are written. */
  readonly sample: readonly (readonly string[])[];
};

const ROWS_SHOWN = 5;

/** The header of a file that may need a mapping, the first row with several cells, and what follows. */
export function readCarrierTable(bytes: Uint8Array): Result<CarrierTable, FlatFileProblem> {
  const opened = openFile(bytes, EXPECTED);
  if (!opened.ok) return opened;
  const found = findNames(opened.value.sources);
  if (!found) return refuse(whatItIs(opened.value, EXPECTED));
  const sample: (readonly string[])[] = [];
  for (const { line, cells } of found.source.rows) {
    if (sample.length === ROWS_SHOWN) break;
    if (line > found.line && cells.some((cell) => cell.trim() !== ''))
      sample.push(found.names.map((_, at) => cells[at]?.trim() ?? ''));
  }
  return ok({ header: found.names, sample });
}

/**
 * What carriers, forwarders and their tools call the columns, in English and Chinese, the likelier
 * name first. Amazon's own names are known besides.
 */
const CARRIERS_NAMES = {
  'order-id': [
    'amazon order id',
    'order number',
    'order no',
    'order no.',
    'order ref',
    'order reference',
    'customer order no',
    'customer order number',
    'customer reference',
    'reference no',
    'reference number',
    'shipper reference',
    'your reference',
    'your ref',
    'reference 1',
    'reference',
    'ref',
    '亚马逊订单号',
    '平台订单号',
    '平台单号',
    '客户订单号',
    '客户单号',
    '参考号',
    '参考编号',
    '原单号',
    '销售单号',
  ],
  'order-item-id': ['item id', 'order item', 'line id', '商品编号', '订单明细编号', '子订单号'],
  quantity: ['units', 'pcs', 'pieces', 'items', '件数', '个数', '商品数量'],
  'ship-date': [
    'ship date',
    'date shipped',
    'shipped on',
    'shipped date',
    'shipment date',
    'dispatch date',
    'despatch date',
    'collection date',
    'collected',
    'pickup date',
    'pick up date',
    'label date',
    'date',
    '出货日期',
    '出库日期',
    '出库时间',
    '发货时间',
    '揽收时间',
    '揽收日期',
    '收货日期',
    '下单时间',
    '日期',
  ],
  'carrier-code': [
    'carrier name',
    'courier',
    'service provider',
    'shipping company',
    'shipper',
    'logistics company',
    'logistics provider',
    '承运商名称',
    '物流商',
    '物流公司',
    '快递公司',
    '快递',
    '派送公司',
    '尾程承运商',
  ],
  'carrier-name': ['other carrier', '其他承运商'],
  'tracking-number': [
    'tracking number',
    'tracking #',
    'tracking nr',
    'tracking code',
    'waybill',
    'waybill no',
    'waybill number',
    'awb',
    'awb no',
    'consignment',
    'consignment number',
    'shipment number',
    'parcel number',
    'package number',
    'barcode',
    '跟踪号',
    '跟踪单号',
    '追踪单号',
    '运单号',
    '物流单号',
    '转单号',
    '派送单号',
    '尾程单号',
    '快递编号',
  ],
  'ship-method': [
    'service',
    'service type',
    'service name',
    'service level',
    'product',
    'shipping service',
    '物流渠道',
    '运输方式',
    '物流方式',
    '渠道',
    '服务',
    '产品名称',
  ],
} as const satisfies Record<(typeof CLASSIC_FIELDS)[number], readonly string[]>;

/** Which column probably stands for which of Amazon's: a proposal, for a person to look at. */
export function proposeMapping(header: readonly string[]): ConfirmationMapping {
  const names = new Map(header.map((name) => [normaliseName(name), name]));
  const taken = new Set<string>();
  const columns = CLASSIC_FIELDS.flatMap((field) => {
    const known = [...CONFIRMATION_COLUMNS[field], ...CARRIERS_NAMES[field]].map(normaliseName);
    const key = known.find((name) => names.has(name) && !taken.has(name));
    if (key === undefined) return [];
    taken.add(key);
    return [[field, names.get(key) ?? key] as const];
  });
  return { columns: Object.fromEntries(columns), constants: {} };
}

/** Whether rows read through the mapping can say all that Amazon asks of each. */
export function sufficesForAmazon({ columns, constants }: ConfirmationMapping): boolean {
  return (['order-id', 'ship-date', 'carrier-code', 'tracking-number'] as const).every(
    (field) => (columns[field] ?? '') !== '' || (constants[field] ?? '') !== '',
  );
}
