import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';
import type { StepId } from '#lib/inbound';
import type { PlanPage } from './plan-page.ts';

type LockedStepProps = { readonly page: PlanPage; readonly step: StepId };

/** For who comes by the address: why there is nothing to do here yet, and where there is. */
export async function LockedStep({ page, step }: LockedStepProps) {
  const t = await getTranslations();
  const { plan, current } = page;
  const reason = page.steps.find(({ id }) => id === step)?.reason;
  const isOver = plan.cancelledAt !== undefined;
  return (
    <Alert
      level="information"
      title={t('wizard.lockedTitle', { step: t(`steps.${step}`) })}
      action={
        isOver ? (
          <LinkButton href="/inbound">{t('inbound.title')}</LinkButton>
        ) : (
          <LinkButton href={`/inbound/${plan.id}/${current}`} variant="primary" icon="arrow">
            {t(`steps.${current}`)}
          </LinkButton>
        )
      }
    >
      {reason?.kind === 'after'
        ? t('inbound.locked.after', { step: t(`steps.${reason.step}`) })
        : t(`inbound.locked.${reason?.kind ?? 'cancelled'}`)}
    </Alert>
  );
}
