import type { ReactNode } from 'react';

type ToolbarProps = {
  readonly children: ReactNode;
  /** Stands at the far end: how many rows, a pager. */
  readonly end?: ReactNode;
};

/** The row of filters and acts above a table. */
export function Toolbar({ children, end }: ToolbarProps) {
  return (
    <div className="no-print flex flex-wrap items-end gap-2">
      {children}
      {end && <div className="ms-auto flex flex-wrap items-center gap-2">{end}</div>}
    </div>
  );
}
