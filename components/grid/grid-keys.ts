import type { GridCommand } from './grid-state.ts';
import type { Step } from './selection.ts';

export type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

export type KeyMeaning = GridCommand | { readonly kind: 'undo' } | { readonly kind: 'redo' };

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** What a key means to a grid in which nothing is being typed; undefined leaves it to the browser. */
export function keyInGrid(event: Key, pageRows: number): KeyMeaning | undefined {
  const { key, shiftKey: extend, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (altKey) return undefined;
  const arrow = ARROWS[key];
  if (arrow) return { kind: control ? 'edge' : 'step', by: arrow, extend };
  if (control) return withControl(key.toLowerCase(), extend);
  switch (key) {
    case 'Tab':
    case 'Enter':
      return { kind: key === 'Tab' ? 'tab' : 'enter', back: extend };
    case 'Home':
    case 'End':
      return { kind: key === 'Home' ? 'row-start' : 'row-end', extend };
    case 'PageUp':
    case 'PageDown':
      return {
        kind: 'step',
        by: { rows: key === 'PageUp' ? -pageRows : pageRows, columns: 0 },
        extend,
      };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'F2':
      return { kind: 'edit' };
    case ' ':
      return extend ? { kind: 'select-row' } : undefined;
    default:
      return /^.$/u.test(key) ? { kind: 'type', text: key, isFresh: true } : undefined;
  }
}

function withControl(key: string, isShift: boolean): KeyMeaning | undefined {
  switch (key) {
    case 'home':
    case 'end':
      return { kind: key === 'home' ? 'first' : 'last', extend: isShift };
    case 'a':
      return { kind: 'select-all' };
    case ' ':
      return { kind: 'select-column' };
    case 'd':
      return { kind: 'fill-down' };
    case 'r':
      return isShift ? undefined : { kind: 'fill-right' };
    case 'z':
      return { kind: isShift ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    default:
      return undefined;
  }
}

/** What a key means while a cell is typed in. Arrows leave it only when it was begun by typing. */
export function keyInCell(event: Key, isFresh: boolean): GridCommand | undefined {
  const { key, shiftKey } = event;
  switch (key) {
    case 'Enter':
    case 'Tab':
      return { kind: key === 'Tab' ? 'tab' : 'enter', back: shiftKey };
    case 'Escape':
      return { kind: 'cancel' };
    default: {
      const arrow = ARROWS[key];
      return arrow && isFresh && !shiftKey ? { kind: 'step', by: arrow, extend: false } : undefined;
    }
  }
}
