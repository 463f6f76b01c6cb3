import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { runTracking } from './tracking.ts';

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('tracking identify', () => {
  it('prints the carriers of each number', async () => {
    expect(await runTracking(['identify', '1Z5R89390357567127', 'YT2229521272164446'])).toBe(0);
    expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual([
      { number: '1Z5R89390357567127', carriers: ['UPS'] },
      { number: 'YT2229521272164446', carriers: ['Yun Express'] },
    ]);
  });

  it('says by its exit code that a number is nobody’s', async () => {
    expect(await runTracking(['identify', '1Z5R89390357567127', '12345'])).toBe(1);
    expect(JSON.parse(printed[1] ?? '')).toEqual({ number: '12345', carriers: [] });
    expect(await runTracking(['identify'])).toBe(2);
    expect(await runTracking(['find', '12345'])).toBe(2);
  });
});
