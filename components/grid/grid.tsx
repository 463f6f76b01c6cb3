'use client';

import { useTranslations } from 'next-intl';
import { type PointerEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';

import { CellEditor } from './cell-editor.tsx';
import {
  type GridMeasures,
  measuresFor,
  placeAt,
  scrollTo,
  visibleRange,
} from './grid-measures.ts';
import { Foot, Heads } from './grid-frame.tsx';
import type { GridModel } from './grid-model.ts';
import { type GridCell, GridRowView } from './grid-row.tsx';
import { type Place, type Range, rangeOf } from './selection.ts';
import { type GridActs, useGrid } from './use-grid.ts';
import { useViewport } from './use-viewport.ts';

type GridProps = {
  readonly id: string;
  readonly label: string;
  readonly model: GridModel;
  readonly measures: GridMeasures;
  /** Column headings before the first cell: of the labels and of the figures beside them. */
  readonly leadHeads: readonly [ReactNode, ReactNode];
  /** What is to be said about the active cell: what is wrong with it. */
  readonly about?: (place: Place) => ReactNode;
  /** What can be done with the selected cells. */
  readonly tools?: (range: Range, grid: GridActs) => ReactNode;
  /** A cell to go to, such as one that a problem is about. */
  readonly goTo?: Place | undefined;
};

/**
 * A spreadsheet: arrows, Tab, Enter, blocks by Shift or the mouse, the clipboard in both directions,
 * fill down, undo. Only what is in view is drawn, so its size costs nothing.
 */
export function Grid({ id, label, model, leadHeads, about, tools, goTo, ...rest }: GridProps) {
  const t = useTranslations('ui');
  const box = useRef<HTMLDivElement>(null);
  const [view, look] = useViewport(box);
  const measures = measuresFor(view, rest.measures);
  const pageRows = Math.max(1, Math.floor(view.height / measures.rowHeight) - 3);
  const grid = useGrid(model, box, pageRows);
  const { selection, editing } = grid.state;
  const { active, to } = selection;
  const range = rangeOf(selection);
  const extent = { rows: model.rows.length, columns: model.columns };
  const seen = visibleRange(view, measures, extent);
  const columns = numbersOf(seen.left, seen.right, active.column);
  const pointer = usePointer(grid, measures, box);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = element;
    const now = { top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight };
    const next = scrollTo(to, now, measures);
    if (next.top !== now.top || next.left !== now.left) element.scrollTo(next);
  }, [to, measures]);

  const { act } = grid;
  const latestAct = useRef(act);
  useEffect(() => {
    latestAct.current = act;
  }, [act]);
  useEffect(() => {
    if (!goTo) return;
    latestAct.current({ kind: 'go', to: goTo, extend: false });
    box.current?.focus();
  }, [goTo]);

  return (
    <div className="flex min-w-0 flex-col gap-1 noscript:hidden">
      {tools?.(range, grid)}
      <div
        ref={box}
        id={id}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-rowcount={extent.rows + (model.foot ? 2 : 1)}
        aria-colcount={extent.columns + 2}
        aria-multiselectable="true"
        aria-activedescendant={`${id}-${active.row}-${active.column}`}
        onScroll={look}
        onKeyDown={grid.press}
        onCopy={grid.copy}
        onCut={grid.cut}
        onPaste={grid.paste}
        {...pointer}
        className="relative isolate max-h-[min(70dvh,44rem)] touch-pan-x touch-pan-y overflow-auto rounded border border-edge bg-surface select-none"
      >
        <div
          role="presentation"
          className="relative flex flex-col justify-between"
          style={{
            width: measures.leadWidth + extent.columns * measures.columnWidth,
            height: measures.headHeight + extent.rows * measures.rowHeight + measures.footHeight,
          }}
        >
          <Heads {...{ model, measures, columns, range, leadHeads }} />
          {numbersOf(seen.top, seen.bottom, active.row).map((row) => {
            const line = model.rows[row];
            return (
              line && (
                <GridRowView
                  key={line.key}
                  id={id}
                  row={row}
                  line={line}
                  measures={measures}
                  cells={columns.map((column) => cellOf(model, row, column))}
                  selected={
                    row >= range.top && row <= range.bottom ? [range.left, range.right] : undefined
                  }
                  active={row === active.row ? active.column : undefined}
                />
              )
            );
          })}
          {editing && <CellEditor grid={grid} label={nameOf(model, active)} measures={measures} />}
          {model.foot && (
            <Foot {...{ measures, columns }} foot={model.foot} row={extent.rows + 2} />
          )}
        </div>
      </div>
      <p id={`${id}-keys`} className="text-sm text-muted">
        {t('grid.keys')}
      </p>
      <output className="flex min-h-6 flex-col gap-0.5 text-sm">
        {about?.(active)}
        {grid.clipped > 0 && t('grid.clipped', { count: grid.clipped })}
      </output>
    </div>
  );
}

function numbersOf(from: number, to: number, also: number): readonly number[] {
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  return also < from ? [also, ...numbers] : also > to ? [...numbers, also] : numbers;
}

function cellOf(model: GridModel, row: number, column: number): GridCell {
  return {
    column,
    text: model.read(row, column),
    suffix: model.suffix?.(row, column) ?? '',
    tone: model.tone?.(row, column),
  };
}

function nameOf(model: GridModel, { row, column }: Place): string {
  return `${model.rows[row]?.name ?? ''}, ${model.head(column).name}`;
}

/** Presses choose cells, drags choose blocks, a second press opens a cell. */
function usePointer(grid: GridActs, measures: GridMeasures, box: RefObject<HTMLDivElement | null>) {
  const dragging = useRef(false);
  const placeOf = (event: PointerEvent): Place => {
    const element = box.current;
    if (!element) return { row: -1, column: -1 };
    const { left, top } = element.getBoundingClientRect();
    const point = { x: event.clientX - left, y: event.clientY - top };
    const place = placeAt(
      point,
      { top: element.scrollTop, left: element.scrollLeft, width: 0, height: 0 },
      measures,
    );
    return {
      row: point.y < measures.headHeight ? -1 : place.row,
      column: point.x < measures.leadWidth ? -1 : place.column,
    };
  };

  function press(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0 || event.target instanceof HTMLInputElement) return;
    const place = placeOf(event);
    const { active } = grid.state.selection;
    const isAgain = place.row === active.row && place.column === active.column;
    if (event.pointerType === 'mouse') dragging.current = true;
    if (isAgain && event.detail >= 2) return;
    grid.act({ kind: 'go', to: inside(place), extend: event.shiftKey });
    if (place.column < 0 && place.row >= 0) grid.act({ kind: 'select-row' });
    if (place.row < 0 && place.column >= 0) grid.act({ kind: 'select-column' });
  }

  function drag(event: PointerEvent<HTMLElement>): void {
    if (!dragging.current || (event.buttons & 1) === 0) {
      dragging.current = false;
      return;
    }
    const place = placeOf(event);
    const { to } = grid.state.selection;
    if (place.row < 0 || place.column < 0) return;
    if (place.row !== to.row || place.column !== to.column)
      grid.act({ kind: 'go', to: place, extend: true });
  }

  return {
    onPointerDown: press,
    onPointerMove: drag,
    onPointerUp: () => {
      dragging.current = false;
    },
    onDoubleClick: () => grid.act({ kind: 'edit' }),
  };
}

function inside({ row, column }: Place): Place {
  return { row: Math.max(0, row), column: Math.max(0, column) };
}
