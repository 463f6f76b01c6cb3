'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

import { lookDelay } from './look-delay.ts';

/** Looks at the page again by itself while it is seen, ever more patiently. */
export function useLookingAgain(): void {
  const router = useRouter();
  useEffect(() => {
    let looks = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = () => {
      clearTimeout(timer);
      timer = setTimeout(look, lookDelay(looks));
    };
    const look = () => {
      looks += 1;
      if (document.visibilityState === 'visible') router.refresh();
      plan();
    };
    const comeBack = () => {
      if (document.visibilityState !== 'visible') return;
      looks = 0;
      router.refresh();
      plan();
    };
    plan();
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }, [router]);
}
