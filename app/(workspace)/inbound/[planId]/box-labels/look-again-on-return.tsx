'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Labels open in a tab of their own; whoever comes back from it sees what was printed. */
export function LookAgainOnReturn() {
  const router = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [router]);
  return null;
}
