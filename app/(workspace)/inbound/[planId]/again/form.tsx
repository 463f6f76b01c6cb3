'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { beginAgain } from './actions.ts';

type PlanAgainProps = { readonly planId: string };

/** One press makes a draft of the same goods in the same boxes. */
export function PlanAgain({ planId }: PlanAgainProps) {
  const t = useTranslations('inbound.again');
  return (
    <ActionForm action={beginAgain} initial={NO_FORM_STATE} className="flex flex-col gap-1">
      <input type="hidden" name="planId" value={planId} />
      <SubmitButton variant="secondary" pendingLabel={t('starting')}>
        {t('action')}
      </SubmitButton>
      <p className="text-sm text-muted">{t('hint')}</p>
    </ActionForm>
  );
}
