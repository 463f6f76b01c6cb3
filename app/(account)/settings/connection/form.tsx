'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { MARKETPLACES } from '#lib/kernel';
import { addAmazon, addPractice, authorise } from './actions.ts';

export function PracticeForm() {
  const t = useTranslations('settings');
  return (
    <ActionForm
      action={addPractice}
      initial={NO_FORM_STATE}
      scope="practice"
      className="flex flex-wrap items-end gap-3"
    >
      {({ problems }) => (
        <>
          <TextField
            scope="practice"
            name="name"
            label={t('connection.name')}
            problems={problems}
          />
          <Select
            scope="practice"
            name="marketplaceId"
            label={t('connection.store')}
            problems={problems}
            options={MARKETPLACES.map(({ id, domain }) => ({ value: id, label: domain }))}
          />
          <SubmitButton variant="secondary">{t('connection.practiceButton')}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type ConsentFormProps = { readonly kind: 'practice' | 'amazon' };

/** To Amazon's own page, where the seller lets Firstleg in; nothing is copied or pasted. */
export function ConsentForm({ kind }: ConsentFormProps) {
  const t = useTranslations('settings');
  const scope = `consent-${kind}`;
  return (
    <ActionForm
      action={authorise}
      initial={NO_FORM_STATE}
      scope={scope}
      className="flex flex-wrap items-end gap-3"
    >
      {({ problems }) => (
        <>
          <input type="hidden" name="kind" value={kind} />
          <TextField scope={scope} name="name" label={t('connection.name')} problems={problems} />
          <Select
            scope={scope}
            name="marketplaceId"
            label={t('connection.store')}
            problems={problems}
            options={MARKETPLACES.map(({ id, domain }) => ({ value: id, label: domain }))}
          />
          <SubmitButton variant={kind === 'amazon' ? 'primary' : 'secondary'}>
            {t(`connection.consent.${kind}`)}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

const SECRETS = ['clientId', 'clientSecret', 'refreshToken'] as const;

export function AmazonForm() {
  const t = useTranslations('settings');
  return (
    <ActionForm
      action={addAmazon}
      initial={NO_FORM_STATE}
      scope="pasted"
      className="grid gap-3 sm:grid-cols-2"
    >
      {({ problems }) => (
        <>
          <TextField scope="pasted" name="name" label={t('connection.name')} problems={problems} />
          <Select
            scope="pasted"
            name="region"
            label={t('connection.region')}
            problems={problems}
            options={(['NA', 'EU', 'FE'] as const).map((region) => ({
              value: region,
              label: t(`connection.regions.${region}`),
            }))}
          />
          <TextField
            scope="pasted"
            name="sellerId"
            label={t('connection.seller')}
            code
            problems={problems}
          />
          {SECRETS.map((name) => (
            <TextField
              scope="pasted"
              key={name}
              name={name}
              label={t(`connection.${name}`)}
              type="password"
              code
              problems={problems}
            />
          ))}
          <div className="sm:col-span-2">
            <SubmitButton variant="secondary">{t('connection.amazonButton')}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
