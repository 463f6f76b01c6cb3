import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { forbidden, openContext } from '#lib/context/server';
import { Station } from './station.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('order.pack');
  return { title: t('title') };
}

/** The scan station: order, then items; a wrong one stops, and nothing is finished before it is whole. */
export default async function PackPage() {
  const context = await openContext();
  const t = await getTranslations('order.pack');
  const manage = await getTranslations('orders');
  const notAllowed = forbidden(context, 'ship-orders');
  return (
    <>
      <PageHeader
        parent={{ href: '/orders', label: manage('title') }}
        title={t('title')}
        lead={t('lead')}
      />
      {notAllowed ? (
        <Problems problems={[notAllowed]} />
      ) : (
        <Station mayPrint={forbidden(context, 'read-buyers') === undefined} />
      )}
      <noscript>{t('needsScript')}</noscript>
    </>
  );
}
