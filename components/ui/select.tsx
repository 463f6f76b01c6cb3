import type { ComponentProps } from 'react';

import { Field, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { INPUT_STYLE } from './input-style.ts';
import { splitField } from './split-field.ts';

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
};

type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps | 'id' | 'children'> & {
    readonly options: readonly Option[];
    /** Shown first and worth nothing: the reader has to choose. */
    readonly placeholder?: string;
  };

export function Select(props: SelectProps) {
  const { field, control } = splitField(props);
  const { options, placeholder, ...select } = control;
  return (
    <Field {...field}>
      {(bound) => (
        <span className="relative block">
          <select {...select} {...bound} className={`${INPUT_STYLE} appearance-none pe-7`}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            <Options options={options} />
          </select>
          <Icon
            name="chevron"
            className="pointer-events-none absolute end-2 top-1/2 -translate-y-1/2 text-muted"
          />
        </span>
      )}
    </Field>
  );
}

type OptionsProps = { readonly options: readonly Option[] };

export function Options({ options }: OptionsProps) {
  return options.map(({ value, label, disabled = false }) => (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  ));
}
