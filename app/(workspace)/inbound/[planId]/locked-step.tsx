import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';
import type { StepId } from '#lib/inbound';
import type { PlanPage } from './plan-page.ts';

type LockedStepProps = { readonly page: PlanPage; readonly step: StepId };

/** Why a step that was reached by its address cannot start, and the step that can. */
export async function LockedStep({ page, step }: LockedStepProps) {
  const t = await getTranslations();
  const { plan, steps, current } = page;
  const reason = steps.find((state) => state.id === step)?.reason;
  return (
    <Alert
      level="information"
      title={t('wizard.lockedTitle', { step: t(`steps.${step}`) })}
      action={
        reason?.kind === 'cancelled' ? undefined : (
          <LinkButton href={`/inbound/${plan.id}/${current}`}>{t(`steps.${current}`)}</LinkButton>
        )
      }
    >
      {reason?.kind === 'after'
        ? t('inbound.locked.after', { step: t(`steps.${reason.step}`) })
        : reason && t(`inbound.locked.${reason.kind}`)}
    </Alert>
  );
}
