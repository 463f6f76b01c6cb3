import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assumptionsFor,
  ASSUMPTION_FIELDS,
  NO_COSTS,
  readAssumptions,
  typeAssumptions,
} from './assumptions.ts';
import type { Assumptions } from './landed-cost.ts';
import { leadTimes } from './lead-days.ts';
import { aDraft } from '../testing/plans.ts';

const start = assumptionsFor(NO_COSTS, leadTimes(aDraft(), []));
const typed = typeAssumptions(start, 'USD');
const refusals = (change: Partial<typeof typed>) => {
  const read = readAssumptions({ ...typed, ...change }, 'USD');
  return read.ok ? [] : read.problems.map(({ code, at }) => [code, at]);
};

describe('assumptions', () => {
  it('begin without any cost, with lead times, and without a forwarder', () => {
    expect(typed).toEqual({
      perBox: '0',
      perExtraShipment: '0',
      perKilogram: '',
      minimum: '0',
      divisor: '6000',
      unitValue: '0',
      yearlyPercent: '0',
      partneredDays: '5',
      ownDays: '5',
      receivingDays: '6',
    });
  });

  it('are read as they are typed, whatever keyboard typed them', () => {
    const read = readAssumptions({ ...typed, perBox: '０．５', perKilogram: ' 1,25 ' }, 'USD');
    expect(read.ok && read.value).toMatchObject({ perBox: 50, tariff: { perKilogram: 125 } });
  });

  it('have no tariff without a rate, and one with a rate of nothing', () => {
    const tariff = (perKilogram: string) => {
      const read = readAssumptions({ ...typed, perKilogram }, 'USD');
      return read.ok && read.value.tariff;
    };
    expect(tariff('  ')).toBeUndefined();
    expect(tariff('0')).toEqual({ perKilogram: 0, minimum: 0, divisor: 6_000 });
  });

  it('are refused field by field', () => {
    expect(refusals({ perBox: 'ten', ownDays: '2.5', unitValue: '0.001' })).toEqual([
      ['not-a-number', 'perBox'],
      ['too-precise', 'unitValue'],
      ['too-precise', 'ownDays'],
    ]);
    expect(refusals({ divisor: '0', receivingDays: '366', perBox: '100000.01' })).toEqual([
      ['assumption-out-of-range', 'perBox'],
      ['assumption-out-of-range', 'divisor'],
      ['assumption-out-of-range', 'receivingDays'],
    ]);
  });

  it('come back as they were typed, in money with cents and without', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    const day = fc.integer({ min: 0, max: 365 });
    const any: fc.Arbitrary<Assumptions> = fc.record(
      {
        perBox: amount,
        perExtraShipment: amount,
        tariff: fc.record({
          perKilogram: amount,
          minimum: amount,
          divisor: fc.integer({ min: 1, max: 100_000 }),
        }),
        unitValue: amount,
        yearlyPercent: fc.integer({ min: 0, max: 1_000 }),
        partneredDays: day,
        ownDays: day,
        receivingDays: day,
      },
      { requiredKeys: ASSUMPTION_FIELDS.filter((field) => field in start) as never },
    );
    fc.assert(
      fc.property(any, fc.constantFrom('USD', 'JPY'), (assumptions, currency) => {
        const read = readAssumptions(typeAssumptions(assumptions, currency), currency);
        expect(read).toEqual({ ok: true, value: assumptions });
      }),
      { numRuns: 200 },
    );
  });
});
