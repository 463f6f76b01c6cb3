import { useLocale, useTranslations } from 'next-intl';
import { ProblemText } from '#components/problem-text';
import { DataTable } from '#components/ui/data-table';
import { MoneyText } from '#components/ui/figures';
import { Badge } from '#components/ui/status';
import { TextLink } from '#components/ui/text-link';
import { PlainDateText } from '#components/ui/times';
import { formatNumber } from '#lib/i18n';
import type { ForwarderQuote } from '#lib/inbound';

type QuotesTableProps = { readonly id: string; readonly quotes: readonly ForwarderQuote[] };

const TENTHS_OF_NANOGRAM_PER_GRAM = 10_000_000_000n;

/** What each forwarder asks for the same boxes. */
export function QuotesTable({ id, quotes }: QuotesTableProps) {
  const t = useTranslations('costs');
  const locale = useLocale();
  const cheapest = quotes.find(({ total }) => total !== undefined);
  return (
    <DataTable
      id={id}
      caption={t('quotes.title')}
      rows={quotes}
      rowKey={({ forwarder }) => forwarder.name}
      empty={
        <p className="text-muted">
          {t('quotes.none')} <TextLink href="/inbound/forwarders">{t('forwarders.link')}</TextLink>
        </p>
      }
      grow
      columns={[
        {
          key: 'name',
          header: t('forwarder'),
          cell: (row) => (
            <>
              {row.forwarder.name}{' '}
              {row === cheapest && quotes.length > 1 && (
                <Badge tone="success">{t('quotes.cheapest')}</Badge>
              )}
            </>
          ),
        },
        { key: 'way', header: t('way'), cell: ({ forwarder }) => t(`ways.${forwarder.way}`) },
        {
          key: 'days',
          header: t('quotes.days'),
          numeric: true,
          cell: ({ forwarder }) => forwarder.days ?? '—',
        },
        {
          key: 'billed',
          header: t('quotes.billed'),
          numeric: true,
          cell: ({ quote }) =>
            quote.ok
              ? `${formatNumber(locale, Number(quote.value.billed / TENTHS_OF_NANOGRAM_PER_GRAM) / 1000, 1)}\u00a0kg`
              : '—',
        },
        {
          key: 'perKg',
          header: t('quotes.perKg'),
          numeric: true,
          cell: ({ quote }) => (quote.ok ? <MoneyText amount={quote.value.perKg} /> : '—'),
        },
        {
          key: 'freight',
          header: t('kinds.freight'),
          numeric: true,
          cell: ({ quote }) =>
            quote.ok ? (
              <>
                <MoneyText amount={quote.value.freight} />
                {quote.value.isLeastCharge && (
                  <span className="block text-sm text-muted">{t('quotes.least')}</span>
                )}
              </>
            ) : (
              quote.problems.map((one) => <ProblemText key={one.code} problem={one} />)
            ),
        },
        {
          key: 'fixed',
          header: t('quotes.fixed'),
          numeric: true,
          cell: ({ forwarder: { tariff } }) =>
            tariff.fixed ? <MoneyText amount={tariff.fixed} /> : '—',
        },
        {
          key: 'total',
          header: t('columns.total'),
          numeric: true,
          cell: ({ quote, total, forwarder: { rate } }) => (
            <>
              {quote.ok && <MoneyText amount={total ?? quote.value.total} />}
              {total && quote.ok && quote.value.total.currency !== total.currency && rate && (
                <span className="block text-sm text-muted">
                  <MoneyText amount={quote.value.total} /> <PlainDateText day={rate.day} />
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
