import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { LinkButton } from '#components/ui/link-button';
import { forbidden } from '#lib/context/server';
import { checkStanding } from '#lib/orders';
import { EditForm } from '../../confirm/form.tsx';
import { orderPage } from '../../order-page.ts';
import { carrierCodes, knownPackage } from '../../package-start.ts';

type PackagePageProps = {
  readonly params: Promise<{ readonly orderId: string; readonly reference: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('order.edit');
  return { title: t('title') };
}

/** A package that Amazon knows, to be corrected until it is delivered. */
export default async function PackagePage({ params }: PackagePageProps) {
  const { context, order } = await orderPage({ params });
  const t = await getTranslations('order');
  const reference = decodeURIComponent((await params).reference);
  const parcel = order.packages.find((candidate) => candidate.reference === reference);
  if (!parcel) notFound();
  const { orderId } = order;
  const notAllowed = forbidden(context, 'ship-orders');
  const { blocking } = checkStanding(order, { now: context.clock.now(), edits: reference });
  const refusals = notAllowed ? [notAllowed] : blocking;
  return (
    <>
      <PageHeader
        parent={{ href: `/orders/${orderId}`, label: t('title', { orderId }) }}
        title={t('edit.title')}
        lead={t('edit.lead')}
      />
      <div className="flex max-w-5xl flex-1 flex-col gap-4">
        {refusals.length > 0 ? (
          <Problems
            problems={refusals}
            title={t('edit.notPossible')}
            action={<LinkButton href={`/orders/${orderId}`}>{t('confirm.back')}</LinkButton>}
          />
        ) : (
          <EditForm
            orderId={orderId}
            reference={reference}
            carriers={carrierCodes(order)}
            packages={[knownPackage(order, parcel)]}
          />
        )}
      </div>
    </>
  );
}
