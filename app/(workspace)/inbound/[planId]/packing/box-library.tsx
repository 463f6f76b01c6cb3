'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Disclosure } from '#components/ui/disclosure';
import { DimensionsText } from '#components/ui/figures';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import type { BoxSize } from '#lib/inbound/server';
import { LENGTH_UNITS } from '../unit-options.ts';
import { dropBoxSize, keepBoxSize } from './library-actions.ts';
import type { UnitSystem } from './typed-boxes.ts';

type BoxLibraryProps = {
  readonly planId: string;
  readonly sizes: readonly BoxSize[];
  readonly units: UnitSystem;
};

/** The sizes of box the seller has on the shelf, to be put on boxes by their name. */
export function BoxLibrary({ planId, sizes, units }: BoxLibraryProps) {
  const t = useTranslations('packing');
  return (
    <Disclosure summary={t('library.title', { count: sizes.length })}>
      <div className="flex flex-col gap-3 rounded border border-line bg-surface p-3 sm:p-4">
        <ul className="flex flex-col gap-1">
          {sizes.map(({ id, name, dimensions }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3">
              <span className="font-medium">{name}</span>
              <DimensionsText value={dimensions} both />
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
          {({ problems }) => (
            <div className="flex flex-wrap items-end gap-3">
              <input type="hidden" name="planId" value={planId} />
              <TextField
                name="name"
                label={t('library.name')}
                problems={problems}
                className="w-48"
              />
              {(['length', 'width', 'height'] as const).map((side) => (
                <NumberField
                  key={side}
                  name={side}
                  label={t(side)}
                  places={5}
                  problems={problems.map((found) =>
                    found.at === `size.${side}` ? { ...found, at: side } : found,
                  )}
                  className="w-24"
                />
              ))}
              <Select
                name="lengthUnit"
                label={t('lengthUnit')}
                options={LENGTH_UNITS}
                defaultValue={units === 'imperial' ? 'IN' : 'CM'}
                className="w-28"
              />
              <SubmitButton variant="secondary">{t('library.keep')}</SubmitButton>
            </div>
          )}
        </ActionForm>
      </div>
    </Disclosure>
  );
}
