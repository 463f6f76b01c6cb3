import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { Disclosure } from '#components/ui/disclosure';
import { EmptyState } from '#components/ui/empty-state';
import { Tabs } from '#components/ui/tabs';
import { DateTimeText } from '#components/ui/times';
import { openContext } from '#lib/context/server';
import { firstLegCostsOfSkus } from '#lib/inbound/server';
import { findListings, importsOf } from '#lib/listings/server';
import { availabilityOfSkus } from '#lib/orders/server';
import { ReportDrop, SyncButton } from './bring-in.tsx';
import { ChosenListings } from './chosen-listings.tsx';
import { ImportPanel } from './import-panel.tsx';
import { ListingFilters } from './listing-filters.tsx';
import { ListingPager } from './listing-pager.tsx';
import { isFiltered, listingQuery, listingView, type SearchParams } from './listing-view.ts';
import { chosenStore } from './store.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('listings');
  return { title: t('title') };
}

type ListingsPageProps = { readonly searchParams: SearchParams };

/** The seller's listings in one store: read in, looked through, converted, planned with. */
export default async function ListingsPage({ searchParams }: ListingsPageProps) {
  const context = await openContext();
  const params = await searchParams;
  const t = await getTranslations('listings');
  const { store, stores } = chosenStore(context, params['store']);
  const view = listingView(params);
  const [{ listings, total }, imports] = await Promise.all([
    findListings(context, listingQuery(view, store.id)),
    importsOf(context, store.id),
  ]);
  const shown = { marketplaceId: store.id, skus: listings.map(({ sku }) => sku) };
  const [stock, costs] = await Promise.all([
    availabilityOfSkus(context, shown),
    firstLegCostsOfSkus(context, shown),
  ]);
  const place = {
    path: '/listings',
    ...(stores.length > 1 && { keep: { store: store.id } }),
  };
  const isEmpty = total === 0 && !isFiltered(view);
  const { last, syncedAt } = imports;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          syncedAt === undefined ? (
            t('neverSynced', { store: store.domain })
          ) : (
            <>
              {t('synced', { store: store.domain })}{' '}
              <DateTimeText at={syncedAt} timeZone={store.timeZone} />
            </>
          )
        }
        actions={isEmpty ? undefined : <SyncButton store={store.id} />}
      />
      <div className="flex flex-col gap-4">
        {stores.length > 1 && (
          <Tabs
            label={t('stores')}
            tabs={stores.map(({ id, domain }) => ({
              href: `/listings?store=${id}`,
              label: domain,
              current: id === store.id,
            }))}
          />
        )}
        {last && <ImportPanel report={last} timeZone={store.timeZone} />}
        {isEmpty ? (
          <>
            {last?.state !== 'running' && (
              <EmptyState
                title={t('empty.title')}
                action={<SyncButton store={store.id} variant="primary" />}
              >
                {t('empty.text')}
              </EmptyState>
            )}
            <ReportDrop store={store.id} />
          </>
        ) : (
          <>
            <Disclosure summary={t('file.summary')}>
              <ReportDrop store={store.id} />
            </Disclosure>
            <ListingFilters
              place={place}
              view={view}
              end={<ListingPager place={place} view={view} total={total} />}
            />
            <ChosenListings
              place={place}
              view={view}
              store={store.id}
              listings={listings}
              stock={new Map(stock.map((of) => [of.sku, of]))}
              firstLeg={new Map(costs.map((of) => [of.sku, of]))}
            />
            <div className="self-end">
              <ListingPager place={place} view={view} total={total} />
            </div>
          </>
        )}
      </div>
    </>
  );
}
