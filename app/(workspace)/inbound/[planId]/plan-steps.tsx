'use client';

import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { type RailStep, StepRail } from '#components/wizard/step-rail';
import type { LockReason, StepState } from '#lib/inbound';

type PlanStepsProps = { readonly planId: string; readonly steps: readonly StepState[] };

/** The rail knows from the address where the reader stands. */
export function PlanSteps({ planId, steps }: PlanStepsProps) {
  const t = useTranslations();
  const here = usePathname().split('/')[3];

  function reasonText(reason: LockReason): string {
    if (reason.kind === 'after') {
      return t('inbound.locked.after', { step: t(`steps.${reason.step}`) });
    }
    return t(`inbound.locked.${reason.kind}`);
  }

  const rail = steps.map((step): RailStep => ({
    id: step.id,
    label: t(`steps.${step.id}`),
    state: step.id === here ? 'current' : step.state,
    ...(step.state === 'locked' ? {} : { href: `/inbound/${planId}/${step.id}` }),
    ...(step.reason ? { reason: reasonText(step.reason) } : {}),
  }));
  return <StepRail label={t('steps.label')} steps={rail} />;
}
