import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';

import { SubmitButton } from '../ui/submit-button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';
import { LocaleSwitch } from './locale-switch.tsx';
import { Logotype } from './mark.tsx';
import { Nav } from './nav.tsx';
import { chooseLocale, chooseTheme } from './preferences.ts';
import type { Theme } from './theme.ts';
import { ThemeSwitch } from './theme-switch.tsx';

type ShellProps = {
  readonly children: ReactNode;
  readonly account: { readonly name: string; readonly workspace: string; readonly role: string };
  /** Which Amazon account everything here belongs to. */
  readonly connectionName?: string;
  /** Present when the Amazon behind this connection is simulated: its clock, and how to move it. */
  readonly practice?: { readonly clock: ReactNode };
  /** How many notices the reader has not seen; absent where there is nothing to tell of yet. */
  readonly newNotices?: number;
  readonly theme?: Theme;
  readonly localeAction?: (data: FormData) => Promise<void>;
  readonly signOut: (data: FormData) => Promise<void>;
};

/** The frame of every signed-in page. */
export function Shell(props: ShellProps) {
  const t = useTranslations('shell');
  const { children, account, connectionName, practice, theme } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="on-bar no-print z-30 sm:sticky sm:top-0 bg-bar text-on-bar">
        <div className="flex flex-wrap items-center gap-x-5 px-3 sm:px-5">
          <Link href="/" className="flex h-11 items-center">
            <Logotype />
          </Link>
          <div className="order-last w-full sm:order-none sm:w-auto">
            <Nav />
          </div>
          <div className="ms-auto flex items-center gap-1">
            {props.newNotices !== undefined && <Bell count={props.newNotices} />}
            <LocaleSwitch action={props.localeAction ?? chooseLocale} />
            <AccountMenu {...account}>
              <ThemeSwitch action={chooseTheme} {...(theme && { theme })} />
              <form action={props.signOut}>
                <SubmitButton variant="secondary" className="w-full">
                  {t('signOut')}
                </SubmitButton>
              </form>
            </AccountMenu>
          </div>
        </div>
      </header>
      {(connectionName !== undefined || practice) && (
        <ConnectionBar
          {...(connectionName !== undefined && { name: connectionName })}
          {...(practice && { clock: practice.clock })}
        />
      )}
      <main
        id="main"
        tabIndex={-1}
        className="flex w-full flex-1 flex-col px-3 py-4 outline-none sm:px-5"
      >
        {children}
      </main>
    </div>
  );
}

export function SkipLink() {
  const t = useTranslations('shell');
  return (
    <a
      href="#main"
      className="sr-only rounded bg-mark text-on-mark focus:not-sr-only focus:fixed! focus:start-2 focus:top-2 focus:z-50 focus:px-3 focus:py-2"
    >
      {t('skip')}
    </a>
  );
}

type ConnectionBarProps = { readonly name?: string; readonly clock?: ReactNode };

function ConnectionBar({ name, clock }: ConnectionBarProps) {
  const t = useTranslations('shell');
  return (
    <section
      aria-label={t('connectionBar')}
      className="no-print flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-3 py-1 text-sm sm:px-5"
    >
      {clock !== undefined && (
        <Link
          href="/practice"
          title={t('practice.desk')}
          className="rounded-sm border border-dashed border-ink px-1.5 text-xs font-semibold text-ink"
        >
          {t('practice.badge')}
        </Link>
      )}
      {name !== undefined && (
        <span>
          <span className="text-muted">{t('connection')}</span> {name}
        </span>
      )}
      {clock !== undefined && (
        <span className="flex flex-wrap items-center gap-2 sm:ms-auto">
          <span className="text-muted">{t('practice.clock')}</span>
          {clock}
        </span>
      )}
    </section>
  );
}
