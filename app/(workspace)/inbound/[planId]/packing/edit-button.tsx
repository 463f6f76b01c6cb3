'use client';

import { SubmitButton } from '#components/ui/submit-button';

type EditButtonProps = {
  readonly intent: string;
  readonly onPress: () => void;
  readonly children: string;
  readonly label?: string;
};

/** Changes the boxes in place; without JavaScript the server does it and shows them again. */
export function EditButton({ intent, onPress, children, label }: EditButtonProps) {
  return (
    <SubmitButton
      variant="secondary"
      size="small"
      name="intent"
      value={intent}
      {...(label !== undefined && { 'aria-label': label })}
      onClick={(event) => {
        event.preventDefault();
        onPress();
      }}
    >
      {children}
    </SubmitButton>
  );
}
