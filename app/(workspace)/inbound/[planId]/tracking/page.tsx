import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { checkRecognised, goesByPro, PARTNERED } from '#lib/inbound';
import type { Errand } from '#lib/inbound/server';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanPage, type PlanParams } from '../plan-page.ts';
import { optional } from '#lib/kernel';
import type { Typed } from './entry.ts';
import { FreightBills } from './freight-bills.tsx';
import { TrackingForm } from './form.tsx';
import { MainLegPanel } from './main-leg.tsx';
import { TrackingNumbers } from './numbers.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('steps');
  return { title: t('tracking') };
}

/** The numbers by which Amazon follows the boxes of a seller's own carrier. */
export default async function TrackingPage({ params }: PlanParams) {
  const { planId } = await params;
  const page = await planPage(planId);
  const t = await getTranslations();
  const { plan, version, context } = page;
  if (plan.transportConfirmedAt === undefined) return <LockedStep page={page} step="tracking" />;
  const isPartnered = plan.carrier?.solution === PARTNERED;
  const own = plan.shipments.filter(({ transport }) => transport?.solution !== PARTNERED);
  const freight = own.filter(goesByPro);
  const parcels = own.filter((shipment) => !goesByPro(shipment));
  const isByPro = freight.length > 0 && parcels.length === 0;
  const isOver = plan.cancelledAt !== undefined;
  const notAllowed = forbidden(context, 'pack');
  const isDone = page.steps.find(({ id }) => id === 'tracking')?.state === 'done';
  return (
    <>
      <StepHeader
        title={t('steps.tracking')}
        lead={t(
          isPartnered
            ? 'tracking.leadPartnered'
            : isByPro
              ? 'tracking.leadFreight'
              : 'tracking.lead',
        )}
      />
      <Problems problems={checkRecognised(plan, page.now).warnings} level="warning" />
      {isPartnered && (
        <Alert
          level="information"
          title={t('tracking.nothingToDo')}
          action={
            <LinkButton href={`/inbound/${planId}/receiving`}>
              {t('tracking.toReceiving')}
            </LinkButton>
          }
        >
          {t('tracking.nothingToDoText')}
        </Alert>
      )}
      {!isPartnered && isDone && !isOver && (
        <Alert
          level="success"
          title={t(isByPro ? 'tracking.doneFreight' : 'tracking.done')}
          action={
            <LinkButton href={`/inbound/${planId}/receiving`} variant="primary">
              {t('tracking.toReceiving')}
            </LinkButton>
          }
        >
          {t('tracking.doneText')}
        </Alert>
      )}
      {!isPartnered && !isOver && notAllowed && (
        <Problems problems={[notAllowed]} level="information" />
      )}
      {isPartnered || isOver ? (
        plan.shipments.map((shipment) => <TrackingNumbers key={shipment.id} shipment={shipment} />)
      ) : (
        <>
          {freight.length > 0 && !notAllowed && (
            <FreightBills planId={planId} version={version} shipments={freight} />
          )}
          {parcels.length > 0 && (
            <TrackingForm
              planId={planId}
              version={version}
              shipments={parcels}
              typed={typedSoFar(page)}
              mayEdit={!notAllowed}
            />
          )}
        </>
      )}
      {!isOver && !notAllowed && (
        <MainLegPanel planId={planId} version={version} {...optional('mainLeg', plan.mainLeg)} />
      )}
    </>
  );
}

const Sent = z.object({
  shipments: z.array(
    z.object({ entries: z.array(z.object({ boxId: z.string(), number: z.string() })) }),
  ),
});

// What Amazon refused is shown again to be mended, over what it has.
function typedSoFar({ plan, errands }: PlanPage): Typed {
  const known = plan.shipments.flatMap(({ boxes }) =>
    boxes.flatMap(({ boxId, tracking }) =>
      boxId === undefined || tracking === undefined ? [] : [[boxId, tracking] as const],
    ),
  );
  return Object.fromEntries([...known, ...refusedNumbers(errands[0])]);
}

function refusedNumbers(last: Errand | undefined): (readonly [string, string])[] {
  if (last?.kind !== 'send-tracking' || last.state !== 'failed') return [];
  const sent = Sent.safeParse(last.input);
  if (!sent.success) return [];
  return sent.data.shipments.flatMap(({ entries }) =>
    entries.map(({ boxId, number }) => [boxId, number] as const),
  );
}
