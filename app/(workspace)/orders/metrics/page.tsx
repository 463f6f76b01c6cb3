import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { DefinitionList } from '#components/ui/definition-list';
import { LinkButton } from '#components/ui/link-button';
import { Tabs } from '#components/ui/tabs';
import { DateText } from '#components/ui/times';
import { openContext } from '#lib/context/server';
import { formatPercent, formatPlainDate } from '#lib/i18n';
import { DAY } from '#lib/kernel';
import { addDays, calendarOf, dayOf, isToldByAmazonAlone } from '#lib/orders';
import { type MetricDay, metricHistory, type MetricNow, readMetrics } from '#lib/orders/server';
import { chosenStore } from '../../listings/store.ts';
import type { SearchParams } from '../order-view.ts';
import { RateText } from '../rate-text.tsx';
import { LookAhead } from './look-ahead.tsx';
import { MetricPlot } from './metric-plot.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders.metrics');
  return { title: t('title') };
}

type MetricsPageProps = { readonly searchParams: SearchParams };

const PLOTTED_DAYS = 60;

/** What Amazon judges the seller by: each rate with its window, its target and Amazon's own figure. */
export default async function MetricsPage({ searchParams }: MetricsPageProps) {
  const context = await openContext();
  const params = await searchParams;
  const t = await getTranslations('orders');
  const { store, stores } = chosenStore(context, params['store']);
  const today = dayOf(context.clock.now(), calendarOf(store.id));
  const [metrics, history] = await Promise.all([
    readMetrics(context, store.id),
    metricHistory(context, { marketplaceId: store.id, from: addDays(today, -PLOTTED_DAYS) }),
  ]);
  return (
    <>
      <PageHeader
        parent={{ href: `/orders?store=${store.id}`, label: t('title') }}
        title={t('metrics.title')}
        lead={t('metrics.lead', { store: store.domain })}
        actions={
          <LinkButton href={`/orders?store=${store.id}&tab=late-risk`}>
            {t('tabs.late-risk')}
          </LinkButton>
        }
      />
      <div className="flex flex-col gap-4">
        {stores.length > 1 && (
          <Tabs
            label={t('stores')}
            tabs={stores.map(({ id, domain }) => ({
              href: `/orders/metrics?store=${id}`,
              label: domain,
              current: id === store.id,
            }))}
          />
        )}
        <LookAhead context={context} store={store} />
        <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
          {metrics.map((metric) => (
            <MetricCard
              key={metric.metric}
              now={metric}
              history={history}
              timeZone={store.timeZone}
            />
          ))}
        </ul>
      </div>
    </>
  );
}

type MetricCardProps = {
  readonly now: MetricNow;
  readonly history: readonly MetricDay[];
  readonly timeZone: string;
};

async function MetricCard({ now, history, timeZone }: MetricCardProps) {
  const t = await getTranslations('orders.metrics');
  const locale = await getLocale();
  const { metric, rate, span, amazon } = now;
  const plotted = isToldByAmazonAlone(metric) ? 'amazon' : 'ours';
  return (
    <li className="flex flex-col gap-2 rounded border border-line bg-surface p-3">
      <h2 className="font-semibold">{t(`names.${metric}`)}</h2>
      <p className="text-2xl font-semibold">
        {rate.share === undefined ? '—' : formatPercent(locale, rate.share, 1)}
      </p>
      <RateText rate={rate} />
      <MetricPlot
        name={t(`names.${metric}`)}
        readings={history.flatMap(({ day, source, share, ...of }) =>
          of.metric === metric && source === plotted && share !== undefined ? [{ day, share }] : [],
        )}
        target={rate.target.value}
      />
      <DefinitionList
        items={[
          {
            key: 'window',
            term: t('window'),
            value: (
              <>
                <DateText at={span.from} timeZone={timeZone} /> –{' '}
                <DateText at={span.until - DAY / 2} timeZone={timeZone} />
              </>
            ),
          },
        ]}
      />
      <p className="text-sm text-muted">{t(`about.${metric}`)}</p>
      <p className="text-sm text-muted">
        {amazon?.share === undefined
          ? t('amazonSilent')
          : t('amazonSays', {
              day: formatPlainDate(locale, amazon.day),
              share: formatPercent(locale, amazon.share, 1),
            })}
      </p>
    </li>
  );
}
