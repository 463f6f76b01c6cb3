'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { PASSWORD_MIN, ROLES } from '#lib/auth';
import { NO_FORM_STATE } from '#lib/context';
import { addMember } from './actions.ts';

export function MemberForm() {
  const t = useTranslations('settings');
  const own = useTranslations('accounts');
  return (
    <ActionForm action={addMember} initial={NO_FORM_STATE} className="grid gap-3 sm:grid-cols-2">
      {({ problems }) => (
        <>
          <TextField name="name" label={t('people.name')} problems={problems} />
          <TextField name="email" type="email" label={t('people.email')} problems={problems} />
          <TextField
            name="password"
            type="password"
            label={t('people.password')}
            hint={own('passwordHint', { min: PASSWORD_MIN })}
            autoComplete="new-password"
            problems={problems}
          />
          <Select
            name="role"
            label={t('people.role')}
            defaultValue="packer"
            options={ROLES.map((role) => ({ value: role, label: t(`people.roles.${role}`) }))}
            problems={problems}
          />
          <div className="sm:col-span-2">
            <SubmitButton>{t('people.addButton')}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
