'use client';

import { useEffect, useState } from 'react';

/** How many rows of a table are chosen; undefined until JavaScript has looked. */
export function useSelectedCount(table: string): number | undefined {
  const [count, setCount] = useState<number>();

  useEffect(() => {
    const element = document.getElementById(table);
    if (!element) return undefined;
    const update = () =>
      setCount(element.querySelectorAll('input[data-row-choice]:checked').length);
    update();
    element.addEventListener('change', update);
    return () => element.removeEventListener('change', update);
  }, [table]);

  return count;
}
