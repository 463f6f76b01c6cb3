import type { ReactNode } from 'react';

type StepFooterProps = {
  /** Names the act and the amount: "Accept $84.20 and 3 destinations". */
  readonly primary: ReactNode;
  readonly secondary?: ReactNode;
  /** What follows from it, above all when there is no way back. */
  readonly consequence?: ReactNode;
  /** Draft state, totals. */
  readonly note?: ReactNode;
};

/** The acts of a step, always in sight at the lower edge. */
export function StepFooter({ primary, secondary, consequence, note }: StepFooterProps) {
  return (
    <div className="no-print sticky bottom-0 z-20 -mx-3 mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-raised px-3 py-2.5 sm:-mx-5 sm:px-5 lg:mx-0 lg:rounded-t lg:border-x lg:shadow-lift">
      <div className="min-w-0 flex-1 basis-56 text-sm">
        {consequence && <p className="font-medium">{consequence}</p>}
        {note && <div className="text-muted">{note}</div>}
      </div>
      <div className="ms-auto flex flex-wrap justify-end gap-2">
        {secondary}
        {primary}
      </div>
    </div>
  );
}
