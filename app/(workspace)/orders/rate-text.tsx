import { useLocale, useTranslations } from 'next-intl';
import { Status } from '#components/ui/status';
import { formatPercent } from '#lib/i18n';
import type { Rate } from '#lib/orders';

type RateTextProps = { readonly rate: Rate };

/** A rate against its target: "3.2 %, target below 4 %". */
export function RateText({ rate }: RateTextProps) {
  const t = useTranslations('orders.rates');
  const locale = useLocale();
  const target = formatPercent(locale, rate.target.value, 1);
  const goal = t(rate.target.isCeiling ? 'below' : 'atLeast', { target });
  if (rate.share === undefined) return <Status tone="neutral">{t('nothing', { goal })}</Status>;
  return (
    <Status tone={rate.isMet ? 'success' : 'danger'}>
      {t('share', {
        share: formatPercent(locale, rate.share, 1),
        part: rate.part,
        whole: rate.whole,
        goal,
      })}
    </Status>
  );
}
