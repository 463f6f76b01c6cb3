import {
  DAY,
  dateOfEpochDay,
  epochDayOf,
  HOUR,
  type Instant,
  MARKETPLACES,
  marketplaceById,
  MINUTE,
  SECOND,
  weekdayOf,
} from '#lib/kernel';
import { holidaysOf } from './holidays.ts';

/** The calendar that a store's deadlines run in. */
export type StoreCalendar = { readonly country: string; readonly timeZone: string };

export function calendarOf(marketplaceId: string): StoreCalendar {
  const { country, timeZone } = marketplaceById(marketplaceId) ?? UNKNOWN;
  return { country, timeZone };
}

const UNKNOWN = { country: '', timeZone: 'UTC' };

/** The calendar of a country's store; India is none of those we plan shipments for. */
export function calendarOfCountry(country: string): StoreCalendar {
  const known = MARKETPLACES.find((marketplace) => marketplace.country === country);
  if (known) return { country, timeZone: known.timeZone };
  return { country, timeZone: country === 'IN' ? 'Asia/Kolkata' : 'UTC' };
}

/** The calendar date at an instant, yyyy-mm-dd. */
export function dayOf(at: Instant, { timeZone }: Pick<StoreCalendar, 'timeZone'>): string {
  return clockAt(at, timeZone).slice(0, 10);
}

/** The first instant of a calendar date. */
export function startOfDay(day: string, { timeZone }: Pick<StoreCalendar, 'timeZone'>): Instant {
  return instantOf(epochDayOf(day) * DAY, timeZone);
}

export function addDays(day: string, days: number): string {
  return dateOfEpochDay(epochDayOf(day) + days);
}

export function isBusinessDay(day: string, country: string): boolean {
  const weekday = weekdayOf(epochDayOf(day));
  return weekday !== 0 && weekday !== 6 && !holidaysOf(country, Number(day.slice(0, 4))).has(day);
}

/** The same time of the day so many business days later, in the store's time zone. */
export function addBusinessDays(from: Instant, days: number, calendar: StoreCalendar): Instant {
  const local = clockAt(from, calendar.timeZone);
  let day = local.slice(0, 10);
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isBusinessDay(day, calendar.country)) left -= 1;
  }
  return instantOf(shownBy(`${day} ${local.slice(11)}`), calendar.timeZone) + (from % SECOND);
}

// Making a format costs more than using it a thousand times.
const formats = new Map<string, Intl.DateTimeFormat>();

/** "2026-11-24 09:30:00", what a clock in the zone shows. */
function clockAt(at: Instant, timeZone: string): string {
  // The Swedish way of writing a date is ISO's.
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format.format(at);
}

/** The instant at which a clock of the zone shows what UTC shows at `shown`. */
function instantOf(shown: Instant, timeZone: string): Instant {
  const offset = (at: Instant) => shownBy(clockAt(at, timeZone)) - at + (at % SECOND);
  const guess = shown - offset(shown);
  // Around a change of the clocks the offset of the answer counts, not that of the question.
  return shown - offset(guess);
}

/** What a clock of UTC would have to show as this text. */
function shownBy(text: string): Instant {
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(11).split(':').map(Number);
  return epochDayOf(text.slice(0, 10)) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
}
