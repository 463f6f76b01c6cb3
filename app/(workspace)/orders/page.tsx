import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { Tabs } from '#components/ui/tabs';
import { forbidden, openContext, type PageContext } from '#lib/context/server';
import type { Marketplace } from '#lib/kernel';
import { countOrders, findOrders, ORDER_TABS, readSync } from '#lib/orders/server';
import { chosenStore } from '../listings/store.ts';
import { PracticeShop, SyncButton } from './bring-in.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { OrderFilters } from './order-filters.tsx';
import { OrderPager } from './order-pager.tsx';
import { OrderTable } from './order-table.tsx';
import { SavedViews } from './saved-views.tsx';
import { orderQuery, orderView, type SearchParams, viewHref } from './order-view.ts';
import { SyncAge, SyncNotes } from './sync-state.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders');
  return { title: t('title') };
}

type OrdersPageProps = { readonly searchParams: SearchParams };

/** Manage Orders: what buyers ordered from one store, and what must leave the house by when. */
export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const context = await openContext();
  const params = await searchParams;
  const t = await getTranslations('orders');
  const { store, stores } = chosenStore(context, params['store']);
  const now = context.clock.now();
  const [sync, counts] = await Promise.all([
    readSync(context, store.id),
    countOrders(context, store.id),
  ]);
  const view = orderView(params);
  const place = stores.length > 1 ? { keep: { store: store.id } } : {};
  const back = viewHref(place, view, {});
  const isEmpty = counts.all === 0;
  const askedAt = Number(params['asked']);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={<SyncAge sync={sync} store={store} now={now} />}
        actions={
          isEmpty ? undefined : (
            <>
              <LinkButton href={`/orders/metrics?store=${store.id}`}>{t('toMetrics')}</LinkButton>
              <LinkButton href={`/orders/confirm-file?store=${store.id}`}>{t('toFile')}</LinkButton>
              <LinkButton href="/orders/pack">{t('toPack')}</LinkButton>
              <SyncButton store={store.id} back={back} />
            </>
          )
        }
      />
      <div className="flex flex-col gap-4">
        {stores.length > 1 && (
          <Tabs
            label={t('stores')}
            tabs={stores.map(({ id, domain }) => ({
              href: `/orders?store=${id}`,
              label: domain,
              current: id === store.id,
            }))}
          />
        )}
        <SyncNotes sync={sync} now={now} {...(askedAt > 0 && { askedAt })} />
        {isEmpty ? (
          <NoOrders context={context} store={store} back={back} />
        ) : (
          <>
            <Tabs
              label={t('tabsLabel')}
              tabs={ORDER_TABS.map((tab) => ({
                href: viewHref(place, view, { tab, sort: undefined }),
                label: t(`tabs.${tab}`),
                count: counts[tab],
                current: tab === view.tab,
              }))}
            />
            <SavedViews {...{ context, place, view }} />
            <Orders {...{ context, place, view, store }} />
          </>
        )}
      </div>
    </>
  );
}

type OrdersProps = {
  readonly context: PageContext;
  readonly place: Parameters<typeof viewHref>[0];
  readonly view: ReturnType<typeof orderView>;
  readonly store: Marketplace;
};

async function Orders({ context, place, view, store }: OrdersProps) {
  const page = await findOrders(context, orderQuery(view, store.id));
  const pager = <OrderPager place={place} view={view} page={page} />;
  return (
    <>
      <OrderFilters place={place} view={view} end={pager} />
      <ColumnChoice place={place} view={view} key={viewHref(place, view, {})} />
      <OrderTable
        {...{ place, view, store, page }}
        now={context.clock.now()}
        mayCancel={forbidden(context, 'cancel-orders') === undefined}
        mayPrint={forbidden(context, 'read-buyers') === undefined}
      />
      <div className="self-end">{pager}</div>
    </>
  );
}

type NoOrdersProps = Pick<OrdersProps, 'context' | 'store'> & { readonly back: string };

async function NoOrders({ context, store, back }: NoOrdersProps) {
  const t = await getTranslations('orders');
  const isPractice = context.connection.kind === 'practice';
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <div className="flex flex-wrap gap-2 sm:justify-center">
          <SyncButton store={store.id} back={back} variant="primary" />
          {isPractice && <PracticeShop store={store.id} />}
        </div>
      }
    >
      {t('empty.text')}
      {isPractice && <p className="mt-2">{t('practice.text')}</p>}
    </EmptyState>
  );
}
