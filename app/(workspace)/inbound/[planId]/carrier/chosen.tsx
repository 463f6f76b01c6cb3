import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { DataTable } from '#components/ui/data-table';
import { Deadline } from '#components/ui/deadline';
import { Code, MoneyText } from '#components/ui/figures';
import { Disclosure } from '#components/ui/disclosure';
import { LinkButton } from '#components/ui/link-button';
import { DateText, DateTimeText, PlainDateText } from '#components/ui/times';
import { forbidden } from '#lib/context/server';
import { goesByPro, mayChangeWindow, MIXED, PARTNERED, sumOfCarrier } from '#lib/inbound';
import { windowOffers } from '#lib/inbound/server';
import type { PlanPage } from '../plan-page.ts';
import { ChangeWindow } from './change-window.tsx';
import { useModeText } from './mode-text.ts';
import { windowsViews } from './proposal.ts';

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
          {t(doneText(plan))}{' '}
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
            cell: ({ transport }) =>
              transport && (
                <>
                  {transport.carrierName} <ModeText mode={transport.mode} />
                </>
              ),
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
      <ChangeWindows page={page} />
    </>
  );
}

function doneText({ carrier, shipments }: PlanPage['plan']) {
  if (carrier?.solution === MIXED) return 'doneMixed';
  if (carrier?.solution === PARTNERED) return 'donePartnered';
  return shipments.every(goesByPro) ? 'doneFreight' : 'doneOwn';
}

function ModeText({ mode }: { readonly mode: string }) {
  const modeText = useModeText();
  return <span className="text-sm text-muted">{modeText(mode)}</span>;
}

/** Delivery windows that may still be changed, out of those that Amazon gave last. */
async function ChangeWindows({ page }: ChosenCarrierProps) {
  const t = await getTranslations('carrier.change');
  const { plan, version, context, now, timeZone } = page;
  const open = plan.shipments.filter((shipment) => mayChangeWindow(shipment, now));
  if (open.length === 0 || plan.cancelledAt !== undefined || forbidden(context, 'spend-money'))
    return null;
  const views = windowsViews(plan, await windowOffers(context, plan.id));
  return (
    <Disclosure summary={t('title')}>
      <p className="mb-2 text-muted">{t('text')}</p>
      <div className="flex flex-col gap-4">
        {open.map(({ id, window }) => {
          const shipment = views.find(({ shipmentId }) => shipmentId === id);
          return (
            shipment && (
              <ChangeWindow
                key={`${id} ${window?.id}`}
                planId={plan.id}
                version={version}
                shipment={shipment}
                until={window?.editableUntil ?? window?.startsAt ?? now}
                now={now}
                timeZone={timeZone}
              />
            )
          );
        })}
      </div>
    </Disclosure>
  );
}
