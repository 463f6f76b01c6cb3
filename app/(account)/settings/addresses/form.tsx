'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { addAddress } from './actions.ts';

const FIELDS = [
  { name: 'name', optional: false, autoComplete: 'name' },
  { name: 'companyName', optional: true, autoComplete: 'organization' },
  { name: 'addressLine1', optional: false, autoComplete: 'address-line1' },
  { name: 'addressLine2', optional: true, autoComplete: 'address-line2' },
  { name: 'city', optional: false, autoComplete: 'address-level2' },
  { name: 'stateOrProvinceCode', optional: true, autoComplete: 'address-level1' },
  { name: 'postalCode', optional: false, autoComplete: 'postal-code' },
  { name: 'countryCode', optional: false, autoComplete: 'country' },
  { name: 'phoneNumber', optional: false, autoComplete: 'tel' },
] as const;

export function AddressForm() {
  const t = useTranslations('settings');
  return (
    <ActionForm action={addAddress} initial={NO_FORM_STATE} className="grid gap-3 sm:grid-cols-2">
      {({ problems }) => (
        <>
          {FIELDS.map(({ name, optional, autoComplete }) => (
            <TextField
              key={name}
              name={name}
              label={t(`addresses.fields.${name}`)}
              optional={optional}
              autoComplete={autoComplete}
              problems={problems}
            />
          ))}
          <div className="sm:col-span-2">
            <SubmitButton>{t('addresses.save')}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
