import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { EmptyState } from '#components/ui/empty-state';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { hasLapsed, placementAdvice } from '#lib/inbound';
import { placementOffers, storeDay, transportOffers } from '#lib/inbound/server';
import { optional } from '#lib/kernel';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanParams } from '../plan-page.ts';
import { LookUpForm } from './board/look-up-form.tsx';
import { ChosenPlacement } from './chosen.tsx';
import { CompareCard } from './compare-card.tsx';
import { PlacementForm } from './form.tsx';
import { offerViews } from './offer.ts';
import { RenewForm } from './renew-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('steps');
  return { title: t('placement') };
}

/** Where Amazon wants the boxes, and what it asks for fewer destinations. */
export default async function PlacementPage({ params }: PlanParams) {
  const { planId } = await params;
  const page = await planPage(planId);
  const t = await getTranslations();
  const { plan, version, context, marketplace, timeZone, now } = page;
  const confirmed = plan.placementConfirmed;
  const step = page.steps.find(({ id }) => id === 'placement');
  if (step?.state === 'locked') return <LockedStep page={page} step="placement" />;
  const header = <StepHeader title={t('steps.placement')} lead={t('placement.lead')} />;
  if (confirmed) {
    return (
      <>
        {header}
        <ChosenPlacement
          confirmed={confirmed}
          currency={marketplace.currency}
          timeZone={timeZone}
        />
      </>
    );
  }
  const offers = offerViews(await placementOffers(context, plan.id), marketplace.currency);
  const shipmentIds = new Set(offers.flatMap(({ shipments }) => shipments.map(({ id }) => id)));
  const transport = await transportOffers(context, plan.id);
  const isLookedUp = transport.some(({ shipmentId }) => shipmentIds.has(shipmentId));
  const notAllowed = forbidden(context, 'spend-money');
  const isOnlyWay = offers.every(({ expiresAt }) => hasLapsed(expiresAt, now));
  const renew = !notAllowed && (
    <RenewForm planId={plan.id} version={version} isOnlyWay={isOnlyWay} />
  );
  return (
    <>
      {header}
      {notAllowed && <Problems problems={[notAllowed]} level="information" />}
      <Problems problems={placementAdvice(plan).warnings} level="information" />
      {isOnlyWay && (
        <EmptyState
          title={offers.length === 0 ? t('placement.none') : t('placement.allLapsed')}
          action={renew}
        >
          {t('placement.renewText')}
        </EmptyState>
      )}
      {!isOnlyWay && isLookedUp && <CompareCard planId={plan.id} />}
      {plan.packsLater && (
        <Alert level="information" title={t('placement.later.title')}>
          {t('placement.later.text')}
        </Alert>
      )}
      {!isOnlyWay && !isLookedUp && !notAllowed && !plan.packsLater && (
        <LookUpForm
          planId={plan.id}
          version={version}
          today={storeDay(context, plan)}
          timeZone={timeZone}
          isAgain={false}
          {...optional('shipDate', plan.shipDate)}
        />
      )}
      {offers.length > 0 && (
        <PlacementForm
          // A new set of options is a new choice.
          key={offers.map(({ id }) => id).join()}
          planId={plan.id}
          version={version}
          offers={offers}
          now={now}
          timeZone={timeZone}
          mayAccept={!notAllowed}
        />
      )}
      {!isOnlyWay && renew}
    </>
  );
}
