'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, memo, useState } from 'react';
import { FieldError } from '#components/ui/field';
import { Code, Quantity } from '#components/ui/figures';
import { NumberInput } from '#components/ui/number-input';
import { Options } from '#components/ui/select';
import { sizeTier } from '#lib/fees';
import {
  marketplaceById,
  type Problem,
  readTypedDimensions,
  readTypedWeight,
  type TypedWeightUnit,
} from '#lib/kernel';
import { fieldId } from '../../../../../components/ui/field-id.ts';
import { INPUT_STYLE } from '../../../../../components/ui/input-style.ts';
import { LENGTH_UNITS, WEIGHT_UNITS } from '../unit-options.ts';
import { PrepChoices } from './prep-choices.tsx';
import type { SkuPrep } from './read-prep.ts';

const PREP_COLUMNS =
  'grid grid-cols-2 gap-x-4 gap-y-2 @[59rem]:grid-cols-[minmax(10rem,1.3fr)_minmax(17rem,1.4fr)_9.5rem_minmax(8rem,1.2fr)_minmax(8.5rem,1fr)]';
const CELL_LABEL = 'text-sm text-muted @[59rem]:sr-only';

export function PrepHeadings() {
  const t = useTranslations('prep');
  return (
    <div
      aria-hidden="true"
      className={`${PREP_COLUMNS} hidden! border-b border-edge bg-raised px-3 py-1.5 text-sm font-semibold @[59rem]:grid!`}
    >
      <span>{t('sku')}</span>
      <span>{t('size')}</span>
      <span>{t('weight')}</span>
      <span>{t('category')}</span>
      <span>{t('owners')}</span>
    </div>
  );
}

type PrepRowProps = {
  readonly index: number;
  readonly row: SkuPrep;
  readonly marketplaceId: string;
  /** the choice for a SKU that Amazon has not classified */
  readonly category: string;
  readonly onCategory: (sku: string, category: string) => void;
  readonly problems: readonly Problem[];
};

/** One SKU: what it is, how large and heavy, and how it is prepared. */
export const PrepRow = memo(function PrepRow(props: PrepRowProps) {
  const { index, row, marketplaceId, problems } = props;
  const t = useTranslations('prep');
  const at = `lines.${row.sku}`;
  const name = `lines.${index}`;
  const [typed, setTyped] = useState<Typed>({ ...row.sides, ...row });
  const found = (...fields: readonly string[]) =>
    problems.filter((problem) => fields.some((field) => problem.at === `${at}.${field}`));
  const sizeProblems = found('dimensions', 'length', 'width', 'height');
  const weightProblems = found('weight');
  const ofRow = problems.filter((problem) => problem.at === at || problem.at === undefined);
  return (
    <fieldset
      id={fieldId(at)}
      tabIndex={-1}
      onInput={(event: FormEvent<HTMLFieldSetElement>) => setTyped(typedIn(event.currentTarget))}
      className="min-w-0 border-b border-line px-3 py-2.5 last:border-b-0"
    >
      <legend className="sr-only">{row.sku}</legend>
      <input type="hidden" name={`${name}.sku`} value={row.sku} />
      <div className={PREP_COLUMNS}>
        <div className="col-span-2 min-w-0 @[59rem]:col-span-1">
          <Code>{row.sku}</Code>
          <p className="line-clamp-2 text-sm text-muted" title={row.title}>
            {row.title}
          </p>
          <p className="text-sm">
            <Quantity value={row.quantity} /> {t('units', { count: row.quantity })}
          </p>
        </div>
        <div
          id={fieldId(`${at}.dimensions`)}
          tabIndex={-1}
          className="col-span-2 flex min-w-0 flex-col gap-1 @[59rem]:col-span-1"
        >
          <Sides at={at} name={name} row={row} invalid={sizeProblems.length > 0} />
          {sizeProblems.length > 0 && (
            <FieldError id={`${fieldId(`${at}.dimensions`)}-error`} problems={sizeProblems} />
          )}
          <Tier typed={typed} marketplaceId={marketplaceId} />
        </div>
        <label className="col-span-2 flex min-w-0 flex-col gap-1 @[59rem]:col-span-1">
          <span className={CELL_LABEL}>{t('weight')}</span>
          <span className="flex">
            <NumberInput
              id={fieldId(`${at}.weight`)}
              data-part="weight"
              name={`${name}.weight`}
              aria-label={t('weight')}
              inputMode="text"
              defaultValue={row.weight}
              places={5}
              className="rounded-e-none"
              {...(weightProblems.length > 0 && {
                'aria-invalid': true,
                'aria-describedby': `${fieldId(`${at}.weight`)}-error`,
              })}
            />
            <select
              name={`${name}.weightUnit`}
              data-part="weightUnit"
              defaultValue={row.weightUnit}
              aria-label={t('weightUnit')}
              className={`${INPUT_STYLE} w-auto! shrink-0 rounded-s-none border-s-0`}
            >
              <Options options={WEIGHT_UNITS} />
            </select>
          </span>
          {weightProblems.length > 0 && (
            <FieldError id={`${fieldId(`${at}.weight`)}-error`} problems={weightProblems} />
          )}
        </label>
        <PrepChoices
          name={name}
          row={row}
          marketplaceId={marketplaceId}
          category={props.category}
          onCategory={props.onCategory}
          problems={problems}
        />
      </div>
      {ofRow.length > 0 && <FieldError id={`${fieldId(at)}-error`} problems={ofRow} />}
    </fieldset>
  );
});

type SidesProps = {
  readonly at: string;
  readonly name: string;
  readonly row: SkuPrep;
  readonly invalid: boolean;
};

function Sides({ at, name, row, invalid }: SidesProps) {
  const t = useTranslations('prep');
  return (
    <>
      <span className={CELL_LABEL} aria-hidden="true">
        {t('size')}
      </span>
      <span className="flex items-center gap-1">
        {(['length', 'width', 'height'] as const).map((side) => (
          <NumberInput
            key={side}
            id={fieldId(`${at}.${side}`)}
            data-part={side}
            name={`${name}.${side}`}
            aria-label={t(side)}
            placeholder={t(`short.${side}`)}
            defaultValue={row.sides[side]}
            places={5}
            {...(invalid && {
              'aria-invalid': true,
              'aria-describedby': `${fieldId(`${at}.dimensions`)}-error`,
            })}
          />
        ))}
        <select
          name={`${name}.lengthUnit`}
          data-part="lengthUnit"
          defaultValue={row.lengthUnit}
          aria-label={t('lengthUnit')}
          className={`${INPUT_STYLE} w-auto! shrink-0`}
        >
          <Options options={LENGTH_UNITS} />
        </select>
      </span>
    </>
  );
}

type Typed = Pick<SkuPrep, 'lengthUnit' | 'weight' | 'weightUnit'> & SkuPrep['sides'];

function typedIn(row: HTMLElement): Typed {
  const part = (name: string): string => {
    const control = row.querySelector(`[data-part="${name}"]`);
    return control instanceof HTMLInputElement || control instanceof HTMLSelectElement
      ? control.value
      : '';
  };
  return {
    length: part('length'),
    width: part('width'),
    height: part('height'),
    lengthUnit: part('lengthUnit') === 'CM' ? 'CM' : 'IN',
    weight: part('weight'),
    weightUnit: part('weightUnit') as TypedWeightUnit,
  };
}

type TierProps = { readonly typed: Typed; readonly marketplaceId: string };

/** The size tier that fulfilment fees go by, as soon as size and weight can be read. */
function Tier({ typed, marketplaceId }: TierProps) {
  const t = useTranslations('prep');
  if (marketplaceById(marketplaceId)?.country !== 'US') return null;
  const size = readTypedDimensions(typed, typed.lengthUnit, '');
  const weight = readTypedWeight(typed.weight, typed.weightUnit);
  const known = size.ok && size.value && weight.ok && weight.value.amount > 0;
  if (
    !known ||
    !size.value ||
    Math.min(size.value.length, size.value.width, size.value.height) <= 0
  )
    return <output className="block text-sm text-muted">{t('tierLater')}</output>;
  return (
    <output className="block text-sm text-muted">
      {t('tier', { tier: t(`tiers.${sizeTier(size.value, weight.value)}`) })}
    </output>
  );
}
