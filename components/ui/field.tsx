import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import type { Problem } from '#lib/kernel';

import { ProblemText } from '../problem-text.tsx';
import { classNames } from './class-names.ts';
import { fieldId } from './field-id.ts';
import { Icon } from './icon.tsx';

export type FieldProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  /** The problems of the whole form; the field shows those that are at its name. */
  readonly problems?: readonly Problem[];
  readonly className?: string;
  /** For a grid whose column heading already names the field to the eye. */
  readonly labelHidden?: boolean;
  /** The scope of the form around it, where other forms on the page have a field of this name. */
  readonly scope?: string;
};

export type BoundControl = {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
};

type FieldShellProps = FieldProps & { readonly children: (control: BoundControl) => ReactNode };

/** Label, hint and refusals around one control, tied to it for assistive technology. */
export function Field({ children, ...props }: FieldShellProps) {
  const t = useTranslations('ui');
  const { name, label, hint, optional = false, labelHidden = false } = props;
  const id = fieldId(name, props.scope);
  const mine = (props.problems ?? []).filter(({ at }) => at === name);
  const describedBy = [hint && `${id}-hint`, mine.length > 0 && `${id}-error`].filter(Boolean);
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', props.className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-sm font-medium'}>
        {label}
        {optional && <span className="ms-1.5 font-normal text-muted">{t('optional')}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children({
        id,
        name,
        ...(describedBy.length > 0 && { 'aria-describedby': describedBy.join(' ') }),
        ...(mine.length > 0 && { 'aria-invalid': true }),
      })}
      {mine.length > 0 && <FieldError id={`${id}-error`} problems={mine} />}
    </div>
  );
}

type FieldErrorProps = { readonly id: string; readonly problems: readonly Problem[] };

/** What is wrong with one control and how to mend it, right below it. */
export function FieldError({ id, problems }: FieldErrorProps) {
  const t = useTranslations('ui');
  return (
    <div id={id} className="flex flex-col gap-0.5 text-sm text-danger">
      {problems.map((problem) => (
        <p
          key={`${problem.code} ${problem.at} ${JSON.stringify(problem.facts)}`}
          className="flex gap-1"
        >
          <Icon name="alert" className="mt-0.5 size-3.5" />
          <span>
            <span className="sr-only">{t('error')} </span>
            <ProblemText problem={problem} />
          </span>
        </p>
      ))}
    </div>
  );
}
