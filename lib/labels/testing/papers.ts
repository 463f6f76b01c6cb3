import type {
  FreightWords,
  GuideWords,
  PackingSlipWords,
  PaperWords,
  PrepWords,
  ShipmentPaper,
} from '../index.ts';
import { aBoxLabel } from './labels.ts';

type AllWords = PackingSlipWords & PrepWords & FreightWords & PaperWords & GuideWords;

/** Every word is its own name, so that a test sees which one was printed. */
export const NAMED_WORDS = new Proxy(
  {
    pageOf: (number: number, count: number) => `page ${number}/${count}`,
    boxOf: (number: number, count: number) => `box ${number}/${count}`,
  },
  { get: (known, name): unknown => Reflect.get(known, name) ?? String(name) },
) as unknown as AllWords;

/** A shipment of two boxes with goods in several scripts. */
export function aShipmentPaper(some: Partial<ShipmentPaper> = {}): ShipmentPaper {
  const cup = { sku: 'CUP-BLUE', fnsku: 'X00ABCDEFG', title: 'Große Tasse', quantity: 12 };
  const bottle = { sku: 'BOTTLE-750', title: '不锈钢真空保温杯 750毫升', quantity: 5 };
  return {
    shipmentName: 'May restock',
    shipmentConfirmationId: 'FBA199DN1ZLP',
    warehouseId: 'ONT8',
    shipFrom: ['深圳市云帆贸易有限公司'],
    shipTo: ['Amazon.com Services LLC'],
    simulated: true,
    boxes: [
      { boxId: aBoxLabel(0).boxId, boxNumber: 1, weightText: '23.4 lb', lines: [cup, bottle] },
      { boxId: aBoxLabel(1).boxId, boxNumber: 2, lines: [cup] },
    ],
    ...some,
  };
}
