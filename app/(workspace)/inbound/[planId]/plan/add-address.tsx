'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { AddressFields } from '#components/address-fields';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { addAddress } from './address-actions.ts';

type AddAddressProps = { readonly planId: string; readonly country: string };

/** A new entry of the address book, right where it is missing. */
export function AddAddress({ planId, country }: AddAddressProps) {
  const t = useTranslations('plan.address');
  return (
    <ActionForm
      action={addAddress}
      initial={NO_FORM_STATE}
      className="flex max-w-3xl flex-col gap-3 rounded border border-line bg-surface p-3"
    >
      {({ problems, entered }) => (
        <>
          <input type="hidden" name="planId" value={planId} />
          <AddressFields country={country} problems={problems} {...(entered && { entered })} />
          <SubmitButton variant="secondary" className="self-start" pendingLabel={t('saving')}>
            {t('save')}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
