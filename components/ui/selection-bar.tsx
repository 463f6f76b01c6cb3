'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { useSelectedCount } from './selected-count.ts';

type SelectionBarProps = {
  readonly table: string;
  /** The buttons that act on the chosen rows, named verb and noun. */
  readonly children: ReactNode;
};

/** Says how many rows are chosen, next to what can be done with them. */
export function SelectionBar({ table, children }: SelectionBarProps) {
  const t = useTranslations('ui');
  const count = useSelectedCount(table);

  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      {children}
      <output className="text-sm text-muted">
        {count !== undefined && t('selected', { count })}
      </output>
    </div>
  );
}
