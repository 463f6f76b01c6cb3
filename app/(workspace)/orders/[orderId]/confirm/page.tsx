import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { LinkButton } from '#components/ui/link-button';
import { forbidden } from '#lib/context/server';
import { checkStanding, isCancelAsked } from '#lib/orders';
import type { SearchParams } from '../../order-view.ts';
import { orderPage, type OrderParams } from '../order-page.ts';
import { carrierCodes, newPackage } from '../package-start.ts';
import { ConfirmForm } from './form.tsx';
import { LateEffect } from './late-effect.tsx';

export async function generateMetadata({ params }: OrderParams): Promise<Metadata> {
  const { orderId } = await params;
  const t = await getTranslations('order.confirm');
  return { title: t('title', { orderId }) };
}

type ConfirmPageProps = OrderParams & { readonly searchParams: SearchParams };

/** Confirm shipment: what left, with whom and under which number. */
export default async function ConfirmPage({ params, searchParams }: ConfirmPageProps) {
  const { context, order, timeZone } = await orderPage({ params });
  const asked = Number((await searchParams)['packages']);
  const t = await getTranslations('order');
  const { orderId } = order;
  const now = context.clock.now();
  const notAllowed = forbidden(context, 'ship-orders');
  const refusals = notAllowed ? [notAllowed] : checkStanding(order, { now }).blocking;
  const count = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), 20) : 1;
  return (
    <>
      <PageHeader
        parent={{ href: `/orders/${orderId}`, label: t('title', { orderId }) }}
        title={t('confirm.title', { orderId })}
      />
      <div className="flex max-w-5xl flex-1 flex-col gap-4">
        {refusals.length > 0 ? (
          <Problems
            problems={refusals}
            title={t('confirm.notPossible')}
            action={<LinkButton href={`/orders/${orderId}`}>{t('confirm.back')}</LinkButton>}
          />
        ) : (
          <>
            <LateEffect {...{ context, order, timeZone }} />
            <ConfirmForm
              orderId={orderId}
              carriers={carrierCodes(order)}
              packages={Array.from({ length: count }, (_, at) => newPackage(order, now, at > 0))}
              another={newPackage(order, now, true)}
              isCancelAsked={isCancelAsked(order)}
            />
          </>
        )}
      </div>
    </>
  );
}
