import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';
import { StepHeader } from '#components/wizard/step-header';
import { formatDateTime } from '#lib/i18n';
import { boxCount, contentMethodOf } from '#lib/inbound';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanPage, type PlanParams } from '../plan-page.ts';
import { boxSizes, factoryLayouts } from '#lib/inbound/server';
import { BoxLibrary } from './box-library.tsx';
import { PackForm } from './form.tsx';
import { forPacking } from './for-packing.ts';
import { GuideLink } from './guide-link.tsx';
import { OfferFacts } from './offer-facts.tsx';
import { SentBoxes } from './sent-boxes.tsx';

type PackingPageProps = PlanParams & {
  readonly searchParams: Promise<{ readonly sent?: string; readonly edit?: string }>;
};

export async function generateMetadata({ params }: PlanParams): Promise<Metadata> {
  const { plan } = await planPage((await params).planId);
  const t = await getTranslations('steps');
  return { title: `${t('packing')} · ${plan.name}` };
}

export default async function PackingPage({ params, searchParams }: PackingPageProps) {
  const { planId } = await params;
  const { sent, edit } = await searchParams;
  const page = await planPage(planId);
  const { plan, steps, version, marketplace, now, timeZone } = page;
  const step = steps.find(({ id }) => id === 'packing');
  // Who sent the boxes from here is taken along once Amazon has them.
  if (sent !== undefined && step?.state === 'done')
    redirect(`/inbound/${planId}/${plan.packsLater ? 'carrier' : 'placement'}`);
  const t = await getTranslations();
  if (!step || step.state === 'locked') return <LockedStep page={page} step="packing" />;
  if (step.state === 'done' && !(step.changeable && edit !== undefined)) {
    return <Sent page={page} isChangeable={step.changeable} />;
  }
  const offer = plan.packing?.offer;
  const [library, factories] = await Promise.all([
    boxSizes(page.context),
    factoryLayouts(page.context),
  ]);
  const isLapsed =
    plan.packsLater !== true &&
    (offer === undefined ||
      offer.status === 'EXPIRED' ||
      (offer.expiresAt !== undefined && offer.expiresAt <= now));
  return (
    <>
      <StepHeader
        title={t('steps.packing')}
        lead={t(plan.packsLater ? 'packing.leadLater' : 'packing.lead')}
      />
      <Problems problems={plan.boxesMoved ?? []} level="warning" title={t('packing.moved')} />
      {offer && (
        <OfferFacts offer={offer} currency={marketplace.currency} now={now} timeZone={timeZone} />
      )}
      <LinkButton href={`/inbound/${plan.id}/pack-station`} className="self-start">
        {t('pack-station.link.open')}
      </LinkButton>
      <BoxLibrary
        planId={plan.id}
        sizes={library}
        units={marketplace.units}
        currency={marketplace.currency}
      />
      <PackForm
        key={offer?.id}
        packing={{ plan: forPacking(plan), units: marketplace.units }}
        version={version}
        isLapsed={isLapsed}
        library={library}
        factories={factories}
        currency={marketplace.currency}
        refused={page.problems}
      />
    </>
  );
}

type SentProps = { readonly page: PlanPage; readonly isChangeable: boolean };

async function Sent({ page, isChangeable }: SentProps) {
  const t = await getTranslations();
  const locale = await getLocale();
  const { plan, timeZone } = page;
  const next = plan.packsLater ? 'carrier' : 'placement';
  return (
    <>
      <StepHeader title={t('steps.packing')} />
      <Alert
        level="success"
        title={t('packing.sent', { count: boxCount(plan) })}
        action={
          <span className="flex flex-wrap gap-2">
            <GuideLink planId={plan.id} />
            {isChangeable && (
              <LinkButton href={`/inbound/${plan.id}/packing?edit`}>
                {t('packing.change')}
              </LinkButton>
            )}
            <LinkButton href={`/inbound/${plan.id}/${next}`} variant="primary">
              {t(`steps.${next}`)}
            </LinkButton>
          </span>
        }
      >
        {plan.boxesSentAt !== undefined &&
          t('packing.sentAt', { time: formatDateTime(locale, plan.boxesSentAt, timeZone) })}{' '}
        {t(`packing.method.afterwards.${contentMethodOf(plan)}`)}
      </Alert>
      <SentBoxes plan={plan} />
    </>
  );
}
