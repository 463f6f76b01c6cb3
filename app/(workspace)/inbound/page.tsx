import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageHeader } from '#components/shell/page-header';
import { DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { Pager } from '#components/ui/pager';
import { SubmitButton } from '#components/ui/submit-button';
import { Tabs } from '#components/ui/tabs';
import { TextField } from '#components/ui/text-field';
import { Toolbar } from '#components/ui/toolbar';
import { openContext } from '#lib/context/server';
import { listPlans } from '#lib/inbound/server';
import { chosenStore } from '../listings/store.ts';
import type { SearchParams } from '../listings/listing-view.ts';
import { NewPlan } from './new-plan.tsx';
import { planColumns } from './plan-columns.tsx';

const PAGE_SIZE = 50;
const FILTERS = ['open', 'closed', 'all'] as const;
const View = z.object({
  show: z.enum(FILTERS).catch('open'),
  q: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
type View = z.infer<typeof View>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inbound');
  return { title: t('title') };
}

type InboundPageProps = { readonly searchParams: SearchParams };

/** Every plan of the connection, the last touched first. */
export default async function InboundPage({ searchParams }: InboundPageProps) {
  const context = await openContext();
  const t = await getTranslations('inbound.list');
  const view = View.parse(await searchParams);
  const { plans, total, counts } = await listPlans(context, {
    filter: view.show,
    search: view.q,
    page: view.page,
    pageSize: PAGE_SIZE,
  });
  const count = { ...counts, all: counts.open + counts.closed };
  const { stores } = chosenStore(context, undefined);
  const newPlan = <NewPlan stores={stores.map(({ id, domain }) => ({ id, domain }))} />;
  const title = (await getTranslations('inbound'))('title');
  if (count.all === 0) {
    return (
      <>
        <PageHeader title={title} lead={t('lead')} />
        <EmptyState title={t('empty.title')} action={newPlan}>
          {t('empty.text')}
        </EmptyState>
      </>
    );
  }
  const from = (view.page - 1) * PAGE_SIZE;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href="/inbound/clocks" icon="clock">
              {(await getTranslations('clocks'))('link')}
            </LinkButton>
            <LinkButton href="/inbound/reports">
              {(await getTranslations('reports'))('link')}
            </LinkButton>
            {newPlan}
          </>
        }
      />
      <div className="flex flex-col gap-3">
        <Tabs
          label={t('show')}
          tabs={FILTERS.map((show) => ({
            href: hrefOf(view, { show }),
            label: t(`tabs.${show}`),
            count: count[show],
            current: show === view.show,
          }))}
        />
        <search>
          <form action="/inbound" method="get" key={view.q}>
            <input type="hidden" name="show" value={view.show} />
            <Toolbar
              end={
                <Pager
                  from={Math.min(from + 1, total)}
                  to={Math.min(from + PAGE_SIZE, total)}
                  total={total}
                  {...(view.page > 1 && { previousHref: hrefOf(view, { page: view.page - 1 }) })}
                  {...(from + PAGE_SIZE < total && {
                    nextHref: hrefOf(view, { page: view.page + 1 }),
                  })}
                />
              }
            >
              <TextField
                name="q"
                type="search"
                label={t('search')}
                placeholder={t('searchHint')}
                defaultValue={view.q}
                className="w-64 max-w-full"
              />
              <SubmitButton variant="secondary">{t('search')}</SubmitButton>
            </Toolbar>
          </form>
        </search>
        <DataTable
          id="plans"
          caption={title}
          captionHidden
          rows={plans}
          rowKey={({ id }) => id}
          columns={await planColumns(context)}
          empty={
            <EmptyState
              title={t('noneFound')}
              action={<LinkButton href="/inbound?show=all">{t('showAll')}</LinkButton>}
            />
          }
        />
      </div>
    </>
  );
}

function hrefOf(view: View, change: Partial<View>): string {
  const next = { ...view, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.show !== 'open') params.set('show', next.show);
  if (next.q !== '') params.set('q', next.q);
  if (next.page > 1) params.set('page', String(next.page));
  return params.size === 0 ? '/inbound' : `/inbound?${params}`;
}
