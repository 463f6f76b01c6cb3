'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { PASSWORD_MIN } from '#lib/auth';
import { NO_FORM_STATE } from '#lib/context';
import { begin } from './actions.ts';

export function WelcomeForm() {
  const t = useTranslations('accounts');
  return (
    <ActionForm action={begin} initial={NO_FORM_STATE} className="flex flex-col gap-4">
      {({ problems }) => (
        <>
          <TextField
            name="workspaceName"
            label={t('workspace')}
            hint={t('welcome.workspaceHint')}
            autoComplete="organization"
            problems={problems}
          />
          <TextField name="name" label={t('name')} autoComplete="name" problems={problems} />
          <TextField
            name="email"
            label={t('email')}
            type="email"
            autoComplete="username"
            problems={problems}
          />
          <TextField
            name="password"
            label={t('password')}
            hint={t('passwordHint', { min: PASSWORD_MIN })}
            type="password"
            autoComplete="new-password"
            problems={problems}
          />
          <SubmitButton size="large">{t('welcome.button')}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
