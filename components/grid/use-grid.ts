'use client';

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';

import {
  copied,
  type GridCommand,
  type GridState,
  gridStep,
  type Sheet,
  START,
} from './grid-state.ts';
import { keyInCell, keyInGrid } from './grid-keys.ts';
import type { GridModel } from './grid-model.ts';
import { clamped, type Extent } from './selection.ts';

export type GridActs = {
  readonly state: GridState;
  readonly clipped: number;
  readonly act: (command: GridCommand) => void;
  readonly press: (event: KeyboardEvent<HTMLElement>) => void;
  readonly copy: (event: ClipboardEvent<HTMLElement>) => void;
  readonly cut: (event: ClipboardEvent<HTMLElement>) => void;
  readonly paste: (event: ClipboardEvent<HTMLElement>) => void;
};

/** The keys, the clipboard and the selection of a grid over cells that its owner keeps. */
export function useGrid(
  model: GridModel,
  element: RefObject<HTMLElement | null>,
  pageRows: number,
): GridActs {
  const [last, setState] = useState<GridState>(START);
  const state = withinSheet(last, { rows: model.rows.length, columns: model.columns });
  // A field that goes away tells that it lost the focus; by then its text is in the cell.
  const latest = useRef(last);
  const [clipped, setClipped] = useState(0);
  // After Escape the next Tab leads out of the grid, so that no keyboard is caught in it.
  const isLeaving = useRef(false);
  const sheet: Sheet = {
    rows: model.rows.length,
    columns: model.columns,
    mostColumns: model.mostColumns,
    read: model.read,
    isLocked: (row) => model.rows[row]?.isLocked ?? false,
    settle: model.settle,
  };

  function show(next: GridState): void {
    latest.current = next;
    setState(next);
  }

  function act(command: GridCommand): void {
    const {
      state: next,
      changes,
      clipped: lost = 0,
    } = gridStep(withinSheet(latest.current, sheet), command, sheet);
    if (changes.length > 0) model.change(changes);
    show(next);
    setClipped(lost);
  }

  function press(event: KeyboardEvent<HTMLElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { editing, selection } = state;
    const meaning = editing ? keyInCell(event, editing.isFresh) : keyInGrid(event, pageRows);
    if (!editing && event.key === 'Escape') isLeaving.current = true;
    if (!meaning) return;
    if (meaning.kind === 'tab' && leaves(event.shiftKey)) {
      if (editing) act({ kind: 'commit' });
      return;
    }
    isLeaving.current = false;
    event.preventDefault();
    if (editing) element.current?.focus({ preventScroll: true });
    if (meaning.kind === 'undo') model.undo();
    else if (meaning.kind === 'redo') model.redo();
    else if (meaning.kind === 'type' && sheet.isLocked(selection.active.row)) return;
    else act(meaning);
  }

  function leaves(isBack: boolean): boolean {
    const { active, from, to } = state.selection;
    const isBlock = from.row !== to.row || from.column !== to.column;
    const edge = isBack ? 0 : sheet.columns - 1;
    return isLeaving.current || (!isBlock && active.column === edge);
  }

  function copy(event: ClipboardEvent<HTMLElement>): void {
    if (state.editing) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied(state, sheet));
  }

  function cut(event: ClipboardEvent<HTMLElement>): void {
    if (state.editing) return;
    copy(event);
    act({ kind: 'clear' });
  }

  function paste(event: ClipboardEvent<HTMLElement>): void {
    if (state.editing) return;
    event.preventDefault();
    act({ kind: 'paste', text: event.clipboardData.getData('text/plain') });
  }

  return { state, clipped, act, press, copy, cut, paste };
}

/** Rows and columns go away while they are selected. */
function withinSheet(state: GridState, extent: Extent): GridState {
  const { active, from, to } = state.selection;
  const isWithin = [active, from, to].every(
    ({ row, column }) => row < extent.rows && column < extent.columns,
  );
  if (isWithin) return state;
  return {
    selection: {
      active: clamped(active, extent),
      from: clamped(from, extent),
      to: clamped(to, extent),
    },
  };
}
