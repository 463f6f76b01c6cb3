import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/kernel';
import { aShipment, aWindow, NOW } from '../testing/plans.ts';
import { mayChangeWindow, whyWindowStays } from './windows.ts';

describe('a delivery window that was confirmed', () => {
  const confirmed = aShipment({ window: aWindow() });
  const other = aWindow({ id: 'w2', startsAt: NOW + 9 * DAY });

  it('may be changed until it begins, or as long as Amazon says', () => {
    expect(mayChangeWindow(aShipment(), NOW)).toBe(false);
    expect(mayChangeWindow(confirmed, NOW + 7 * DAY - 1)).toBe(true);
    expect(mayChangeWindow(confirmed, NOW + 7 * DAY)).toBe(false);
    const told = aShipment({ window: aWindow({ editableUntil: NOW + DAY }) });
    expect(mayChangeWindow(told, NOW + DAY)).toBe(false);
  });

  it('R82: gives way to one that is there, free and still on offer', () => {
    expect(whyWindowStays(confirmed, other, NOW)).toBeUndefined();
    const codeOf = (...asked: Parameters<typeof whyWindowStays>) => whyWindowStays(...asked)?.code;
    expect(codeOf(confirmed, other, NOW + 8 * DAY)).toBe('window-settled');
    expect(codeOf(confirmed, undefined, NOW)).toBe('window-gone');
    expect(codeOf(confirmed, aWindow(), NOW)).toBe('window-same');
    expect(codeOf(confirmed, { ...other, availability: 'BLOCKED' }, NOW)).toBe('window-blocked');
    expect(codeOf(confirmed, { ...other, validUntil: NOW }, NOW)).toBe('window-expired');
  });
});
