import { getTranslations } from 'next-intl/server';
import { DataTable } from '#components/ui/data-table';
import { Code, MoneyText, Quantity } from '#components/ui/figures';
import { DateTimeText } from '#components/ui/times';
import type { Receiving } from '#lib/inbound/server';
import { sumMoney } from '#lib/kernel';
import type { PlanPage } from '../plan-page.ts';
import { ReadDefectsForm } from './form.tsx';

type DefectsProps = { readonly page: PlanPage; readonly receiving: Receiving };

/** What Amazon says was wrong with the boxes, and what it takes for that. */
export async function Defects({ page, receiving }: DefectsProps) {
  const t = await getTranslations('receiving.defects');
  const { plan, timeZone } = page;
  const { defects, lastRead } = receiving;
  const fees = defects.flatMap(({ fee }) => fee ?? []);
  const currencies = new Set(fees.map(({ currency }) => currency));
  const total = currencies.size === 1 ? sumMoney(fees) : undefined;
  return (
    <section className="flex flex-col gap-2" aria-label={t('title')}>
      <div className="flex flex-wrap items-end gap-4">
        <ReadDefectsForm planId={plan.id} />
        <p className="text-sm text-muted">
          {lastRead === undefined ? (
            t('never')
          ) : (
            <>
              {t(
                lastRead.state === 'done' || lastRead.state === 'failed'
                  ? lastRead.state
                  : 'running',
              )}{' '}
              <DateTimeText at={lastRead.at} timeZone={timeZone} />
            </>
          )}
        </p>
      </div>
      <DataTable
        id="defects"
        caption={t('title')}
        rows={defects}
        rowKey={({ key }) => key}
        empty={lastRead?.state === 'done' && <p className="text-muted">{t('none')}</p>}
        grow
        columns={[
          {
            key: 'kind',
            header: t('kind'),
            cell: ({ kind }) => <span lang="en">{kind}</span>,
            ...(total && { total: t('total') }),
          },
          {
            key: 'box',
            header: t('box'),
            cell: ({ boxId, shipment }) => <Code>{boxId === '' ? shipment : boxId}</Code>,
          },
          { key: 'sku', header: t('sku'), cell: ({ sku }) => sku !== '' && <Code>{sku}</Code> },
          {
            key: 'units',
            header: t('units'),
            numeric: true,
            cell: ({ units }) => <Quantity value={units} />,
          },
          {
            key: 'fee',
            header: t('fee'),
            numeric: true,
            cell: ({ fee }) => fee && <MoneyText amount={fee} />,
            ...(total && { total: <MoneyText amount={total} /> }),
          },
          {
            key: 'when',
            header: t('when'),
            cell: ({ reportedAt }) =>
              reportedAt !== undefined && <DateTimeText at={reportedAt} timeZone={timeZone} />,
          },
          {
            key: 'status',
            header: t('status'),
            cell: ({ status, coaching }) => (
              <span lang="en">{[status, coaching].filter(Boolean).join(', ')}</span>
            ),
          },
        ]}
      />
      {fees.length > 0 && <p className="text-sm text-muted">{t('dispute')}</p>}
    </section>
  );
}
