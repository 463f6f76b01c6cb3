'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Code } from '#components/ui/figures';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { TextAreaField, TextField } from '#components/ui/text-field';
import type { Problem } from '#lib/kernel';
import { suggestCarriers } from './actions.ts';

export type FormItem = {
  readonly orderItemId: string;
  readonly sku: string;
  readonly title: string;
  /** How many are in the package to begin with, and how many may be. */
  readonly quantity: number;
  readonly open: number;
  readonly isTransparency: boolean;
};

export type FormPackage = {
  readonly carrierCode: string;
  readonly carrierName: string;
  readonly trackingNumber: string;
  readonly shipMethod: string;
  readonly shipDate: string;
  readonly items: readonly FormItem[];
};

type PackageFieldsProps = {
  readonly at: number;
  readonly initial: FormPackage;
  readonly carriers: readonly string[];
  readonly problems: readonly Problem[];
  /** What was typed before, for the page without a script. */
  readonly entered?: Readonly<Record<string, string>> | undefined;
};

const OTHER = 'Other';

/** Carrier, number, date and content of one package. */
export function PackageFields(props: PackageFieldsProps) {
  const { at, initial, carriers, problems, entered } = props;
  const t = useTranslations('order.package');
  const [fitting, setFitting] = useState<readonly string[]>();
  const name = (field: string) => `packages.${at}.${field}`;
  const typed = (field: Exclude<keyof FormPackage, 'items'>) =>
    entered?.[name(field)] ?? initial[field];
  const [carrier, setCarrier] = useState(typed('carrierCode'));

  async function lookUp(number: string): Promise<void> {
    if (number.trim() === '') return setFitting(undefined);
    try {
      setFitting(await suggestCarriers(number));
    } catch {
      // A suggestion that does not come is no hindrance.
      setFitting(undefined);
    }
  }

  const offered = fitting?.filter((code) => code !== carrier) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <div className="flex flex-col gap-1">
          <TextField
            name={name('trackingNumber')}
            label={t('number')}
            code
            defaultValue={typed('trackingNumber')}
            problems={problems}
            onBlur={({ currentTarget }) => void lookUp(currentTarget.value)}
          />
          <output className="text-sm">
            {offered.length > 0 && (
              <span className="flex flex-wrap items-center gap-1.5">
                {t('fits', { count: offered.length })}
                {offered.map((code) => (
                  <Button key={code} size="small" onClick={() => setCarrier(code)}>
                    {t('choose', { carrier: code })}
                  </Button>
                ))}
              </span>
            )}
            {fitting?.length === 0 && <span className="text-muted">{t('fitsNone')}</span>}
          </output>
        </div>
        <Select
          name={name('carrierCode')}
          label={t('carrier')}
          hint={t('carrierHint')}
          placeholder={t('carrierNone')}
          value={carrier}
          onChange={({ currentTarget }) => setCarrier(currentTarget.value)}
          options={carriers.map((code) => ({ value: code, label: code }))}
          problems={problems}
        />
        <TextField
          name={name('carrierName')}
          label={t('carrierName')}
          hint={t('carrierNameHint')}
          optional={carrier !== OTHER}
          defaultValue={typed('carrierName')}
          problems={problems}
        />
        <TextField
          name={name('shipDate')}
          type="date"
          label={t('shipDate')}
          defaultValue={typed('shipDate')}
          problems={problems}
        />
        <TextField
          name={name('shipMethod')}
          label={t('shipMethod')}
          optional
          defaultValue={typed('shipMethod')}
          problems={problems}
        />
      </div>
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t('content')}</legend>
        {initial.items.map((item, index) => (
          <ItemFields
            key={item.orderItemId}
            item={item}
            name={(field) => name(`items.${index}.${field}`)}
            problems={problems}
            entered={entered}
          />
        ))}
      </fieldset>
    </div>
  );
}

type ItemFieldsProps = {
  readonly item: FormItem;
  readonly name: (field: string) => string;
  readonly problems: readonly Problem[];
  readonly entered: PackageFieldsProps['entered'];
};

function ItemFields({ item, name, problems, entered }: ItemFieldsProps) {
  const t = useTranslations('order.package');
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line pb-2 last:border-0">
      <input type="hidden" name={name('orderItemId')} value={item.orderItemId} />
      <NumberField
        name={name('quantity')}
        label={t('unitsOf', { sku: item.sku })}
        labelHidden
        defaultValue={entered?.[name('quantity')] ?? String(item.quantity)}
        suffix={t('ofOpen', { count: item.open })}
        problems={problems}
        className="w-36"
      />
      <span className="min-w-0 flex-1 basis-56">
        <Code>{item.sku}</Code>
        <span className="line-clamp-2 text-sm text-muted">{item.title}</span>
      </span>
      {item.isTransparency && (
        <TextAreaField
          name={name('codes')}
          label={t('codes', { sku: item.sku })}
          hint={t('codesHint')}
          defaultValue={entered?.[name('codes')]}
          code
          rows={2}
          problems={problems}
          className="basis-full"
        />
      )}
    </div>
  );
}
