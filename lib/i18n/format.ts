import {
  convertLength,
  convertWeight,
  type Dimensions,
  type Length,
  type LengthUnit,
  type Money,
  minorPlaces,
  toDecimal,
  toNumber,
  type Weight,
  type WeightUnit,
} from '#lib/kernel';

import type { Locale, SlipLanguage } from './locales.ts';

// A no-break space keeps "12.5 kg" together in a narrow cell.
const GAP = '\u00a0';
const LENGTH_SYMBOL: Record<LengthUnit, string> = { IN: 'in', CM: 'cm' };
const WEIGHT_SYMBOL: Record<WeightUnit, string> = { LB: 'lb', KG: 'kg' };

export function formatNumber(locale: Locale, value: number, places = 5): string {
  return numberFormat(locale, { maximumFractionDigits: places }).format(value);
}

export function formatPercent(locale: Locale, share: number, places = 0): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: places }).format(share);
}

export function formatMoney(locale: SlipLanguage, amount: Money): string {
  const places = minorPlaces(amount.currency);
  return numberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(toDecimal(amount));
}

/** What a unit costs, in ten-thousandths of the minor unit: two places more than money has. */
export function formatUnitCost(locale: Locale, perUnit: number, currency: string): string {
  const places = minorPlaces(currency);
  return numberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: places,
    maximumFractionDigits: places + 2,
  }).format(perUnit / 10 ** (places + 4));
}

export function formatWeight(locale: Locale, weight: Weight): string {
  return formatNumber(locale, toNumber(weight.amount)) + GAP + WEIGHT_SYMBOL[weight.unit];
}

/** The same weight in the other system, for a second look: "5.44 kg" for 12 lb. */
export function formatWeightConverted(locale: Locale, weight: Weight): string {
  const unit = weight.unit === 'LB' ? 'KG' : 'LB';
  return formatNumber(locale, convertWeight(weight, unit)) + GAP + WEIGHT_SYMBOL[unit];
}

export function formatLength(locale: Locale, length: Length): string {
  return formatNumber(locale, toNumber(length.amount)) + GAP + LENGTH_SYMBOL[length.unit];
}

export function formatLengthConverted(locale: Locale, length: Length): string {
  const unit = length.unit === 'IN' ? 'CM' : 'IN';
  return formatNumber(locale, convertLength(length, unit)) + GAP + LENGTH_SYMBOL[unit];
}

export function formatDimensions(locale: Locale, dimensions: Dimensions): string {
  const sides = [dimensions.length, dimensions.width, dimensions.height];
  return (
    sides.map((side) => formatNumber(locale, toNumber(side))).join(`${GAP}×${GAP}`) +
    GAP +
    LENGTH_SYMBOL[dimensions.unit]
  );
}

export function formatDimensionsConverted(locale: Locale, dimensions: Dimensions): string {
  const unit = dimensions.unit === 'IN' ? 'CM' : 'IN';
  const sides = [dimensions.length, dimensions.width, dimensions.height];
  return (
    sides
      .map((amount) =>
        formatNumber(locale, convertLength({ amount, unit: dimensions.unit }, unit, 1)),
      )
      .join(`${GAP}×${GAP}`) +
    GAP +
    LENGTH_SYMBOL[unit]
  );
}

/** A volume held in cubic centimetres, in the store's system: "1.25 ft³" or "0.035 m³". */
export function formatVolume(
  locale: Locale,
  cubicCentimetres: number,
  system: 'imperial' | 'metric',
): string {
  return system === 'imperial'
    ? `${formatNumber(locale, cubicCentimetres / 28_316.846592, 2)}${GAP}ft³`
    : `${formatNumber(locale, cubicCentimetres / 1_000_000, 3)}${GAP}m³`;
}

export function formatList(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(items);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

// Building a formatter costs far more than using one, and a table formats thousands of cells.
function numberFormat(locale: SlipLanguage, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  numberFormats.set(key, made);
  return made;
}
