import type { ReactNode } from 'react';

import { LocaleSwitch } from './locale-switch.tsx';
import { Logotype } from './mark.tsx';
import { chooseLocale } from './preferences.ts';

type PlainFrameProps = { readonly title: ReactNode; readonly children: ReactNode };

/** The frame of pages for people who are not signed in. */
export function PlainFrame({ title, children }: PlainFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="on-bar flex h-11 items-center justify-between bg-bar px-3 text-on-bar sm:px-5">
        <Logotype />
        <LocaleSwitch action={chooseLocale} />
      </header>
      <main className="mx-auto flex w-full max-w-md flex-1 flex-col gap-4 px-4 py-12">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {children}
      </main>
    </div>
  );
}
