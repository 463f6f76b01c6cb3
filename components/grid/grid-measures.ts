import type { Extent, Place, Range } from './selection.ts';

/** All cells are alike in size, so what is on the screen is a matter of arithmetic. */
export type GridMeasures = {
  readonly rowHeight: number;
  readonly columnWidth: number;
  readonly headHeight: number;
  readonly footHeight: number;
  /** The width of what stands before the cells and stays; on a telephone it is the narrow one. */
  readonly leadWidth: number;
  readonly narrowLeadWidth: number;
};

const NARROW = 560;
const narrowed = new WeakMap<GridMeasures, GridMeasures>();

/** The measures for a window: where there is little room, most of it is left to the cells. */
export function measuresFor({ width }: Viewport, measures: GridMeasures): GridMeasures {
  if (width >= NARROW) return measures;
  const known = narrowed.get(measures);
  if (known) return known;
  const narrow = { ...measures, leadWidth: measures.narrowLeadWidth };
  narrowed.set(measures, narrow);
  return narrow;
}

export type Viewport = {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
};

/** Cells drawn beyond the edges, so that a quick scroll shows no gap. */
const BEYOND = 4;

export function visibleRange(
  view: Viewport,
  measures: GridMeasures,
  { rows, columns }: Extent,
): Range {
  const { rowHeight, columnWidth, headHeight, footHeight, leadWidth } = measures;
  const height = Math.max(0, view.height - headHeight - footHeight);
  const width = Math.max(0, view.width - leadWidth);
  return {
    top: Math.max(0, Math.floor(view.top / rowHeight) - BEYOND),
    left: Math.max(0, Math.floor(view.left / columnWidth) - BEYOND),
    bottom: Math.min(rows - 1, Math.ceil((view.top + height) / rowHeight) + BEYOND),
    right: Math.min(columns - 1, Math.ceil((view.left + width) / columnWidth) + BEYOND),
  };
}

/** Where to scroll so that a cell is in view; the same place when it already is. */
export function scrollTo(
  place: Place,
  view: Viewport,
  measures: GridMeasures,
): { readonly top: number; readonly left: number } {
  const { rowHeight, columnWidth, headHeight, footHeight, leadWidth } = measures;
  const height = view.height - headHeight - footHeight;
  const width = view.width - leadWidth;
  return {
    top: nearest(view.top, place.row * rowHeight, rowHeight, height),
    left: nearest(view.left, place.column * columnWidth, columnWidth, width),
  };
}

// oxlint-disable-next-line max-params -- four lengths of one axis
function nearest(scroll: number, start: number, length: number, space: number): number {
  if (start < scroll || length > space) return start;
  return start + length > scroll + space ? start + length - space : scroll;
}

/** The cell under a point of the scrolled area. */
export function placeAt(
  point: { readonly x: number; readonly y: number },
  view: Viewport,
  measures: GridMeasures,
): Place {
  return {
    row: Math.floor((point.y - measures.headHeight + view.top) / measures.rowHeight),
    column: Math.floor((point.x - measures.leadWidth + view.left) / measures.columnWidth),
  };
}
