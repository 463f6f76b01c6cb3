import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import { DateText, DateTimeText } from '#components/ui/times';
import { CLAIM_WINDOWS_CHECKED } from '#lib/inbound';
import type { Receiving } from '#lib/inbound/server';
import type { PlanPage } from '../plan-page.ts';

type ReconciledProps = { readonly page: PlanPage; readonly receiving: Receiving };

/** What was counted elsewhere, and what is left to be claimed. */
export async function Reconciled({ page, receiving }: ReconciledProps) {
  const t = await getTranslations('receiving');
  const { plan, timeZone } = page;
  const { reconciliation, claims } = receiving;
  const names = new Map(plan.shipments.map(({ id, confirmationId }) => [id, confirmationId ?? id]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return (
    <>
      {reconciliation.explained.length > 0 && (
        <Alert level="information" title={t('found.title')}>
          <ul className="flex list-disc flex-col gap-1 ps-5">
            {reconciliation.explained.map(({ kind, units, from, to }) => (
              <li key={`${from.shipmentId} ${from.sku} ${to.shipmentId} ${to.sku}`}>
                {t(`found.${kind}`, {
                  units,
                  from: from.sku,
                  to: to.sku,
                  shipment: nameOf(from.shipmentId),
                  other: nameOf(to.shipmentId),
                })}
              </li>
            ))}
          </ul>
          <p>{t('found.text')}</p>
        </Alert>
      )}
      {claims.length > 0 && (
        <>
          <DataTable
            id="claims"
            caption={t('claims.title')}
            rows={claims}
            rowKey={({ shipmentId }) => shipmentId}
            grow
            columns={[
              {
                key: 'shipment',
                header: t('claims.shipment'),
                cell: ({ shipmentId }) => <Code>{nameOf(shipmentId)}</Code>,
              },
              {
                key: 'missing',
                header: t('claims.missing'),
                wrap: true,
                cell: ({ shipmentId }) =>
                  reconciliation.missing
                    .filter((gap) => gap.shipmentId === shipmentId)
                    .map(({ sku, units }) => t('claims.units', { sku, units }))
                    .join(', '),
              },
              {
                key: 'opens',
                header: t('claims.opens'),
                cell: ({ opensAt }) =>
                  opensAt !== undefined && <DateTimeText at={opensAt} timeZone={timeZone} />,
              },
              {
                key: 'closes',
                header: t('claims.closes'),
                wrap: true,
                cell: ({ ends }) =>
                  ends.length === 0
                    ? t('claims.notSeen')
                    : ends.map(({ kind, at }) => (
                        <span key={kind} className="block">
                          <DateText at={at} timeZone={timeZone} />{' '}
                          <span className="text-sm text-muted">
                            {t(kind === 'claim-soonest' ? 'claims.soonest' : 'claims.latest')}
                          </span>
                        </span>
                      )),
              },
            ]}
          />
          <p className="max-w-[70ch] text-sm text-muted">
            {t('claims.source', { date: CLAIM_WINDOWS_CHECKED })}
          </p>
        </>
      )}
    </>
  );
}

type ReceiptsProps = { readonly days: Receiving['days'] };

/** What each centre counted on which day. */
export async function Receipts({ days }: ReceiptsProps) {
  const t = await getTranslations('receiving.days');
  return (
    <>
      <DataTable
        id="receipt-days"
        caption={t('title')}
        rows={days}
        rowKey={({ day, warehouseId }) => `${day} ${warehouseId}`}
        empty={<p className="text-muted">{t('none')}</p>}
        grow
        columns={[
          { key: 'day', header: t('day'), cell: ({ day }) => day },
          { key: 'centre', header: t('centre'), cell: ({ warehouseId }) => warehouseId },
          {
            key: 'units',
            header: t('units'),
            numeric: true,
            cell: ({ units }) => <Quantity value={units} />,
          },
          {
            key: 'skus',
            header: t('skus'),
            wrap: true,
            cell: ({ skus }) =>
              skus.map(({ sku, units }) => (
                <span key={sku} className="me-3 inline-block">
                  <Code>{sku}</Code> × <Quantity value={units} />
                </span>
              )),
          },
        ]}
      />
      {days.length > 0 && <p className="text-sm text-muted">{t('source')}</p>}
    </>
  );
}
