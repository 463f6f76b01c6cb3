import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, writeCalendar } from './calendar.ts';

const NOW = Date.UTC(2026, 10, 24, 9);
const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'plan-1 arrive-by',
  at: Date.UTC(2027, 2, 28, 1, 30, 15, 900),
  summary: 'Must arrive',
  description: 'Afterwards Amazon closes what has not come.',
  url: 'https://firstleg.example/inbound/plan-1/receiving',
  ...change,
});
const write = (...events: readonly CalendarEvent[]) =>
  writeCalendar({ name: 'Clocks', timeZone: 'America/Los_Angeles', now: NOW, events });

/** What a calendar program makes of the file: unfolded lines, unescaped texts. */
function read(file: string): ReadonlyMap<string, string> {
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  const begin = lines.indexOf('BEGIN:VEVENT');
  const end = lines.indexOf('BEGIN:VALARM');
  return new Map(
    lines.slice(begin + 1, end).map((line) => {
      const colon = line.indexOf(':');
      const text = line
        .slice(colon + 1)
        .replaceAll(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));
      return [line.slice(0, colon), text];
    }),
  );
}

describe('the clocks as a calendar', () => {
  test('stand at their moment, whatever the zone and the season', () => {
    const at = (instant: number) => read(write(event({ at: instant }))).get('DTSTART');
    expect(at(Date.UTC(2027, 2, 28, 1, 30, 15, 900))).toBe('20270328T013015Z');
    // Before and after the clocks change in Los Angeles, Berlin and Sydney.
    expect(at(Date.parse('2026-11-01T01:30:00-07:00'))).toBe('20261101T083000Z');
    expect(at(Date.parse('2026-11-01T01:30:00-08:00'))).toBe('20261101T093000Z');
    expect(at(Date.parse('2027-03-28T03:00:00+02:00'))).toBe('20270328T010000Z');
    expect(at(Date.parse('2027-04-04T02:30:00+11:00'))).toBe('20270403T153000Z');
  });

  test('begin and end as RFC 5545 wants it, without any clock, too', () => {
    expect(write()).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:.+\r\n/);
    expect(write().endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(write(event(), event()).split('BEGIN:VEVENT')).toHaveLength(3);
  });

  test('say every sentence whole, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }).filter((text) => !text.includes('\r')),
        (summary) => {
          const file = write(event({ summary }));
          const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
          expect(Math.max(...octets)).toBeLessThanOrEqual(75);
          expect(read(file).get('SUMMARY')).toBe(summary);
        },
      ),
    );
  });

  test('names with commas, semicolons and new lines stay one name', () => {
    const file = write(event({ summary: 'Mugs; red, blue\r\nand \\ bowls' }));
    expect(file).toContain(String.raw`SUMMARY:Mugs\; red\, blue\nand \\ bowls`);
  });
});
