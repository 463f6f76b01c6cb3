import {
  type Dimensions,
  moneyFromDecimal,
  type Money,
  type Problem,
  readDecimal,
  readEpochDay,
  readLength,
  readWeight,
  type Weight,
  writeDecimal,
  writeTicks,
} from '#lib/kernel';
import type { Listing } from '#lib/listings';

/** As it stands in the fields of the page's address. */
export type TypedUnit = Readonly<
  Record<'length' | 'width' | 'height' | 'weight' | 'price' | 'day', string>
> & { readonly units: 'imperial' | 'metric' };

export type WhatIf = {
  readonly dimensions: Dimensions;
  readonly weight: Weight;
  readonly price: Money;
  readonly day: string;
};

/** What is known of a listing, as it would be typed. */
export function typedOf(listing: Listing | undefined, today: string): TypedUnit {
  const { dimensions, weight, price } = listing ?? {};
  const isMetric = dimensions?.unit === 'CM';
  const isSameSystem = weight && (weight.unit === 'KG') === isMetric;
  return {
    length: dimensions ? writeTicks(dimensions.length) : '',
    width: dimensions ? writeTicks(dimensions.width) : '',
    height: dimensions ? writeTicks(dimensions.height) : '',
    weight: weight && isSameSystem ? writeTicks(weight.amount) : '',
    price: price?.currency === 'USD' ? writeDecimal(price.minor, 2) : '',
    day: today,
    units: isMetric ? 'metric' : 'imperial',
  };
}

/** Reads the fields; nothing as long as one is empty, and what is wrong with those that are not. */
export function readWhatIf(typed: TypedUnit): {
  readonly problems: readonly Problem[];
  readonly unit?: WhatIf;
} {
  const isMetric = typed.units === 'metric';
  const sides = (['length', 'width', 'height'] as const).map((name) => ({
    name,
    read: typed[name] === '' ? undefined : readLength(typed[name], isMetric ? 'CM' : 'IN'),
  }));
  const weight = typed.weight === '' ? undefined : readWeight(typed.weight, isMetric ? 'KG' : 'LB');
  const price = typed.price === '' ? undefined : readDecimal(typed.price, 2);
  const fields = [...sides, { name: 'weight', read: weight }, { name: 'price', read: price }];
  const problems = fields.flatMap(({ name, read }) =>
    read && !read.ok ? read.problems.map((one) => ({ ...one, at: name })) : [],
  );
  const [length, width, height] = sides.map(({ read }) => (read?.ok ? read.value.amount : 0));
  if (!length || !width || !height || !weight?.ok || weight.value.amount === 0 || !price?.ok) {
    return { problems };
  }
  if (readEpochDay(typed.day) === undefined) return { problems };
  return {
    problems,
    unit: {
      dimensions: { length, width, height, unit: isMetric ? 'CM' : 'IN' },
      weight: weight.value,
      price: moneyFromDecimal(price.value / 100, 'USD'),
      day: typed.day,
    },
  };
}
