'use client';

import { useTranslations } from 'next-intl';
import { MeasureField } from '#components/ui/measure-field';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import type { Problem } from '#lib/kernel';
import { TYPED_WEIGHT_UNITS } from '#lib/kernel';

type DeclarationFieldsProps = {
  /** what comes before the dot in the name of every field */
  readonly name: string;
  readonly units: 'imperial' | 'metric';
  readonly problems: readonly Problem[];
  readonly start: Readonly<Record<string, string>>;
  readonly placeholder: string;
};

const BARCODES = ['fnsku', 'manufacturer'] as const;
const BATTERIES = ['none', 'included', 'required-not-included'] as const;
const DANGEROUS_GOODS = ['not-applicable', 'regulated'] as const;

/** Barcode, batteries, dangerous goods, size and weight of one SKU. */
export function DeclarationFields(props: DeclarationFieldsProps) {
  const { name, units, problems, start, placeholder } = props;
  const t = useTranslations('convert');
  const side = (key: 'width' | 'height') => (
    <NumberField
      name={`${name}.${key}`}
      label={t(key)}
      places={5}
      defaultValue={start[key]}
      problems={problems}
    />
  );
  const lengthUnit = start['lengthUnit'] ?? (units === 'imperial' ? 'IN' : 'CM');
  const weightUnit = start['weightUnit'] ?? (units === 'imperial' ? 'LB' : 'KG');
  return (
    <div className="grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))]">
      <Select
        name={`${name}.barcode`}
        label={t('barcode')}
        defaultValue={start['barcode'] ?? ''}
        options={BARCODES.map((value) => ({ value, label: t(`barcodes.${value}`) }))}
        problems={problems}
        {...(start['barcode'] === undefined && { placeholder })}
      />
      <Select
        name={`${name}.batteries`}
        label={t('batteries')}
        placeholder={placeholder}
        defaultValue={start['batteries'] ?? ''}
        options={BATTERIES.map((value) => ({ value, label: t(`batteryKinds.${value}`) }))}
        problems={problems}
      />
      <Select
        name={`${name}.dangerousGoods`}
        label={t('dangerousGoods')}
        placeholder={placeholder}
        defaultValue={start['dangerousGoods'] ?? ''}
        options={DANGEROUS_GOODS.map((value) => ({
          value,
          label: t(`dangerousGoodsKinds.${value}`),
        }))}
        problems={problems}
      />
      <MeasureField
        name={`${name}.length`}
        label={t('length')}
        unitName={`${name}.lengthUnit`}
        unit={lengthUnit}
        units={[
          { value: 'IN', label: 'in' },
          { value: 'CM', label: 'cm' },
        ]}
        defaultValue={start['length']}
        problems={problems}
      />
      {side('width')}
      {side('height')}
      <MeasureField
        name={`${name}.weight`}
        label={t('weight')}
        unitName={`${name}.weightUnit`}
        unit={weightUnit}
        units={TYPED_WEIGHT_UNITS.map((value) => ({ value, label: value.toLowerCase() }))}
        defaultValue={start['weight']}
        problems={problems}
      />
    </div>
  );
}
