import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { forbidden, openContext, practiceDesk, recentCalls } from '#lib/context/server';
import { marketplaceById } from '#lib/kernel';
import { Calls } from './calls.tsx';
import { ClockForm } from './clock-form.tsx';
import { FaultsForm } from './faults-form.tsx';
import { OrdersForm } from './orders-form.tsx';
import { QuirksForm } from './quirks-form.tsx';
import { StockForm } from './stock-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice');
  return { title: t('title') };
}

const SHOWN_CALLS = 100;

/** The trainer's desk of the practice Amazon: its clock, its moods, and what was said to it. */
export default async function PracticePage() {
  const context = await openContext();
  const { connection } = context;
  if (connection.kind !== 'practice') notFound();
  const t = await getTranslations('practice');
  const notAllowed = forbidden(context, 'stop-writes');
  const desk = await practiceDesk(context.db);
  const stores = connection.marketplaceIds.flatMap((id) => marketplaceById(id) ?? []);
  const timeZone = marketplaceById(connection.marketplaceIds[0] ?? '')?.timeZone ?? 'UTC';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex max-w-5xl flex-col gap-6">
        <Alert level="information" title={t('shared')} />
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {stores.map(({ id, country, domain }) => (
            <li key={id}>
              <a
                href={`/shop/${connection.sellerId}/${country}/`}
                className="text-link underline underline-offset-2"
              >
                {t('shop', { store: domain })}
              </a>
            </li>
          ))}
        </ul>
        {notAllowed ? (
          <Problems problems={[notAllowed]} level="information" />
        ) : (
          <>
            <ClockForm desk={desk} timeZone={timeZone} />
            <StockForm stores={stores} />
            <OrdersForm stores={stores} />
            <FaultsForm faults={desk.faults} />
            <QuirksForm quirks={desk.quirks} />
          </>
        )}
        <Calls
          calls={recentCalls(connection.id).toReversed().slice(0, SHOWN_CALLS)}
          timeZone={timeZone}
        />
      </div>
    </>
  );
}
