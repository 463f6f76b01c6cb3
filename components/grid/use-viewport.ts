'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';

import type { Viewport } from './grid-measures.ts';

/** What the server draws before it knows the window. */
const BEFORE: Viewport = { top: 0, left: 0, width: 1_100, height: 560 };

/** The part of a scrolled element that is seen, told anew when it scrolls or changes its size. */
export function useViewport(
  element: RefObject<HTMLElement | null>,
): readonly [Viewport, () => void] {
  const [view, setView] = useState(BEFORE);
  const look = useCallback(() => {
    const box = element.current;
    if (!box) return;
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = box;
    setView((before) =>
      before.top === top &&
      before.left === left &&
      before.width === width &&
      before.height === height
        ? before
        : { top, left, width, height },
    );
  }, [element]);
  useEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, look]);
  return [view, look];
}
