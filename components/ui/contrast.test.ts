import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function colour(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`no token --${name}`);
  return token[theme];
}

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected'];

const TEXT_PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'muted', 'link', 'danger', 'warning', 'success', 'info'].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground] as const),
  ),
  ...['danger', 'warning', 'success', 'info'].flatMap((tone) => [
    ['ink', `${tone}-wash`] as const,
    ['muted', `${tone}-wash`] as const,
    [tone, `${tone}-wash`] as const,
  ]),
  ['ink', 'neutral-wash'],
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['on-mark', 'mark'],
  ['on-bar', 'bar'],
  ['on-bar', 'bar-hover'],
  ['on-bar-muted', 'bar'],
];

// WCAG 2.2, 1.4.11: edges of controls, focus rings and drawn signs.
const SHAPE_PAIRS: readonly (readonly [shape: string, ground: string])[] = [
  ...['edge', 'primary', 'focus'].flatMap((shape) =>
    ['canvas', 'surface', 'raised', 'sunken'].map((ground) => [shape, ground] as const),
  ),
  ['mark', 'bar'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(TEXT_PAIRS)('%s can be read on %s', (text, ground) => {
    expect(contrastRatio(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPE_PAIRS)('%s can be made out on %s', (shape, ground) => {
    expect(contrastRatio(colour(shape, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe('the contrast ratio', () => {
  it('is 21 for black on white and 1 for a colour on itself, whichever comes first', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastRatio('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrastRatio('#5c7a61', '#5c7a61')).toBe(1);
  });

  it('is just short of AA for the grey that is known to miss it', () => {
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('refuses a colour it cannot measure', () => {
    expect(() => contrastRatio('white', '#000000')).toThrow('not an opaque');
  });
});

type Channel = readonly [number, number, number];

/** The WCAG 2.2 contrast ratio of two opaque #rrggbb colours, from 1 to 21. */
function contrastRatio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): Channel {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (!hex) throw new Error(`${colour} is not an opaque #rrggbb colour`);
  return [linear(hex[1]), linear(hex[2]), linear(hex[3])];
}

function linear(hex = '0'): number {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
