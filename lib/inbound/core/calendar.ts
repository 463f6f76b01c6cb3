import { dateOfEpochDay, DAY, type Instant, SECOND } from '#lib/kernel';

export type CalendarEvent = {
  /** the same for the same thing, so that a program moves it rather than adding another */
  readonly uid: string;
  readonly at: Instant;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
};

export type Calendar = {
  readonly name: string;
  /** for programs that show the calendar in a zone of its own */
  readonly timeZone: string;
  /** when it was written */
  readonly now: Instant;
  readonly events: readonly CalendarEvent[];
};

const OCTETS_PER_LINE = 75;

/**
 * Moments as an iCalendar file (RFC 5545). Times are written in UTC, which every program turns into
 * its reader's zone, also across a change of daylight-saving time.
 */
export function writeCalendar({ name, timeZone, now, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Firstleg//Clocks//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escaped(event.uid)}`,
      `DTSTAMP:${moment(now)}`,
      `DTSTART:${moment(event.at)}`,
      // A moment takes no time and leaves nobody busy.
      'TRANSP:TRANSPARENT',
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      `URL:${event.url}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(event.summary)}`,
      'TRIGGER:-PT24H',
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** 20261124T090000Z: no fractions, so the second that has begun. */
function moment(at: Instant): string {
  const day = dateOfEpochDay(Math.floor(at / DAY)).replaceAll('-', '');
  const second = Math.floor((at - Math.floor(at / DAY) * DAY) / SECOND);
  const parts = [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60];
  return `${day}T${parts.map((part) => String(part).padStart(2, '0')).join('')}Z`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
}

/** Lines end after 75 octets and go on after a space; no character is cut in two. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > OCTETS_PER_LINE) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
