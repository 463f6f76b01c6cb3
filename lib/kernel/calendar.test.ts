import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfEpochDay, epochDay, epochDayOf, weekdayOf } from './calendar.ts';
import { DAY } from './clock.ts';

describe('a calendar date', () => {
  it('is a number of days, and back, as every other calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const date = dateOfEpochDay(number);
        const known = new Date(number * DAY);
        expect(date).toBe(known.toISOString().slice(0, 10));
        expect(epochDayOf(date)).toBe(number);
        expect(weekdayOf(number)).toBe(known.getUTCDay());
      }),
    );
  });

  it('knows its landmarks', () => {
    expect(epochDay(1970, 1, 1)).toBe(0);
    expect(dateOfEpochDay(epochDay(2024, 2, 29) + 1)).toBe('2024-03-01');
    expect(dateOfEpochDay(epochDay(1900, 2, 28) + 1)).toBe('1900-03-01');
  });
});
