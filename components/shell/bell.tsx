'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';

import { MINUTE } from '#lib/kernel';

import { Icon } from '../ui/icon.tsx';

type BellProps = { readonly count: number };

const MOST = 99;

/** How many notices are unseen, and the way to them. With scripts it looks again by itself. */
export function Bell({ count: counted }: BellProps) {
  const t = useTranslations('notices');
  const path = usePathname();
  const count = useCount(counted, path);
  const isMany = count > MOST;
  return (
    <Link
      href="/notices"
      prefetch={false}
      {...(path === '/notices' && { 'aria-current': 'page' as const })}
      className="relative flex min-h-7 min-w-7 items-center justify-center gap-1 rounded px-1.5 text-sm hover:bg-bar-hover"
    >
      <Icon name="bell" />
      <span className="sr-only">
        {isMany ? t('bellMany', { most: MOST }) : t('bell', { count })}
      </span>
      {count > 0 && (
        <span
          aria-hidden="true"
          className="forced-edge rounded-sm bg-mark px-1 text-xs font-semibold text-on-mark"
        >
          {isMany ? `${MOST}+` : count}
        </span>
      )}
    </Link>
  );
}

type Looked = { readonly count: number; readonly since: number };

// What the page counted stands until something newer is known.
function useCount(counted: number, path: string): number {
  const [looked, setLooked] = useState<Looked>();
  useEffect(() => {
    const leaving = new AbortController();
    const look = async () => {
      if (document.hidden) return;
      const count = await askCount(leaving.signal);
      if (count !== undefined) setLooked({ count, since: counted });
    };
    void look();
    const timer = setInterval(() => void look(), MINUTE);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another page is a reason to look
  }, [path, counted]);
  return looked?.since === counted ? looked.count : counted;
}

async function askCount(signal: AbortSignal): Promise<number | undefined> {
  try {
    const answer = await fetch('/notices/count', { signal, redirect: 'error' });
    const count: unknown = answer.ok ? await answer.json() : undefined;
    return typeof count === 'number' ? count : undefined;
  } catch {
    // Offline or signed out: what was counted last stands.
    return undefined;
  }
}
