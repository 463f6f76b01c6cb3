'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { DimensionsText, WeightText } from '#components/ui/figures';
import { MeasureField } from '#components/ui/measure-field';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { TYPED_WEIGHT_UNITS } from '#lib/kernel';
import { LONGEST_CASE_NAME, MOST_CASE_PACKS } from '#lib/listings';
import type { CasePack } from '#lib/listings/server';
import { addCasePack, dropCasePack } from './case-actions.ts';

type CasePacksProps = {
  readonly planId: string;
  readonly skus: readonly string[];
  readonly packs: readonly CasePack[];
  readonly units: 'imperial' | 'metric';
};

/** The ways of packing that the SKUs of the plan know, and a new one. */
export function CasePacks({ planId, skus, packs, units }: CasePacksProps) {
  const t = useTranslations('plan.cases');
  const free = skus.filter(
    (sku) => packs.filter((pack) => pack.sku === sku).length < MOST_CASE_PACKS,
  );
  return (
    <div className="flex flex-col gap-3">
      {packs.length > 0 && (
        <ul className="rounded border border-line bg-surface">
          {packs.map((pack) => (
            <li
              key={pack.id}
              className="flex flex-wrap items-center gap-x-4 border-b border-line px-3 py-1.5 last:border-0"
            >
              <span className="font-mono text-sm">{pack.sku}</span>
              <span className="font-medium">{pack.name}</span>
              <span>{t('unitsPerCase', { count: pack.unitsPerCase })}</span>
              <DimensionsText value={pack.dimensions} />
              <WeightText value={pack.weight} />
              <ActionForm action={dropCasePack} initial={NO_FORM_STATE} className="ms-auto">
                <input type="hidden" name="planId" value={planId} />
                <input type="hidden" name="casePackId" value={pack.id} />
                <SubmitButton
                  variant="quiet"
                  size="small"
                  aria-label={t('removeNamed', { name: pack.name, sku: pack.sku })}
                >
                  {t('remove')}
                </SubmitButton>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <NewCasePack key={packs.length} planId={planId} skus={free} units={units} />
      )}
    </div>
  );
}

const NOTHING_ENTERED: Readonly<Record<string, string>> = {};

type NewCasePackProps = Omit<CasePacksProps, 'packs'>;

function NewCasePack({ planId, skus, units }: NewCasePackProps) {
  const t = useTranslations('plan.cases');
  return (
    <ActionForm
      action={addCasePack}
      initial={NO_FORM_STATE}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-3"
    >
      {({ problems, entered = NOTHING_ENTERED }) => (
        <>
          <input type="hidden" name="planId" value={planId} />
          <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]">
            <Select
              name="case.sku"
              label="SKU"
              defaultValue={entered['case.sku']}
              options={skus.map((sku) => ({ value: sku, label: sku }))}
              problems={problems}
            />
            <TextField
              name="case.name"
              label={t('name')}
              defaultValue={entered['case.name']}
              maxLength={LONGEST_CASE_NAME}
              problems={problems}
            />
            <NumberField
              name="case.unitsPerCase"
              defaultValue={entered['case.unitsPerCase']}
              label={t('units')}
              problems={problems}
            />
            <MeasureField
              name="case.length"
              label={t('length')}
              unitName="case.lengthUnit"
              unit={entered['case.lengthUnit'] ?? (units === 'imperial' ? 'IN' : 'CM')}
              defaultValue={entered['case.length']}
              units={[
                { value: 'IN', label: 'in' },
                { value: 'CM', label: 'cm' },
              ]}
              problems={problems}
            />
            <NumberField
              name="case.width"
              defaultValue={entered['case.width']}
              label={t('width')}
              places={5}
              problems={problems}
            />
            <NumberField
              name="case.height"
              defaultValue={entered['case.height']}
              label={t('height')}
              places={5}
              problems={problems}
            />
            <MeasureField
              name="case.weight"
              label={t('weight')}
              unitName="case.weightUnit"
              unit={entered['case.weightUnit'] ?? (units === 'imperial' ? 'LB' : 'KG')}
              defaultValue={entered['case.weight']}
              units={TYPED_WEIGHT_UNITS.map((value) => ({ value, label: value.toLowerCase() }))}
              problems={problems}
            />
          </div>
          <SubmitButton variant="secondary" className="self-start" pendingLabel={t('saving')}>
            {t('save')}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
