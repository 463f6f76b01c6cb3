'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { Status } from '#components/ui/status';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { setStock } from './actions.ts';
import { Section } from './section.tsx';

type StockFormProps = {
  readonly stores: readonly { readonly id: string; readonly domain: string }[];
};

const SCOPE = 'stock';

/** How many units of an offer there are to sell. */
export function StockForm({ stores }: StockFormProps) {
  const t = useTranslations('practice.stock');
  return (
    <Section id="stock" title={t('title')} lead={t('lead')}>
      <ActionForm
        action={setStock}
        initial={NO_FORM_STATE}
        scope={SCOPE}
        className="flex flex-wrap items-end gap-3"
      >
        {({ problems, saved, entered }) => (
          <>
            <Select
              scope={SCOPE}
              name="marketplaceId"
              label={t('store')}
              options={stores.map(({ id, domain }) => ({ value: id, label: domain }))}
            />
            <TextField
              scope={SCOPE}
              name="sku"
              label={t('sku')}
              code
              defaultValue={entered?.['sku'] ?? ''}
              problems={problems}
            />
            <NumberField
              scope={SCOPE}
              name="quantity"
              label={t('quantity')}
              defaultValue={entered?.['quantity'] ?? ''}
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
