import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { LinkButton } from '#components/ui/link-button';
import { forbidden } from '#lib/context/server';
import { formatMoney } from '#lib/i18n';
import { problem } from '#lib/kernel';
import { orderPage, type OrderParams } from '../order-page.ts';
import { RefundForm } from './form.tsx';

export async function generateMetadata({ params }: OrderParams): Promise<Metadata> {
  const { orderId } = await params;
  const t = await getTranslations('order.refund');
  return { title: t('title', { orderId }) };
}

/** Money back for what was confirmed: whole, in part, or for units that never left. */
export default async function RefundPage(props: OrderParams) {
  const { context, order } = await orderPage(props);
  const t = await getTranslations('order');
  const locale = await getLocale();
  const { orderId, packages } = order;
  const currency = order.total?.currency ?? order.items[0]?.unitPrice?.currency;
  const refusal =
    forbidden(context, 'cancel-orders') ??
    (packages.length === 0 || currency === undefined
      ? problem('adjust-before-confirm', { orderId })
      : undefined);
  return (
    <>
      <PageHeader
        parent={{ href: `/orders/${orderId}`, label: t('title', { orderId }) }}
        title={t('refund.title', { orderId })}
        lead={t('refund.lead')}
      />
      <div className="flex max-w-4xl flex-1 flex-col gap-4">
        {refusal || currency === undefined ? (
          <Problems
            problems={refusal ? [refusal] : []}
            title={t('refund.notPossible')}
            action={<LinkButton href={`/orders/${orderId}`}>{t('confirm.back')}</LinkButton>}
          />
        ) : (
          <RefundForm
            orderId={orderId}
            currency={currency}
            rows={order.items.map(({ orderItemId, sku, title, ordered, unitPrice }) => ({
              orderItemId,
              sku,
              title,
              paid: unitPrice
                ? t('refund.paid', { count: ordered, price: formatMoney(locale, unitPrice) })
                : '',
            }))}
          />
        )}
      </div>
    </>
  );
}
