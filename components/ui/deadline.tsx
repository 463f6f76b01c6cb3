'use client';

import { useLocale, useTranslations } from 'next-intl';

import { formatDateTime, formatDuration, isoInstant } from '#lib/i18n';
import { DAY, HOUR, type Instant, MINUTE } from '#lib/kernel';

import { useRunningNow } from './elapsed-clock.ts';
import { Icon } from './icon.tsx';

type DeadlineProps = {
  readonly at: Instant;
  /** The server's clock, which is Amazon's practice clock in practice. */
  readonly now: Instant;
  readonly timeZone: string;
  /** Below this much time it is shown as urgent. */
  readonly urgentBelow?: number;
};

/** Time remaining, with the moment itself and its zone; turns urgent, then past, on its own. */
export function Deadline({ at, now, timeZone, urgentBelow = 2 * HOUR }: DeadlineProps) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const left = at - useRunningNow(now, MINUTE / 4);
  const duration = formatDuration(locale, Math.abs(left));
  return (
    <span className="inline-flex items-start gap-1.5">
      <Icon
        name={left < urgentBelow ? 'alert' : 'clock'}
        className={`mt-0.5 ${colour(left, urgentBelow)}`}
      />
      <span>
        <span className={`font-medium ${colour(left, urgentBelow)}`}>
          {left > 0 ? t('timeLeft', { duration }) : t('timePast', { duration })}
        </span>
        <time dateTime={isoInstant(at)} className="block text-sm text-muted">
          {formatDateTime(locale, at, timeZone)}
        </time>
      </span>
    </span>
  );
}

function colour(left: number, urgentBelow: number): string {
  if (left < urgentBelow) return 'text-danger';
  return left < DAY ? 'text-warning' : '';
}
