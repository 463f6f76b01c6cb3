'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { formatElapsed } from '#lib/i18n';
import { type Instant, SECOND } from '#lib/kernel';

import { useRunningNow } from '../ui/elapsed-clock.ts';
import { Icon } from '../ui/icon.tsx';
import { useLookingAgain } from './look-again.ts';

type WaitingProps = {
  /** What Amazon is doing: "Amazon is working out where the boxes go". */
  readonly title: ReactNode;
  /** What comes next, and that one may leave. */
  readonly children?: ReactNode;
  readonly since: Instant;
  readonly now: Instant;
};

const RELOAD_SECONDS = 5;

/** Shows what is being waited for and looks again by itself, ever more patiently, while it is seen. */
export function Waiting({ title, children, since, now }: WaitingProps) {
  const t = useTranslations('wizard');
  const elapsed = useRunningNow(now, SECOND) - since;
  useLookingAgain();
  return (
    <div className="flex gap-3 rounded border border-line bg-surface p-4">
      <Icon name="pending" className="mt-1 animate-spin text-link" />
      <div className="flex min-w-0 flex-col gap-1">
        <output className="block text-lg font-semibold">{title}</output>
        {children && <div className="text-muted">{children}</div>}
        <p className="text-sm text-muted">
          <span aria-hidden="true">{t('elapsed', { time: formatElapsed(elapsed) })} </span>
          {t('mayLeave')}
        </p>
        <noscript>
          <meta httpEquiv="refresh" content={String(RELOAD_SECONDS)} />
        </noscript>
      </div>
    </div>
  );
}
