'use server';

import { cookies } from 'next/headers';

import { isLocale, LOCALE_COOKIE } from '#lib/i18n';

import { isTheme, THEME_COOKIE } from './theme.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the language in this browser. */
export async function chooseLocale(data: FormData): Promise<void> {
  const locale = data.get('locale');
  if (typeof locale === 'string' && isLocale(locale)) await remember(LOCALE_COOKIE, locale);
}

/** Remembers light or dark in this browser; "system" forgets the choice. */
export async function chooseTheme(data: FormData): Promise<void> {
  const theme = data.get('theme');
  if (theme === 'system') (await cookies()).delete(THEME_COOKIE);
  else if (isTheme(theme)) await remember(THEME_COOKIE, theme);
}

async function remember(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    httpOnly: true,
  });
}
