import { getTranslations } from 'next-intl/server';
import { Deadline } from '#components/ui/deadline';
import { LinkButton } from '#components/ui/link-button';
import { Badge } from '#components/ui/status';
import { TextLink } from '#components/ui/text-link';
import type { PageContext } from '#lib/context/server';
import { type Instant, type Marketplace, marketplaceById } from '#lib/kernel';
import { isCancelAsked } from '#lib/orders';
import { findOrders, type OrderSummary, readSync } from '#lib/orders/server';

export type OrdersToday = {
  readonly store: Marketplace;
  /** Late or due within a day, the most pressing first; and how many more there are at least. */
  readonly pressing: readonly OrderSummary[];
  readonly hasMore: boolean;
  readonly asked: readonly OrderSummary[];
};

const SHOWN = 5;

/** What orders need today, store by store; nothing of stores whose orders are not looked after. */
export async function ordersToday(context: PageContext): Promise<readonly OrdersToday[]> {
  const stores = context.connection.marketplaceIds.flatMap((id) => marketplaceById(id) ?? []);
  const found = await Promise.all(
    stores.map(async (store) => {
      const { syncedAt } = await readSync(context, store.id);
      if (syncedAt === undefined) return undefined;
      const of = (tab: 'late-risk' | 'cancel-asked') =>
        findOrders(context, {
          marketplaceId: store.id,
          tab,
          sort: 'ship-by',
          descending: false,
          pageSize: SHOWN,
        });
      const [pressing, asked] = await Promise.all([of('late-risk'), of('cancel-asked')]);
      return {
        store,
        pressing: pressing.orders,
        hasMore: pressing.next !== undefined,
        asked: asked.orders,
      };
    }),
  );
  return found.flatMap((today) =>
    today && today.pressing.length + today.asked.length > 0 ? [today] : [],
  );
}

type TodayOrdersProps = { readonly today: OrdersToday; readonly now: Instant };

/** The orders that must leave today, and those whose buyers want out. */
export async function TodayOrders({ today, now }: TodayOrdersProps) {
  const t = await getTranslations('orders.today');
  const { store, pressing, hasMore, asked } = today;
  // A buyer who wants out is answered before the parcel leaves.
  const lines = [...new Map([...asked, ...pressing].map((line) => [line.id, line])).values()];
  const shown = lines.slice(0, SHOWN);
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{t('title', { store: store.domain })}</h2>
      <ul className="rounded border border-line bg-surface">
        {shown.map(({ id, order, deadlines }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line px-3 py-2 last:border-0"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-2">
                <TextLink href={`/orders/${order.orderId}`} className="font-mono text-sm">
                  {order.orderId}
                </TextLink>
                {isCancelAsked(order) && (
                  <Badge tone="warning" icon="alert">
                    {t('asked')}
                  </Badge>
                )}
              </p>
              <p className="truncate text-sm text-muted">
                {order.items.map(({ title, sku }) => title || sku).join(', ')}
              </p>
            </div>
            {deadlines && <Deadline at={deadlines.shipBy} now={now} timeZone={store.timeZone} />}
            <LinkButton
              href={
                isCancelAsked(order)
                  ? `/orders/${order.orderId}`
                  : `/orders/${order.orderId}/confirm`
              }
            >
              {t(isCancelAsked(order) ? 'decide' : 'confirm')}
              <span className="sr-only">: {order.orderId}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
      {(hasMore || lines.length > shown.length) && (
        <TextLink href={`/orders?store=${store.id}&tab=late-risk`}>{t('more')}</TextLink>
      )}
    </section>
  );
}
