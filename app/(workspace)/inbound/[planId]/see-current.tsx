'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { Problem } from '#lib/kernel';

type SeeCurrentProps = { readonly problems: readonly Problem[] };

/** After somebody else's change the page is read anew, and what was typed here stays. */
export function SeeCurrent({ problems }: SeeCurrentProps) {
  const router = useRouter();
  const isStale = problems.some(({ code }) => code === 'plan-changed');
  useEffect(() => {
    if (isStale) router.refresh();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- every answer looks anew
  }, [isStale, problems, router]);
  return null;
}
