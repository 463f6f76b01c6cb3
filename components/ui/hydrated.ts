'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and until JavaScript has taken over, so what needs it can say so. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
