import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { Alert } from '#components/ui/alert';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { openContext } from '#lib/context/server';
import { marketplaceById } from '#lib/kernel';
import { listingsById } from '#lib/listings/server';
import type { SearchParams } from '../listing-view.ts';
import { ConversionForm } from './conversion-form.tsx';
import { ConversionProgress } from './conversion-progress.tsx';
import { sortListings } from './sort-listings.ts';

type ConvertPageProps = { readonly searchParams: SearchParams };

export async function generateMetadata({ searchParams }: ConvertPageProps): Promise<Metadata> {
  const t = await getTranslations('convert');
  return { title: t(`${channelOf(await searchParams)}.title`) };
}

/** Changing chosen listings over to FBA, or back. */
export default async function ConvertPage({ searchParams }: ConvertPageProps) {
  const context = await openContext();
  const params = await searchParams;
  const t = await getTranslations('convert');
  const to = channelOf(params);
  const ids = [params['ids'] ?? []].flat().flatMap((part) => part.split(','));
  const listings = await listingsById(context, ids);
  const [first] = listings;
  const { open, moving, settled } = sortListings(listings, to);
  const units = marketplaceById(first?.marketplaceId ?? '')?.units ?? 'imperial';
  return (
    <>
      <PageHeader
        title={t(`${to}.title`)}
        lead={t(`${to}.lead`)}
        parent={{ href: '/listings', label: t('listings') }}
      />
      {first === undefined ? (
        <EmptyState
          title={t('nothing.title')}
          action={<LinkButton href="/listings">{t('listings')}</LinkButton>}
        >
          {t('nothing.text')}
        </EmptyState>
      ) : (
        <div className="flex flex-1 flex-col gap-4">
          {open.length === 0 && moving.length === 0 && (
            <Alert
              level="success"
              title={t(`${to}.done`, { count: settled.length })}
              action={<LinkButton href="/listings">{t('listings')}</LinkButton>}
            />
          )}
          <ConversionProgress listings={[...moving, ...settled]} beside={open.length > 0} />
          {open.length > 0 && (
            <ConversionForm to={to} listings={open} units={units} ids={ids.join(',')} />
          )}
        </div>
      )}
    </>
  );
}

function channelOf(params: Awaited<SearchParams>): 'amazon' | 'merchant' {
  return params['to'] === 'merchant' ? 'merchant' : 'amazon';
}
