import type { ReactNode } from 'react';

type WizardFrameProps = {
  readonly rail: ReactNode;
  readonly children: ReactNode;
  readonly summary: ReactNode;
};

/** Rail above, step in the middle, summary at the side that stays in sight. */
export function WizardFrame({ rail, children, summary }: WizardFrameProps) {
  return (
    <div className="flex flex-1 flex-col">
      <div className="-mx-3 -mt-4 mb-4 sm:-mx-5">{rail}</div>
      <div className="flex flex-1 flex-col gap-5 lg:flex-row">
        <div className="flex min-w-0 flex-1 flex-col gap-4">{children}</div>
        <div className="order-first min-w-0 lg:order-last lg:w-60 lg:shrink-0">{summary}</div>
      </div>
    </div>
  );
}
