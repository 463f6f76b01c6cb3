import { expect, test } from 'vitest';
import { plotOf } from './plot.ts';

test('a worse rate stands higher, days stand at their distance, and the target is in the picture', () => {
  const readings = [
    { day: '2026-11-20', share: 0 },
    { day: '2026-11-21', share: 0.02 },
    { day: '2026-11-24', share: 0.05 },
  ];
  expect(plotOf(readings, 0.04)).toEqual({ points: '0,28 25,17.6 100,2', targetY: 7.2 });
});

test('one day is no course, and what never changes is a level line', () => {
  expect(plotOf([{ day: '2026-11-20', share: 0.1 }], 0.04)).toBeUndefined();
  const level = ['2026-11-20', '2026-11-21'].map((day) => ({ day, share: 0.04 }));
  expect(plotOf(level, 0.04)).toEqual({ points: '0,28 100,28', targetY: 28 });
});
