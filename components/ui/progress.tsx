import { useId, type ReactNode } from 'react';

type ProgressProps = {
  readonly label: ReactNode;
  /** Share done from 0 to 1; without it the end is unknown. */
  readonly share?: number;
  readonly detail?: ReactNode;
};

export function Progress({ label, share, detail }: ProgressProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span id={id} className="font-medium">
          {label}
        </span>
        {detail && <span className="text-muted">{detail}</span>}
      </div>
      <progress
        aria-labelledby={id}
        max={1}
        {...(share !== undefined && { value: share })}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-sm"
      />
    </div>
  );
}
