import { getTranslations } from 'next-intl/server';
import { CopyButton } from '#components/ui/copy-button';
import { type Definition, DefinitionList } from '#components/ui/definition-list';
import { Code } from '#components/ui/figures';
import { LinkButton } from '#components/ui/link-button';
import { Status, type Tone } from '#components/ui/status';
import { DateTimeText } from '#components/ui/times';
import type { Order, OrderPackage, PackageStatus } from '#lib/orders';

const TONE: Readonly<Record<PackageStatus, Tone>> = {
  PENDING: 'neutral',
  IN_TRANSIT: 'info',
  SHIPPED: 'info',
  DELIVERED: 'success',
  CANCELLED: 'neutral',
  UNDELIVERABLE: 'danger',
};

type PackagesProps = {
  readonly order: Order;
  readonly timeZone: string;
  readonly mayEdit: boolean;
};

/** The parcels that Amazon knows, and how far the carrier has brought them. */
export async function Packages({ order, timeZone, mayEdit }: PackagesProps) {
  const t = await getTranslations('order.packages');
  const parcels = await Promise.all(
    order.packages.map(async (parcel) => ({
      parcel,
      facts: await factsOf(order, parcel, timeZone),
    })),
  );
  return (
    <ol className="grid gap-3 md:grid-cols-2">
      {parcels.map(({ parcel, facts }) => (
        <li
          key={parcel.reference}
          className="flex flex-col gap-2 rounded border border-line bg-surface p-3"
        >
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="font-semibold">{t('package', { number: parcel.reference })}</h3>
            <Status tone={TONE[parcel.status]}>{t(`statuses.${parcel.status}`)}</Status>
          </div>
          <DefinitionList items={facts} />
          {mayEdit && parcel.status !== 'DELIVERED' && (
            <LinkButton
              href={`/orders/${order.orderId}/packages/${encodeURIComponent(parcel.reference)}`}
              size="small"
              className="self-start"
            >
              {t('edit')}
              <span className="sr-only"> {t('package', { number: parcel.reference })}</span>
            </LinkButton>
          )}
        </li>
      ))}
    </ol>
  );
}

async function factsOf(
  order: Order,
  parcel: OrderPackage,
  timeZone: string,
): Promise<readonly Definition[]> {
  const t = await getTranslations('order.packages');
  const skus = parcel.items.map(({ orderItemId, quantity }) => {
    const item = order.items.find((candidate) => candidate.orderItemId === orderItemId);
    return `${quantity} × ${item?.sku ?? orderItemId}`;
  });
  const when = (key: 'shipped' | 'confirmed' | 'delivered', at: number | undefined) =>
    at === undefined
      ? []
      : [{ key, term: t(key), value: <DateTimeText at={at} timeZone={timeZone} /> }];
  return [
    {
      key: 'carrier',
      term: t('carrier'),
      value: [parcel.carrier, parcel.shipMethod].filter(Boolean).join(', '),
    },
    {
      key: 'number',
      term: t('number'),
      value: (
        <span className="inline-flex flex-wrap items-center">
          <Code>{parcel.trackingNumber}</Code>
          <CopyButton text={parcel.trackingNumber} what={t('number')} />
        </span>
      ),
    },
    { key: 'items', term: t('content'), value: skus.join(', ') },
    ...when('shipped', parcel.shippedAt),
    ...when('confirmed', parcel.confirmedAt),
    ...when('delivered', parcel.deliveredAt),
  ];
}
