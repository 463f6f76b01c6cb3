import type { ComponentProps } from 'react';

import { type ButtonSize, buttonStyle, type ButtonVariant } from './button-style.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
};

/** A plain button. One that sends a form is a SubmitButton. */
export function Button({
  variant,
  size,
  icon,
  type = 'button',
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    // oxlint-disable-next-line react/button-has-type -- always one of two literals
    <button {...rest} type={type} className={buttonStyle(variant, size, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
