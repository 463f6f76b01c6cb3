'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useRef } from 'react';

import { Button, type ButtonProps } from './button.tsx';

type DialogProps = {
  readonly trigger: ReactNode;
  readonly triggerVariant?: ButtonProps['variant'];
  readonly triggerSize?: ButtonProps['size'];
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The act itself, usually a form with a SubmitButton. */
  readonly actions?: ReactNode;
};

/** A question that must be answered first, in a native dialog: Escape and the first button leave it. */
export function Dialog(props: DialogProps) {
  const t = useTranslations('ui');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        {...(props.triggerVariant && { variant: props.triggerVariant })}
        {...(props.triggerSize && { size: props.triggerSize })}
        onClick={() => dialog.current?.showModal()}
      >
        {props.trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={id}
        className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-0 text-ink shadow-lift backdrop:bg-black/50"
      >
        <div className="flex flex-col gap-3 p-4">
          <h2 id={id} className="text-xl font-semibold">
            {props.title}
          </h2>
          <div className="flex flex-col gap-2">{props.children}</div>
          <div className="flex flex-wrap justify-end gap-2 pt-1">
            <Button onClick={() => dialog.current?.close()}>{t('goBack')}</Button>
            {props.actions}
          </div>
        </div>
      </dialog>
    </>
  );
}
