'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { LinkButton } from '#components/ui/link-button';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import type { Money } from '#lib/kernel';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { cancelWholePlan } from './actions.ts';

type CancelFormProps = {
  readonly planId: string;
  readonly version: number;
  /** what the button says: it names the money that comes back and the money that does not */
  readonly action: string;
  readonly stays?: Money;
};

export function CancelForm({ planId, version, action, stays }: CancelFormProps) {
  const t = useTranslations('inbound');
  return (
    <ActionForm action={cancelWholePlan} initial={NO_FORM_STATE} className="flex flex-col gap-3">
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <HiddenRef planId={planId} version={version} />
          {stays && (
            <>
              <input type="hidden" name="stays" value={stays.minor} />
              <input type="hidden" name="currency" value={stays.currency} />
            </>
          )}
          <div className="flex flex-wrap gap-2">
            <SubmitButton variant="danger" pendingLabel={t('cancel.cancelling')}>
              {action}
            </SubmitButton>
            <LinkButton href={`/inbound/${planId}`}>{t('cancel.keep')}</LinkButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
