import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { Code, Quantity } from '#components/ui/figures';
import { LinkButton } from '#components/ui/link-button';
import { openContext } from '#lib/context/server';
import { isOpen } from '#lib/orders';
import { chosenOrders } from '../chosen.ts';
import type { SearchParams } from '../order-view.ts';
import { type Pick, picksOf } from './picks.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('order.pickList');
  return { title: t('title') };
}

type PickListPageProps = { readonly searchParams: SearchParams };

/** What to fetch from the shelves for the chosen orders; the browser prints it. */
export default async function PickListPage({ searchParams }: PickListPageProps) {
  const context = await openContext();
  const orders = (await chosenOrders(context, await searchParams)).filter(isOpen);
  const t = await getTranslations('order.pickList');
  const manage = await getTranslations('orders');
  const picks = picksOf(orders);
  const units = picks.reduce((sum, pick) => sum + pick.units, 0);
  const columns: readonly Column<Pick>[] = [
    { key: 'sku', header: 'SKU', cell: ({ sku }) => <Code>{sku}</Code> },
    {
      key: 'units',
      header: t('units'),
      numeric: true,
      cell: (pick) => <Quantity value={pick.units} />,
      total: <Quantity value={units} />,
    },
    { key: 'title', header: t('item'), wrap: true, cell: ({ title }) => title },
    {
      key: 'orders',
      header: t('orders'),
      wrap: true,
      cell: ({ orderIds }) => <span className="font-mono text-sm">{orderIds.join(' ')}</span>,
    },
  ];
  return (
    <>
      <PageHeader
        parent={{ href: '/orders', label: manage('title') }}
        title={t('title')}
        lead={t('lead', { orders: orders.length, units })}
      />
      <DataTable
        id="picks"
        caption={t('caption')}
        captionHidden
        grow
        columns={columns}
        rows={picks}
        rowKey={({ sku }) => sku}
        empty={
          <EmptyState
            title={t('noneTitle')}
            action={<LinkButton href="/orders">{manage('title')}</LinkButton>}
          >
            {t('noneText')}
          </EmptyState>
        }
      />
    </>
  );
}
