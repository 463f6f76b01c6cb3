import { useTranslations } from 'next-intl';

import type { Address, Problem } from '#lib/kernel';

import { TextField } from './ui/text-field.tsx';

type AddressFieldsProps = {
  /** two letters, where the form knows which it will mostly be */
  readonly country?: string;
  /** what was typed, by field name, when the form comes back */
  readonly entered?: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
};

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

/** The fields of a ship-from address, named `address.…`. */
export function AddressFields({ country, entered, problems }: AddressFieldsProps) {
  const t = useTranslations('address');
  return (
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
  );
}
