import { useLocale, useTranslations } from 'next-intl';

import { formatNumber } from '#lib/i18n';

import { LinkButton } from './link-button.tsx';

type PagerProps = {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly previousHref?: string;
  readonly nextHref?: string;
};

export function Pager({ from, to, total, previousHref, nextHref }: PagerProps) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const number = (value: number) => formatNumber(locale, value);
  return (
    <nav aria-label={t('pages')} className="no-print flex items-center gap-2 text-sm">
      <span className="text-muted">
        {t('range', { from: number(from), to: number(to), total: number(total) })}
      </span>
      {previousHref && (
        <LinkButton href={previousHref} size="small">
          {t('previous')}
        </LinkButton>
      )}
      {nextHref && (
        <LinkButton href={nextHref} size="small">
          {t('next')}
        </LinkButton>
      )}
    </nav>
  );
}
