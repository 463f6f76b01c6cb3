import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfEpochDay, epochDay, epochDayOf, readEpochDay, weekdayOf } from './calendar.ts';
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

  it('is read where the calendar has it, and only there', () => {
    const two = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), two, two, (year, month, day) => {
        const pad = (number: number, width: number) => String(number).padStart(width, '0');
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        const known = Date.parse(`${text}T00:00:00Z`);
        const isReal = !Number.isNaN(known) && new Date(known).toISOString().slice(0, 10) === text;
        expect(readEpochDay(text)).toBe(isReal ? known / DAY : undefined);
      }),
      { numRuns: 1_000 },
    );
    for (const text of ['', '1/2/2028', '2028-1-2', '2028-01-02T00:00', '2028-02-30', '2028-13-01'])
      expect(readEpochDay(text)).toBeUndefined();
  });
});
