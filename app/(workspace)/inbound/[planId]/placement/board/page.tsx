import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import {
  ASSUMPTION_FIELDS,
  type Assumptions,
  assumptionsFor,
  readAssumptions,
  typeAssumptions,
  type TypedAssumptions,
} from '#lib/inbound';
import { landedCostBoard, storeDay } from '#lib/inbound/server';
import { optional } from '#lib/kernel';
import { LockedStep } from '../../locked-step.tsx';
import { planPage, type PlanParams } from '../../plan-page.ts';
import { BoardDesk } from './board-desk.tsx';
import { LookUpForm } from './look-up-form.tsx';
import { LookUpHistory } from './look-up-history.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('board');
  return { title: t('title') };
}

type BoardPageProps = PlanParams & {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Every placement with every carrier: what it costs to the door, and when it can be sold. */
export default async function BoardPage({ params, searchParams }: BoardPageProps) {
  const { planId } = await params;
  const page = await planPage(planId);
  const t = await getTranslations('board');
  const { plan, version, context, marketplace, timeZone } = page;
  const step = page.steps.find(({ id }) => id === 'placement');
  if (step?.state === 'locked') return <LockedStep page={page} step="placement" />;
  if (plan.placementConfirmed || plan.packsLater) redirect(`/inbound/${planId}/placement`);
  const board = await landedCostBoard(context, planId);
  if (!board.ok) notFound();
  const { placements, circumstances, costs, leads, lookUps } = board.value;
  const notAllowed = forbidden(context, 'spend-money');
  const start = assumptionsFor(costs, leads);
  const { typed, assumptions } = asked(await searchParams, start, marketplace.currency);
  const isLookedUp = placements.some((placement) => placement.isLookedUp);
  return (
    <>
      <StepHeader title={t('title')} lead={t('lead')} />
      <p>
        <LinkButton href={`/inbound/${planId}/placement`}>{t('back')}</LinkButton>
      </p>
      {notAllowed && <Problems problems={[notAllowed]} level="information" />}
      {placements.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      {placements.length > 0 && !isLookedUp && (
        <EmptyState title={t('notLookedUp')}>{t('notLookedUpText')}</EmptyState>
      )}
      {isLookedUp && (
        <BoardDesk
          // Other options are another choice.
          key={lookUps[0]?.at}
          planId={planId}
          version={version}
          marketplaceId={plan.marketplaceId}
          currency={marketplace.currency}
          timeZone={timeZone}
          placements={placements}
          circumstances={circumstances}
          leads={leads}
          assumptions={assumptions}
          typed={typed}
          mayAccept={!notAllowed}
        />
      )}
      {!notAllowed && placements.length > 0 && (
        <LookUpForm
          planId={planId}
          version={version}
          today={storeDay(context, plan)}
          timeZone={timeZone}
          isAgain={isLookedUp}
          {...optional('shipDate', plan.shipDate)}
        />
      )}
      <LookUpHistory lookUps={lookUps} placements={placements} timeZone={timeZone} />
    </>
  );
}

/** What the address asks to assume; what it leaves out or cannot be read is as it was. */
function asked(
  query: Awaited<BoardPageProps['searchParams']>,
  start: Assumptions,
  currency: string,
): { readonly typed: TypedAssumptions; readonly assumptions: Assumptions } {
  const usual = typeAssumptions(start, currency);
  const given = ASSUMPTION_FIELDS.flatMap((field) => {
    const value = query[field];
    return typeof value === 'string' ? [[field, value] as const] : [];
  });
  const typed = { ...usual, ...Object.fromEntries(given) };
  const read = readAssumptions(typed, currency);
  return { typed, assumptions: read.ok ? read.value : start };
}
