'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/checkbox';
import { Disclosure } from '#components/ui/disclosure';
import { DimensionsText } from '#components/ui/figures';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { CASE_WAYS, OBJECTIVES, type ShelfBox } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import type { UnitSystem } from '../typed-boxes.ts';
import { SECONDS, USUAL_TARIFF } from './wish-form.ts';

type WishFieldsProps = {
  readonly shelf: readonly ShelfBox[];
  /** Whether the seller keeps boxes of their own; else usual sizes stand in for them. */
  readonly hasLibrary: boolean;
  readonly hasCases: boolean;
  readonly units: UnitSystem;
  readonly currency: string;
  readonly problems: readonly Problem[];
};

/** What the engine shall aim at, and with which boxes. */
export function WishFields(props: WishFieldsProps) {
  const { shelf, hasLibrary, hasCases, units, currency, problems } = props;
  const t = useTranslations('packing.propose');
  const usual = USUAL_TARIFF[units];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        <Select
          name="objective"
          label={t('objective')}
          options={OBJECTIVES.map((value) => ({ value, label: t(`objectives.${value}`) }))}
          className="w-64"
        />
        <Select
          name="seconds"
          label={t('time')}
          options={SECONDS.map((value) => ({
            value,
            label: t('seconds', { count: Number(value) }),
          }))}
          className="w-36"
        />
        {hasCases && (
          <Select
            name="cases"
            label={t('cases')}
            options={CASE_WAYS.map((value) => ({ value, label: t(`caseWays.${value}`) }))}
            className="w-64"
          />
        )}
      </div>
      <fieldset>
        <legend className="text-sm font-medium">{t('boxes')}</legend>
        {!hasLibrary && <p className="text-sm text-muted">{t('usualBoxes')}</p>}
        <div className="flex flex-wrap gap-x-5 gap-y-1.5">
          {shelf.map(({ name, dimensions }) => (
            <Checkbox
              key={name}
              name="boxes"
              value={name}
              defaultChecked
              label={
                hasLibrary ? (
                  <>
                    {name}{' '}
                    <span className="text-sm text-muted">
                      <DimensionsText value={dimensions} />
                    </span>
                  </>
                ) : (
                  <DimensionsText value={dimensions} both />
                )
              }
            />
          ))}
        </div>
      </fieldset>
      <Disclosure summary={t('costs')}>
        <div className="flex flex-wrap gap-3">
          {(['handling', 'freight', 'divisor'] as const).map((name) => (
            <NumberField
              key={name}
              name={name}
              label={t(name, { units, currency })}
              places={4}
              defaultValue={usual[name]}
              problems={problems}
              className="w-52"
            />
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
