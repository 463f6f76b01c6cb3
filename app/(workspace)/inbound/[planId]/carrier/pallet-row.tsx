import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/checkbox';
import { MeasureField } from '#components/ui/measure-field';
import { NumberField } from '#components/ui/number-field';
import type { Problem } from '#lib/kernel';
import { LENGTH_UNITS, WEIGHT_UNITS } from '../unit-options.ts';
import type { TypedPallet } from './typed-freight.ts';

type PalletRowProps = {
  readonly name: string;
  readonly title: string;
  readonly row: TypedPallet;
  readonly problems: readonly Problem[];
  readonly remove?: { readonly label: string; readonly act: () => void };
};

const SIDES = ['length', 'width', 'height'] as const;

/** Pallets alike: how many, what is on each, how large and heavy. */
export function PalletRow({ name, title, row, problems, remove }: PalletRowProps) {
  const t = useTranslations('freight');
  const unit = LENGTH_UNITS.find(({ value }) => value === row.lengthUnit)?.label;
  return (
    <fieldset className="grid grid-cols-2 items-end gap-2 rounded border border-line p-2 sm:grid-cols-4 lg:grid-cols-[5rem_5rem_repeat(3,minmax(5rem,1fr))_minmax(7rem,1fr)_auto_auto]">
      <legend className="sr-only">{title}</legend>
      <input type="hidden" name={`${name}.lengthUnit`} value={row.lengthUnit} />
      <NumberField
        name={`${name}.count`}
        label={t('count')}
        least={1}
        defaultValue={row.count}
        problems={problems}
      />
      <NumberField
        name={`${name}.boxes`}
        label={t('boxesEach')}
        least={0}
        defaultValue={row.boxes}
        problems={problems}
      />
      {SIDES.map((side) => (
        <NumberField
          key={side}
          name={`${name}.${side}`}
          label={t(side)}
          places={5}
          suffix={unit}
          defaultValue={row[side]}
          problems={problems}
        />
      ))}
      <MeasureField
        name={`${name}.weight`}
        label={t('weight')}
        unitName={`${name}.weightUnit`}
        units={WEIGHT_UNITS}
        unit={row.weightUnit}
        defaultValue={row.weight}
        problems={problems}
      />
      <Checkbox
        name={`${name}.stackable`}
        label={t('stackable')}
        defaultChecked={row.stackable !== undefined}
      />
      {remove && (
        <Button variant="quiet" aria-label={remove.label} onClick={remove.act}>
          {t('remove')}
        </Button>
      )}
    </fieldset>
  );
}
