'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Checkbox } from '#components/ui/checkbox';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { setTroubles } from './actions.ts';
import { Section } from './section.tsx';
import { skuIn, TROUBLES, troublesIn } from './troubles.ts';

type FaultsFormProps = {
  readonly faults: readonly {
    readonly kind: string;
    readonly after?: boolean | undefined;
    readonly match?: string | undefined;
  }[];
};

/** Troubles with Amazon, made on purpose. */
export function FaultsForm({ faults }: FaultsFormProps) {
  const t = useTranslations('practice.troubles');
  const made = troublesIn(faults);
  const sku = skuIn(faults);
  return (
    <Section id="troubles" title={t('title')} lead={t('lead')}>
      <ActionForm
        key={[...made, sku].join()}
        action={setTroubles}
        initial={NO_FORM_STATE}
        className="flex flex-col gap-3"
      >
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {TROUBLES.map(({ name }) => (
            <Checkbox
              key={name}
              name="trouble[]"
              value={name}
              label={t(`names.${name}` as 'names.slow')}
              defaultChecked={made.has(name)}
            />
          ))}
        </div>
        <TextField
          name="stumbleSku"
          label={t('stumbleSku')}
          hint={t('stumbleHint')}
          code
          defaultValue={sku}
          className="max-w-xs"
        />
        <SubmitButton variant="secondary" className="self-start">
          {t('set')}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
