'use client';

import type { ReactNode } from 'react';

import { classNames } from '../ui/class-names.ts';
import type { GridMeasures } from './grid-measures.ts';
import type { GridHead, GridModel } from './grid-model.ts';
import { isInRange, type Range } from './selection.ts';

type HeadsProps = {
  readonly model: GridModel;
  readonly measures: GridMeasures;
  readonly columns: readonly number[];
  readonly range: Range;
  readonly leadHeads: readonly [ReactNode, ReactNode];
};

export function Heads({ model, measures, columns, range, leadHeads }: HeadsProps) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-[4] border-b border-edge bg-raised text-sm font-semibold"
      style={{ height: measures.headHeight }}
    >
      <div
        className="sticky start-0 z-[5] flex h-full items-center border-e border-edge bg-raised"
        style={{ width: measures.leadWidth }}
      >
        <div role="columnheader" aria-colindex={1} className="min-w-0 flex-1 truncate px-2">
          {leadHeads[0]}
        </div>
        <div role="columnheader" aria-colindex={2} className="shrink-0 px-2 text-end">
          {leadHeads[1]}
        </div>
      </div>
      {columns.map((column) => (
        <Head
          key={column}
          column={column}
          head={model.head(column)}
          measures={measures}
          isSelected={isInRange({ ...range, top: 0, bottom: 0 }, { row: 0, column })}
        />
      ))}
    </div>
  );
}

type HeadProps = {
  readonly column: number;
  readonly head: GridHead;
  readonly measures: GridMeasures;
  readonly isSelected: boolean;
};

function Head({ column, head, measures, isSelected }: HeadProps) {
  return (
    <div
      role="columnheader"
      aria-colindex={column + 3}
      aria-label={head.name}
      className={classNames(
        'absolute inset-y-0 flex cursor-default items-center justify-end truncate border-e border-line px-2',
        isSelected && 'bg-selected',
        head.tone === 'danger' && 'text-danger',
        head.tone === 'quiet' && 'font-normal text-muted',
      )}
      style={{
        left: measures.leadWidth + column * measures.columnWidth,
        width: measures.columnWidth,
      }}
    >
      {head.label}
    </div>
  );
}

type FootProps = Pick<HeadsProps, 'measures' | 'columns'> & {
  readonly foot: NonNullable<GridModel['foot']>;
  readonly row: number;
};

/** Sums that stay in view below the cells. */
export function Foot({ measures, columns, foot, row }: FootProps) {
  return (
    <div
      role="row"
      aria-rowindex={row}
      className="sticky bottom-0 z-[4] border-t border-edge bg-raised text-sm"
      style={{ height: measures.footHeight }}
    >
      <div
        className="sticky start-0 z-[5] flex h-full items-center border-e border-edge bg-raised"
        style={{ width: measures.leadWidth }}
      >
        <div role="rowheader" aria-colindex={1} className="min-w-0 flex-1 truncate px-2">
          {foot.label}
        </div>
        <div
          role="gridcell"
          aria-readonly="true"
          aria-colindex={2}
          className="shrink-0 px-2 text-end font-semibold tabular-nums"
        >
          {foot.aside}
        </div>
      </div>
      {columns.map((column) => (
        <div
          key={column}
          role="gridcell"
          aria-readonly="true"
          aria-colindex={column + 3}
          className="absolute inset-y-0 flex items-center justify-end border-e border-line px-2 tabular-nums"
          style={{
            left: measures.leadWidth + column * measures.columnWidth,
            width: measures.columnWidth,
          }}
        >
          {foot.cell(column)}
        </div>
      ))}
    </div>
  );
}
