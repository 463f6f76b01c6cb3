import { getTranslations } from 'next-intl/server';
import { DataTable, type RowSelection } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { SelectionBar } from '#components/ui/selection-bar';
import type { Instant, Marketplace } from '#lib/kernel';
import { isOpen, isPending } from '#lib/orders';
import type { OrderPage, OrderSummary } from '#lib/orders/server';
import { ChosenActs } from './chosen-acts.tsx';
import { orderColumns } from './order-columns.tsx';
import {
  isFiltered,
  NO_FILTER,
  type OrderView,
  type Place,
  viewHref,
  viewParams,
} from './order-view.ts';

type OrderTableProps = {
  readonly place: Place;
  readonly view: OrderView;
  readonly store: Marketplace;
  readonly page: OrderPage;
  readonly now: Instant;
  readonly mayCancel: boolean;
  readonly mayPrint: boolean;
};

const TABLE = 'orders';
const SELECTION: RowSelection<OrderSummary> = {
  name: 'id',
  value: ({ order }) => order.orderId,
  label: ({ order }) => order.orderId,
  possible: ({ order }) => isOpen(order),
};

/**
 * The orders of one page, and what can be done with those that are ticked. What is pending is grey,
 * and nothing can be done with it. Without a script the buttons ask for their pages all the same.
 */
export async function OrderTable(props: OrderTableProps) {
  const { place, view, store, page, now } = props;
  const t = await getTranslations('orders');
  const canAct = page.orders.some(({ order }) => isOpen(order));
  const whole = viewParams({}, { ...view, after: undefined, before: undefined });
  return (
    <form method="get" action="/orders/pick-list" className="flex flex-col gap-2">
      <input type="hidden" name="store" value={store.id} />
      {[...whole].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {canAct && (
        <SelectionBar table={TABLE}>
          <ChosenActs
            table={TABLE}
            mayCancel={props.mayCancel}
            mayPrint={props.mayPrint}
            hasMorePages={page.next !== undefined || page.previous !== undefined}
          />
        </SelectionBar>
      )}
      <DataTable
        id={TABLE}
        caption={t('caption')}
        captionHidden
        columns={await orderColumns(place, view, { now, timeZone: store.timeZone })}
        rows={page.orders}
        rowKey={({ id }) => id}
        quiet={({ order }) => isPending(order) || order.status === 'CANCELLED'}
        {...(canAct && { selection: SELECTION })}
        empty={<NoneFound place={place} view={view} />}
      />
    </form>
  );
}

type NoneFoundProps = Pick<OrderTableProps, 'place' | 'view'>;

async function NoneFound({ place, view }: NoneFoundProps) {
  const t = await getTranslations('orders');
  if (!isFiltered(view)) {
    return (
      <EmptyState title={t(`none.${view.tab}.title`)}>{t(`none.${view.tab}.text`)}</EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('noneFound.title')}
      action={
        <span className="flex flex-wrap gap-2">
          {view.tab !== 'all' && (
            <LinkButton href={viewHref(place, view, { tab: 'all', sort: undefined })}>
              {t('noneFound.inAll')}
            </LinkButton>
          )}
          <LinkButton href={viewHref(place, view, NO_FILTER)}>{t('filters.clear')}</LinkButton>
        </span>
      }
    >
      {t('noneFound.text')}
    </EmptyState>
  );
}
