import { describe, expect, it } from 'vitest';

import { isReprint, printedSoFar } from './print-counts.ts';

describe('labels printed so far', () => {
  it('add up over all prints; old entries without counts add nothing', () => {
    expect(printedSoFar([{ counts: { A: 3, B: 1 } }, {}, { counts: { A: 2 } }])).toEqual({
      A: 5,
      B: 1,
    });
  });

  it('make the next print a reprint once there would be more labels than units', () => {
    const needed = { A: 10, B: 5 };
    expect(isReprint(needed, {}, { A: 10, B: 5 })).toBe(false);
    expect(isReprint(needed, { A: 4 }, { A: 6 })).toBe(false);
    expect(isReprint(needed, { A: 4 }, { A: 7 })).toBe(true);
    expect(isReprint(needed, { A: 10 }, { B: 5 })).toBe(false);
    // Spare labels in the first print are no reprint.
    expect(isReprint(needed, {}, { A: 12 })).toBe(false);
  });
});
