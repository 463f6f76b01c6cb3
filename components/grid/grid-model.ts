import type { ReactNode } from 'react';

import type { CellChange } from './blocks.ts';

export type CellTone = 'danger' | 'warning' | 'quiet';

export type GridLine = {
  readonly key: string;
  /** What the row is called to the eye, and to the ear. */
  readonly label: ReactNode;
  readonly name: string;
  /** A figure that stays in view beside the label. */
  readonly aside?: ReactNode;
  readonly isLocked?: boolean;
  /** A line is drawn below, between rows of different kinds. */
  readonly isLastOfKind?: boolean;
};

export type GridHead = {
  readonly key: string;
  readonly label: ReactNode;
  readonly name: string;
  readonly tone?: CellTone;
};

export type GridModel = {
  readonly rows: readonly GridLine[];
  readonly columns: number;
  readonly mostColumns: number;
  readonly head: (column: number) => GridHead;
  readonly foot?: {
    readonly label: ReactNode;
    readonly aside: ReactNode;
    readonly cell: (column: number) => ReactNode;
  };
  /** The text of a cell as it is typed and copied. */
  readonly read: (row: number, column: number) => string;
  /** What stands behind the text and is not typed: a unit. */
  readonly suffix?: (row: number, column: number) => string;
  readonly tone?: (row: number, column: number) => CellTone | undefined;
  readonly settle: (row: number, text: string) => string;
  readonly change: (changes: readonly CellChange[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
};
