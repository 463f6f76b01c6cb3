import { useTranslations } from 'next-intl';

import type { Theme } from './theme.ts';

type ThemeSwitchProps = {
  readonly theme?: Theme;
  readonly action: (data: FormData) => Promise<void>;
};

const CHOICES = ['system', 'light', 'dark'] as const;

export function ThemeSwitch({ theme, action }: ThemeSwitchProps) {
  const t = useTranslations('shell');
  return (
    <form action={action} aria-label={t('theme.label')} role="group" className="flex">
      {CHOICES.map((choice) => (
        <button
          key={choice}
          type="submit"
          name="theme"
          value={choice}
          aria-pressed={choice === (theme ?? 'system')}
          className="min-h-8 flex-1 border border-e-0 border-edge px-2.5 text-sm first:rounded-s last:rounded-e last:border-e hover:bg-hover aria-pressed:bg-primary aria-pressed:text-on-primary"
        >
          {t(`theme.${choice}`)}
        </button>
      ))}
    </form>
  );
}
