import { useTranslations } from 'next-intl';
import type { CancelEffect } from '#lib/orders';
import { RateText } from '../rate-text.tsx';

type CancelEffectTextProps = { readonly effect: CancelEffect };

/** What a cancellation does to the rate of the last seven days: now, and then. */
export function CancelEffectText({ effect }: CancelEffectTextProps) {
  const t = useTranslations('order.cancel.effect');
  const { counted, before, after, mayHideOffer } = effect;
  if (counted === 0) return <>{t('free')}</>;
  return (
    <span className="flex flex-col gap-0.5">
      <span>{t('counts', { count: counted })}</span>
      <span>
        {t('before')} <RateText rate={before} />
      </span>
      <span>
        {t('after')} <RateText rate={after} />
      </span>
      {mayHideOffer && <span>{t('mayHide')}</span>}
    </span>
  );
}
