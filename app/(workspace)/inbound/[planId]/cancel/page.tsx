import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { Deadline } from '#components/ui/deadline';
import { LinkButton } from '#components/ui/link-button';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { formatDateTime, formatMoney, type Locale } from '#lib/i18n';
import { type Cancelling, cancellingOf, isBeingReceived } from '#lib/inbound';
import { optional, problem } from '#lib/kernel';
import { PlanAgain } from '../again/form.tsx';
import { MoneyTable } from '../money-table.tsx';
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
  const locale = await getLocale();
  const { plan, version, context, now } = page;
  const isDraft = plan.amazonPlanId === undefined;
  const refusal =
    forbidden(context, 'spend-money') ??
    (isBeingReceived(plan) ? problem('plan-being-received') : undefined);
  if (plan.cancelledAt !== undefined) return <Cancelled page={page} isDraft={isDraft} />;
  const cancelling = cancellingOf(plan, now);
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
          <Consequences page={page} isDraft={isDraft} cancelling={cancelling} />
          <CancelForm
            planId={planId}
            version={version}
            action={isDraft ? t('cancel.putAway') : actionFor(cancelling, locale, t)}
            {...optional('stays', cancelling.stays)}
          />
        </>
      )}
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'inbound'>>>;

function actionFor({ back, stays }: Cancelling, locale: Locale, t: Words): string {
  if (back && stays) {
    const amounts = { back: formatMoney(locale, back), amount: formatMoney(locale, stays) };
    return t('cancel.confirmBoth', amounts);
  }
  if (back) return t('cancel.confirmBack', { amount: formatMoney(locale, back) });
  if (stays) return t('cancel.confirmStays', { amount: formatMoney(locale, stays) });
  return t('cancel.confirm');
}

type ConsequencesProps = { readonly page: PlanPage; readonly isDraft: boolean };

async function Cancelled({ page, isDraft }: ConsequencesProps) {
  const t = await getTranslations('inbound');
  const { plan } = page;
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
      {plan.transportConfirmedAt !== undefined && (
        <Alert level="warning" title={t('cancel.labelsLocked')}>
          {t('cancel.labelsLockedText')}
        </Alert>
      )}
      <MoneyTable page={page} />
      <PlanAgain planId={plan.id} />
    </>
  );
}

async function Consequences({
  page,
  isDraft,
  cancelling,
}: ConsequencesProps & { readonly cancelling: Cancelling }) {
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
            <Freight page={page} cancelling={cancelling} />
            <li>{t('cancel.labels')}</li>
          </>
        )}
      </ul>
    </Alert>
  );
}

type FreightProps = { readonly page: PlanPage; readonly cancelling: Cancelling };

async function Freight({ page, cancelling: { back, until, stays } }: FreightProps) {
  const t = await getTranslations('inbound');
  const locale = await getLocale();
  const { plan, now, timeZone } = page;
  if (!back && !stays) return <li>{t('cancel.noFreight')}</li>;
  const isKnown = plan.shipments.some(({ transport }) => transport?.voidableUntil !== undefined);
  return (
    <>
      {back && until !== undefined && (
        <li>
          {t('cancel.freightBack', {
            amount: formatMoney(locale, back),
            time: formatDateTime(locale, until, timeZone),
          })}
          <div>
            <Deadline at={until} now={now} timeZone={timeZone} />
          </div>
        </li>
      )}
      {stays && (
        <li>
          {t(isKnown ? 'cancel.freightLost' : 'cancel.freightUnknown', {
            amount: formatMoney(locale, stays),
          })}
        </li>
      )}
    </>
  );
}
