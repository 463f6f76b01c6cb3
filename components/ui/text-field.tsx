import type { ComponentProps } from 'react';

import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';
import { INPUT_STYLE } from './input-style.ts';
import { splitField } from './split-field.ts';

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'id'> & {
    /** Codes (SKU, FNSKU, tracking numbers) are set in the monospaced face. */
    readonly code?: boolean;
  };

export function TextField(props: TextFieldProps) {
  const { field, control } = splitField(props);
  const { code, ...input } = control;
  return (
    <Field {...field}>
      {(bound) => (
        <input
          type="text"
          autoComplete="off"
          {...input}
          {...bound}
          className={classNames(INPUT_STYLE, code && 'font-mono')}
        />
      )}
    </Field>
  );
}

type TextAreaFieldProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps | 'id'> & { readonly code?: boolean };

export function TextAreaField(props: TextAreaFieldProps) {
  const { field, control } = splitField(props);
  const { code, ...area } = control;
  return (
    <Field {...field}>
      {(bound) => (
        <textarea
          rows={4}
          {...area}
          {...bound}
          className={classNames(INPUT_STYLE, 'resize-y', code && 'font-mono')}
        />
      )}
    </Field>
  );
}
