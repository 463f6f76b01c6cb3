import {
  type CellChange,
  clearBlock,
  copyBlock,
  fillDown,
  fillRight,
  pasteBlock,
} from './blocks.ts';
import {
  clamped,
  edgeFrom,
  enterFrom,
  type Extent,
  goTo,
  type Place,
  rangeOf,
  type Selection,
  selectionAt,
  type Step,
  stepBy,
  tabFrom,
} from './selection.ts';

/** The cells of a grid as its keys see them. */
export type Sheet = Extent & {
  /** How many columns pasting may add to. */
  readonly mostColumns: number;
  readonly read: (row: number, column: number) => string;
  readonly isLocked: (row: number) => boolean;
  /** What a typed text comes to: "=12*8" is 96. */
  readonly settle: (row: number, text: string) => string;
};

export type GridState = {
  readonly selection: Selection;
  /** What is typed in the active cell and not yet put into it. */
  readonly editing?: { readonly text: string; readonly isFresh: boolean };
};

/** One command for each kind, so that a switch can tell them apart. */
type Kinds<Kind extends string, Rest = unknown> = Kind extends string
  ? { readonly kind: Kind } & Rest
  : never;

type Extending = { readonly extend: boolean };
type Selecting =
  | Kinds<'step' | 'edge', Extending & { readonly by: Step }>
  | Kinds<'go', Extending & { readonly to: Place }>
  | Kinds<'row-start' | 'row-end' | 'first' | 'last', Extending>
  | Kinds<'select-all' | 'select-row' | 'select-column'>;
type Changing =
  | Kinds<'clear' | 'fill-down' | 'fill-right'>
  | Kinds<'paste', { readonly text: string }>;

export type GridCommand =
  | Selecting
  | Changing
  | Kinds<'tab' | 'enter', { readonly back: boolean }>
  | Kinds<'edit' | 'commit' | 'cancel'>
  | Kinds<'type', { readonly text: string; readonly isFresh?: boolean }>;

export type GridOutcome = {
  readonly state: GridState;
  readonly changes: readonly CellChange[];
  /** Cells of a pasted block that found no place. */
  readonly clipped?: number;
};

export const START: GridState = { selection: selectionAt({ row: 0, column: 0 }) };

/** What a key or an act of the mouse does to the selection and to the cells. */
export function gridStep(state: GridState, command: GridCommand, sheet: Sheet): GridOutcome {
  if (command.kind === 'type') {
    const isFresh = command.isFresh ?? state.editing?.isFresh ?? false;
    return only({ ...state, editing: { text: command.text, isFresh } });
  }
  if (command.kind === 'cancel') return only({ selection: state.selection });
  if (command.kind === 'edit') return edit(state, sheet);
  const written = commit(state, sheet);
  const { selection } = state;
  switch (command.kind) {
    case 'commit':
      return { state: { selection }, changes: written };
    case 'tab':
      return moved(tabFrom(selection, sheet, command.back) ?? selection, written);
    case 'enter':
      return moved(enterFrom(selection, sheet, command.back), written);
    case 'clear':
    case 'fill-down':
    case 'fill-right':
    case 'paste':
      return changed(selection, command, { ...sheet, written });
    default:
      return moved(selectedBy(selection, command, sheet), written);
  }
}

function only(state: GridState): GridOutcome {
  return { state, changes: [] };
}

function moved(selection: Selection, changes: readonly CellChange[]): GridOutcome {
  return { state: { selection }, changes };
}

function edit(state: GridState, sheet: Sheet): GridOutcome {
  const { row, column } = state.selection.active;
  if (sheet.isLocked(row) || state.editing) return only(state);
  return only({ ...state, editing: { text: sheet.read(row, column), isFresh: false } });
}

function commit({ selection, editing }: GridState, sheet: Sheet): readonly CellChange[] {
  const { row, column } = selection.active;
  if (!editing || sheet.isLocked(row)) return [];
  const text = sheet.settle(row, editing.text);
  return text === sheet.read(row, column) ? [] : [{ row, column, text }];
}

function selectedBy(selection: Selection, command: Selecting, sheet: Sheet): Selection {
  const lastRow = sheet.rows - 1;
  const lastColumn = sheet.columns - 1;
  switch (command.kind) {
    case 'step':
      return stepBy(selection, command.by, { extent: sheet, extend: command.extend });
    case 'edge': {
      const isFilled = ({ row, column }: Place) => sheet.read(row, column) !== '';
      const start = command.extend ? selection.to : selection.active;
      return goTo(selection, edgeFrom(start, command.by, { ...sheet, isFilled }), command.extend);
    }
    case 'go':
      return goTo(selection, clamped(command.to, sheet), command.extend);
    case 'row-start':
    case 'row-end': {
      const { row } = command.extend ? selection.to : selection.active;
      const column = command.kind === 'row-start' ? 0 : lastColumn;
      return goTo(selection, { row, column }, command.extend);
    }
    case 'first':
      return goTo(selection, { row: 0, column: 0 }, command.extend);
    case 'last':
      return goTo(selection, { row: lastRow, column: lastColumn }, command.extend);
    case 'select-all':
      return block(selection, { row: 0, column: 0 }, { row: lastRow, column: lastColumn });
    case 'select-row': {
      const { top, bottom } = rangeOf(selection);
      return block(selection, { row: top, column: 0 }, { row: bottom, column: lastColumn });
    }
    case 'select-column': {
      const { left, right } = rangeOf(selection);
      return block(selection, { row: 0, column: left }, { row: lastRow, column: right });
    }
  }
}

function block({ active }: Selection, from: Place, to: Place): Selection {
  return { active, from, to };
}

type ChangeContext = Sheet & { readonly written: readonly CellChange[] };

function changed(
  selection: Selection,
  command: Changing,
  { written, ...sheet }: ChangeContext,
): GridOutcome {
  const range = rangeOf(selection);
  const writable = (changes: readonly CellChange[]) =>
    changes.filter(({ row }) => !sheet.isLocked(row));
  switch (command.kind) {
    case 'clear':
      return moved(selection, [...written, ...writable(clearBlock(range))]);
    case 'fill-down':
      return moved(selection, [...written, ...writable(fillDown(range, sheet.read))]);
    case 'fill-right':
      return moved(selection, [...written, ...writable(fillRight(range, sheet.read))]);
    case 'paste': {
      const limits = { rows: sheet.rows, columns: sheet.mostColumns };
      const { changes, range: filled, clipped } = pasteBlock(command.text, range, limits);
      const settled = writable(changes).map((change) => ({
        ...change,
        text: sheet.settle(change.row, change.text),
      }));
      const from = { row: filled.top, column: filled.left };
      const to = { row: filled.bottom, column: filled.right };
      return {
        state: { selection: { active: from, from, to } },
        changes: [...written, ...settled],
        ...(clipped > 0 && { clipped }),
      };
    }
  }
}

export function copied({ selection }: GridState, sheet: Sheet): string {
  return copyBlock(rangeOf(selection), sheet.read);
}
