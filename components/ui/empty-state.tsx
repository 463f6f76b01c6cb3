import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** Says that nothing is here yet. */
  readonly title: ReactNode;
  /** What the reader gains by doing the one thing below. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 rounded border border-dashed border-edge px-5 py-8 sm:items-center sm:text-center">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="max-w-[34rem] text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
