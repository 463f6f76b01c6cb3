/** A cell of a grid, both counted from zero. */
export type Place = { readonly row: number; readonly column: number };
export type Extent = { readonly rows: number; readonly columns: number };

/** A block of cells reaching from one corner to the other; `active` is the cell that is typed into. */
export type Selection = {
  readonly active: Place;
  readonly from: Place;
  readonly to: Place;
  /** The column in which Tab began; Enter goes back below it. */
  readonly tabbedFrom?: number;
};

export type Range = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

export function selectionAt(place: Place): Selection {
  return { active: place, from: place, to: place };
}

export function rangeOf({ from, to }: Selection): Range {
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export function isInRange({ top, left, bottom, right }: Range, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function isSingle(selection: Selection): boolean {
  const { top, left, bottom, right } = rangeOf(selection);
  return top === bottom && left === right;
}

export function clamped({ row, column }: Place, { rows, columns }: Extent): Place {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}

/** Goes to a cell, or with `extend` takes the selection's far corner there. */
export function goTo(selection: Selection, place: Place, extend: boolean): Selection {
  return extend
    ? { active: selection.active, from: selection.from, to: place }
    : selectionAt(place);
}

export type Step = { readonly rows: number; readonly columns: number };

export function stepBy(
  selection: Selection,
  by: Step,
  { extent, extend }: { readonly extent: Extent; readonly extend: boolean },
): Selection {
  const start = extend ? selection.to : selection.active;
  const next = { row: start.row + by.rows, column: start.column + by.columns };
  return goTo(selection, clamped(next, extent), extend);
}

/**
 * As far as Ctrl and an arrow go: to the end of the filled cells one stands in, or over the gap to
 * the next filled one, else to the edge.
 */
export function edgeFrom(
  start: Place,
  by: Step,
  { rows, columns, isFilled }: Extent & { readonly isFilled: (place: Place) => boolean },
): Place {
  const after = (place: Place) =>
    clamped({ row: place.row + by.rows, column: place.column + by.columns }, { rows, columns });
  const isSame = (a: Place, b: Place) => a.row === b.row && a.column === b.column;
  let place = after(start);
  if (isSame(place, start)) return start;
  const isRun = isFilled(start) && isFilled(place);
  for (;;) {
    const next = after(place);
    if (isSame(next, place)) return place;
    if (isRun ? !isFilled(next) : isFilled(place)) return place;
    place = next;
  }
}

/** Where Tab leads; undefined where it leads out of the grid. */
export function tabFrom(
  selection: Selection,
  extent: Extent,
  isBack: boolean,
): Selection | undefined {
  if (!isSingle(selection)) return cycled(selection, isBack, 'by-row');
  const { row, column } = selection.active;
  const next = { row, column: column + (isBack ? -1 : 1) };
  if (next.column < 0 || next.column >= extent.columns) return undefined;
  return { ...selectionAt(next), tabbedFrom: selection.tabbedFrom ?? column };
}

export function enterFrom(selection: Selection, extent: Extent, isBack: boolean): Selection {
  if (!isSingle(selection)) return cycled(selection, isBack, 'by-column');
  const { active, tabbedFrom } = selection;
  const column = isBack ? active.column : (tabbedFrom ?? active.column);
  return selectionAt(clamped({ row: active.row + (isBack ? -1 : 1), column }, extent));
}

/** The next cell inside a selected block, around its end to its beginning. */
function cycled(selection: Selection, isBack: boolean, order: 'by-row' | 'by-column'): Selection {
  const { top, left, bottom, right } = rangeOf(selection);
  const height = bottom - top + 1;
  const width = right - left + 1;
  const [row, column] = [selection.active.row - top, selection.active.column - left];
  const at = order === 'by-row' ? row * width + column : column * height + row;
  const next = (at + (isBack ? -1 : 1) + height * width) % (height * width);
  const active =
    order === 'by-row'
      ? { row: top + Math.floor(next / width), column: left + (next % width) }
      : { row: top + (next % height), column: left + Math.floor(next / height) };
  return { ...selection, active };
}
