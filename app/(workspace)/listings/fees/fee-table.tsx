import { useLocale, useTranslations } from 'next-intl';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { DefinitionList } from '#components/ui/definition-list';
import { MoneyText } from '#components/ui/figures';
import { CARD, type FulfilmentFee } from '#lib/fees';
import { formatMoney, formatNumber, formatPercent, formatPlainDate } from '#lib/i18n';
import type { Result } from '#lib/kernel';
import type { AmazonFees } from '#lib/listings/server';

type FeeTableProps = {
  readonly card: FulfilmentFee | undefined;
  readonly amazon: Result<AmazonFees> | undefined;
};

/** The card's fee beside Amazon's, and what it means when they differ. */
export function FeeTable({ card, amazon }: FeeTableProps) {
  const t = useTranslations('fees');
  const locale = useLocale();
  const is = amazon?.ok ? amazon.value : undefined;
  const differs =
    card && is?.fulfilment && ![card.base.minor, card.total.minor].includes(is.fulfilment.minor);
  return (
    <>
      {differs && is.fulfilment && (
        <Alert level="warning" title={t('differs.title')}>
          {t('differs.text', {
            card: formatMoney(locale, card.total),
            amazon: formatMoney(locale, is.fulfilment),
          })}
        </Alert>
      )}
      <div className="grid gap-6 sm:grid-cols-2">
        {card && <CardFee card={card} />}
        {amazon && (
          <section className="flex flex-col gap-2">
            <h2 className="text-lg font-semibold">{t('amazon.title')}</h2>
            {amazon.ok ? (
              <DefinitionList
                figures
                items={[
                  ...(is?.fulfilment
                    ? [
                        {
                          key: 'fulfilment',
                          term: t('amazon.fulfilment'),
                          value: <MoneyText amount={is.fulfilment} />,
                        },
                      ]
                    : []),
                  ...(is?.referral
                    ? [
                        {
                          key: 'referral',
                          term: t('amazon.referral'),
                          value: <MoneyText amount={is.referral} />,
                        },
                      ]
                    : []),
                  {
                    key: 'total',
                    term: t('amazon.total'),
                    value: <MoneyText amount={amazon.value.total} />,
                  },
                ]}
              />
            ) : (
              <Problems problems={amazon.problems} />
            )}
          </section>
        )}
      </div>
      {card && (
        <p className="text-sm text-muted">
          {t('source', {
            from: formatPlainDate(locale, CARD.from),
            surchargeFrom: formatPlainDate(locale, CARD.surchargeFrom),
            share: formatPercent(locale, CARD.surchargePermille / 1_000, 1),
          })}
          {card.peak === 'unknown' && ` ${t('peakUnknown')}`}
          {card.peak === 'included' && ` ${t('peakIncluded')}`}
          {` ${t('billed', { pounds: formatNumber(locale, card.pounds, 2) })}`}
        </p>
      )}
    </>
  );
}

function CardFee({ card }: { readonly card: FulfilmentFee }) {
  const t = useTranslations('fees');
  const prep = useTranslations('prep');
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{t('card.title')}</h2>
      <DefinitionList
        figures
        items={[
          { key: 'tier', term: t('card.tier'), value: prep(`tiers.${card.tier}`) },
          { key: 'base', term: t('card.base'), value: <MoneyText amount={card.base} /> },
          ...(card.surcharge
            ? [
                {
                  key: 'surcharge',
                  term: t('card.surcharge'),
                  value: <MoneyText amount={card.surcharge} />,
                },
              ]
            : []),
          { key: 'total', term: t('card.total'), value: <MoneyText amount={card.total} /> },
        ]}
      />
    </section>
  );
}
