import type { BoxLabelFacts } from '../box-label.ts';
import type { ItemLabel } from '../item-label.ts';

const TITLES = [
  'Acme Steel Water Bottle with Straw Lid, Leakproof, 750 ml, Blue',
  'Edelstahl-Trinkflasche für Kinder (500 ml, Grün)',
  '不锈钢真空保温杯 750毫升',
  'ステンレスボトル 600ml',
];

/** An item label that is told from all others. */
export function anItemLabel(index: number, some: Partial<ItemLabel> = {}): ItemLabel {
  return {
    fnsku: `X00${(index * 7919 + 1_000_003).toString(36).toUpperCase().padStart(7, '0')}`,
    title: TITLES[index % TITLES.length] ?? '',
    condition: 'New',
    copies: 1,
    ...some,
  };
}

/** The label of one of twelve boxes of a shipment. */
export function aBoxLabel(index: number, some: Partial<BoxLabelFacts> = {}): BoxLabelFacts {
  return {
    boxId: `FBA199DN1ZLPU${String(index + 1).padStart(6, '0')}`,
    boxNumber: index + 1,
    boxCount: 12,
    weightText: '23.4 lb',
    shipmentName: 'FBA STA (11/24/2026 09:05)-ONT8',
    shipmentConfirmationId: 'FBA199DN1ZLP',
    createdText: '2026-11-24 09:05',
    shipFrom: ['深圳市云帆贸易有限公司', '天安数码城 C 座 1204 室', 'Shenzhen 518040', 'China'],
    shipTo: ['FBA: Yunfan', 'Amazon.com Services LLC', '24300 Nandina Ave', 'Moreno Valley, CA'],
    warehouseId: 'ONT8',
    contents: { kind: 'single', sku: 'CUP-BLUE', quantity: 24 },
    simulated: false,
    ...some,
  };
}
