import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';
import { StepHeader } from '#components/wizard/step-header';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanParams } from '../plan-page.ts';
import { PrepForm } from './form.tsx';
import { PrepTable } from './prep-table.tsx';
import { skuPreps } from './read-prep.ts';

type PrepPageProps = PlanParams & {
  readonly searchParams: Promise<{ readonly sent?: string }>;
};

export async function generateMetadata({ params }: PlanParams): Promise<Metadata> {
  const { plan } = await planPage((await params).planId);
  const t = await getTranslations('steps');
  return { title: `${t('prep')} · ${plan.name}` };
}

export default async function PrepPage({ params, searchParams }: PrepPageProps) {
  const { planId } = await params;
  const page = await planPage(planId);
  const { plan, steps, marketplace } = page;
  const step = steps.find(({ id }) => id === 'prep');
  // Who sent the plan from here is taken along once Amazon has made it.
  if ((await searchParams).sent !== undefined && step?.state === 'done') {
    redirect(`/inbound/${planId}/item-labels`);
  }
  const t = await getTranslations();
  if (!step || step.state === 'locked') return <LockedStep page={page} step="prep" />;
  if (step.state === 'done' && !step.changeable) {
    return (
      <>
        <StepHeader title={t('steps.prep')} lead={t('prep.leadDone')} />
        <PrepTable plan={plan} withTier={marketplace.country === 'US'} />
      </>
    );
  }
  const isRead = plan.lines.every((line) => line.prep !== undefined);
  return (
    <>
      <StepHeader title={t('steps.prep')} lead={t('prep.lead')} />
      {!isRead && (
        <Alert
          level="warning"
          title={t('prep.notReadTitle')}
          action={<LinkButton href={`/inbound/${planId}/plan`}>{t('steps.plan')}</LinkButton>}
        >
          {t('prep.notReadFix')}
        </Alert>
      )}
      <PrepForm
        key={isRead ? 'read' : 'unread'}
        planId={planId}
        version={page.version}
        marketplaceId={plan.marketplaceId}
        skus={skuPreps(plan, marketplace.units)}
        shipFromCity={plan.shipFrom?.city ?? ''}
        refused={page.problems}
      />
    </>
  );
}
