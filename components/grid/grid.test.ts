import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { evaluateExpression } from '../ui/number-expression.ts';
import {
  copied,
  type GridCommand,
  type GridState,
  gridStep,
  type Sheet,
  START,
} from './grid-state.ts';
import { type Key, keyInCell, keyInGrid, type KeyMeaning } from './grid-keys.ts';
import { type History, historyOf, record, redo, undo } from './history.ts';
import { rangeOf, selectionAt } from './selection.ts';

type Cells = readonly (readonly string[])[];

/** A grid over plain texts, the way the page keeps one. */
function bench(start: Cells, mostColumns = start[0]?.length ?? 0) {
  let cells = start.map((row) => [...row]);
  let state: GridState = START;
  const sheet = (): Sheet => ({
    rows: cells.length,
    columns: cells[0]?.length ?? 0,
    mostColumns,
    read: (row, column) => cells[row]?.[column] ?? '',
    isLocked: (row) => row === 9,
    settle: (_, text) => evaluateExpression(text, 0) ?? text.trim(),
  });
  const act = (...commands: readonly GridCommand[]) => {
    for (const command of commands) {
      const outcome = gridStep(state, command, sheet());
      state = outcome.state;
      const wide = Math.max(...outcome.changes.map(({ column }) => column + 1), 0);
      cells = cells.map((row) => [...row, ...Array.from({ length: wide - row.length }, () => '')]);
      for (const { row, column, text } of outcome.changes) (cells[row] ?? [])[column] = text;
    }
  };
  return {
    act,
    cells: () => cells.map((row) => row.join(' ').trim()),
    active: () => [state.selection.active.row, state.selection.active.column],
    range: () => rangeOf(state.selection),
    copy: () => copied(state, sheet()),
    state: () => state,
  };
}

const type = (text: string): GridCommand => ({ kind: 'type', text, isFresh: true });
const step = (rows: number, columns: number, extend = false): GridCommand => ({
  kind: 'step',
  by: { rows, columns },
  extend,
});
const tab: GridCommand = { kind: 'tab', back: false };
const enter: GridCommand = { kind: 'enter', back: false };
const BLANK: Cells = [
  ['', '', ''],
  ['', '', ''],
  ['', '', ''],
];

describe('typing', () => {
  test('a row is filled with Tab, and Enter begins the next below the first', () => {
    const grid = bench(BLANK);
    grid.act(type('1'), tab, type('2'), tab, type('3'), enter, type('4'), tab, type('5'), enter);
    expect(grid.cells()).toEqual(['1 2 3', '4 5', '']);
    expect(grid.active()).toEqual([2, 0]);
  });

  test('an expression is put into the cell as what it comes to', () => {
    const grid = bench(BLANK);
    grid.act(type('=12*8'), enter);
    expect(grid.cells()[0]).toBe('96');
  });

  test('Escape leaves the cell as it was', () => {
    const grid = bench([['7']]);
    grid.act(type('9'), { kind: 'cancel' });
    expect(grid.cells()).toEqual(['7']);
  });

  test('an edit that changes nothing is no change', () => {
    const { changes } = gridStep({ ...START, editing: { text: '7', isFresh: true } }, enter, {
      rows: 2,
      columns: 1,
      mostColumns: 1,
      read: () => '7',
      isLocked: () => false,
      settle: (_, text) => text,
    });
    expect(changes).toEqual([]);
  });

  test('a locked row is not written to', () => {
    const grid = bench(Array.from({ length: 10 }, () => ['1']));
    grid.act({ kind: 'select-all' }, { kind: 'clear' });
    expect(grid.cells()).toEqual([...Array.from({ length: 9 }, () => ''), '1']);
    grid.act({ kind: 'go', to: { row: 9, column: 0 }, extend: false }, { kind: 'edit' });
    expect(grid.state().editing).toBeUndefined();
  });
});

describe('moving', () => {
  test('Ctrl and an arrow go to the end of what is filled, then over the gap, then to the edge', () => {
    const grid = bench([['1', '2', '', '', '5', '']]);
    const right: GridCommand = { kind: 'edge', by: { rows: 0, columns: 1 }, extend: false };
    const seen = [0, 1, 2].map(() => {
      grid.act(right);
      return grid.active()[1];
    });
    expect(seen).toEqual([1, 4, 5]);
  });

  test('Shift and arrows grow the block while typing stays where it began', () => {
    const grid = bench(BLANK);
    grid.act(step(1, 1), step(1, 0, true), step(0, 1, true));
    expect(grid.range()).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
    expect(grid.active()).toEqual([1, 1]);
  });

  test('Tab and Enter go round inside a block, by rows and by columns', () => {
    const grid = bench(BLANK);
    grid.act({ kind: 'go', to: { row: 1, column: 1 }, extend: true });
    const around = (command: GridCommand) =>
      Array.from({ length: 4 }, () => {
        grid.act(command);
        return grid.active().join();
      });
    expect(around(tab)).toEqual(['0,1', '1,0', '1,1', '0,0']);
    expect(around(enter)).toEqual(['1,0', '0,1', '1,1', '0,0']);
  });

  test('no way of moving leaves the grid', () => {
    const command = fc.oneof(
      fc.record({
        kind: fc.constantFrom('step' as const, 'edge' as const),
        by: fc.constantFrom(
          { rows: 1, columns: 0 },
          { rows: -9, columns: 0 },
          { rows: 0, columns: 3 },
        ),
        extend: fc.boolean(),
      }),
      fc.record({ kind: fc.constantFrom('tab' as const, 'enter' as const), back: fc.boolean() }),
      fc.record({
        kind: fc.constantFrom(
          'row-start' as const,
          'row-end' as const,
          'first' as const,
          'last' as const,
        ),
        extend: fc.boolean(),
      }),
      fc.record({
        kind: fc.constantFrom(
          'select-all' as const,
          'select-row' as const,
          'select-column' as const,
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const grid = bench(BLANK);
        grid.act(...commands);
        const { top, left, bottom, right } = grid.range();
        expect(Math.min(top, left, ...grid.active())).toBeGreaterThanOrEqual(0);
        expect(Math.max(bottom, right, ...grid.active())).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });
});

describe('blocks', () => {
  test('a block from a spreadsheet lands from the cell on, and new columns come into being', () => {
    const grid = bench(BLANK, 10);
    grid.act(step(1, 2), { kind: 'paste', text: '10\t20\t30\n=2*3\t\t5\n' });
    expect(grid.cells()).toEqual(['', '10 20 30', '6  5']);
    expect(grid.range()).toEqual({ top: 1, left: 2, bottom: 2, right: 4 });
  });

  test('what reaches beyond the last row is counted, not squeezed in', () => {
    const { clipped, changes } = gridStep(
      { selection: selectionAt({ row: 1, column: 0 }) },
      { kind: 'paste', text: '1\n2\n3' },
      {
        rows: 2,
        columns: 1,
        mostColumns: 1,
        read: () => '',
        isLocked: () => false,
        settle: (_, text) => text,
      },
    );
    expect([clipped, changes]).toEqual([2, [{ row: 1, column: 0, text: '1' }]]);
  });

  test('one copied cell fills a whole block', () => {
    const grid = bench(BLANK);
    grid.act({ kind: 'go', to: { row: 2, column: 1 }, extend: true }, { kind: 'paste', text: '8' });
    expect(grid.cells()).toEqual(['8 8', '8 8', '8 8']);
  });

  test('a block is filled down from its first row, a single row from the one above', () => {
    const grid = bench([['4', '5', ''], ...BLANK.slice(1)]);
    grid.act({ kind: 'go', to: { row: 1, column: 1 }, extend: true }, { kind: 'fill-down' });
    grid.act({ kind: 'go', to: { row: 2, column: 0 }, extend: false }, { kind: 'fill-down' });
    expect(grid.cells()).toEqual(['4 5', '4 5', '4']);
    grid.act({ kind: 'go', to: { row: 2, column: 2 }, extend: true }, { kind: 'fill-right' });
    expect(grid.cells()[2]).toBe('4 4 4');
  });

  test('what is copied and pasted elsewhere is the same', () => {
    const cell = fc.constantFrom('', '1', '96', '12.5 kg', 'two "x"', 'a\tb');
    const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(block, (cells) => {
        const grid = bench([...cells.map((row) => [...row, '', '']), ['x', 'x', '', '']]);
        grid.act({ kind: 'go', to: { row: 1, column: 1 }, extend: true });
        const text = grid.copy();
        grid.act({ kind: 'go', to: { row: 0, column: 2 }, extend: false }, { kind: 'paste', text });
        grid.act({ kind: 'go', to: { row: 1, column: 3 }, extend: true });
        // A blank last row is no part of a copied block.
        expect(grid.copy().trimEnd()).toBe(text.trimEnd());
      }),
      { numRuns: 60 },
    );
  });
});

describe('keys', () => {
  const key = (name: string, held: Partial<Key> = {}): Key => ({
    key: name,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...held,
  });

  test.each([
    [
      key('ArrowDown', { shiftKey: true }),
      { kind: 'step', by: { rows: 1, columns: 0 }, extend: true },
    ],
    [
      key('ArrowRight', { ctrlKey: true }),
      { kind: 'edge', by: { rows: 0, columns: 1 }, extend: false },
    ],
    [key('Tab', { shiftKey: true }), { kind: 'tab', back: true }],
    [key('z', { metaKey: true }), { kind: 'undo' }],
    [key('Z', { ctrlKey: true, shiftKey: true }), { kind: 'redo' }],
    [key('d', { ctrlKey: true }), { kind: 'fill-down' }],
    [key('5'), { kind: 'type', text: '5', isFresh: true }],
    [key('PageDown'), { kind: 'step', by: { rows: 15, columns: 0 }, extend: false }],
    [key('F5'), undefined],
    [key('c', { ctrlKey: true }), undefined],
    [key('ArrowLeft', { altKey: true }), undefined],
  ] satisfies [Key, KeyMeaning | undefined][])('%o', (event, meaning) => {
    expect(keyInGrid(event, 15)).toEqual(meaning);
  });

  test('arrows move inside a text that was opened to be mended', () => {
    expect(keyInCell(key('ArrowLeft'), false)).toBeUndefined();
    expect(keyInCell(key('ArrowLeft'), true)).toMatchObject({ kind: 'step' });
  });
});

describe('undo and redo', () => {
  const change = fc.record({
    value: fc.integer(),
    tag: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  });

  function recorded(
    changes: readonly { value: number; tag?: string | undefined }[],
  ): History<number> {
    return changes.reduce((history, { value, tag }) => record(history, value, tag), historyOf(0));
  }

  test('every step back can be taken forward again', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.nat(60), (changes, steps) => {
        const history = recorded(changes);
        let moved = history;
        for (let at = 0; at < steps; at += 1) moved = undo(moved);
        for (let at = 0; at < steps; at += 1) moved = redo(moved);
        expect(moved.present).toBe(history.present);
        expect([...moved.past]).toEqual([...history.past]);
      }),
    );
  });

  test('all steps back lead to the beginning', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        let history = recorded(changes);
        while (history.past.length > 0) history = undo(history);
        expect(history.present).toBe(0);
      }),
    );
  });

  test('a change after an undo ends what was undone', () => {
    const history = record(undo(recorded([{ value: 1 }, { value: 2 }])), 3);
    expect(redo(history).present).toBe(3);
    expect(undo(history).present).toBe(1);
  });

  test('changes of one kind in a row are one step', () => {
    const history = recorded([
      { value: 1 },
      { value: 2, tag: 'weight' },
      { value: 3, tag: 'weight' },
    ]);
    expect(undo(history).present).toBe(1);
  });
});
