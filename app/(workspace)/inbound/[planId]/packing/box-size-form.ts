import { z } from 'zod';
import type { ShelfBox } from '#lib/inbound';
import {
  type Dimensions,
  MARKETPLACES,
  minorPlaces,
  money,
  ok,
  optional,
  problem,
  type Problem,
  readDecimal,
  readTypedDimensions,
  readTypedWeight,
  refuse,
  type Result,
  TYPED_WEIGHT_UNITS,
} from '#lib/kernel';

const typed = z.string().max(100).default('');

/** A box for the shelf as it is typed; all but its name and outer size may stay blank. */
export const boxSizeForm = z.object({
  planId: z.string(),
  name: typed,
  length: typed,
  width: typed,
  height: typed,
  lengthUnit: z.enum(['IN', 'CM']),
  innerLength: typed,
  innerWidth: typed,
  innerHeight: typed,
  tare: typed,
  maxWeight: typed,
  weightUnit: z.enum(TYPED_WEIGHT_UNITS),
  price: typed,
  currency: z.string().refine((code) => MARKETPLACES.some(({ currency }) => currency === code)),
  stock: typed,
});
export type BoxSizeForm = z.infer<typeof boxSizeForm>;

/** The box, or what cannot be read, at the field it was typed into. */
export function readBoxSize(form: BoxSizeForm): Result<ShelfBox> {
  const { lengthUnit, currency } = form;
  const problems: Problem[] = [];
  const taken = <Value>(read: Result<Value>, place: (at: string | undefined) => string) => {
    if (read.ok) return read.value;
    problems.push(...read.problems.map((one) => problem(one.code, one.facts, place(one.at))));
    return undefined;
  };
  const sides = (at: 'size' | 'inner', size: Parameters<typeof readTypedDimensions>[0]) =>
    taken(readTypedDimensions(size, lengthUnit, at), (place = '') => fieldOf(at, place));
  const weight = (name: 'tare' | 'maxWeight') =>
    form[name].trim() === ''
      ? undefined
      : taken(readTypedWeight(form[name], form.weightUnit), () => name);
  const number = (name: 'price' | 'stock', places: number) =>
    form[name].trim() === '' ? undefined : taken(readDecimal(form[name], places), () => name);
  const dimensions = sides('size', form) ?? { ...NO_SIZE, unit: lengthUnit };
  const inner = sides('inner', {
    length: form.innerLength,
    width: form.innerWidth,
    height: form.innerHeight,
  });
  const price = number('price', minorPlaces(currency));
  const box: ShelfBox = {
    name: form.name,
    dimensions,
    ...optional('inner', inner),
    ...optional('tare', weight('tare')),
    ...optional('maxWeight', weight('maxWeight')),
    ...optional('price', price === undefined ? undefined : money(price, currency)),
    ...optional('stock', number('stock', 0)),
  };
  return problems.length > 0 ? refuse(...problems) : ok(box);
}

const NO_SIZE: Omit<Dimensions, 'unit'> = { length: 0, width: 0, height: 0 };

/** `inner.length` is typed into the field `innerLength`. */
function fieldOf(at: 'size' | 'inner', place: string): string {
  const side = place.slice(at.length + 1);
  return at === 'size' ? side : `inner${side.charAt(0).toUpperCase()}${side.slice(1)}`;
}
