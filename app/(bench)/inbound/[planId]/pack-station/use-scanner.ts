import { useEffect, useEffectEvent } from 'react';
import { NO_KEYS, pressKey } from './scanner-keys.ts';

/** Hears what a scanner types while no field has the focus. */
export function useScanner(take: (code: string) => void): void {
  const hear = useEffectEvent(take);
  useEffect(() => {
    let keys = NO_KEYS;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target)) return;
      const outcome = pressKey(keys, { key: event.key, at: event.timeStamp });
      ({ keys } = outcome);
      if (outcome.isScanned) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (outcome.code !== undefined) hear(outcome.code);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
