import { describe, expect, it } from 'vitest';

import { DAY, HOUR, MINUTE, SECOND } from '#lib/kernel';

import {
  formatDate,
  formatDateTime,
  formatDuration,
  formatElapsed,
  formatPlainDate,
  formatTime,
  isoInstant,
} from './format-time.ts';

const winter = Date.UTC(2026, 10, 24, 22, 5);
const summer = Date.UTC(2026, 6, 1, 6, 30);

describe('a moment', () => {
  it("is written in the store's zone and names it, across daylight saving", () => {
    expect(formatDateTime('en', winter, 'America/Los_Angeles')).toBe('24 Nov 2026, 14:05 PST');
    expect(formatDateTime('en', summer, 'America/Los_Angeles')).toBe('30 Jun 2026, 23:30 PDT');
    expect(formatDateTime('en', winter, 'Europe/Berlin')).toBe('24 Nov 2026, 23:05 GMT+1');
    expect(formatDateTime('zh-CN', winter, 'Asia/Tokyo')).toBe('2026年11月25日 07:05 GMT+9');
  });

  it('has its day and its time alone', () => {
    expect(formatDate('en', winter, 'Asia/Tokyo')).toBe('25 Nov 2026');
    expect(formatTime('zh-CN', winter, 'Europe/London')).toBe('22:05');
    expect(formatTime('en', Date.UTC(2026, 0, 1), 'UTC')).toBe('00:00');
    expect(isoInstant(winter)).toBe('2026-11-24T22:05:00.000Z');
  });

  it('leaves a calendar day on its day, wherever it is read', () => {
    expect(formatPlainDate('en', '2027-01-31')).toBe('31 Jan 2027');
    expect(formatPlainDate('zh-CN', '2027-01-31')).toBe('2027年1月31日');
  });
});

describe('time remaining', () => {
  it.each([
    [12 * DAY + 5 * HOUR, '12 days', '12天'],
    [2 * DAY + 4 * HOUR + 59 * MINUTE, '2 days 4 hr', '2天4小时'],
    [DAY, '1 day 0 hr', '1天0小时'],
    [75 * MINUTE, '1 hr 15 min', '1小时15分钟'],
    [59 * MINUTE + 59 * SECOND, '59 min', '59分钟'],
    [-5 * MINUTE, '0 min', '0分钟'],
  ])('%d ms never looks longer than it is', (span, en, zh) => {
    expect(formatDuration('en', span)).toBe(en);
    expect(formatDuration('zh-CN', span)).toBe(zh);
  });

  it('counts what has passed to the second', () => {
    expect(formatElapsed(42_900)).toBe('0:42');
    expect(formatElapsed(12 * MINUTE + 5 * SECOND)).toBe('12:05');
    expect(formatElapsed(HOUR + 2 * MINUTE + 5 * SECOND)).toBe('1:02:05');
    expect(formatElapsed(-1)).toBe('0:00');
  });
});
