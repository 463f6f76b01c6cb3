import type { BoxLabelFormat } from '../box-label.ts';

/** Part of a page, in millimetres from its top left. */
export type Cell = {
  readonly leftMm: number;
  readonly topMm: number;
  readonly rightMm: number;
  readonly bottomMm: number;
};

// Dashed lines to cut along lie on the borders.
const CUT_LINE_MM = 0.8;

/** The parts of a page that may carry a label of their own, those for carrier labels included. */
export function cellsOf(format: BoxLabelFormat): readonly Cell[] {
  const across = borders(format, {
    count: format.columns,
    start: format.leftMm,
    size: format.labelWidthMm,
    gap: format.gapXMm,
    whole: format.pageWidthMm,
  });
  const down = borders(format, {
    count: format.rows,
    start: format.topMm,
    size: format.labelHeightMm,
    gap: format.gapYMm,
    whole: format.pageHeightMm,
  });
  const cells: Cell[] = [];
  for (let row = 1; row < down.length; row++) {
    for (let column = 1; column < across.length; column++) {
      cells.push({
        leftMm: (across[column - 1] ?? 0) + CUT_LINE_MM,
        rightMm: (across[column] ?? 0) - CUT_LINE_MM,
        topMm: (down[row - 1] ?? 0) + CUT_LINE_MM,
        bottomMm: (down[row] ?? 0) - CUT_LINE_MM,
      });
    }
  }
  return cells;
}

type Axis = {
  readonly count: number;
  readonly start: number;
  readonly size: number;
  readonly gap: number;
  readonly whole: number;
};

function borders(format: BoxLabelFormat, axis: Axis): readonly number[] {
  const { count, start, size, gap, whole } = axis;
  const between = Array.from(
    { length: count - 1 },
    (_, at) => start + (at + 1) * (size + gap) - gap / 2,
  );
  // Beside a single row or column lies the half that is the carrier's.
  const isHalf = count === 1 && size < whole * 0.65 && format.columns * format.rows <= 3;
  const carriers = isHalf
    ? [start > size ? start - gap / 2 : Math.max(whole / 2, start + size)]
    : [];
  return [0, ...between, ...carriers, whole];
}
