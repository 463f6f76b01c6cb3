import type { ReactNode } from 'react';

type StatProps = {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
};

/** One figure that matters, with its name. */
export function Stat({ label, value, detail }: StatProps) {
  return (
    <div className="flex flex-col">
      <span className="text-sm text-muted">{label}</span>
      <span className="text-2xl font-semibold">{value}</span>
      {detail && <span className="text-sm text-muted">{detail}</span>}
    </div>
  );
}
