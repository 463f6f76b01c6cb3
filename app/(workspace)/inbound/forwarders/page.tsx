import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { MoneyText, Quantity, WeightText } from '#components/ui/figures';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { forbidden, openContext } from '#lib/context/server';
import { forwarders } from '#lib/inbound/server';
import { chosenStore } from '../../listings/store.ts';
import { dropForwarder } from './actions.ts';
import { ForwarderForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('costs');
  return { title: t('forwarders.title') };
}

type ForwardersPageProps = { readonly searchParams: Promise<{ readonly edit?: string }> };

/** The tariffs that quotes are made of. */
export default async function ForwardersPage({ searchParams }: ForwardersPageProps) {
  const context = await openContext();
  const t = await getTranslations('costs');
  const inbound = await getTranslations('inbound');
  const known = await forwarders(context);
  const { edit } = await searchParams;
  const edited = known.find(({ id }) => id === edit)?.forwarder;
  const mayEdit = forbidden(context, 'edit-plans') === undefined;
  const { store } = chosenStore(context, undefined);
  return (
    <>
      <PageHeader
        title={t('forwarders.title')}
        lead={t('forwarders.lead')}
        parent={{ href: '/inbound', label: inbound('title') }}
      />
      <div className="flex max-w-5xl flex-col gap-6">
        <DataTable
          id="forwarders"
          caption={t('forwarders.title')}
          captionHidden
          rows={known}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('forwarders.none')}>{t('forwarders.noneText')}</EmptyState>}
          columns={[
            {
              key: 'name',
              header: t('forwarder'),
              cell: ({ id, forwarder: { name } }) =>
                mayEdit ? (
                  <TextLink href={`/inbound/forwarders?edit=${id}`}>{name}</TextLink>
                ) : (
                  name
                ),
            },
            { key: 'way', header: t('way'), cell: ({ forwarder }) => t(`ways.${forwarder.way}`) },
            {
              key: 'days',
              header: t('quotes.days'),
              numeric: true,
              cell: ({ forwarder: { days } }) =>
                days === undefined ? '—' : <Quantity value={days} />,
            },
            {
              key: 'steps',
              header: t('forwarders.stepsShort'),
              cell: ({ forwarder: { tariff } }) =>
                tariff.steps.map(({ from, perKg }) => (
                  <span key={from.amount} className="block">
                    {'≥\u00a0'}
                    <WeightText value={from} />: <MoneyText amount={perKg} />
                  </span>
                )),
            },
            {
              key: 'divisor',
              header: t('divisor'),
              numeric: true,
              cell: ({ forwarder: { tariff } }) => <Quantity value={tariff.cm3PerKg} />,
            },
            {
              key: 'least',
              header: t('forwarders.leastCharge'),
              numeric: true,
              cell: ({ forwarder: { tariff } }) =>
                tariff.leastCharge ? <MoneyText amount={tariff.leastCharge} /> : '—',
            },
            {
              key: 'remove',
              header: <span className="sr-only">{t('forwarders.removeHeader')}</span>,
              cell: ({ id, forwarder: { name } }) =>
                mayEdit && (
                  <form action={dropForwarder}>
                    <input type="hidden" name="id" value={id} />
                    <SubmitButton variant="quiet" size="small">
                      {t('forwarders.remove', { name })}
                    </SubmitButton>
                  </form>
                ),
            },
          ]}
        />
        {mayEdit && (
          <section className="flex flex-col gap-3">
            <h2 className="text-lg font-semibold">{edited ? edited.name : t('forwarders.add')}</h2>
            <ForwarderForm
              key={edit ?? known.length}
              storeCurrency={store.currency}
              {...(edited && { forwarder: edited })}
            />
          </section>
        )}
      </div>
    </>
  );
}
