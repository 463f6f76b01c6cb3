'use client';

import { useEffect, useState } from 'react';

import type { Instant } from '#lib/kernel';

/** The server's "now", moved on by the time since it was rendered; the reader's own clock may be wrong. */
export function useRunningNow(serverNow: Instant, everyMilliseconds: number): Instant {
  const [reading, setReading] = useState({ serverNow, passed: 0 });
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(
      () => setReading({ serverNow, passed: performance.now() - start }),
      everyMilliseconds,
    );
    return () => clearInterval(timer);
  }, [serverNow, everyMilliseconds]);
  return reading.serverNow === serverNow ? serverNow + reading.passed : serverNow;
}
