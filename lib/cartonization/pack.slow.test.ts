import { describe, expect, it } from 'vitest';

import { PackRun } from './pack.ts';
import { randomOf } from './random.ts';
import { faultsOf } from './testing/index.ts';
import type { PackRequest } from './types.ts';

const IN = 100_000;

/** 200 SKUs with about 50 units each, and the twelve sizes a supplier of boxes has. */
function largeShipment(): PackRequest {
  const random = randomOf(7);
  const between = (least: number, most: number): number =>
    Math.round((least + random() * (most - least)) * 20) * (IN / 20);
  const goods = Array.from({ length: 200 }, (_, at) => {
    const [length, width, height] = [between(2, 9), between(2, 7), between(0.6, 5)];
    const volume = (length / IN) * (width / IN) * (height / IN);
    const weight = Math.ceil(volume * 0.008 * IN);
    return {
      sku: `S${at}`,
      quantity: 20 + Math.floor(random() * 60),
      length,
      width,
      height,
      weight,
    };
  });
  const sizes = [
    [8, 6, 4],
    [12, 10, 8],
    [16, 12, 12],
    [18, 14, 12],
    [20, 16, 14],
    [24, 18, 18],
  ] as const;
  const cartons = sizes.map(([length, width, height]) => {
    const sides = { length: length * IN, width: width * IN, height: height * IN };
    const cost = 0.4 + (length * width * height) / 3_000;
    return {
      name: `${length}x${width}x${height}`,
      ...sides,
      tareWeight: IN,
      maxWeight: 50 * IN,
      cost,
    };
  });
  const tariff = { handlingPerBox: 1, freightPerPound: 0.45, dimensionalDivisor: 139 };
  return { goods, cartons, tariff, objective: 'boxes' };
}

describe('a shipment of 200 SKUs and ten thousand units', () => {
  it.each(['boxes', 'cost'] as const)(
    'is packed at once, and better as time goes by (%s)',
    (objective) => {
      const asked = { ...largeShipment(), objective };
      const run = new PackRun(asked, { seed: 1, iterations: 320 });
      const first = run.progress;
      while (run.advance());
      const packing = run.finish();
      expect(faultsOf(asked, packing)).toEqual([]);
      expect(packing.unpacked).toEqual([]);
      const { boxes, cost, lowerBound } = packing.summary;
      if (objective === 'boxes') expect(boxes).toBeLessThanOrEqual(1.06 * lowerBound);
      else expect(cost).toBeLessThan(first.cost);
    },
  );
});
