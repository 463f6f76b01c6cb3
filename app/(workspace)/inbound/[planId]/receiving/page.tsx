import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';
import { Disclosure } from '#components/ui/disclosure';
import { Code, Quantity } from '#components/ui/figures';
import { Stat } from '#components/ui/stat';
import { DateTimeText } from '#components/ui/times';
import { StepHeader } from '#components/wizard/step-header';
import {
  checkReceiving,
  type InboundPlan,
  missingUnits,
  receivedLines,
  receivedTotals,
} from '#lib/inbound';
import { receiving } from '#lib/inbound/server';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanParams } from '../plan-page.ts';
import { BoxStates } from './box-states.tsx';
import { Defects } from './defects.tsx';
import { LookAgainForm } from './form.tsx';
import { ReceivedTable } from './received-table.tsx';
import { Receipts, Reconciled } from './reconciled.tsx';
import { StatusLine } from './status-line.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('steps');
  return { title: t('receiving') };
}

/** Where the shipments are, and what has arrived of what was sent. */
export default async function ReceivingPage({ params }: PlanParams) {
  const { planId } = await params;
  const page = await planPage(planId);
  const t = await getTranslations();
  const { plan, context, timeZone } = page;
  if (plan.transportConfirmedAt === undefined) return <LockedStep page={page} step="receiving" />;
  const told = await receiving(context, plan.id);
  const totals = receivedTotals(plan);
  const isOver = plan.cancelledAt !== undefined || isClosed(plan);
  return (
    <>
      <StepHeader title={t('steps.receiving')} lead={t('receiving.lead')} />
      <ClosingWords plan={plan} />
      {told.ok && <Reconciled page={page} receiving={told.value} />}
      <Problems problems={checkReceiving(plan).warnings} level="warning" />
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <Stat label={t('receiving.shipped')} value={<Quantity value={totals.shipped} />} />
        <Stat label={t('receiving.received')} value={<Quantity value={totals.received} />} />
        {!isOver && (
          <div className="ms-auto flex flex-col items-end gap-1">
            <LookAgainForm planId={plan.id} />
            <p className="text-sm text-muted">
              {plan.lookedAt === undefined ? (
                t('receiving.notLooked')
              ) : (
                <>
                  {t('receiving.lookedAt')} <DateTimeText at={plan.lookedAt} timeZone={timeZone} />
                </>
              )}
            </p>
          </div>
        )}
      </div>
      {context.connection.kind === 'practice' && !isOver && (
        <Alert level="information" title={t('receiving.practice')}>
          {t('receiving.practiceText')}
        </Alert>
      )}
      {plan.shipments.map((shipment) => (
        <section
          key={shipment.id}
          aria-label={shipment.confirmationId ?? shipment.id}
          className="flex flex-col gap-3 rounded border border-line bg-surface p-3"
        >
          <h3 className="text-lg font-semibold">
            <Code>{shipment.confirmationId ?? shipment.id}</Code>{' '}
            <span className="text-base font-normal text-muted">{shipment.warehouseId}</span>
          </h3>
          <StatusLine status={shipment.status} />
          <ReceivedTable shipment={shipment} />
          <BoxStates shipment={shipment} />
        </section>
      ))}
      {told.ok && (
        <>
          <Receipts days={told.value.days} />
          <Defects page={page} receiving={told.value} />
        </>
      )}
      <LinkButton href={`/inbound/${plan.id}/evidence`} className="self-start">
        {t('evidence.link')}
      </LinkButton>
      <Disclosure summary={t('receiving.explain')}>
        <dl className="flex max-w-[70ch] flex-col gap-2">
          {(['counting', 'short', 'over'] as const).map((word) => (
            <div key={word}>
              <dt className="font-medium">{t(`receiving.${word}`)}</dt>
              <dd className="text-muted">{t(`receiving.explained.${word}`)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  );
}

function isClosed(plan: InboundPlan): boolean {
  return plan.shipments.every(({ status }) => status === 'CLOSED');
}

type ClosingWordsProps = { readonly plan: InboundPlan };

async function ClosingWords({ plan }: ClosingWordsProps) {
  const t = await getTranslations();
  if (plan.cancelledAt !== undefined) {
    return (
      <Alert level="blocking" title={t('inbound.cancelled')}>
        {t('receiving.cancelledText')}
      </Alert>
    );
  }
  const short = plan.shipments
    .flatMap((shipment) => receivedLines(shipment))
    .filter(({ isShort }) => isShort);
  const units = missingUnits(plan);
  if (short.length > 0) {
    return (
      <Alert
        level="warning"
        title={t('receiving.shortTitle', {
          units,
          skus: new Set(short.map(({ sku }) => sku)).size,
        })}
      >
        {t('receiving.shortText')}
      </Alert>
    );
  }
  if (!isClosed(plan)) return null;
  return (
    <Alert level="success" title={t('receiving.closedTitle')}>
      {t('receiving.closedText')}
    </Alert>
  );
}
