'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { SeeCurrent } from '../see-current.tsx';
import { askForPlacements } from './actions.ts';

type RenewFormProps = {
  readonly planId: string;
  readonly version: number;
  /** there is nothing else to do here */
  readonly isOnlyWay: boolean;
};

export function RenewForm({ planId, version, isOnlyWay }: RenewFormProps) {
  const t = useTranslations('placement');
  return (
    <ActionForm action={askForPlacements} initial={NO_FORM_STATE}>
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <input type="hidden" name="planId" value={planId} />
          <input type="hidden" name="version" value={version} />
          <SubmitButton variant={isOnlyWay ? 'primary' : 'secondary'}>{t('renew')}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
