import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LEAST_IDENTICAL, proposeIdentical } from './identical.ts';
import { pack } from './pack.ts';
import { faultsOf } from './testing/index.ts';
import type { Goods, PackRequest } from './types.ts';

const IN = 100_000;
const BUDGET = { seed: 1, iterations: 60 };
const BOX = { length: 12 * IN, width: 10 * IN, height: 8 * IN, tareWeight: 0, maxWeight: 50 * IN };

function goods(sku: string, quantity: number, more: Partial<Goods> = {}): Goods {
  const sides = { length: 4 * IN, width: 3 * IN, height: 2 * IN };
  return { sku, quantity, ...sides, weight: IN / 2, ...more };
}

function request(list: readonly Goods[], more: Partial<PackRequest> = {}): PackRequest {
  return {
    goods: list,
    cartons: [{ name: 'M', ...BOX, cost: 2 }],
    tariff: { handlingPerBox: 1, freightPerPound: 0.5, dimensionalDivisor: 139 },
    objective: 'boxes',
    ...more,
  };
}

function proposal(asked: PackRequest, placementFee = 0) {
  const free = pack(asked, BUDGET);
  const proposed = proposeIdentical(asked, free, { budget: BUDGET, placementFee });
  if (proposed) expect(faultsOf(asked, proposed.packing)).toEqual([]);
  return { free, proposed };
}

describe('identical cartons', () => {
  it('cost boxes and save the placement fee', () => {
    // 60 units fill one and a half boxes; five boxes of twelve open the placement without a fee.
    const { free, proposed } = proposal(request([goods('A', 30), goods('B', 30)]), 100);
    expect(free.summary.boxes).toBe(2);
    expect(proposed).toMatchObject({ copies: 5, identicalBoxes: 5, extraBoxes: 3, rest: [] });
    expect(proposed?.packing.boxes).toMatchObject([
      { quantity: 5, items: [{ quantity: 6 }, { quantity: 6 }] },
    ]);
    expect(proposed?.saves).toBeCloseTo(100 - (proposed?.extraCost ?? 0), 6);
    expect(proposed?.extraCost).toBeGreaterThan(0);
  });

  it('leave the rest of what does not divide in a carton of its own', () => {
    const { proposed } = proposal(request([goods('A', 203), goods('FEW', 3)]));
    expect(proposed?.rest).toContainEqual({ sku: 'FEW', quantity: 3 });
    const set = proposed?.packing.boxes.filter(({ quantity }) => quantity >= LEAST_IDENTICAL);
    expect(set?.length).toBeGreaterThan(0);
    expect(set?.every(({ quantity }) => quantity % (proposed?.copies ?? 0) === 0)).toBe(true);
  });

  it('take the cheapest number of copies where cost decides', () => {
    const asked = request([goods('A', 200), goods('B', 40)], { objective: 'cost' });
    expect(proposal(asked).proposed?.identicalBoxes).toBeGreaterThanOrEqual(LEAST_IDENTICAL);
  });

  it('keep cases closed and to the stock of boxes', () => {
    const sides = { length: 6 * IN, width: 5 * IN, height: 4 * IN };
    const casePack = { ...sides, quantity: 6, weight: 4 * IN };
    const list = [goods('A', 60, { casePack })];
    const cartons = [
      { name: 'M', ...BOX, cost: 2, stock: 2 },
      { name: 'L', ...BOX, length: 13 * IN, cost: 3 },
    ];
    const { proposed } = proposal(request(list, { cartons }));
    expect(proposed?.packing.unpacked).toEqual([]);
    expect(proposed?.identicalBoxes).toBeGreaterThanOrEqual(LEAST_IDENTICAL);
  });

  it('are not to be had of four units, nor of too few boxes', () => {
    expect(proposal(request([goods('A', 4)])).proposed).toBeUndefined();
    const cartons = [{ name: 'M', ...BOX, cost: 2, stock: 3 }];
    expect(proposal(request([goods('A', 30)], { cartons })).proposed).toBeUndefined();
    const casePack = { length: IN, width: IN, height: IN, quantity: 5, weight: IN };
    expect(proposal(request([goods('A', 20, { casePack })])).proposed).toBeUndefined();
  });

  it('end in time when the budget is a clock', () => {
    let time = 0;
    const clock = { now: () => time++, milliseconds: 20 };
    const asked = request([goods('A', 300)]);
    const free = pack(asked, BUDGET);
    const proposed = proposeIdentical(asked, free, { budget: { seed: 1, clock } });
    expect(proposed && faultsOf(asked, proposed.packing)).toEqual([]);
  });

  it('hold every unit once, whatever the quantities', () => {
    const quantities = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(quantities, (list) => {
        proposal(request(list.map((quantity, at) => goods(`G${at}`, quantity))));
      }),
      { numRuns: 10 },
    );
  });
});
