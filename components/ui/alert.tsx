import { useTranslations } from 'next-intl';
import type { ReactNode, Ref } from 'react';

import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type AlertLevel = 'blocking' | 'warning' | 'information' | 'success';

const LOOK: Record<AlertLevel, string> = {
  blocking: 'border-danger bg-danger-wash',
  warning: 'border-warning bg-warning-wash',
  information: 'border-info bg-info-wash',
  success: 'border-success bg-success-wash',
};

const SIGN: Record<AlertLevel, { readonly icon: IconName; readonly colour: string }> = {
  blocking: { icon: 'blocked', colour: 'text-danger' },
  warning: { icon: 'alert', colour: 'text-warning' },
  information: { icon: 'info', colour: 'text-info' },
  success: { icon: 'check', colour: 'text-success' },
};

type AlertProps = {
  readonly level: AlertLevel;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
  readonly id?: string;
  /** Read out when it appears after the page was there; off for what stands on the page anyway. */
  readonly live?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
  readonly tabIndex?: -1;
};

/** A message next to what it concerns: red must be mended, yellow will cost, blue informs. */
export function Alert({ level, title, children, action, live = false, ...rest }: AlertProps) {
  const t = useTranslations('ui');
  const { icon, colour } = SIGN[level];
  return (
    <div
      {...rest}
      {...(live && { role: level === 'blocking' ? 'alert' : 'status' })}
      className={classNames(
        'flex flex-wrap items-start gap-x-4 gap-y-2 rounded border border-s-4 px-3 py-2.5',
        LOOK[level],
      )}
    >
      <div className="flex min-w-0 flex-1 basis-64 gap-2">
        <Icon name={icon} className={`mt-0.5 ${colour}`} />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">
            <span className="sr-only">{t(`level.${level}`)} </span>
            {title}
          </p>
          {children && <div className="mt-1 flex flex-col gap-2">{children}</div>}
        </div>
      </div>
      {action && <div className="ms-6 sm:ms-0">{action}</div>}
    </div>
  );
}
