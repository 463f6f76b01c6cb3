'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { LOCALE_NAMES, LOCALES } from '#lib/i18n';
import { add } from './actions.ts';
import { NO_ANSWER } from './answer.ts';
import { SecretOnce } from './secret-once.tsx';

type MailFormProps = { readonly own: string };

/** The first proposal is the address the member signs in with. */
export function MailForm({ own }: MailFormProps) {
  const t = useTranslations('settings.notifications');
  return (
    <ActionForm action={add} initial={NO_ANSWER} className="flex flex-wrap items-end gap-3">
      {({ problems }) => (
        <>
          <input type="hidden" name="channel" value="email" />
          <TextField
            name="target"
            type="email"
            label={t('address')}
            defaultValue={own}
            problems={problems}
            className="w-72 max-w-full"
          />
          <Language />
          <SubmitButton variant="secondary">{t('addEmail')}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export function WebhookForm() {
  const t = useTranslations('settings.notifications');
  const locale = useLocale();
  return (
    <ActionForm action={add} initial={NO_ANSWER} className="flex flex-col gap-3">
      {({ problems, secret }) => (
        <>
          <input type="hidden" name="channel" value="webhook" />
          <input type="hidden" name="locale" value={locale} />
          <div className="flex flex-wrap items-end gap-3">
            <TextField
              name="target"
              type="url"
              label={t('url')}
              placeholder="https://"
              code
              problems={problems}
              className="w-96 max-w-full"
            />
            <SubmitButton variant="secondary">{t('addWebhook')}</SubmitButton>
          </div>
          {secret !== undefined && <SecretOnce secret={secret} />}
        </>
      )}
    </ActionForm>
  );
}

function Language() {
  const t = useTranslations('settings.notifications');
  return (
    <Select
      name="locale"
      label={t('language')}
      defaultValue={useLocale()}
      options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
    />
  );
}
