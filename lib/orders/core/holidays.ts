import { dateOfEpochDay, epochDay, weekdayOf } from '#lib/kernel';

// Public holidays on which carriers and banks of a store's country rest, by rule. Amazon publishes
// no calendar of its business days, so what follows from these is an estimate (2026-11-23).
const RULES: Readonly<Record<string, string>> = {
  US: '01-01~ 01#3Mon 02#3Mon 05#-1Mon 06-19~ 07-04~ 09#1Mon 10#2Mon 11-11~ 11#4Thu 12-25~',
  CA: '01-01> E-2 05<25Mon 07-01> 09#1Mon 09-30> 10#2Mon 12-25> 12-26>',
  MX: '01-01 02#1Mon 03#3Mon 05-01 09-16 11#3Mon 12-25',
  GB: '01-01> E-2 E+1 05#1Mon 05#-1Mon 08#-1Mon 12-25> 12-26>',
  DE: '01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26',
  FR: '01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25',
  IT: '01-01 01-06 E+1 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26',
  ES: '01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
  NL: '01-01 E-2 E+1 04-27 E+39 E+50 12-25 12-26',
  SE: '01-01 01-06 E-2 E+1 05-01 E+39 06-06 12-25 12-26',
  PL: '01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-25 12-26',
  JP: '01-01 01-02 01-03 01#2Mon 02-11^ 02-23^ 04-29^ 05-03^ 05-04^ 05-05^ 07#3Mon 08-11^ 09#3Mon 10#2Mon 11-03^ 11-23^',
  AU: '01-01> 01-26> E-2 E+1 04-25 06#2Mon 12-25> 12-26>',
  IN: '01-26 08-15 10-02',
};

const known = new Map<string, ReadonlySet<string>>();

/** The holidays of a year as yyyy-mm-dd; none where we know no rule. */
export function holidaysOf(country: string, year: number): ReadonlySet<string> {
  const key = `${country} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const days = new Set<number>();
  for (const rule of RULES[country]?.split(' ') ?? []) days.add(dayOfRule(rule, year, days));
  const holidays = new Set([...days].map(dateOfEpochDay));
  known.set(key, holidays);
  return holidays;
}

/**
 * `05-01` is a date, `05#1Mon` the first Monday, `05#-1Mon` the last, `05<25Mon` the Monday before the
 * 25th, `E+1` the day after Easter. A date with `~` moves to the weekday beside a weekend, with `>` to
 * the next free weekday, with `^` to that from a Sunday only.
 */
function dayOfRule(rule: string, year: number, taken: ReadonlySet<number>): number {
  if (rule.startsWith('E')) return easterOf(year) + Number(rule.slice(1));
  const month = Number(rule.slice(0, 2));
  if (rule[2] === '#') {
    const [nth, weekday] = [Number(rule.slice(3, -3)), WEEKDAYS.indexOf(rule.slice(-3))];
    return nth > 0
      ? lastWeekday(epochDay(year, month, 7 * nth), weekday)
      : lastWeekday(epochDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - 1, weekday);
  }
  const day = epochDay(year, month, Number(rule.slice(3, 5)));
  if (rule[2] === '<') return lastWeekday(day - 1, WEEKDAYS.indexOf(rule.slice(5)));
  return moved(day, rule.slice(5), taken);
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const [SUNDAY, SATURDAY] = [0, 6];

/** The latest day up to `day` that is such a weekday. */
function lastWeekday(day: number, weekday: number): number {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

function moved(day: number, how: string, taken: ReadonlySet<number>): number {
  const weekday = weekdayOf(day);
  if (how === '~') return weekday === SATURDAY ? day - 1 : weekday === SUNDAY ? day + 1 : day;
  const isOff = how !== '' && (weekday === SUNDAY || (how === '>' && weekday === SATURDAY));
  return isOff || (how !== '' && taken.has(day)) ? moved(day + 1, how, taken) : day;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return epochDay(year, Math.floor(n / 31), (n % 31) + 1);
}
