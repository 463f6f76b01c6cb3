import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { Status } from '#components/ui/status';
import { Waiting } from '#components/wizard/waiting';
import { WizardFrame } from '#components/wizard/wizard-frame';
import { ForeignChanges } from './outside/foreign-changes.tsx';
import { PlanSteps } from './plan-steps.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { planPage, type PlanParams } from './plan-page.ts';
import { PlanTrace } from './plan-trace.tsx';
import { CulpritSearchPanel, CulpritSearchProgress } from './search/culprit-search.tsx';

type PlanLayoutProps = PlanParams & { readonly children: ReactNode };

/** The frame of every step: where one is, what runs, what Amazon said, and the plan in figures. */
export default async function PlanLayout({ params, children }: PlanLayoutProps) {
  const { planId } = await params;
  const page = await planPage(planId);
  const t = await getTranslations('inbound');
  const { plan, problems, progress, now } = page;
  const { errand } = plan;
  return (
    <>
      <PageHeader
        title={plan.name === '' ? t('unnamed') : plan.name}
        parent={{ href: '/inbound', label: t('title') }}
        status={
          plan.cancelledAt === undefined ? undefined : (
            <Status tone="danger">{t('cancelled')}</Status>
          )
        }
      />
      <WizardFrame
        rail={<PlanSteps planId={planId} steps={page.steps} />}
        summary={<PlanSummary page={page} />}
      >
        <ForeignChanges page={page} />
        {errand?.state === 'running' ? (
          <>
            <Waiting title={t(`errands.${errand.kind}.waiting`)} since={errand.startedAt} now={now}>
              {t(`errands.${errand.kind}.next`)}
              {progress && progress.of > 1 && (
                <span className="block">
                  {t('progress', { at: Math.min(progress.done + 1, progress.of), of: progress.of })}
                </span>
              )}
            </Waiting>
            <CulpritSearchProgress page={page} />
          </>
        ) : (
          <>
            {errand?.state === 'failed' && (
              <Problems problems={problems} title={t(`errands.${errand.kind}.failed`)} />
            )}
            <CulpritSearchPanel page={page} />
            {children}
          </>
        )}
        <PlanTrace page={page} />
      </WizardFrame>
    </>
  );
}
