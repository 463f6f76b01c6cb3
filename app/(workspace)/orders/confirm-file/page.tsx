import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { LinkButton } from '#components/ui/link-button';
import { Tabs } from '#components/ui/tabs';
import { forbidden, openContext } from '#lib/context/server';
import { carriersOf } from '#lib/flat-files';
import { chosenStore } from '../../listings/store.ts';
import type { SearchParams } from '../order-view.ts';
import { ConfirmFileForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders.file');
  return { title: t('title') };
}

type ConfirmFilePageProps = { readonly searchParams: SearchParams };

/** Confirming many shipments at once, by Amazon's own file. */
export default async function ConfirmFilePage({ searchParams }: ConfirmFilePageProps) {
  const context = await openContext();
  const { store, stores } = chosenStore(context, (await searchParams)['store']);
  const t = await getTranslations('orders');
  const notAllowed = forbidden(context, 'ship-orders');
  const template = new URLSearchParams({ store: store.id, all: 'yes', tab: 'unshipped' });
  return (
    <>
      <PageHeader
        parent={{ href: `/orders?store=${store.id}`, label: t('title') }}
        title={t('file.title')}
        lead={t('file.lead')}
        actions={
          <LinkButton href={`/orders/confirm-file/template?${template}`} download>
            {t('file.template')}
          </LinkButton>
        }
      />
      <div className="flex max-w-5xl flex-col gap-4">
        {stores.length > 1 && (
          <Tabs
            label={t('stores')}
            tabs={stores.map(({ id, domain }) => ({
              href: `/orders/confirm-file?store=${id}`,
              label: domain,
              current: id === store.id,
            }))}
          />
        )}
        {notAllowed ? (
          <Problems problems={[notAllowed]} />
        ) : (
          <ConfirmFileForm
            key={store.id}
            store={store.id}
            carriers={carriersOf(store.country).codes}
          />
        )}
      </div>
    </>
  );
}
