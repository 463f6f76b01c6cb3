import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';
import { StepHeader } from '#components/wizard/step-header';
import { Deadline } from '#components/ui/deadline';
import { forbidden } from '#lib/context/server';
import { formatDateTime, formatMoney } from '#lib/i18n';
import { isBeingReceived, sumOfCarrier } from '#lib/inbound';
import { problem } from '#lib/kernel';
import { planPage, type PlanPage, type PlanParams } from '../plan-page.ts';
import { CancelForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inbound');
  return { title: t('cancel.title') };
}

/** What cancelling means, before it is done. */
export default async function CancelPage({ params }: PlanParams) {
  const { planId } = await params;
  const page = await planPage(planId);
  const t = await getTranslations('inbound');
  const { plan, version, context } = page;
  const isDraft = plan.amazonPlanId === undefined;
  const refusal =
    forbidden(context, 'spend-money') ??
    (isBeingReceived(plan) ? problem('plan-being-received') : undefined);
  if (plan.cancelledAt !== undefined) {
    return (
      <>
        <StepHeader title={t('cancel.title')} />
        <Alert
          level="information"
          title={t('cancel.done')}
          action={<LinkButton href="/inbound">{t('title')}</LinkButton>}
        >
          {t(isDraft ? 'cancel.doneDraft' : 'cancel.doneText')}
        </Alert>
      </>
    );
  }
  return (
    <>
      <StepHeader title={t('cancel.title')} lead={t('cancel.lead')} />
      {refusal ? (
        <Problems
          problems={[refusal]}
          action={<LinkButton href={`/inbound/${planId}`}>{t('cancel.keep')}</LinkButton>}
        />
      ) : (
        <>
          <Consequences page={page} isDraft={isDraft} />
          <CancelForm planId={planId} version={version} isDraft={isDraft} />
        </>
      )}
    </>
  );
}

type ConsequencesProps = { readonly page: PlanPage; readonly isDraft: boolean };

async function Consequences({ page, isDraft }: ConsequencesProps) {
  const t = await getTranslations('inbound');
  if (isDraft) {
    return (
      <Alert level="information" title={t('cancel.draftTitle')}>
        {t('cancel.draftText')}
      </Alert>
    );
  }
  const { plan } = page;
  return (
    <Alert level="warning" title={t('cancel.wholeTitle')}>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        <li>{t('cancel.whole', { count: plan.shipments.length })}</li>
        <li>{t('cancel.noWayBack')}</li>
        {plan.placementConfirmed && <li>{t('cancel.fee')}</li>}
        {plan.transportConfirmedAt !== undefined && (
          <>
            <Freight page={page} />
            <li>{t('cancel.labels')}</li>
          </>
        )}
      </ul>
    </Alert>
  );
}

// Partnered parcels may be voided until the time that the quote names (checked 2026-11-23).
async function Freight({ page }: { readonly page: PlanPage }) {
  const t = await getTranslations('inbound');
  const locale = await getLocale();
  const { plan, now, timeZone } = page;
  const cost = sumOfCarrier(plan);
  if (!cost) return <li>{t('cancel.noFreight')}</li>;
  const amount = formatMoney(locale, cost);
  const voids = plan.shipments.map(({ transport }) => transport?.voidableUntil);
  const known = voids.filter((at) => at !== undefined);
  if (known.length === 0) return <li>{t('cancel.freightUnknown', { amount })}</li>;
  const until = Math.min(...known);
  return (
    <li>
      {now < until
        ? t('cancel.freightBack', { amount, time: formatDateTime(locale, until, timeZone) })
        : t('cancel.freightLost', { amount })}
      {now < until && (
        <div>
          <Deadline at={until} now={now} timeZone={timeZone} />
        </div>
      )}
    </li>
  );
}
