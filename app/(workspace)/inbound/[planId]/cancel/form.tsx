'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { LinkButton } from '#components/ui/link-button';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { SeeCurrent } from '../see-current.tsx';
import { cancelWholePlan } from './actions.ts';

type CancelFormProps = {
  readonly planId: string;
  readonly version: number;
  /** Amazon does not know the plan yet */
  readonly isDraft: boolean;
};

export function CancelForm({ planId, version, isDraft }: CancelFormProps) {
  const t = useTranslations('inbound');
  return (
    <ActionForm action={cancelWholePlan} initial={NO_FORM_STATE} className="flex flex-col gap-3">
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <input type="hidden" name="planId" value={planId} />
          <input type="hidden" name="version" value={version} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="danger" pendingLabel={t('cancel.cancelling')}>
              {t(isDraft ? 'cancel.putAway' : 'cancel.confirm')}
            </SubmitButton>
            <LinkButton href={`/inbound/${planId}`}>{t('cancel.keep')}</LinkButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
