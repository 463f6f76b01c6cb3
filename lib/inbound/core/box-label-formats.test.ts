import { describe, expect, test } from 'vitest';
import { boxLabelFormats } from './box-label-formats.ts';
import { OWN_CARRIER, PARTNERED } from './carrier.ts';

function by(solution: string, carrierName: string) {
  return {
    id: 'to-1',
    shipmentId: 'sh-1',
    solution,
    mode: 'GROUND_SMALL_PARCEL',
    carrierName,
    preconditions: [],
  };
}

describe('the sheets for box labels', () => {
  test('partnered UPS in America prints on a thermal roll or two to a Letter page', () => {
    expect(boxLabelFormats(by(PARTNERED, 'UPS'), true)).toEqual([
      'PackageLabel_Thermal',
      'PackageLabel_Letter_2',
    ]);
  });

  test('partnered DHL prints its thermal label without turning it', () => {
    expect(boxLabelFormats(by(PARTNERED, 'DHL Express'), false)).toEqual([
      'PackageLabel_Thermal_No_Carrier_Rotation',
      'PackageLabel_A4_2',
    ]);
  });

  test('a shipment with its own carrier never gets a sheet of the partnered one', () => {
    for (const usesLetterPaper of [true, false]) {
      const formats = boxLabelFormats(by(OWN_CARRIER, 'FedEx'), usesLetterPaper);
      expect(formats[0]).toBe('PackageLabel_Thermal_NonPCP');
      expect(formats).not.toContain('PackageLabel_Thermal');
    }
  });

  test('A4 sheets are for stores outside North America, Letter sheets for those inside', () => {
    const inside = boxLabelFormats(by(OWN_CARRIER, 'UPS'), true).join(' ');
    const outside = boxLabelFormats(by(OWN_CARRIER, 'UPS'), false).join(' ');
    expect(inside).toContain('Letter');
    expect(inside).not.toContain('A4');
    expect(outside).toContain('A4');
    expect(outside).not.toContain('Letter');
  });
});
