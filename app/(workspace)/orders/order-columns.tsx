import { getTranslations } from 'next-intl/server';
import type { Column } from '#components/ui/data-table';
import { Deadline } from '#components/ui/deadline';
import { Code, MoneyText, Quantity } from '#components/ui/figures';
import { TextLink } from '#components/ui/text-link';
import { DateTimeText } from '#components/ui/times';
import type { Instant } from '#lib/kernel';
import { isPending } from '#lib/orders';
import type { OrderSort, OrderSummary } from '#lib/orders/server';
import { OrderBadges, OrderStatusText } from './order-status.tsx';
import { type OrderView, type Place, sortOf, viewHref } from './order-view.ts';

type Seen = { readonly now: Instant; readonly timeZone: string };

/** The columns of Manage Orders, with links that sort it. */
export async function orderColumns(
  place: Place,
  view: OrderView,
  { now, timeZone }: Seen,
): Promise<readonly Column<OrderSummary>[]> {
  const t = await getTranslations('orders.columns');
  const all: readonly Column<OrderSummary>[] = [
    {
      key: 'order',
      header: t('order'),
      cell: ({ order }) => (
        <span className="flex flex-col gap-0.5">
          <TextLink href={`/orders/${order.orderId}`} className="font-mono text-sm">
            {order.orderId}
          </TextLink>
          <OrderBadges order={order} />
        </span>
      ),
    },
    { key: 'items', header: t('items'), cell: (summary) => <Items summary={summary} /> },
    {
      key: 'units',
      header: t('units'),
      numeric: true,
      cell: ({ order }) => (
        <Quantity value={order.items.reduce((sum, { ordered }) => sum + ordered, 0)} />
      ),
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ order }) => <OrderStatusText order={order} />,
    },
    {
      key: 'ship-by',
      header: t('shipBy'),
      sort: sortLink(place, view, 'ship-by'),
      cell: ({ order, deadlines }) => {
        if (deadlines) return <Deadline at={deadlines.shipBy} now={now} timeZone={timeZone} />;
        const shipBy = order.shipBy?.latest;
        return shipBy === undefined ? '—' : <DateTimeText at={shipBy} timeZone={timeZone} />;
      },
    },
    {
      key: 'purchased',
      header: t('purchased'),
      sort: sortLink(place, view, 'purchased'),
      cell: ({ order }) => <DateTimeText at={order.purchasedAt} timeZone={timeZone} />,
    },
    {
      key: 'total',
      header: t('total'),
      numeric: true,
      sort: sortLink(place, view, 'total'),
      // Amazon tells no prices while an order is pending.
      cell: ({ order }) =>
        order.total && !isPending(order) ? <MoneyText amount={order.total} /> : '—',
    },
  ];
  // None chosen means all of them.
  const isShown = (key: string) =>
    key === 'order' || view.show.length === 0 || view.show.some((shown) => shown === key);
  return all.filter(({ key }) => isShown(key));
}

function sortLink(place: Place, view: OrderView, key: OrderSort) {
  const now = sortOf(view);
  const isBy = now.sort === key;
  return {
    href: viewHref(place, view, { sort: isBy && !now.descending ? `-${key}` : key }),
    ...(isBy && {
      direction: now.descending ? ('descending' as const) : ('ascending' as const),
    }),
  };
}

type ItemsProps = { readonly summary: OrderSummary };

async function Items({ summary: { order } }: ItemsProps) {
  const t = await getTranslations('orders');
  const [first, ...rest] = order.items;
  if (!first) return <span className="text-muted">{t('itemsToCome')}</span>;
  return (
    <span className="flex min-w-52 flex-col whitespace-normal">
      <span className="line-clamp-1" title={first.title}>
        {first.title === '' ? first.sku : first.title}
      </span>
      <span className="flex flex-wrap gap-x-2 text-sm text-muted">
        <Code>{first.sku}</Code>
        {rest.length > 0 && t('moreItems', { count: rest.length })}
      </span>
    </span>
  );
}
