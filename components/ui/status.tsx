import type { ReactNode } from 'react';

import { Icon, type IconName } from './icon.tsx';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export const TONE_ICON: Record<Tone, IconName> = {
  neutral: 'dot',
  info: 'info',
  success: 'check',
  warning: 'alert',
  danger: 'blocked',
};

const TEXT: Record<Tone, string> = {
  neutral: 'text-muted',
  info: 'text-info',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
};

const WASH: Record<Tone, string> = {
  neutral: 'bg-neutral-wash text-ink',
  info: 'bg-info-wash text-info',
  success: 'bg-success-wash text-success',
  warning: 'bg-warning-wash text-warning',
  danger: 'bg-danger-wash text-danger',
};

type StatusProps = {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly icon?: IconName;
};

/** A state in words, with a shape and a colour to find it by; for cells of a table. */
export function Status({ tone, children, icon = TONE_ICON[tone] }: StatusProps) {
  return (
    <span className="inline-flex items-start gap-1.5">
      <Icon name={icon} className={`mt-0.5 ${TEXT[tone]}`} />
      <span>{children}</span>
    </span>
  );
}

/** The same as a filled tag, for headings and counts. */
export function Badge({ tone, children, icon }: StatusProps) {
  return (
    <span
      className={`forced-edge inline-flex min-h-5 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap ${WASH[tone]}`}
    >
      {icon && <Icon name={icon} className="size-3" />}
      {children}
    </span>
  );
}
