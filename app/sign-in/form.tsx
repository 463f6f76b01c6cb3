'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { enter } from './actions.ts';

type SignInFormProps = { readonly to: string };

export function SignInForm({ to }: SignInFormProps) {
  const t = useTranslations('accounts');
  return (
    <ActionForm action={enter} initial={NO_FORM_STATE} className="flex flex-col gap-4">
      <input type="hidden" name="to" value={to} />
      <TextField name="email" label={t('email')} type="email" autoComplete="username" required />
      <TextField
        name="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
        required
      />
      <SubmitButton size="large">{t('signIn.button')}</SubmitButton>
    </ActionForm>
  );
}
