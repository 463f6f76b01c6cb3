'use client';

import { use, useState } from 'react';
import { useFormStatus } from 'react-dom';

import { Button, type ButtonProps } from './button.tsx';
import { Icon } from './icon.tsx';
import { Pending } from './pending.ts';

export type SubmitButtonProps = Omit<ButtonProps, 'type' | 'disabled'> & {
  /** What the button says while the answer is under way, when it differs. */
  readonly pendingLabel?: string;
};

/**
 * Sends its form, once: while the answer is under way further presses do nothing. It stays focusable
 * so that a keyboard does not lose its place.
 */
export function SubmitButton({
  pendingLabel,
  icon,
  children,
  onClick,
  ...rest
}: SubmitButtonProps) {
  const status = useFormStatus();
  const pending = use(Pending) || status.pending;
  const [pressed, setPressed] = useState(false);
  const busy = pending && pressed;
  return (
    <Button
      variant="primary"
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else setPressed(true);
        onClick?.(event);
      }}
      {...(icon && !busy && { icon })}
    >
      {busy && <Icon name="pending" className="animate-spin" />}
      {busy && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
