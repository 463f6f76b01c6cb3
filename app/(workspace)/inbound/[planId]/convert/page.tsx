import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';
import { StepHeader } from '#components/wizard/step-header';
import { listingsBySku } from '#lib/listings/server';
import { ConversionForm } from '../../../listings/convert/conversion-form.tsx';
import { ConversionProgress } from '../../../listings/convert/conversion-progress.tsx';
import { sortListings } from '../../../listings/convert/sort-listings.ts';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanParams } from '../plan-page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('steps');
  return { title: t('convert') };
}

/** The SKUs of the plan that are not in FBA yet, until each has its FNSKU. */
export default async function ConvertStep({ params }: PlanParams) {
  const page = await planPage((await params).planId);
  const t = await getTranslations('convert');
  const steps = await getTranslations('steps');
  const { plan, context, marketplace, steps: states } = page;
  const step = states.find(({ id }) => id === 'convert');
  if (step?.state === 'locked') return <LockedStep page={page} step="convert" />;
  const listings = await listingsBySku(
    context,
    { connectionId: context.connection.id, marketplaceId: plan.marketplaceId },
    plan.lines.map(({ sku }) => sku),
  );
  const { open, moving, settled } = sortListings(listings, 'amazon');
  const isDone = step?.state === 'done';
  return (
    <>
      <StepHeader title={steps('convert')} lead={isDone ? undefined : t('step.lead')} />
      {isDone && (
        <Alert
          level="success"
          title={t('step.done', { count: plan.lines.length })}
          action={
            <LinkButton href={`/inbound/${plan.id}/plan`} variant="primary">
              {t('step.continue')}
            </LinkButton>
          }
        >
          {t('step.doneText')}
        </Alert>
      )}
      <ConversionProgress listings={[...moving, ...settled]} beside={open.length > 0} />
      {!isDone && open.length > 0 && (
        <ConversionForm to="amazon" listings={open} units={marketplace.units} planId={plan.id} />
      )}
    </>
  );
}
