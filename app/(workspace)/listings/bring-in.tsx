'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { FileDrop } from '#components/ui/file-drop';
import { SubmitButton, type SubmitButtonProps } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { synchronise, takeFile } from './actions.ts';

type StoreProps = { readonly store: string };

export function SyncButton({ store, variant }: StoreProps & Pick<SubmitButtonProps, 'variant'>) {
  const t = useTranslations('listings');
  return (
    <ActionForm action={synchronise} initial={NO_FORM_STATE}>
      <input type="hidden" name="store" value={store} />
      <SubmitButton variant={variant ?? 'secondary'} pendingLabel={t('syncing')}>
        {t('sync')}
      </SubmitButton>
    </ActionForm>
  );
}

/** Takes a listings report; with JavaScript it is read as soon as it is chosen or dropped. */
export function ReportDrop({ store }: StoreProps) {
  const t = useTranslations('listings.file');
  return (
    <ActionForm
      action={takeFile}
      initial={NO_FORM_STATE}
      id="take-file"
      className="flex flex-col gap-2"
    >
      {(_answer, pending) => (
        <>
          <input type="hidden" name="store" value={store} />
          <FileDrop
            name="file"
            label={t('label')}
            hint={t('hint')}
            accept=".tsv,.txt,.csv,.xlsx,text/tab-separated-values,text/plain,text/csv"
            onFile={sendTakeFile}
          />
          <SubmitButton variant="secondary" pendingLabel={t('reading')} className="self-start">
            {t('send')}
          </SubmitButton>
          {pending && <output className="text-sm text-muted">{t('reading')}</output>}
        </>
      )}
    </ActionForm>
  );
}

function sendTakeFile(): void {
  const form = document.getElementById('take-file');
  if (form instanceof HTMLFormElement) form.requestSubmit();
}
