import { DAY, HOUR, type Instant, MINUTE } from '#lib/kernel';

import type { Locale } from './locales.ts';

type DateParts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'timeZoneName', string>;

/** A day in a named zone, the same to every reader: "24 Nov 2026", "2026年11月24日". */
export function formatDate(locale: Locale, at: Instant, timeZone: string): string {
  return dayText(locale, partsOf(locale, at, timeZone));
}

/** A calendar day that belongs to no zone, given as "2026-11-24". */
export function formatPlainDate(locale: Locale, day: string): string {
  return formatDate(locale, Date.parse(`${day}T00:00:00Z`), 'UTC');
}

export function formatTime(locale: Locale, at: Instant, timeZone: string): string {
  const { hour, minute } = partsOf(locale, at, timeZone);
  return `${hour}:${minute}`;
}

/** Day, time and zone: "24 Nov 2026, 14:05 PST". A time without its zone is half a time. */
export function formatDateTime(locale: Locale, at: Instant, timeZone: string): string {
  const parts = partsOf(locale, at, timeZone);
  const separator = locale === 'zh-CN' ? ' ' : ', ';
  return `${dayText(locale, parts)}${separator}${parts.hour}:${parts.minute} ${parts.timeZoneName}`;
}

/**
 * A span in its two largest parts, rounded down: "2 days 4 hr", "35 min", "under a minute" as 0 min.
 * A deadline must never look later than it is.
 */
export function formatDuration(locale: Locale, milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  const days = Math.floor(span / DAY);
  const hours = Math.floor((span % DAY) / HOUR);
  const minutes = Math.floor((span % HOUR) / MINUTE);
  if (days >= 10) return unit(locale, days, 'day');
  if (days > 0) return join(locale, [unit(locale, days, 'day'), unit(locale, hours, 'hour')]);
  if (hours > 0)
    return join(locale, [unit(locale, hours, 'hour'), unit(locale, minutes, 'minute')]);
  return unit(locale, minutes, 'minute');
}

/** How long something has been going on, to the second: "0:42", "12:05", "1:02:05". */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  const tail = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** Machine-readable text for <time dateTime>. */
export function isoInstant(at: Instant): string {
  return new Date(at).toISOString();
}

function dayText(locale: Locale, { year, month, day }: DateParts): string {
  return locale === 'zh-CN'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${month} ${year}`;
}

// Assembled from parts: whole patterns differ between the ICU of Node and of browsers, and a page
// that is hydrated must read the same in both.
function partsOf(locale: Locale, at: Instant, timeZone: string): DateParts {
  const parts: DateParts = { year: '', month: '', day: '', hour: '', minute: '', timeZoneName: '' };
  for (const { type, value } of dateFormat(locale, timeZone).formatToParts(at)) {
    if (type in parts) parts[type as keyof DateParts] = value;
  }
  return parts;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = dateFormats.get(key);
  if (known) return known;
  // American English knows PST and PDT by name; other locales fall back to offsets.
  const made = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: locale === 'zh-CN' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  });
  dateFormats.set(key, made);
  return made;
}

function unit(locale: Locale, value: number, name: 'day' | 'hour' | 'minute'): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(
    value,
  );
}

function join(locale: Locale, pieces: readonly string[]): string {
  return pieces.join(locale === 'zh-CN' ? '' : ' ');
}
