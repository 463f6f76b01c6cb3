'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { Status } from '#components/ui/status';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { setOrders } from './actions.ts';
import { Section } from './section.tsx';

type OrdersFormProps = {
  readonly stores: readonly { readonly id: string; readonly domain: string }[];
};

/** How many orders come in a day. */
export function OrdersForm({ stores }: OrdersFormProps) {
  const t = useTranslations('practice.orders');
  return (
    <Section id="orders" title={t('title')} lead={t('lead')}>
      <ActionForm
        action={setOrders}
        initial={NO_FORM_STATE}
        className="flex flex-wrap items-end gap-3"
      >
        {({ problems, saved, entered }) => (
          <>
            <Select
              name="marketplaceId"
              label={t('store')}
              options={stores.map(({ id, domain }) => ({ value: id, label: domain }))}
            />
            <NumberField
              name="perDay"
              label={t('perDay')}
              defaultValue={entered?.['perDay'] ?? '12'}
              problems={problems}
              className="w-32"
            />
            <SubmitButton variant="secondary">{t('set')}</SubmitButton>
            {saved && <Status tone="success">{t('done')}</Status>}
          </>
        )}
      </ActionForm>
    </Section>
  );
}
