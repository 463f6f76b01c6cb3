import type { ReactNode } from 'react';

import type { Problem } from '#lib/kernel';

import { classNames } from './class-names.ts';
import { FieldError } from './field.tsx';
import { fieldId } from './field-id.ts';

export type RadioCard = {
  readonly value: string;
  readonly title: ReactNode;
  /** The figure that decides: a fee, a day. Stands at the end of the title line. */
  readonly figure?: ReactNode;
  readonly detail?: ReactNode;
  /** Why it cannot be chosen; makes the card unavailable. */
  readonly unavailable?: ReactNode;
};

type RadioCardsProps = {
  readonly name: string;
  readonly legend: ReactNode;
  readonly legendHidden?: boolean;
  readonly hint?: ReactNode;
  readonly options: readonly RadioCard[];
  readonly chosen?: string;
  readonly problems?: readonly Problem[];
  /** Cards beside each other where there is room, for comparing; else one below the other. */
  readonly columns?: boolean;
  readonly onChoose?: (value: string) => void;
};

/** One choice out of a few, each explained: native radios, so arrows and forms work as ever. */
export function RadioCards(props: RadioCardsProps) {
  const { name, legend, legendHidden = false, hint, options, chosen, columns = false } = props;
  const id = fieldId(name);
  const mine = (props.problems ?? []).filter(({ at }) => at === name);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={classNames(
        hint !== undefined && `${id}-hint`,
        mine.length > 0 && `${id}-error`,
      )}
      className="min-w-0"
    >
      <legend className={legendHidden ? 'sr-only' : 'mb-1 text-sm font-medium'}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-2 text-sm text-muted">
          {hint}
        </p>
      )}
      {mine.length > 0 && <FieldError id={`${id}-error`} problems={mine} />}
      <div
        className={classNames(
          'grid gap-2',
          columns && 'grid-cols-[repeat(auto-fit,minmax(min(17rem,100%),1fr))]',
        )}
      >
        {options.map((option) => (
          <Card
            key={option.value}
            option={option}
            name={name}
            chosen={option.value === chosen}
            {...(props.onChoose && { onChoose: props.onChoose })}
          />
        ))}
      </div>
    </fieldset>
  );
}

type CardProps = {
  readonly option: RadioCard;
  readonly name: string;
  readonly chosen: boolean;
  readonly onChoose?: (value: string) => void;
};

function Card({ option, name, chosen, onChoose }: CardProps) {
  const unavailable = option.unavailable !== undefined;
  return (
    <label
      className={classNames(
        'flex gap-2.5 rounded border border-edge bg-surface p-3',
        'has-checked:border-primary has-checked:bg-selected has-checked:inset-ring has-checked:inset-ring-primary',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        unavailable ? '!cursor-not-allowed border-dashed bg-sunken' : 'hover:bg-hover',
      )}
    >
      <input
        type="radio"
        name={name}
        value={option.value}
        defaultChecked={chosen}
        disabled={unavailable}
        className="mt-0.5 size-4 shrink-0 outline-none"
        {...(onChoose && { onChange: () => onChoose(option.value) })}
      />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className={classNames('font-medium', unavailable && 'text-muted')}>
            {option.title}
          </span>
          {option.figure && <span className="text-lg font-semibold">{option.figure}</span>}
        </span>
        {option.detail && <span className="mt-1 block text-sm text-muted">{option.detail}</span>}
        {unavailable && <span className="mt-1 block text-sm">{option.unavailable}</span>}
      </span>
    </label>
  );
}
