'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Disclosure } from '#components/ui/disclosure';
import { DimensionsText, MoneyText, Quantity, WeightText } from '#components/ui/figures';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import type { BoxSize } from '#lib/inbound/server';
import type { Problem } from '#lib/kernel';
import { LENGTH_UNITS, WEIGHT_UNITS } from '../unit-options.ts';
import { dropBoxSize, keepBoxSize } from './library-actions.ts';
import type { UnitSystem } from './typed-boxes.ts';

type BoxLibraryProps = {
  readonly planId: string;
  readonly sizes: readonly BoxSize[];
  readonly units: UnitSystem;
  readonly currency: string;
};

/** The sizes of box the seller has on the shelf, to be put on boxes by their name. */
export function BoxLibrary({ planId, sizes, units, currency }: BoxLibraryProps) {
  const t = useTranslations('packing');
  return (
    <Disclosure summary={t('library.title', { count: sizes.length })}>
      <div className="flex flex-col gap-3 rounded border border-line bg-surface p-3 sm:p-4">
        <ul className="flex flex-col gap-1">
          {sizes.map(({ id, name, ...box }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3">
              <span className="font-medium">{name}</span>
              <DimensionsText value={box.dimensions} both />
              <ShelfFacts {...box} />
              <ActionForm action={dropBoxSize} initial={NO_FORM_STATE}>
                <input type="hidden" name="planId" value={planId} />
                <input type="hidden" name="id" value={id} />
                <SubmitButton
                  size="small"
                  variant="quiet"
                  aria-label={t('library.remove', { name })}
                >
                  {t('remove')}
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
        <ActionForm action={keepBoxSize} initial={NO_FORM_STATE} withoutSummary>
          {({ problems }) => <NewBox {...{ planId, units, currency, problems }} />}
        </ActionForm>
      </div>
    </Disclosure>
  );
}

function ShelfFacts({ inner, tare, maxWeight, price, stock }: Omit<BoxSize, 'id' | 'name'>) {
  const t = useTranslations('packing.library');
  const facts = [
    inner && { name: t('inner'), value: <DimensionsText value={inner} /> },
    tare && { name: t('tare'), value: <WeightText value={tare} /> },
    maxWeight && { name: t('maxWeight'), value: <WeightText value={maxWeight} /> },
    price && { name: t('price'), value: <MoneyText amount={price} /> },
    stock !== undefined && { name: t('stock'), value: <Quantity value={stock} /> },
  ].filter((fact) => typeof fact === 'object');
  return facts.map(({ name, value }) => (
    <span key={name} className="text-sm text-muted">
      {name} {value}
    </span>
  ));
}

type NewBoxProps = Omit<BoxLibraryProps, 'sizes'> & { readonly problems: readonly Problem[] };

function NewBox({ planId, units, currency, problems }: NewBoxProps) {
  const t = useTranslations('packing');
  const isImperial = units === 'imperial';
  return (
    <div className="flex flex-col gap-3">
      <input type="hidden" name="planId" value={planId} />
      <input type="hidden" name="currency" value={currency} />
      <div className="flex flex-wrap items-end gap-3">
        <TextField name="name" label={t('library.name')} problems={problems} className="w-48" />
        {(['length', 'width', 'height'] as const).map((side) => (
          <NumberField
            key={side}
            name={side}
            label={t(side)}
            places={5}
            problems={problems}
            className="w-24"
          />
        ))}
        <Select
          name="lengthUnit"
          label={t('lengthUnit')}
          options={LENGTH_UNITS}
          defaultValue={isImperial ? 'IN' : 'CM'}
          className="w-28"
        />
      </div>
      <Disclosure summary={t('library.more')}>
        <div className="flex flex-wrap items-end gap-3">
          {(['innerLength', 'innerWidth', 'innerHeight'] as const).map((name) => (
            <NumberField
              key={name}
              name={name}
              label={t(`library.${name}`)}
              places={5}
              problems={problems}
              className="w-32"
            />
          ))}
          {(['tare', 'maxWeight'] as const).map((name) => (
            <NumberField
              key={name}
              name={name}
              label={t(`library.${name}`)}
              places={5}
              problems={problems}
              className="w-36"
            />
          ))}
          <Select
            name="weightUnit"
            label={t('weightUnit')}
            options={WEIGHT_UNITS}
            defaultValue={isImperial ? 'LB' : 'KG'}
            className="w-28"
          />
          <NumberField
            name="price"
            label={t('library.price')}
            places={2}
            suffix={currency}
            problems={problems}
            className="w-36"
          />
          <NumberField
            name="stock"
            label={t('library.stock')}
            problems={problems}
            className="w-28"
          />
        </div>
      </Disclosure>
      <div>
        <SubmitButton variant="secondary">{t('library.keep')}</SubmitButton>
      </div>
    </div>
  );
}
