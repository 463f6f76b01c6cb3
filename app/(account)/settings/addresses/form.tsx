'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { AddressFields } from '#components/address-fields';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { addAddress } from './actions.ts';

export function AddressForm() {
  const t = useTranslations('settings');
  return (
    <ActionForm action={addAddress} initial={NO_FORM_STATE} className="flex flex-col gap-3">
      {({ problems, entered }) => (
        <>
          <AddressFields problems={problems} {...(entered && { entered })} />
          <SubmitButton className="self-start">{t('addresses.save')}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
