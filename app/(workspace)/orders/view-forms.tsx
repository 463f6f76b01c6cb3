'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { dropView, keepView, nameView } from './view-actions.ts';

type SaveViewProps = {
  /** The list as it is seen: what stands after the question mark. */
  readonly query: string;
};

/** Keeps the list as it is seen under a name. */
export function SaveView({ query }: SaveViewProps) {
  const t = useTranslations('orders.views');
  return (
    <ActionForm
      action={keepView}
      initial={NO_FORM_STATE}
      className="flex flex-wrap items-end gap-2"
    >
      {({ problems }) => (
        <>
          <input type="hidden" name="query" value={query} />
          <TextField name="name" label={t('name')} maxLength={40} problems={problems} />
          <SubmitButton variant="secondary">{t('save')}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type ChangeViewProps = SaveViewProps & { readonly id: string; readonly name: string };

/** Another name for the view that is open, or its end; the orders stay where they are. */
export function ChangeView({ id, name, query }: ChangeViewProps) {
  const t = useTranslations('orders.views');
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <ActionForm
        action={nameView}
        initial={NO_FORM_STATE}
        className="flex flex-wrap items-end gap-2"
      >
        {({ problems }) => (
          <>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="query" value={query} />
            <TextField
              name="name"
              label={t('newName')}
              maxLength={40}
              defaultValue={name}
              problems={problems}
            />
            <SubmitButton variant="secondary">{t('rename')}</SubmitButton>
          </>
        )}
      </ActionForm>
      <ActionForm action={dropView} initial={NO_FORM_STATE}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="query" value={query} />
        <SubmitButton variant="quiet">{t('remove', { name })}</SubmitButton>
      </ActionForm>
    </div>
  );
}
