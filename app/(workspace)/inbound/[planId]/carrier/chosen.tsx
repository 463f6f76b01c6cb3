import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { DataTable } from '#components/ui/data-table';
import { Deadline } from '#components/ui/deadline';
import { Code, MoneyText } from '#components/ui/figures';
import { LinkButton } from '#components/ui/link-button';
import { DateText, DateTimeText, PlainDateText } from '#components/ui/times';
import { PARTNERED, sumOfCarrier } from '#lib/inbound';
import type { PlanPage } from '../plan-page.ts';

type ChosenCarrierProps = { readonly page: PlanPage };

/** Who takes what, for how much, and until when that can be undone. */
export async function ChosenCarrier({ page }: ChosenCarrierProps) {
  const t = await getTranslations('carrier');
  const { plan, timeZone, now } = page;
  const isPartnered = plan.carrier?.solution === PARTNERED;
  const total = sumOfCarrier(plan);
  const voids = plan.shipments.map(({ transport }) => transport?.voidableUntil);
  const known = voids.filter((at) => at !== undefined);
  return (
    <>
      <Alert
        level="success"
        title={t('done')}
        action={
          plan.cancelledAt === undefined && (
            <LinkButton href={`/inbound/${plan.id}/box-labels`} variant="primary">
              {t('toLabels')}
            </LinkButton>
          )
        }
      >
        <p>
          {t(isPartnered ? 'donePartnered' : 'doneOwn')}{' '}
          {plan.shipDate !== undefined && (
            <>
              {t('leaves')} <PlainDateText day={plan.shipDate} />
            </>
          )}
        </p>
      </Alert>
      {isPartnered && known.length > 0 && plan.cancelledAt === undefined && (
        <div className="rounded border border-line bg-surface p-3">
          <p className="text-sm text-muted">{t('voidUntil')}</p>
          <Deadline at={Math.min(...known)} now={now} timeZone={timeZone} />
          <p className="mt-1">{t('voidText')}</p>
        </div>
      )}
      <DataTable
        id="carriers"
        caption={t('perShipment')}
        rows={plan.shipments}
        rowKey={({ id }) => id}
        grow
        columns={[
          {
            key: 'shipment',
            header: t('shipment'),
            cell: ({ confirmationId, id }) => <Code>{confirmationId ?? id}</Code>,
            ...(total && { total: t('total') }),
          },
          { key: 'to', header: t('to'), cell: ({ warehouseId }) => warehouseId },
          {
            key: 'carrier',
            header: t('carrier'),
            cell: ({ transport }) => transport?.carrierName,
          },
          {
            key: 'window',
            header: t('windowColumn'),
            cell: ({ window }) =>
              window && (
                <>
                  <DateText at={window.startsAt} timeZone={timeZone} />
                  {' – '}
                  <DateText at={window.endsAt} timeZone={timeZone} />
                </>
              ),
          },
          {
            key: 'void',
            header: t('voidColumn'),
            cell: ({ transport }) =>
              transport?.voidableUntil === undefined ? (
                t(isPartnered ? 'unknown' : 'anyTime')
              ) : (
                <DateTimeText at={transport.voidableUntil} timeZone={timeZone} />
              ),
          },
          {
            key: 'cost',
            header: t('cost'),
            numeric: true,
            cell: ({ transport }) =>
              transport?.cost ? <MoneyText amount={transport.cost} /> : t('unquoted'),
            ...(total && { total: <MoneyText amount={total} /> }),
          },
        ]}
      />
    </>
  );
}
