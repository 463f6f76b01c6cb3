'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { FileDrop } from '#components/ui/file-drop';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { keepPhoto } from './actions.ts';

type PhotoFormProps = { readonly planId: string; readonly boxes: readonly string[] };

export function PhotoForm({ planId, boxes }: PhotoFormProps) {
  const t = useTranslations('evidence.add');
  const options = [
    { value: '', label: t('whole') },
    ...boxes.map((box) => ({ value: box, label: box })),
  ];
  return (
    <ActionForm
      action={keepPhoto}
      initial={NO_FORM_STATE}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-3"
      aria-label={t('title')}
    >
      {({ problems }) => (
        <>
          <input type="hidden" name="planId" value={planId} />
          <FileDrop name="photo" label={t('file')} accept="image/jpeg,image/png" />
          <Select name="box" label={t('box')} options={options} problems={problems} />
          <TextField name="note" label={t('note')} optional maxLength={200} problems={problems} />
          <SubmitButton variant="secondary" className="self-start" pendingLabel={t('sending')}>
            {t('send')}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
