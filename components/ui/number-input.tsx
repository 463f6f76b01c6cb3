'use client';

import type { ComponentProps, KeyboardEvent } from 'react';

import { classNames } from './class-names.ts';
import { INPUT_STYLE } from './input-style.ts';
import { evaluateExpression, stepNumber } from './number-expression.ts';
import { setInputValue } from './set-input-value.ts';

export type NumberInputProps = Omit<ComponentProps<'input'>, 'type' | 'step' | 'min'> & {
  /** How many decimals the number may have; 0 asks for whole numbers. */
  readonly places?: number;
  /** What an arrow key adds or takes; Shift makes it ten times as much. */
  readonly step?: number;
  readonly least?: number;
};

/**
 * A number as people type it: arrows step, "=12*8" becomes 96 when the field is left or sent.
 * Without JavaScript it is a plain text input and the server reads what was typed.
 */
export function NumberInput(props: NumberInputProps) {
  const { places = 0, step = 1, least = 0, className, onKeyDown, onBlur, ...input } = props;

  function settle(field: HTMLInputElement): void {
    const result = evaluateExpression(field.value, places);
    if (result !== undefined) setInputValue(field, result);
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    const field = event.currentTarget;
    if (event.key === 'Enter') settle(field);
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    if (event.altKey || event.ctrlKey || event.metaKey || field.readOnly) return;
    event.preventDefault();
    const size = step * (event.shiftKey ? 10 : 1);
    setInputValue(field, stepNumber(field.value, event.key === 'ArrowUp' ? size : -size, least));
  }

  return (
    <input
      autoComplete="off"
      {...input}
      type="text"
      inputMode={places > 0 ? 'decimal' : 'numeric'}
      className={classNames(INPUT_STYLE, 'text-end', className)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (!event.defaultPrevented) press(event);
      }}
      onBlur={(event) => {
        settle(event.currentTarget);
        onBlur?.(event);
      }}
    />
  );
}
