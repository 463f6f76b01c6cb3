import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names.ts';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly labelHidden?: boolean;
};

/** A native checkbox whose whole line can be pressed. */
export function Checkbox({ label, hint, labelHidden = false, className, ...input }: CheckboxProps) {
  return (
    <label className={classNames('flex min-h-6 min-w-6 items-start gap-2', className)}>
      <input {...input} type="checkbox" className="m-1 size-4 shrink-0" />
      <span className={labelHidden ? 'sr-only' : 'min-w-0 pt-0.5'}>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
