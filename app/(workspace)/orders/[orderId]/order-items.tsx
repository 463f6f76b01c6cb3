import { getTranslations } from 'next-intl/server';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, MoneyText, Quantity } from '#components/ui/figures';
import { Badge } from '#components/ui/status';
import type { Order, OrderItem } from '#lib/orders';

type OrderItemsProps = { readonly order: Order };

/** What was ordered, and how much of it has left. */
export async function OrderItems({ order }: OrderItemsProps) {
  const t = await getTranslations('order.items');
  const columns: readonly Column<OrderItem>[] = [
    { key: 'sku', header: 'SKU', cell: ({ sku }) => <Code>{sku}</Code> },
    {
      key: 'title',
      header: t('title'),
      wrap: true,
      cell: (item) => <Title item={item} />,
    },
    { key: 'asin', header: 'ASIN', cell: ({ asin }) => <Code>{asin}</Code> },
    {
      key: 'ordered',
      header: t('ordered'),
      numeric: true,
      cell: ({ ordered }) => <Quantity value={ordered} />,
    },
    {
      key: 'shipped',
      header: t('shipped'),
      numeric: true,
      cell: ({ shipped }) => <Quantity value={shipped} />,
    },
    {
      key: 'cancelled',
      header: t('cancelled'),
      numeric: true,
      cell: ({ cancelled }) => <Quantity value={cancelled} />,
    },
    {
      key: 'price',
      header: t('price'),
      numeric: true,
      cell: ({ unitPrice }) => (unitPrice ? <MoneyText amount={unitPrice} /> : '—'),
    },
  ];
  return (
    <DataTable
      id="items"
      caption={t('caption')}
      captionHidden
      grow
      columns={columns}
      rows={order.items}
      rowKey={({ orderItemId }) => orderItemId}
      empty={<p className="text-muted">{t('toCome')}</p>}
    />
  );
}

type TitleProps = { readonly item: OrderItem };

async function Title({ item }: TitleProps) {
  const t = await getTranslations('order');
  return (
    <span className="flex flex-col gap-0.5">
      <span>{item.title}</span>
      <span className="flex flex-wrap gap-1">
        {item.isTransparency === true && <Badge tone="info">{t('items.transparency')}</Badge>}
        {item.cancelRequest && (
          <Badge tone="warning" icon="alert">
            {t('cancelRequest.ofItem', { reason: item.cancelRequest.reason })}
          </Badge>
        )}
        {(item.constraints ?? []).map((constraint) => (
          <Badge key={constraint} tone="warning" icon="alert">
            {t(`constraints.${constraint}`)}
          </Badge>
        ))}
      </span>
      {item.iossNumber !== undefined && (
        <span className="text-sm text-muted">
          {t('items.ioss')} <Code>{item.iossNumber}</Code>
        </span>
      )}
    </span>
  );
}
