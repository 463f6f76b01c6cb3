import type { BoardPoint } from './landed-cost.ts';

/** Points that a seller cannot tell apart by cost or time, shown as one. */
export type BoardRow = {
  readonly point: BoardPoint;
  /** other carriers that come to the same with the same placement and windows */
  readonly alike: readonly string[];
};

/** One row for all carriers that come to the same; the cheapest first, of those the fastest. */
export function boardRows(points: readonly BoardPoint[]): BoardRow[] {
  const rows = new Map<string, { point: BoardPoint; alike: string[] }>();
  for (const point of points) {
    const name = [point.placementId, point.round ?? '', point.total, point.days].join('~');
    const row = rows.get(name);
    if (row) row.alike.push(point.carrierId);
    else rows.set(name, { point, alike: [] });
  }
  return [...rows.values()].toSorted(
    (a, b) => a.point.total - b.point.total || a.point.days - b.point.days,
  );
}
