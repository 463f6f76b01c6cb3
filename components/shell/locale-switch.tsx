import { useLocale } from 'next-intl';

import { LOCALE_NAMES, LOCALES } from '#lib/i18n';

type LocaleSwitchProps = { readonly action: (data: FormData) => Promise<void> };

/** The other language, to change to. */
export function LocaleSwitch({ action }: LocaleSwitchProps) {
  const current = useLocale();
  return (
    <form action={action} className="flex">
      {LOCALES.filter((locale) => locale !== current).map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          className="min-h-7 rounded px-2 text-sm hover:bg-bar-hover"
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
