import { describe, expect, it } from 'vitest';
import { readPerformance } from './read-performance.ts';

const report = (targets: readonly [number, number]) =>
  JSON.stringify({
    performanceMetrics: [
      {
        marketplaceId: 'ATVPDKIKX0DER',
        lateShipmentRate: { lateShipmentCount: 3, orderCount: 100, targetValue: targets[0] },
        preFulfillmentCancellationRate: {
          cancellationCount: 0,
          orderCount: 0,
          targetValue: targets[1],
        },
        orderDefectRate: {
          mfn: { orderWithDefects: { count: 1 }, orderCount: 200, targetValue: 1 },
        },
      },
    ],
  });

describe('Amazon’s own figures', () => {
  it.each([[[4, 2.5]], [[0.04, 0.025]]] as const)(
    'have targets in percent or as a share: %s',
    (targets) => {
      expect(readPerformance(report(targets), 'ATVPDKIKX0DER')).toEqual([
        { metric: 'late-shipment-30', part: 3, whole: 100, share: 0.03, target: 0.04 },
        { metric: 'cancellation', part: 0, whole: 0, target: 0.025 },
        { metric: 'order-defect', part: 1, whole: 200, share: 0.005, target: 0.01 },
      ]);
    },
  );

  it('are none where the report is of another store, or none at all', () => {
    expect(readPerformance(report([4, 2.5]), 'A1VC38T7YXB528')).toEqual([]);
    for (const text of ['', '[]', '{"performanceMetrics": 3}', '<html>'])
      expect(readPerformance(text, 'X')).toEqual([]);
  });
});
