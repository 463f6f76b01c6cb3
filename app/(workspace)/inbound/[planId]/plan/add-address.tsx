'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import type { Address } from '#lib/kernel';
import { addAddress } from './address-actions.ts';

type AddAddressProps = { readonly planId: string; readonly country: string };

const FIELDS: readonly {
  readonly field: keyof Address;
  readonly complete: string;
  readonly optional?: true;
}[] = [
  { field: 'name', complete: 'name' },
  { field: 'companyName', complete: 'organization', optional: true },
  { field: 'addressLine1', complete: 'address-line1' },
  { field: 'addressLine2', complete: 'address-line2', optional: true },
  { field: 'city', complete: 'address-level2' },
  { field: 'stateOrProvinceCode', complete: 'address-level1' },
  { field: 'postalCode', complete: 'postal-code' },
  { field: 'countryCode', complete: 'country' },
  { field: 'phoneNumber', complete: 'tel' },
  { field: 'email', complete: 'email', optional: true },
];

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
          <div className="grid gap-3 sm:grid-cols-2">
            {FIELDS.map(({ field, complete, optional = false }) => (
              <TextField
                key={field}
                name={`address.${field}`}
                label={t(field)}
                autoComplete={complete}
                problems={problems}
                optional={optional}
                defaultValue={entered?.[`address.${field}`]}
                {...(field === 'countryCode' && {
                  defaultValue: entered?.['address.countryCode'] ?? country,
                  maxLength: 2,
                  hint: t('countryHint'),
                })}
              />
            ))}
          </div>
          <SubmitButton variant="secondary" className="self-start" pendingLabel={t('saving')}>
            {t('save')}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
