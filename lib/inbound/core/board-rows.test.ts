import { describe, expect, it } from 'vitest';
import { boardRows } from './board-rows.ts';
import type { BoardPoint } from './landed-cost.ts';

function point(carrierId: string, total: number, days: number, round?: number): BoardPoint {
  return {
    placementId: 'pl1',
    carrierId,
    round,
    lines: { placement: 0, freight: total, boxes: 0, 'extra-shipments': 0, stock: 0 },
    total,
    days,
    firstDays: days,
    isUndominated: false,
  };
}

describe('the rows of the board', () => {
  it('show carriers that come to the same as one, windows apart', () => {
    const rows = boardRows([
      point('fedex', 900, 9, 0),
      point('dhl', 900, 9, 0),
      point('dhl', 900, 9, 1),
      point('ups', 900, 8),
      point('usps', 800, 12, 0),
    ]);
    expect(rows.map((row) => [row.point.carrierId, row.point.round, row.alike])).toEqual([
      ['usps', 0, []],
      ['ups', undefined, []],
      ['fedex', 0, ['dhl']],
      ['dhl', 1, []],
    ]);
  });
});
