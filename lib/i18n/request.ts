import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';

import { LOCALE_COOKIE, negotiateLocale } from './locales.ts';
import { messagesFor } from './messages.ts';

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = negotiateLocale(
    asked ?? (await cookies()).get(LOCALE_COOKIE)?.value,
    (await headers()).get('accept-language'),
  );
  return { locale, messages: messagesFor(locale), timeZone: 'UTC' };
});
