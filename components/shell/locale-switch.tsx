import { useLocale } from 'next-intl';

import { LOCALES, type Locale } from '#lib/i18n';

const OWN_NAME: Record<Locale, string> = { en: 'English', 'zh-CN': '中文' };

type LocaleSwitchProps = { readonly action: (data: FormData) => Promise<void> };

/** The other language, under its own name so that its readers recognise it. */
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
          {OWN_NAME[locale]}
        </button>
      ))}
    </form>
  );
}
