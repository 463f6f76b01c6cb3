import Link from 'next/link';
import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

export type Tab = {
  readonly href: string;
  readonly label: ReactNode;
  readonly count?: number;
  readonly current?: boolean;
};

type TabsProps = { readonly label: string; readonly tabs: readonly Tab[] };

/** Views of one list, each with its own address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className="no-print relative overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map(({ href, label: text, count, current = false }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              scroll={false}
              {...(current && { 'aria-current': 'page' as const })}
              className={classNames(
                'flex min-h-9 items-center gap-1.5 border-b-[3px] px-2.5 pt-0.5 whitespace-nowrap -outline-offset-2!',
                current
                  ? 'border-primary font-semibold'
                  : 'border-transparent text-muted hover:border-edge hover:text-ink',
              )}
            >
              {text}
              {count !== undefined && (
                <span className="rounded-sm bg-neutral-wash px-1 text-xs text-ink">{count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
