import type { PlanShipment } from './inbound-plan.ts';
import { PARTNERED } from './carrier.ts';

/** Amazon's names of the sheets that box labels come on (`getLabels`, fulfillmentInbound v0). */
export const BOX_LABEL_FORMATS = [
  'PackageLabel_Thermal',
  'PackageLabel_Thermal_NonPCP',
  'PackageLabel_Thermal_No_Carrier_Rotation',
  'PackageLabel_Letter_2',
  'PackageLabel_Letter_4',
  'PackageLabel_Letter_6',
  'PackageLabel_A4_2',
  'PackageLabel_A4_4',
  'PackageLabel_Plain_Paper',
] as const;
export type BoxLabelFormat = (typeof BOX_LABEL_FORMATS)[number];

/**
 * R93: the sheets that Amazon prints for the shipment's carrier in the store's region, the usual one
 * first (fulfillmentInbound v0 model and its issues 4811, 5194; checked 2026-11-23). Letter paper is
 * North America's, A4 everybody else's.
 */
export function boxLabelFormats(
  transport: PlanShipment['transport'],
  usesLetterPaper: boolean,
): readonly BoxLabelFormat[] {
  if (transport?.solution !== PARTNERED) {
    return usesLetterPaper
      ? [
          'PackageLabel_Thermal_NonPCP',
          'PackageLabel_Letter_6',
          'PackageLabel_Letter_4',
          'PackageLabel_Letter_2',
          'PackageLabel_Plain_Paper',
        ]
      : [
          'PackageLabel_Thermal_NonPCP',
          'PackageLabel_A4_4',
          'PackageLabel_A4_2',
          'PackageLabel_Plain_Paper',
        ];
  }
  const isDhl = /^DHL/i.test(transport.carrierCode ?? transport.carrierName);
  const thermal = isDhl ? 'PackageLabel_Thermal_No_Carrier_Rotation' : 'PackageLabel_Thermal';
  return [thermal, usesLetterPaper ? 'PackageLabel_Letter_2' : 'PackageLabel_A4_2'];
}
