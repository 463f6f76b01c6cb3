import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { EmptyState } from '#components/ui/empty-state';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { storeDay, transportOffers, windowOffers } from '#lib/inbound/server';
import { optional } from '#lib/kernel';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanParams } from '../plan-page.ts';
import { ChosenCarrier } from './chosen.tsx';
import { CarrierForm } from './form.tsx';
import { proposalViews, windowsViews } from './proposal.ts';
import { ShipDateForm } from './ship-date-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('steps');
  return { title: t('carrier') };
}

type CarrierPageProps = PlanParams & {
  /** chosen with the placement: the carrier, and the day from which its windows were */
  readonly searchParams: Promise<{ readonly carrier?: string; readonly from?: string }>;
};

/** When the boxes leave, who takes them, and what that costs. */
export default async function CarrierPage({ params, searchParams }: CarrierPageProps) {
  const { planId } = await params;
  const { carrier, from } = await searchParams;
  const page = await planPage(planId);
  const t = await getTranslations();
  const { plan, version, context, timeZone, now } = page;
  const step = page.steps.find(({ id }) => id === 'carrier');
  if (step?.state === 'locked') return <LockedStep page={page} step="carrier" />;
  const header = <StepHeader title={t('steps.carrier')} lead={t('carrier.lead')} />;
  if (plan.transportConfirmedAt !== undefined) {
    return (
      <>
        {header}
        <ChosenCarrier page={page} />
      </>
    );
  }
  const shipmentIds = plan.shipments.map(({ id }) => id);
  const offers = (await transportOffers(context, plan.id)).filter(({ shipmentId }) =>
    shipmentIds.includes(shipmentId),
  );
  const proposals = proposalViews(offers, shipmentIds);
  const windows = windowsViews(plan, await windowOffers(context, plan.id));
  const notAllowed = forbidden(context, 'spend-money');
  return (
    <>
      {header}
      {notAllowed ? (
        <Problems problems={[notAllowed]} level="information" />
      ) : (
        <ShipDateForm
          planId={plan.id}
          version={version}
          today={storeDay(context, plan)}
          timeZone={timeZone}
          isAgain={offers.length > 0}
          {...optional('shipDate', plan.shipDate)}
        />
      )}
      {offers.length > 0 && proposals.length === 0 && (
        <EmptyState title={t('carrier.none')}>{t('carrier.noneText')}</EmptyState>
      )}
      {proposals.length > 0 && (
        <CarrierForm
          // Other quotes are another choice.
          key={offers[0]?.id}
          planId={plan.id}
          version={version}
          proposals={proposals}
          shipments={windows}
          now={now}
          timeZone={timeZone}
          mayShip={!notAllowed}
          {...optional('preferred', carrier)}
          {...(from !== undefined && /^\d+$/.test(from) && { windowsFrom: Number(from) })}
        />
      )}
    </>
  );
}
