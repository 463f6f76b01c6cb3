import { dimensionsOf, weightOf } from '#lib/kernel';
import type { Listing } from '#lib/listings';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDraft, aLine, anEmptyPlan } from '../testing/plans.ts';
import { changesBetween } from './changes.ts';
import {
  chooseLines,
  enterLines,
  enterPrep,
  lineOf,
  refreshLines,
  takePrepFacts,
} from './lines.ts';

function aListing(change: Partial<Listing> = {}): Listing {
  return {
    id: 'l1',
    marketplaceId: 'ATVPDKIKX0DER',
    sku: 'MUG-RED',
    asin: 'B000000001',
    fnsku: 'X000000001',
    title: 'Red mug',
    condition: 'new',
    channel: 'amazon',
    status: 'Active',
    isParent: false,
    ...change,
  };
}

const sku = fc.constantFrom<string[]>('A', 'B', 'C', 'D', 'E', 'F');
const skus = fc.uniqueArray(sku);
const linesOf = (names: readonly string[]) => names.map((name) => aLine({ sku: name }));
const listingsOf = (names: readonly string[]) => names.map((name) => aListing({ sku: name }));

describe('choosing what to send', () => {
  it('leaves exactly the chosen SKUs, and the known lines as they were', () => {
    fc.assert(
      fc.property(skus, skus, (before, chosen) => {
        const plan = aDraft({ lines: linesOf(before) });
        const { lines } = chooseLines(plan, listingsOf(chosen));
        expect(lines.map((line) => line.sku).toSorted()).toEqual(chosen.toSorted());
        const kept = lines.filter((line) => before.includes(line.sku));
        expect(kept).toEqual(plan.lines.filter((line) => chosen.includes(line.sku)));
        expect(lines.slice(0, kept.length)).toEqual(kept);
      }),
    );
  });

  it('keeps every expiry date of a SKU', () => {
    const lines = ['2028-01-01', '2028-02-01'].map((expiry) => aLine({ expiry }));
    expect(chooseLines(aDraft({ lines }), [aListing()]).lines).toEqual(lines);
  });

  it('knows jewelry and watches by their product type, also of a line that was there before', () => {
    const isJewelry = (productType: string) => lineOf(aListing({ productType })).isJewelry;
    expect(['WATCH', 'FINERING', 'FASHIONNECKLACEBRACELETANKLET'].map(isJewelry)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['DRINKING_CUP', 'WATCH_BAND', ''].map(isJewelry)).toEqual(Array(3).fill(undefined));
    const plan = refreshLines(aDraft(), [aListing({ productType: 'WATCH' })]);
    expect(plan.lines[0]?.isJewelry).toBe(true);
  });

  it('starts a line with what the listing knows, and no quantity', () => {
    const measures = { dimensions: dimensionsOf([1, 2, 3], 'CM'), weight: weightOf(1, 'KG') };
    expect(lineOf(aListing(measures))).toEqual({
      sku: 'MUG-RED',
      asin: 'B000000001',
      title: 'Red mug',
      condition: 'new',
      fnsku: 'X000000001',
      quantity: 0,
      unitDimensions: measures.dimensions,
      unitWeight: measures.weight,
    });
    expect(lineOf(aListing())).not.toHaveProperty('unitWeight');
  });

  it('R1: takes no FNSKU from a listing that is not with Amazon', () => {
    expect(lineOf(aListing({ channel: 'merchant' }))).not.toHaveProperty('fnsku');
  });
});

describe('lines as the listings now are', () => {
  it('take over what changed and keep what was entered', () => {
    const { fnsku: _, ...before } = aLine({ quantity: 7, expiry: '2028-01-01' });
    const listing = aListing({ title: 'Crimson mug', weight: weightOf(9, 'KG') });
    const [line] = refreshLines(aDraft({ lines: [before] }), [listing]).lines;
    expect(line).toEqual({ ...before, fnsku: 'X000000001', title: 'Crimson mug' });
  });

  it('take measures over where the line has none', () => {
    const { unitWeight: _, unitDimensions: __, ...bare } = aLine();
    const measured = aListing({
      dimensions: dimensionsOf([1, 2, 3], 'CM'),
      weight: weightOf(1, 'KG'),
    });
    expect(refreshLines(aDraft({ lines: [bare] }), [measured]).lines[0]).toMatchObject({
      unitDimensions: measured.dimensions,
      unitWeight: measured.weight,
    });
  });

  it('lose the FNSKU when the listing goes back to the merchant', () => {
    const [line] = refreshLines(aDraft(), [aListing({ channel: 'merchant' })]).lines;
    expect(line).not.toHaveProperty('fnsku');
  });

  it('change nothing when nothing changed, and leave unknown SKUs alone', () => {
    const plan = aDraft({ lines: [aLine(), aLine({ sku: 'GONE' })] });
    const refreshed = refreshLines(plan, [aListing()]);
    expect(refreshed).toEqual(plan);
    expect(changesBetween(plan, refreshed)).toEqual({ before: {}, after: {} });
  });
});

describe('entering quantities', () => {
  it('has the lines as entered, and only of SKUs of the plan', () => {
    const entry = fc.record({ sku, quantity: fc.integer({ min: 0, max: 999 }) });
    fc.assert(
      fc.property(skus, fc.array(entry), (names, entries) => {
        const plan = aDraft({ lines: linesOf(names) });
        const { lines } = enterLines(plan, entries);
        const known = entries.filter((one) => names.includes(one.sku));
        expect(lines.map(({ sku: name, quantity }) => ({ sku: name, quantity }))).toEqual(known);
      }),
    );
  });

  it('splits a SKU by expiry date and keeps what else is known of it', () => {
    const entries = ['2028-01-01', '2028-02-01'].map((expiry) => ({
      sku: 'MUG-RED',
      quantity: 6,
      expiry,
    }));
    const { lines } = enterLines(aDraft(), entries);
    expect(lines).toEqual(entries.map((entry) => ({ ...aLine(), ...entry })));
  });

  it('takes expiry date and case away again', () => {
    const cased = aLine({
      expiry: '2028-01-01',
      case: {
        name: 'x',
        unitsPerCase: 6,
        dimensions: dimensionsOf([1, 1, 1], 'IN'),
        weight: weightOf(1, 'LB'),
      },
    });
    const plan = aDraft({ lines: [cased] });
    expect(enterLines(plan, [{ sku: 'MUG-RED', quantity: 12 }]).lines).toEqual([aLine()]);
    const same = {
      sku: 'MUG-RED',
      quantity: 12,
      expiry: '2028-01-01',
      ...(cased.case ? { case: cased.case } : {}),
    };
    expect(enterLines(plan, [same]).lines).toEqual([cased]);
  });
});

describe('entering prep', () => {
  it('goes to every line of the SKU, and to no other', () => {
    const lines = [aLine({ expiry: '2028-01-01' }), aLine(), aLine({ sku: 'PEN' })];
    const unitWeight = weightOf(2, 'KG');
    const entered = enterPrep(aDraft({ lines }), [
      { sku: 'MUG-RED', unitWeight, prepOwner: 'NONE' },
    ]);
    expect(entered.lines.map((line) => line.prepOwner)).toEqual(['NONE', 'NONE', 'SELLER']);
    expect(entered.lines[1]).toEqual({ ...aLine(), unitWeight, prepOwner: 'NONE' });
    expect(entered.lines[2]).toBe(lines[2]);
  });

  it('R26: takes only categories that Amazon takes', () => {
    for (const prepCategory of ['UNKNOWN', 'FC_PROVIDED', 'GLASS', '']) {
      const entered = enterPrep(aDraft(), [{ sku: 'MUG-RED', prepCategory }]);
      expect(entered).toEqual(aDraft());
    }
  });

  it('gives a new category its usual prep unless one is chosen', () => {
    const prepOf = (entry: { prepCategory: string; prepTypes?: readonly string[] }) =>
      enterPrep(aDraft(), [{ sku: 'MUG-RED', ...entry }]).lines[0]?.prep;
    expect(prepOf({ prepCategory: 'ADULT' })?.types).toEqual(['ITEM_BLACK_SHRINKWRAP']);
    expect(prepOf({ prepCategory: 'FRAGILE' })?.types).toEqual(['ITEM_BUBBLEWRAP']);
    expect(prepOf({ prepCategory: 'SET', prepTypes: ['ITEM_SETCREAT'] })?.types).toEqual([
      'ITEM_SETCREAT',
    ]);
  });

  it('needs to know what Amazon says first', () => {
    const { prep: _, ...bare } = aLine();
    const plan = aDraft({ lines: [bare] });
    expect(enterPrep(plan, [{ sku: 'MUG-RED', prepCategory: 'ADULT' }])).toEqual(plan);
  });
});

describe('what Amazon says about prep', () => {
  const prep = { category: 'NONE', types: ['ITEM_NO_PREP'], ownersMustMatch: false } as const;

  it('fills in owners where none is chosen', () => {
    const { prepOwner: _, labelOwner: __, ...bare } = aLine();
    const { lines } = takePrepFacts(aDraft({ lines: [bare] }), new Map([['MUG-RED', prep]]));
    expect(lines).toEqual([{ ...bare, prep, prepOwner: 'NONE', labelOwner: 'SELLER' }]);
  });

  it('leaves chosen owners and unmentioned SKUs alone', () => {
    const plan = aDraft();
    expect(takePrepFacts(plan, new Map([['MUG-RED', prep]])).lines).toEqual([{ ...aLine(), prep }]);
    expect(takePrepFacts(plan, new Map())).toEqual(plan);
    expect(takePrepFacts(anEmptyPlan(), new Map())).toEqual(anEmptyPlan());
  });
});
