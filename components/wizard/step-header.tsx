import type { ReactNode } from 'react';

type StepHeaderProps = {
  readonly title: ReactNode;
  /** What this step is for, in one sentence. */
  readonly lead?: ReactNode;
  /** The clock that runs while one is here. */
  readonly clock?: ReactNode;
};

export function StepHeader({ title, lead, clock }: StepHeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
        {lead && <p className="max-w-[70ch] text-muted">{lead}</p>}
      </div>
      {clock}
    </div>
  );
}
