'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { noteOutside } from './actions.ts';

type NoteFormProps = { readonly planId: string; readonly version: number };

export function NoteForm({ planId, version }: NoteFormProps) {
  const t = useTranslations('inbound.outside');
  return (
    <ActionForm action={noteOutside} initial={NO_FORM_STATE}>
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <HiddenRef planId={planId} version={version} />
          <SubmitButton variant="secondary">{t('noted')}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
