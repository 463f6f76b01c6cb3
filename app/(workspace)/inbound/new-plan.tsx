'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { startEmptyPlan } from '../listings/actions.ts';

type NewPlanProps = {
  readonly stores: readonly { readonly id: string; readonly domain: string }[];
};

/** Starts a plan and goes to its first step; with several stores it must say for which. */
export function NewPlan({ stores }: NewPlanProps) {
  const t = useTranslations('inbound.list');
  const [first] = stores;
  return (
    <ActionForm
      action={startEmptyPlan}
      initial={NO_FORM_STATE}
      className="flex flex-wrap items-end gap-2"
    >
      {stores.length > 1 ? (
        <Select
          name="store"
          label={t('store')}
          labelHidden
          options={stores.map(({ id, domain }) => ({ value: id, label: domain }))}
        />
      ) : (
        <input type="hidden" name="store" value={first?.id} />
      )}
      <SubmitButton pendingLabel={t('starting')}>{t('new')}</SubmitButton>
    </ActionForm>
  );
}
