'use client';

import { useEffect, useState } from 'react';

import type { Instant } from '#lib/kernel';

/** The server's "now", moved on by the time since it was rendered; the reader's own clock may be wrong. */
export function useRunningNow(serverNow: Instant, everyMilliseconds: number): Instant {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    setPassed(0);
    const timer = setInterval(() => setPassed(performance.now() - start), everyMilliseconds);
    return () => clearInterval(timer);
  }, [serverNow, everyMilliseconds]);
  return serverNow + passed;
}
