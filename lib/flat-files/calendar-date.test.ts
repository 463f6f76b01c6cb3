import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, writeSlashed } from './calendar-date.ts';

describe('a calendar date in a file', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['2026-1-4', '2026-01-04'],
    ['2026-06-20T15:30:00+09:00', '2026-06-20'],
    ['2026-06-20 00:00', '2026-06-20'],
    ['02/29/2028', '2028-02-29'],
    ['2/1/2028', '2028-02-01'],
    ['12.31.2026', '2026-12-31'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, 'month-first')).toBe(date);
  });

  it('has its day first where the store writes it so', () => {
    expect(readDate('24/11/2026', 'day-first')).toBe('2026-11-24');
    expect(readDate('24/11/2026', 'month-first')).toBeUndefined();
  });

  it.each([
    '',
    'soon',
    '2026-02-30',
    '02/29/2027',
    '02/29/2100',
    '13/01/2026',
    '00/01/2026',
    '11/00/2026',
    '04/31/2026',
    '11/24/26',
    '46350',
    '2026-11-24x',
  ])('is not %j', (text) => {
    expect(readDate(text, 'month-first')).toBeUndefined();
  });

  it('comes back as written, every day from 1970 on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(readDate(iso, 'day-first')).toBe(iso);
        expect(readDate(writeSlashed(iso), 'month-first')).toBe(iso);
      }),
    );
  });
});
