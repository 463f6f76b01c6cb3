'use client';

import type { ReactNode } from 'react';

import { Icon } from '../ui/icon.tsx';
import { useLookingAgain } from './look-again.ts';

type LookAgainNoteProps = {
  readonly children: ReactNode;
  /** Whether the page may reload itself without JavaScript: not while something is filled in. */
  readonly reloads?: boolean;
};

const RELOAD_SECONDS = 5;

/** One line that says what is under way, on a page that shows the outcome by itself. */
export function LookAgainNote({ children, reloads = true }: LookAgainNoteProps) {
  useLookingAgain();
  return (
    <div className="flex items-start gap-2 text-sm">
      <Icon name="pending" className="mt-0.5 animate-spin text-link" />
      <output>{children}</output>
      {reloads && (
        <noscript>
          <meta httpEquiv="refresh" content={String(RELOAD_SECONDS)} />
        </noscript>
      )}
    </div>
  );
}
