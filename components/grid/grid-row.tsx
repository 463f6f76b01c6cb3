'use client';

import { memo } from 'react';

import { classNames } from '../ui/class-names.ts';
import type { CellTone, GridLine } from './grid-model.ts';
import type { GridMeasures } from './grid-measures.ts';

export type GridCell = {
  readonly column: number;
  readonly text: string;
  readonly suffix: string;
  readonly tone: CellTone | undefined;
};

type GridRowProps = {
  readonly id: string;
  readonly row: number;
  readonly line: GridLine;
  readonly cells: readonly GridCell[];
  readonly measures: GridMeasures;
  /** The selected columns of this row. */
  readonly selected: readonly [from: number, to: number] | undefined;
  readonly active: number | undefined;
};

const TONES: Record<CellTone, string> = {
  danger: 'bg-danger-wash text-danger',
  warning: 'bg-warning-wash',
  quiet: 'text-muted',
};

/** One row: its label stays in view, its cells stand where arithmetic puts them. */
export const GridRowView = memo(function GridRowView(props: GridRowProps) {
  const { id, row, line, cells, measures, selected, active } = props;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classNames(
        'absolute inset-x-0 border-b',
        line.isLastOfKind ? 'border-edge' : 'border-line',
      )}
      style={{
        top: measures.headHeight + row * measures.rowHeight,
        height: measures.rowHeight,
      }}
    >
      <div
        className="sticky start-0 z-[2] flex h-full border-e border-edge bg-surface"
        style={{ width: measures.leadWidth }}
      >
        <div
          role="rowheader"
          aria-colindex={1}
          data-row-head={row}
          title={line.name}
          className={classNames(
            'flex min-w-0 flex-1 cursor-default items-center truncate px-2 text-sm',
            selected && 'font-semibold',
          )}
        >
          {line.label}
        </div>
        <div
          role="gridcell"
          aria-colindex={2}
          aria-readonly="true"
          className="flex shrink-0 items-center justify-end px-2 text-sm"
        >
          {line.aside}
        </div>
      </div>
      {cells.map(({ column, text, suffix, tone }) => (
        <div
          key={column}
          id={`${id}-${row}-${column}`}
          role="gridcell"
          aria-colindex={column + 3}
          aria-selected={isIn(selected, column)}
          {...(line.isLocked && { 'aria-readonly': true })}
          {...(tone === 'danger' && { 'aria-invalid': true })}
          className={classNames(
            'absolute inset-y-0 flex cursor-cell items-center justify-end gap-1 border-e border-line px-2 text-base tabular-nums',
            tone && TONES[tone],
            isIn(selected, column) && column !== active && 'bg-selected!',
            column === active && 'z-[1] outline-2 -outline-offset-2 outline-focus',
          )}
          style={{
            left: measures.leadWidth + column * measures.columnWidth,
            width: measures.columnWidth,
          }}
        >
          <span className="truncate">{text}</span>
          {suffix !== '' && <span className="text-xs text-muted">{suffix}</span>}
        </div>
      ))}
    </div>
  );
}, isSame);

function isIn(selected: GridRowProps['selected'], column: number): boolean {
  return selected !== undefined && column >= selected[0] && column <= selected[1];
}

function isSame(before: GridRowProps, after: GridRowProps): boolean {
  return (
    before.line === after.line &&
    before.row === after.row &&
    before.measures === after.measures &&
    before.active === after.active &&
    before.selected?.[0] === after.selected?.[0] &&
    before.selected?.[1] === after.selected?.[1] &&
    before.cells.length === after.cells.length &&
    before.cells.every((cell, at) => isSameCell(cell, after.cells[at]))
  );
}

function isSameCell(a: GridCell, b: GridCell | undefined): boolean {
  return a.column === b?.column && a.text === b.text && a.suffix === b.suffix && a.tone === b.tone;
}
