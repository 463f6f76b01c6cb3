import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MARKETPLACES, MINUTE } from '#lib/kernel';
import { GERMANY, JAPAN, NOON, orderOf, packageOf } from '../testing/index.ts';
import {
  alarmsOf,
  autoCancelOf,
  deadlinesOf,
  isLabelTooEarly,
  isLateNow,
  purgeAtOf,
} from './deadlines.ts';
import { holidaysOf } from './holidays.ts';
import {
  addBusinessDays,
  calendarOf,
  calendarOfCountry,
  dayOf,
  isBusinessDay,
  startOfDay,
} from './store-calendar.ts';

const us = calendarOfCountry('US');
const at = (text: string) => Date.parse(text);

describe('the automatic cancellation', () => {
  it('S36: comes seven business days after ship-by, and no longer thirty days after the order', () => {
    // Wednesday the 25th; Thanksgiving on the 26th does not count, nor does a weekend.
    const shipBy = at('2026-11-25T23:59:59-08:00');
    expect(autoCancelOf(shipBy, us)).toBe(at('2026-12-07T23:59:59-08:00'));
  });

  it('S36: comes after three business days in India', () => {
    const india = calendarOfCountry('IN');
    expect(autoCancelOf(at('2026-11-25T23:59:59+05:30'), india)).toBe(
      at('2026-11-30T23:59:59+05:30'),
    );
  });

  it('counts on the calendar of the store', () => {
    const germany = calendarOfCountry('DE');
    // Good Friday and Easter Monday of 2026 lie between.
    expect(autoCancelOf(at('2026-04-01T23:59:59+02:00'), germany)).toBe(
      at('2026-04-14T23:59:59+02:00'),
    );
    expect(autoCancelOf(at('2026-04-01T23:59:59+09:00'), calendarOfCountry('JP'))).toBe(
      at('2026-04-10T23:59:59+09:00'),
    );
  });

  it('keeps the time of the day across the change of the clocks', () => {
    expect(autoCancelOf(at('2026-10-30T23:59:59-07:00'), us)).toBe(at('2026-11-10T23:59:59-08:00'));
    expect(autoCancelOf(at('2026-03-06T23:59:59-08:00'), us)).toBe(at('2026-03-17T23:59:59-07:00'));
  });

  it('is Amazon’s own announcement where there is one', () => {
    const announced = NOON + 3 * DAY;
    expect(deadlinesOf(orderOf(), NOON)).toMatchObject({ autoCancelIs: 'estimate' });
    expect(deadlinesOf(orderOf({ cancelNotifyAt: announced }), NOON)).toMatchObject({
      autoCancelAt: announced,
      autoCancelIs: 'announced',
    });
  });
});

describe('the deadlines of an order', () => {
  const shipBy = orderOf().shipBy?.latest ?? 0;
  const urgency = (now: number) => deadlinesOf(orderOf(), now)?.urgency;

  it('R25, R26: become urgent a day before ship-by, and late a moment after it', () => {
    expect(urgency(shipBy - DAY - 1)).toBe('in-time');
    expect(urgency(shipBy - DAY)).toBe('due-soon');
    expect(urgency(shipBy)).toBe('due-soon');
    expect(urgency(shipBy + 1)).toBe('late');
    expect(urgency(autoCancelOf(shipBy, us) - 2 * DAY)).toBe('cancel-near');
    expect(isLateNow(orderOf(), shipBy)).toBe(false);
    expect(isLateNow(orderOf(), shipBy + 1)).toBe(true);
  });

  it('S6, S8: do not run for pending, canceled or shipped orders', () => {
    for (const status of ['PENDING', 'CANCELLED', 'SHIPPED'] as const) {
      expect(deadlinesOf(orderOf({ status }), NOON)).toBeUndefined();
      expect(alarmsOf(orderOf({ status }))).toEqual([]);
    }
  });

  it('R26, S37: bring an alarm a day before, at ship-by, and on each business day after it', () => {
    const alarms = alarmsOf(orderOf());
    expect(alarms.map(({ kind }) => kind)).toEqual([
      'ship-by-near',
      'ship-by-passed',
      ...Array.from({ length: 7 }, () => 'auto-cancel-near'),
    ]);
    expect(alarms.at(-1)?.at).toBe(autoCancelOf(shipBy, us));
    expect(alarms.map((alarm) => alarm.at)).toEqual(
      alarms.map((alarm) => alarm.at).toSorted((a, b) => a - b),
    );
  });

  it('R53: keep a label back until its window opens', () => {
    expect(isLabelTooEarly(orderOf({ labelFrom: NOON + 1 }), NOON)).toBe(true);
    expect(isLabelTooEarly(orderOf({ labelFrom: NOON }), NOON)).toBe(false);
    expect(isLabelTooEarly(orderOf(), NOON)).toBe(false);
  });

  it('R44, T16: let the buyer’s data go thirty days after delivery, or after the latest delivery date', () => {
    const deliverBy = orderOf().deliverBy?.latest ?? 0;
    expect(purgeAtOf(orderOf())).toBe(deliverBy + 30 * DAY);
    const delivered = packageOf({ status: 'DELIVERED', deliveredAt: NOON });
    expect(purgeAtOf(orderOf({ packages: [delivered] }))).toBe(NOON + 30 * DAY);
    const twice = [delivered, packageOf({ reference: '2', deliveredAt: NOON + DAY })];
    expect(purgeAtOf(orderOf({ packages: twice }))).toBe(NOON + 31 * DAY);
    // One parcel of two is not the delivery of the order.
    expect(purgeAtOf(orderOf({ packages: [delivered, packageOf({ reference: '2' })] }))).toBe(
      deliverBy + 30 * DAY,
    );
  });
});

describe('the calendar of a store', () => {
  it('has a day that begins at midnight there', () => {
    expect(dayOf(at('2026-11-24T07:59:59Z'), us)).toBe('2026-11-23');
    expect(dayOf(at('2026-11-24T08:00:00Z'), us)).toBe('2026-11-24');
    expect(dayOf(at('2026-11-23T15:00:00Z'), calendarOf(JAPAN))).toBe('2026-11-24');
    expect(startOfDay('2026-11-24', us)).toBe(at('2026-11-24T08:00:00Z'));
    expect(startOfDay('2026-07-24', calendarOf(GERMANY))).toBe(at('2026-07-23T22:00:00Z'));
  });

  it('begins each day exactly once, whatever the clocks do', () => {
    const day = fc.date({
      min: new Date('2025-01-01'),
      max: new Date('2028-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.constantFrom(...MARKETPLACES), (date, { id }) => {
        const calendar = calendarOf(id);
        const name = date.toISOString().slice(0, 10);
        const start = startOfDay(name, calendar);
        expect(dayOf(start, calendar)).toBe(name);
        expect(dayOf(start - 1, calendar) < name).toBe(true);
      }),
    );
  });

  it('moves on to a business day, always later, by as many of them as asked', () => {
    const instant = fc.integer({ min: at('2026-01-01'), max: at('2028-01-01') });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('US', 'DE', 'JP', 'GB', 'IN'),
        (from, days, country) => {
          const calendar = calendarOfCountry(country);
          const reached = addBusinessDays(from, days, calendar);
          expect(isBusinessDay(dayOf(reached, calendar), country)).toBe(true);
          let counted = 0;
          for (let day = dayOf(from, calendar); day < dayOf(reached, calendar);) {
            day = new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
            if (isBusinessDay(day, country)) counted += 1;
          }
          expect(counted).toBe(days);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['US', '2026-11-26 2026-12-25 2026-07-03 2026-01-19 2026-05-25'],
    ['CA', '2026-05-18 2026-10-12 2026-04-03'],
    ['GB', '2026-04-03 2026-04-06 2026-05-25 2026-08-31 2026-12-28'],
    ['DE', '2026-04-06 2026-05-14 2026-05-25 2026-10-03'],
    ['PL', '2026-06-04'],
    ['JP', '2026-07-20 2026-11-03 2026-05-04 2026-05-06'],
    ['AU', '2026-04-03 2026-12-28'],
  ])('rests in %s on the days that are known', (country, days) => {
    const year = holidaysOf(country, 2026);
    for (const day of days.split(' ')) expect([day, year.has(day)]).toEqual([day, true]);
  });

  it('knows no holidays where it knows no rules', () => {
    expect(holidaysOf('ZZ', 2026).size).toBe(0);
    expect(addBusinessDays(NOON, 1, { country: 'ZZ', timeZone: 'UTC' })).toBe(NOON + DAY);
    expect(HOUR / MINUTE).toBe(60);
  });
});
