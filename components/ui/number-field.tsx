import type { ReactNode } from 'react';

import { Field, type FieldProps } from './field.tsx';
import { NumberInput, type NumberInputProps } from './number-input.tsx';
import { splitField } from './split-field.ts';

type NumberFieldProps = FieldProps &
  Omit<NumberInputProps, keyof FieldProps | 'id'> & {
    /** The unit behind the number: "units", "boxes". */
    readonly suffix?: ReactNode;
  };

export function NumberField(props: NumberFieldProps) {
  const { field, control } = splitField(props);
  const { suffix, ...input } = control;
  return (
    <Field {...field}>
      {(bound) =>
        suffix === undefined ? (
          <NumberInput {...input} {...bound} />
        ) : (
          <span className="flex items-center gap-2">
            <NumberInput {...input} {...bound} />
            <span className="shrink-0 text-sm text-muted">{suffix}</span>
          </span>
        )
      }
    </Field>
  );
}
