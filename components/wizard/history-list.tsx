import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import type { Instant } from '#lib/kernel';

import { DateTimeText } from '../ui/times.tsx';

export type HistoryEntry = {
  readonly id: string;
  readonly at: Instant;
  /** Who did it; absent when the program did it by itself. */
  readonly who?: string;
  readonly what: ReactNode;
};

type HistoryListProps = { readonly entries: readonly HistoryEntry[]; readonly timeZone: string };

/** Who did what and when, newest first as given. */
export function HistoryList({ entries, timeZone }: HistoryListProps) {
  const t = useTranslations('wizard');
  return (
    <ol className="flex flex-col">
      {entries.map(({ id, at, who, what }) => (
        <li
          key={id}
          className="grid gap-x-4 border-b border-line py-1.5 last:border-0 sm:grid-cols-[13rem_8rem_1fr]"
        >
          <span className="text-muted">
            <DateTimeText at={at} timeZone={timeZone} />
          </span>
          <span className="truncate">{who ?? t('byItself')}</span>
          <span className="min-w-0">{what}</span>
        </li>
      ))}
    </ol>
  );
}
