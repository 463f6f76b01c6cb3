import { type Dimensions, problem, type Problem, type Weight } from '#lib/kernel';

/** How many ways of packing a SKU are kept (packing templates of Send to Amazon, 2026-11-23). */
export const MOST_CASE_PACKS = 3;
export const LONGEST_CASE_NAME = 40;

export type CasePackFacts = {
  readonly name: string;
  readonly unitsPerCase: number;
  /** outer dimensions and gross weight of one full case */
  readonly dimensions: Dimensions;
  readonly weight: Weight;
};

/** What a case pack still lacks, at the names of its fields. */
export function checkCasePack(facts: CasePackFacts): Problem[] {
  const { name, unitsPerCase, dimensions, weight } = facts;
  const length = name.trim().length;
  const shortest = Math.min(dimensions.length, dimensions.width, dimensions.height);
  const found = [
    length === 0 ? problem('case-pack-name-needed', {}, 'name') : undefined,
    length > LONGEST_CASE_NAME
      ? problem('case-pack-name-too-long', { most: LONGEST_CASE_NAME, length }, 'name')
      : undefined,
    Number.isSafeInteger(unitsPerCase) && unitsPerCase >= 1
      ? undefined
      : problem('case-pack-units-needed', {}, 'unitsPerCase'),
    shortest > 0 ? undefined : problem('case-pack-size-needed', {}, 'length'),
    weight.amount > 0 ? undefined : problem('case-pack-weight-needed', {}, 'weight'),
  ];
  return found.filter((problem) => problem !== undefined);
}
