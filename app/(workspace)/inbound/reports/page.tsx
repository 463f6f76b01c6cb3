import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { ScatterPlot } from '#components/ui/scatter-plot';
import { openContext } from '#lib/context/server';
import { formatMoney, formatNumber } from '#lib/i18n';
import { inboundReports, type InboundReports } from '#lib/inbound/server';
import { money } from '#lib/kernel';
import { chosenStore } from '../../listings/store.ts';
import { CentreTable, LaneTable, ShortTable } from './report-tables.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('title') };
}

type ReportsPageProps = { readonly searchParams: Promise<{ readonly store?: string }> };

/** What the last year's shipments cost, how long they took, and what was missing of them. */
export default async function ReportsPage({ searchParams }: ReportsPageProps) {
  const context = await openContext();
  const t = await getTranslations('reports');
  const { store } = chosenStore(context, (await searchParams).store);
  const reports = await inboundReports(context, store.id);
  const { lanes, centres, short } = reports;
  const isEmpty = lanes.length + centres.length + short.length === 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { store: store.domain })}
        parent={{ href: '/inbound', label: (await getTranslations('inbound'))('title') }}
        actions={
          isEmpty ? undefined : (
            <LinkButton href={`/inbound/reports/export?store=${store.id}`} download>
              {t('export')}
            </LinkButton>
          )
        }
      />
      <div className="flex max-w-6xl flex-col gap-6">
        {isEmpty && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        {lanes.length > 0 && (
          <>
            <LanePlot reports={reports} currency={store.currency} />
            <LaneTable lanes={lanes} />
          </>
        )}
        {centres.length > 0 && <CentreTable centres={centres} />}
        {short.length > 0 && <ShortTable plans={short} />}
      </div>
    </>
  );
}

type LanePlotProps = { readonly reports: InboundReports; readonly currency: string };

/** Lanes by what a unit cost and how long it took; the figures stand in the tables below. */
async function LanePlot({ reports, currency }: LanePlotProps) {
  const t = await getTranslations('reports');
  const locale = await getLocale();
  const days = new Map(reports.centres.map(({ warehouseId, median }) => [warehouseId, median]));
  const points = reports.lanes.flatMap(({ key, forwarder, warehouseId, perUnit, total }) => {
    const x = days.get(warehouseId);
    if (x === undefined || perUnit === undefined || total.currency !== currency) return [];
    const label = `${forwarder} ${warehouseId}`;
    return [{ key, x, y: perUnit / 10_000, look: 'strong' as const, label }];
  });
  if (points.length < 2) return null;
  return (
    <ScatterPlot
      name={t('plot', { count: points.length })}
      points={points}
      x={{ title: t('columns.days'), write: (value) => formatNumber(locale, value) }}
      y={{
        title: t('columns.perUnit'),
        write: (value) => formatMoney(locale, money(Math.round(value), currency)),
      }}
    />
  );
}
