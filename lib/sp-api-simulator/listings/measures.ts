import { z } from 'zod';

import type { Tier } from '../inbound/entities.ts';
import type { Listing } from './entities.ts';

const MM: Readonly<Record<string, number>> = {
  inches: 25.4,
  feet: 304.8,
  centimeters: 10,
  millimeters: 1,
  meters: 1000,
};
const GRAMS: Readonly<Record<string, number>> = {
  pounds: 453.592_37,
  ounces: 28.349_523_125,
  kilograms: 1000,
  grams: 1,
};

const Side = z.object({ value: z.coerce.number().positive(), unit: z.string() });
const PackageDimensions = z.object({ length: Side, width: Side, height: Side });

type Measured = Pick<Listing, 'attributes'>;
type Attributes = Listing['attributes'];

export type Sides = readonly [number, number, number];

/** The sides of the packaged unit in millimetres, longest first; undefined where unknown or unreadable. */
export function packageSidesMm({ attributes }: Measured): Sides | undefined {
  return remembered(SIDES, attributes, () => readSides(attributes));
}

export function packageGrams({ attributes }: Measured): number | undefined {
  return remembered(WEIGHTS, attributes, () => readGrams(attributes));
}

// What was read from attributes: they are replaced, never changed, and asked for again and again.
const SIDES = new WeakMap<Attributes, Sides | undefined>();
const WEIGHTS = new WeakMap<Attributes, number | undefined>();

function remembered<T>(
  known: WeakMap<Attributes, T>,
  attributes: Attributes,
  read: () => T,
): T | undefined {
  if (!known.has(attributes)) known.set(attributes, read());
  return known.get(attributes);
}

function readSides(attributes: Attributes): Sides | undefined {
  const read = PackageDimensions.safeParse(attributes['item_package_dimensions']?.[0]);
  if (!read.success) return undefined;
  const sides = [read.data.length, read.data.width, read.data.height].map(
    ({ value, unit }) => value * (MM[unit] ?? Number.NaN),
  );
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = sides.sort((x, y) => y - x);
  return sides.some(Number.isNaN) ? undefined : [a, b, c];
}

function readGrams(attributes: Attributes): number | undefined {
  const read = Side.safeParse(attributes['item_package_weight']?.[0]);
  const factor = read.success ? GRAMS[read.data.unit] : undefined;
  return read.success && factor ? read.data.value * factor : undefined;
}

/**
 * Standard or oversize, by Amazon's US limits of 2026-01-15: 18 x 14 x 8 in and 20 lb (help pages as
 * read on 2026-11-23). The simulator sorts units by it everywhere.
 */
export function isOversize(sides: Sides, grams: number): boolean {
  return (
    sides[0] > 18 * 25.4 + 0.01 ||
    sides[1] > 14 * 25.4 + 0.01 ||
    sides[2] > 8 * 25.4 + 0.01 ||
    grams > 20 * 453.592_37 + 0.01
  );
}

/** The tiers that US placement fees distinguish (help page of 2024-03, as read on 2026-11-23). */
export function tierOf(sides: Sides, grams: number): Tier {
  const pound = 453.592_37;
  if (isOversize(sides, grams))
    return grams > 50 * pound || sides[0] > 59 * 25.4 ? 'extra-large' : 'bulky';
  const small = sides[0] <= 15 * 25.4 + 0.01 && sides[1] <= 12 * 25.4 + 0.01;
  return small && sides[2] <= 0.75 * 25.4 + 0.01 && grams <= pound ? 'small' : 'large';
}
