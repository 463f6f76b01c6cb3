import { dimensionsOf, weightOf } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import { codes } from '../testing/codes.ts';
import { aDraft, aLine, GERMANY, UNITED_STATES } from '../testing/plans.ts';
import {
  type Owner,
  type OwnerConstraint,
  PREP_CATEGORIES,
  type PrepFacts,
} from './inbound-plan.ts';
import { allowedOwners, checkPrep, isPrepCategory, proposedOwner, usualPrepTypes } from './prep.ts';

const facts = (change: Partial<PrepFacts> = {}): PrepFacts => ({
  category: 'FRAGILE',
  types: ['ITEM_BUBBLEWRAP'],
  ownersMustMatch: false,
  ...change,
});
const check = (change: Parameters<typeof aLine>[0], marketplaceId = UNITED_STATES) =>
  checkPrep(aDraft({ lines: [aLine(change)], marketplaceId }));

describe('R22, R23: who may prepare and label', () => {
  it.each<[OwnerConstraint, readonly Owner[], readonly Owner[]]>([
    ['AMAZON_ONLY', [], ['AMAZON']],
    ['SELLER_ONLY', ['SELLER'], ['SELLER']],
    ['NONE_ONLY', ['NONE'], ['NONE']],
  ])('%s leaves %j in the US and %j in Germany', (constraint, inUs, inGermany) => {
    const prep = facts({ prepOwnerConstraint: constraint, labelOwnerConstraint: constraint });
    for (const field of ['prepOwner', 'labelOwner'] as const) {
      expect(allowedOwners(prep, field, UNITED_STATES)).toEqual(inUs);
      expect(allowedOwners(prep, field, GERMANY)).toEqual(inGermany);
    }
  });

  it('without a constraint the seller or, outside the US, Amazon', () => {
    expect(allowedOwners(facts(), 'prepOwner', UNITED_STATES)).toEqual(['SELLER']);
    expect(allowedOwners(facts(), 'prepOwner', GERMANY)).toEqual(['SELLER', 'AMAZON']);
    expect(allowedOwners(undefined, 'labelOwner', UNITED_STATES)).toEqual(['SELLER']);
  });

  it('nobody has to prepare what needs no prep, but somebody labels it', () => {
    const none = facts({ category: 'NONE' });
    expect(allowedOwners(none, 'prepOwner', UNITED_STATES)).toEqual(['NONE', 'SELLER']);
    expect(allowedOwners(none, 'labelOwner', UNITED_STATES)).toEqual(['SELLER']);
  });

  it('refuses any other owner and says which are allowed', () => {
    expect(check({ prepOwner: 'AMAZON' }).blocking).toEqual([
      {
        code: 'owner-not-allowed',
        facts: { sku: 'MUG-RED', field: 'prepOwner', owner: 'AMAZON', allowed: ['SELLER'] },
        at: 'lines.MUG-RED.prepOwner',
      },
    ]);
    expect(codes(check({ prepOwner: 'AMAZON', labelOwner: 'AMAZON' }, GERMANY))).toEqual([]);
    const { labelOwner: _, ...line } = aLine();
    expect(checkPrep(aDraft({ lines: [line] })).blocking[0]?.facts['owner']).toBe('');
  });
});

describe('R24: owners that must match', () => {
  const prep = facts({ ownersMustMatch: true, category: 'NONE' });

  it('are refused while they differ', () => {
    expect(codes(check({ prep, prepOwner: 'NONE' }))).toEqual(['owners-must-match']);
    expect(codes(check({ prep }))).toEqual([]);
  });

  it('are proposed alike', () => {
    expect(proposedOwner(prep, 'prepOwner', UNITED_STATES)).toBe('SELLER');
    expect(proposedOwner(prep, 'labelOwner', UNITED_STATES)).toBe('SELLER');
    expect(proposedOwner({ ...prep, ownersMustMatch: false }, 'prepOwner', UNITED_STATES)).toBe(
      'NONE',
    );
    const labelled = { ...prep, labelOwnerConstraint: 'NONE_ONLY' as const };
    expect(proposedOwner(labelled, 'prepOwner', UNITED_STATES)).toBe('NONE');
  });

  it('fall back to the first allowed, and to the seller where nobody is', () => {
    const apart = { ...prep, prepOwnerConstraint: 'NONE_ONLY' as const };
    expect(proposedOwner(apart, 'prepOwner', UNITED_STATES)).toBe('NONE');
    const amazon = facts({ prepOwnerConstraint: 'AMAZON_ONLY' });
    expect(proposedOwner(amazon, 'prepOwner', UNITED_STATES)).toBe('SELLER');
  });
});

describe('R25: prep is classified', () => {
  it('by Amazon or by the seller', () => {
    expect(codes(check({ prep: facts({ category: 'UNKNOWN' }) }))).toEqual(['prep-not-classified']);
    expect(codes(check({ prep: facts({ category: 'FC_PROVIDED' }) }))).toEqual([]);
    const { prep: _, ...line } = aLine();
    expect(codes(checkPrep(aDraft({ lines: [line] })))).toEqual(['prep-not-classified']);
  });

  it('R26: with a category that Amazon takes', () => {
    expect(PREP_CATEGORIES.every(isPrepCategory)).toBe(true);
    for (const word of ['FC_PROVIDED', 'UNKNOWN', 'fragile', '', undefined]) {
      expect(isPrepCategory(word)).toBe(false);
    }
  });

  it('and every category has a usual prep', () => {
    for (const category of PREP_CATEGORIES) {
      expect(usualPrepTypes(category)[0]).toMatch(/^ITEM_/);
    }
    expect(usualPrepTypes('GLASS')).toEqual(['ITEM_NO_PREP']);
  });
});

describe('R7: the size and weight of a unit', () => {
  it('are needed, all four', () => {
    const { unitDimensions: _, unitWeight: __, ...line } = aLine();
    expect(codes(checkPrep(aDraft({ lines: [line] })))).toEqual([
      'unit-needs-dimensions',
      'unit-needs-weight',
    ]);
    for (const sides of [
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ] as const) {
      expect(codes(check({ unitDimensions: dimensionsOf(sides, 'CM') }))).toEqual([
        'unit-needs-dimensions',
      ]);
    }
    expect(codes(check({ unitWeight: weightOf(0, 'KG') }))).toEqual(['unit-needs-weight']);
    expect(codes(check({ unitWeight: weightOf(0.00001, 'KG') }))).toEqual([]);
  });
});
