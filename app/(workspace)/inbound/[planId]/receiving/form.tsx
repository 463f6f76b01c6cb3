'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { askForDefects, lookAgain } from './actions.ts';

type PlanFormProps = { readonly planId: string };

export function LookAgainForm({ planId }: PlanFormProps) {
  const t = useTranslations('receiving');
  return (
    <ActionForm action={lookAgain} initial={NO_FORM_STATE} className="flex flex-col gap-2">
      <input type="hidden" name="planId" value={planId} />
      <SubmitButton variant="secondary" pendingLabel={t('looking')}>
        {t('lookAgain')}
      </SubmitButton>
    </ActionForm>
  );
}

export function ReadDefectsForm({ planId }: PlanFormProps) {
  const t = useTranslations('receiving.defects');
  return (
    <ActionForm action={askForDefects} initial={NO_FORM_STATE} className="flex flex-col gap-2">
      <input type="hidden" name="planId" value={planId} />
      <SubmitButton variant="secondary" pendingLabel={t('reading')}>
        {t('read')}
      </SubmitButton>
    </ActionForm>
  );
}
