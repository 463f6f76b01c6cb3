import { z } from 'zod';
import {
  type InboundPlan,
  type PlanLine,
  PREP_CATEGORIES,
  type PrepFacts,
  usualPrepTypes,
} from '#lib/inbound';
import {
  type LengthUnit,
  optional,
  type Problem,
  problem,
  readTypedDimensions,
  readTypedWeight,
  TYPED_WEIGHT_UNITS,
  type TypedSides,
  type TypedWeightUnit,
  writeTicks,
} from '#lib/kernel';

const owner = z.enum(['AMAZON', 'SELLER', 'NONE']).optional();
const category = z.union([z.literal(''), z.enum(PREP_CATEGORIES)]).default('');
const typed = z.string().max(100).default('');

export const prepForm = z.object({
  planId: z.string(),
  version: z.coerce.number().int(),
  /** for every SKU that Amazon has not classified and that has no choice of its own */
  unclassified: category,
  lines: z.array(
    z.object({
      sku: z.string(),
      length: typed,
      width: typed,
      height: typed,
      lengthUnit: z.enum(['IN', 'CM']),
      weight: typed,
      weightUnit: z.enum(TYPED_WEIGHT_UNITS),
      prepCategory: category,
      prepOwner: owner,
      labelOwner: owner,
    }),
  ),
});
export type PrepForm = z.infer<typeof prepForm>;
type PrepFormLine = PrepForm['lines'][number];

/** What can be read of the form, and what cannot; the one does not wait for the other. */
export function readPrepForm({ lines, unclassified }: PrepForm) {
  const problems: Problem[] = [];
  const entries = lines.map((line) => {
    const at = `lines.${line.sku}`;
    const dimensions = readTypedDimensions(line, line.lengthUnit, at);
    const weight = readWeight(line, at);
    if (!dimensions.ok) problems.push(...dimensions.problems);
    if (!weight.ok) problems.push(...weight.problems);
    const prepCategory = line.prepCategory === '' ? unclassified : line.prepCategory;
    return {
      sku: line.sku,
      ...optional('unitDimensions', dimensions.ok ? dimensions.value : undefined),
      ...optional('unitWeight', weight.ok ? weight.value : undefined),
      ...(prepCategory === ''
        ? {}
        : { prepCategory, prepTypes: [...usualPrepTypes(prepCategory)] }),
      ...optional('prepOwner', line.prepOwner),
      ...optional('labelOwner', line.labelOwner),
    };
  });
  return { entries, problems };
}

function readWeight(line: PrepFormLine, at: string) {
  if (line.weight.trim() === '') return { ok: true as const, value: undefined };
  const read = readTypedWeight(line.weight, line.weightUnit);
  if (read.ok) return read;
  const problems = read.problems.map(({ code, facts }) => problem(code, facts, `${at}.weight`));
  return { ok: false as const, problems };
}

/** A SKU as the form shows it; a SKU's lines share size and prep. */
export type SkuPrep = {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly sides: TypedSides;
  readonly lengthUnit: LengthUnit;
  readonly weight: string;
  readonly weightUnit: TypedWeightUnit;
  readonly facts?: PrepFacts;
  readonly isUnclassified: boolean;
  readonly prepOwner?: PlanLine['prepOwner'];
  readonly labelOwner?: PlanLine['labelOwner'];
};

export function skuPreps(plan: InboundPlan, units: 'imperial' | 'metric'): SkuPrep[] {
  const bySku = new Map<string, SkuPrep>();
  for (const line of plan.lines) {
    const before = bySku.get(line.sku);
    const quantity = (before?.quantity ?? 0) + line.quantity;
    bySku.set(line.sku, before ? { ...before, quantity } : skuPrep(line, units));
  }
  return [...bySku.values()];
}

function skuPrep(line: PlanLine, units: 'imperial' | 'metric'): SkuPrep {
  const { unitDimensions: size, unitWeight: weight, prep } = line;
  const side = (amount: number | undefined) => (amount ? writeTicks(amount) : '');
  return {
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
    sides: { length: side(size?.length), width: side(size?.width), height: side(size?.height) },
    lengthUnit: size?.unit ?? (units === 'imperial' ? 'IN' : 'CM'),
    weight: side(weight?.amount),
    weightUnit: weight?.unit ?? (units === 'imperial' ? 'LB' : 'KG'),
    isUnclassified: prep !== undefined && (prep.told ?? prep.category) === 'UNKNOWN',
    ...optional('facts', prep),
    ...optional('prepOwner', line.prepOwner),
    ...optional('labelOwner', line.labelOwner),
  };
}
