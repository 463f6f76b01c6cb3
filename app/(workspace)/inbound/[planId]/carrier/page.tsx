import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { Problems } from '#components/problems';
import { Disclosure } from '#components/ui/disclosure';
import { EmptyState } from '#components/ui/empty-state';
import { Tabs } from '#components/ui/tabs';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { firstFreightDay, type FreightContact, palletLimits, proposalsFor } from '#lib/inbound';
import { storeDay, transportOffers, windowOffers } from '#lib/inbound/server';
import { optional } from '#lib/kernel';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanPage, type PlanParams } from '../plan-page.ts';
import { ChosenCarrier } from './chosen.tsx';
import { ApartForm } from './apart-form.tsx';
import { CarrierForm } from './form.tsx';
import { FreightForm } from './freight-form.tsx';
import { freightViews } from './freight-view.ts';
import { apartViews, proposalViews, windowsViews } from './proposal.ts';
import { ShipDateForm } from './ship-date-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('steps');
  return { title: t('carrier') };
}

type CarrierPageProps = PlanParams & {
  /** chosen with the placement: the carrier, and the day from which its windows were */
  readonly searchParams: Promise<{
    readonly carrier?: string;
    readonly from?: string;
    /** parcels or pallets, before carriers were asked for */
    readonly by?: string;
    /** who has just accepted the placement goes on with whatever is next on the road */
    readonly placed?: string;
  }>;
};

/** When the boxes leave, who takes them, and what that costs. */
export default async function CarrierPage({ params, searchParams }: CarrierPageProps) {
  const { planId } = await params;
  const { carrier, from, by, placed } = await searchParams;
  const page = await planPage(planId);
  const t = await getTranslations();
  const { plan, version, context, timeZone, now } = page;
  const step = page.steps.find(({ id }) => id === 'carrier');
  const before = step?.reason?.kind === 'after' ? step.reason.step : undefined;
  // Where boxes are told per shipment they are next.
  if (placed !== undefined && before === 'packing') redirect(`/inbound/${planId}/packing`);
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
  const isPallets =
    plan.packsLater ?? (by === undefined ? plan.freight !== undefined : by === 'pallets');
  const isAsked = offers.length > 0 && isPallets === (plan.freight !== undefined);
  const proposals = isAsked ? proposalViews(proposalsFor(plan, offers)) : [];
  const windows = windowsViews(plan, await windowOffers(context, plan.id));
  const notAllowed = forbidden(context, 'spend-money');
  return (
    <>
      {header}
      {notAllowed ? (
        <Problems problems={[notAllowed]} level="information" />
      ) : (
        <>
          {!plan.packsLater && (
            <Tabs
              label={t('freight.by')}
              tabs={(['parcels', 'pallets'] as const).map((each) => ({
                href: `/inbound/${plan.id}/carrier?by=${each}`,
                label: t(`freight.${each}`),
                current: isPallets === (each === 'pallets'),
              }))}
            />
          )}
          {isPallets ? (
            <Pallets page={page} isAgain={isAsked} />
          ) : (
            <ShipDateForm
              planId={plan.id}
              version={version}
              today={storeDay(context, plan)}
              timeZone={timeZone}
              isAgain={isAsked}
              {...optional('shipDate', plan.shipDate)}
            />
          )}
        </>
      )}
      {isAsked && proposals.length === 0 && (
        <EmptyState title={t(isPallets ? 'carrier.noneFreight' : 'carrier.none')}>
          {t(isPallets ? 'carrier.noneFreightText' : 'carrier.noneText')}
        </EmptyState>
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
      {isAsked && plan.freight && shipmentIds.length > 1 && !notAllowed && (
        <ApartForm
          key={`apart-${offers[0]?.id}`}
          planId={plan.id}
          version={version}
          currency={page.marketplace.currency}
          shipments={apartViews(plan, offers)}
          windows={windows}
          now={now}
          timeZone={timeZone}
        />
      )}
      <NotOffered />
    </>
  );
}

type PalletsProps = { readonly page: PlanPage; readonly isAgain: boolean };

function Pallets({ page, isAgain }: PalletsProps) {
  const { plan, version, marketplace, context, timeZone } = page;
  const today = storeDay(context, plan);
  const first = firstFreightDay(today);
  const { shipDate = first } = plan;
  return (
    <FreightForm
      key={plan.boxesSentAt}
      planId={plan.id}
      version={version}
      currency={marketplace.currency}
      limits={palletLimits(plan.marketplaceId)}
      shipments={freightViews(plan)}
      contact={plan.freight?.contact ?? contactOf(plan)}
      shipDate={shipDate < first ? first : shipDate}
      today={today}
      first={first}
      timeZone={timeZone}
      isAgain={isAgain}
    />
  );
}

// Who sends is mostly who answers at the ramp.
function contactOf({ shipFrom }: PlanPage['plan']): FreightContact {
  const { name = '', phoneNumber = '', email = '' } = shipFrom ?? {};
  return { name, phoneNumber, email };
}

async function NotOffered() {
  const t = await getTranslations('carrier.notOffered');
  return (
    <Disclosure summary={t('title')}>
      <ul className="list-disc ps-5 text-muted">
        <li>{t('india')}</li>
        <li>{t('selfShip')}</li>
        <li>{t('agl')}</li>
      </ul>
    </Disclosure>
  );
}
