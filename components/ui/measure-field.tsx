import { useTranslations } from 'next-intl';

import { Field, type FieldProps } from './field.tsx';
import { INPUT_STYLE } from './input-style.ts';
import { NumberInput, type NumberInputProps } from './number-input.tsx';
import { type Option, Options } from './select.tsx';
import { splitField } from './split-field.ts';

type MeasureFieldProps = FieldProps &
  Omit<NumberInputProps, keyof FieldProps | 'id'> & {
    /** The units to choose from; a single one is shown as fixed. */
    readonly units: readonly Option[];
    /** Name of the control that carries the unit. */
    readonly unitName: string;
    readonly unit?: string;
  };

/** A number and its unit, as two controls that look like one. */
export function MeasureField(props: MeasureFieldProps) {
  const t = useTranslations('ui');
  const { field, control } = splitField(props);
  const { units, unitName, unit = units[0]?.value, places = 5, ...input } = control;
  const [only] = units;
  return (
    <Field {...field}>
      {(bound) => (
        <span className="flex">
          <NumberInput {...input} {...bound} places={places} className="rounded-e-none" />
          {units.length === 1 && only ? (
            <span className="grid min-h-8 place-items-center rounded-e border border-s-0 border-edge bg-sunken px-2 text-sm text-muted">
              {only.label}
              <input type="hidden" name={unitName} value={only.value} />
            </span>
          ) : (
            <select
              name={unitName}
              defaultValue={unit}
              aria-label={t('unitOf', { name: String(field.label) })}
              className={`${INPUT_STYLE} !w-auto shrink-0 rounded-s-none border-s-0`}
            >
              <Options options={units} />
            </select>
          )}
        </span>
      )}
    </Field>
  );
}
