import { z } from 'zod';

import type { Objective, PackRequest } from '#lib/cartonization';

/** A side longer than this is no box but a mistake in the unit. */
const LONGEST_SIDE = 10_000;
const HEAVIEST = 1_000_000;
const MOST_UNITS = 1_000_000;

const side = z.number().min(0.00001).max(LONGEST_SIDE);
const sides = { length: side, width: side, height: side };
const weight = z.number().min(0).max(HEAVIEST);
const amount = z.number().min(0);
const quantity = z.int().min(1).max(MOST_UNITS);

const Box = z
  .object({
    name: z.string().min(1),
    ...sides,
    maxWeight: weight,
    tareWeight: weight.default(0),
    cost: amount.default(0),
    stock: z.int().min(0).exactOptional(),
  })
  .refine(({ maxWeight, tareWeight }) => tareWeight < maxWeight, {
    path: ['tareWeight'],
    message: 'the empty box is as heavy as it may be with goods',
  });

const Item = z.object({
  sku: z.string().min(1),
  quantity,
  ...sides,
  weight,
  orientation: z.enum(['any', 'upright', 'flat', 'fixed']).default('any'),
  stackable: z.boolean().default(true),
  fragile: z.boolean().default(false),
  group: z.string().default(''),
  ownBoxes: z.boolean().default(false),
  casePack: z.object({ quantity, ...sides, weight }).exactOptional(),
});

/** IN.json of `pack`. */
export const PackFile = z.object({
  units: z.object({ length: z.enum(['IN', 'CM']), weight: z.enum(['LB', 'KG']) }),
  boxes: z.array(Box).min(1).superRefine(namedOnce('name')),
  items: z.array(Item).min(1).superRefine(namedOnce('sku')),
  costs: z.object({
    handlingPerBox: amount,
    freightPerPound: amount,
    dimensionalDivisor: z.number().min(0.001),
  }),
  support: z.number().min(0).max(1).exactOptional(),
});
export type PackFile = z.infer<typeof PackFile>;

function namedOnce<Key extends string>(key: Key) {
  return (list: readonly Readonly<Record<Key, string>>[], context: z.RefinementCtx) => {
    const seen = new Set<string>();
    for (const [index, entry] of list.entries()) {
      const name = entry[key];
      if (seen.has(name)) {
        context.addIssue({ code: 'custom', path: [index, key], message: `"${name}" stands twice` });
      }
      seen.add(name);
    }
  };
}

const TICKS = 100_000;
/** Swallows the binary noise of 8.1 * 100,000 = 810,000.0000000001. */
const NOISE = 1e-6;

/** What is finer than a hundred-thousandth makes goods larger and boxes smaller, never the reverse. */
const up = (value: number): number => Math.ceil(value * TICKS - NOISE);
const down = (value: number): number => Math.floor(value * TICKS + NOISE);

type SidesOfFile = { readonly length: number; readonly width: number; readonly height: number };
const sidesIn = (of: (value: number) => number, { length, width, height }: SidesOfFile) => ({
  length: of(length),
  width: of(width),
  height: of(height),
});

/** The largest box is there in any number, whatever its stock says. */
export function requestOf(file: PackFile, objective: Objective): PackRequest {
  const volume = ({ length, width, height }: SidesOfFile): number => length * width * height;
  const largest = Math.max(...file.boxes.map(volume));
  return {
    objective,
    tariff: file.costs,
    ...(file.support === undefined ? {} : { support: file.support }),
    cartons: file.boxes.map((box) => ({
      name: box.name,
      ...sidesIn(down, box),
      tareWeight: up(box.tareWeight),
      maxWeight: down(box.maxWeight),
      cost: box.cost,
      ...(box.stock === undefined || volume(box) === largest ? {} : { stock: box.stock }),
    })),
    goods: file.items.map((item) => ({
      sku: item.sku,
      quantity: item.quantity,
      ...sidesIn(up, item),
      weight: up(item.weight),
      orientation: item.orientation,
      isStackable: item.stackable,
      isFragile: item.fragile,
      group: item.group,
      prefersOwnBoxes: item.ownBoxes,
      ...(item.casePack && {
        casePack: {
          quantity: item.casePack.quantity,
          ...sidesIn(up, item.casePack),
          weight: up(item.casePack.weight),
        },
      }),
    })),
  };
}
