import { expect, test } from 'vitest';
import { NO_KEYS, pressKey, type TypedKeys } from './scanner-keys.ts';

/** Presses keys one after the other, each a pause after the one before. */
function press(keys: readonly string[], pause: number) {
  let typed: TypedKeys = NO_KEYS;
  let at = 1_000;
  const codes: string[] = [];
  const scanned: boolean[] = [];
  for (const key of keys) {
    at += pause;
    const outcome = pressKey(typed, { key, at });
    typed = outcome.keys;
    scanned.push(outcome.isScanned);
    if (outcome.code !== undefined) codes.push(outcome.code);
  }
  return { codes, scanned };
}

test.each(['Enter', 'Tab'])('a scanner’s code ends with %s', (end) => {
  expect(press(['X', '0', '1', end], 8).codes).toEqual(['X01']);
});

test('capitals and blanks belong to a code; the shift between them does not', () => {
  expect(press(['Shift', 'F', 'L', 'Shift', '-', ' ', 'a', 'Enter'], 5).codes).toEqual(['FL- a']);
});

test('the keys of a scan press no button, not even the last', () => {
  expect(press(['A', ' ', 'Enter'], 5).scanned).toEqual([false, true, true]);
});

test('a person’s keys are no scan, and Enter presses the button that they are on', () => {
  expect(press(['X', '0', '0', '1', 'Enter'], 180)).toEqual({
    codes: [],
    scanned: [false, false, false, false, false],
  });
  expect(press(['Enter'], 5).scanned).toEqual([false]);
});

test('what was left unfinished is not put before the next code', () => {
  let { keys } = pressKey(NO_KEYS, { key: 'Z', at: 10 });
  for (const [key, at] of [
    ['A', 500],
    ['B', 508],
  ] as const)
    ({ keys } = pressKey(keys, { key, at }));
  expect(pressKey(keys, { key: 'Enter', at: 516 }).code).toBe('AB');
});
