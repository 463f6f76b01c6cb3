import { describe, expect, it } from 'vitest';

import { dimensionsOf, lengthOf, money, weightOf } from '#lib/kernel';

import {
  formatDimensions,
  formatDimensionsConverted,
  formatLength,
  formatLengthConverted,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatVolume,
  formatWeight,
  formatWeightConverted,
} from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('figures', () => {
  it('group thousands and keep what was entered', () => {
    expect(formatNumber('en', 12_345.5)).toBe('12,345.5');
    expect(formatNumber('zh-CN', 12_345.5)).toBe('12,345.5');
    expect(formatPercent('en', 0.625)).toBe('63%');
  });

  it('name the currency so that dollars are not mistaken for each other', () => {
    expect(formatMoney('en', money(8_420, 'USD'))).toBe('$84.20');
    expect(formatMoney('en', money(8_420, 'CAD'))).toBe('CA$84.20');
    expect(formatMoney('zh-CN', money(8_420, 'USD'))).toBe('US$84.20');
    expect(formatMoney('zh-CN', money(-120, 'EUR'))).toBe('-€1.20');
  });

  it('have no decimals in yen', () => {
    expect(formatMoney('en', money(1_200, 'JPY'))).toBe('¥1,200');
  });

  it('show a weight as entered, and in the other system beside it', () => {
    expect(plain(formatWeight('en', weightOf(12.5, 'LB')))).toBe('12.5 lb');
    expect(plain(formatWeightConverted('en', weightOf(12.5, 'LB')))).toBe('5.67 kg');
    expect(plain(formatWeightConverted('zh-CN', weightOf(10, 'KG')))).toBe('22.05 lb');
  });

  it('show lengths and package dimensions the same way', () => {
    expect(plain(formatLength('en', lengthOf(12, 'IN')))).toBe('12 in');
    expect(plain(formatLengthConverted('en', lengthOf(12, 'IN')))).toBe('30.48 cm');
    expect(plain(formatLengthConverted('en', lengthOf(30.48, 'CM')))).toBe('12 in');
    const box = dimensionsOf([12, 8.5, 4], 'IN');
    expect(plain(formatDimensions('en', box))).toBe('12 × 8.5 × 4 in');
    expect(plain(formatDimensionsConverted('en', box))).toBe('30.5 × 21.6 × 10.2 cm');
    expect(plain(formatDimensionsConverted('en', dimensionsOf([10, 10, 10], 'CM')))).toBe(
      '3.9 × 3.9 × 3.9 in',
    );
  });

  it("show a volume in the store's system", () => {
    expect(plain(formatVolume('en', 28_316.846592, 'imperial'))).toBe('1 ft³');
    expect(plain(formatVolume('en', 1_500_000, 'metric'))).toBe('1.5 m³');
  });

  it('never break between a number and its unit', () => {
    expect(formatWeight('en', weightOf(1, 'KG'))).not.toContain(' ');
  });

  it('list things as the language does', () => {
    expect(formatList('en', ['A', 'B', 'C'])).toBe('A, B, and C');
    expect(formatList('zh-CN', ['A', 'B', 'C'])).toBe('A、B和C');
  });
});
