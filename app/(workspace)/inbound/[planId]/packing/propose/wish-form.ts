import { z } from 'zod';
import {
  CASE_WAYS,
  type GoodsWish,
  type InboundPlan,
  OBJECTIVES,
  type PackingWish,
  type ShelfBox,
  usualBoxes,
} from '#lib/inbound';
import {
  marketplaceById,
  ok,
  problem,
  type Problem,
  readDecimal,
  refuse,
  type Result,
} from '#lib/kernel';

/** How long the engine may look for something better. */
export const SECONDS = ['2', '10', '30'] as const;

const typed = z.string().max(40).default('');
const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]);

/** What is asked for, as it stands in a form or in an address. */
export const wishForm = z.object({
  objective: z.enum(OBJECTIVES).catch('boxes'),
  seconds: z.enum(SECONDS).catch('2'),
  cases: z.enum(CASE_WAYS).catch('as-boxes'),
  boxes: names,
  handling: typed,
  freight: typed,
  divisor: typed,
});
export type WishForm = z.infer<typeof wishForm>;

const PLACES = 4;

// A usual carrier account: handling and freight as performance tables of packing tools assume them,
// and the divisors of parcel carriers, 139 in³/lb and 5,000 cm³/kg (checked 2026-11-23).
export const USUAL_TARIFF = {
  imperial: { handling: '1.25', freight: '0.55', divisor: '139' },
  metric: { handling: '1.25', freight: '1.2', divisor: '5000' },
} as const;

export type ReadWish = {
  readonly wish: PackingWish;
  readonly shelf: readonly ShelfBox[];
  readonly seconds: number;
};

/** The wish that a form says, with the boxes it means; none named are all. */
export function readWish(
  plan: InboundPlan,
  library: readonly ShelfBox[],
  form: WishForm,
  goods: ReadonlyMap<string, GoodsWish> = new Map(),
): Result<ReadWish> {
  const units = marketplaceById(plan.marketplaceId)?.units ?? 'metric';
  const usual = USUAL_TARIFF[units];
  const problems: Problem[] = [];
  const amount = (field: 'handling' | 'freight' | 'divisor'): number => {
    const read = readDecimal(form[field].trim() === '' ? usual[field] : form[field], PLACES);
    if (read.ok) return read.value / 10 ** PLACES;
    problems.push(...read.problems.map(({ code, facts }) => problem(code, facts, field)));
    return 1;
  };
  const tariff = {
    handlingPerBox: amount('handling'),
    freightPerWeight: amount('freight'),
    dimensionalDivisor: amount('divisor'),
  };
  if (tariff.dimensionalDivisor <= 0) problems.push(problem('divisor-needed', {}, 'divisor'));
  if (problems.length > 0) return refuse(...problems);
  const known = shelfOf(plan, library);
  const chosen = known.filter(({ name }) => form.boxes.includes(name));
  return ok({
    wish: { objective: form.objective, cases: form.cases, tariff, goods },
    shelf: chosen.length > 0 ? chosen : known,
    seconds: Number(form.seconds),
  });
}

/** The seller's own boxes, or usual sizes while there are none. */
export function shelfOf(plan: InboundPlan, library: readonly ShelfBox[]): readonly ShelfBox[] {
  return library.length > 0 ? library : usualBoxes(plan.marketplaceId);
}
