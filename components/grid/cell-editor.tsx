'use client';

import { useEffect, useRef } from 'react';

import type { GridMeasures } from './grid-measures.ts';
import type { GridActs } from './use-grid.ts';

type CellEditorProps = {
  readonly grid: GridActs;
  readonly label: string;
  readonly measures: GridMeasures;
};

/** The text being typed, over the active cell. */
export function CellEditor({ grid, label, measures }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const { editing, selection } = grid.state;
  const { row, column } = selection.active;

  useEffect(() => {
    const field = input.current;
    if (!field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, []);

  return (
    <input
      ref={input}
      aria-label={label}
      value={editing?.text ?? ''}
      autoComplete="off"
      inputMode="text"
      onChange={(event) => grid.act({ kind: 'type', text: event.target.value })}
      onBlur={() => grid.act({ kind: 'commit' })}
      className="absolute z-[3] rounded-none bg-surface px-2 text-end text-base tabular-nums text-ink shadow-lift outline-2 -outline-offset-2 outline-focus"
      style={{
        top: measures.headHeight + row * measures.rowHeight,
        left: measures.leadWidth + column * measures.columnWidth,
        height: measures.rowHeight,
        width: Math.max(measures.columnWidth, 24 + (editing?.text.length ?? 0) * 9),
      }}
    />
  );
}
