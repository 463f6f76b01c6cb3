import { useTranslations } from 'next-intl';
import { Alert } from '#components/ui/alert';
import { DefinitionList } from '#components/ui/definition-list';
import type { CancelEffect } from '#lib/orders';
import { RateText } from '../rate-text.tsx';

type EffectProps = { readonly effect: CancelEffect };

/** What a cancellation that counts does to the rate of the last seven days: now, and then. */
export function CancelEffectNote({ effect }: EffectProps) {
  const t = useTranslations('order.cancel.effect');
  const { before, after, mayHideOffer } = effect;
  return (
    <Alert level={after.isMet ? 'information' : 'warning'} title={t('title')}>
      <DefinitionList
        items={[
          { key: 'before', term: t('before'), value: <RateText rate={before} /> },
          { key: 'after', term: t('after'), value: <RateText rate={after} /> },
        ]}
      />
      {mayHideOffer && <p>{t('mayHide')}</p>}
    </Alert>
  );
}

/** Whether it counts at all, beside the reason. */
export function CountedText({ effect: { counted } }: EffectProps) {
  const t = useTranslations('order.cancel.effect');
  return <>{counted === 0 ? t('free') : t('counts', { count: counted })}</>;
}
