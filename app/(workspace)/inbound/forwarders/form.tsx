'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '#components/action-form';
import { useHydrated } from '../../../../components/ui/hydrated.ts';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextAreaField, TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import {
  BILL_CURRENCIES,
  type ForwarderTariff,
  FREIGHT_WAYS,
  typeTariff,
  USUAL_DIVISOR,
} from '#lib/inbound';
import { keepForwarder } from './actions.ts';

type ForwarderFormProps = {
  readonly storeCurrency: string;
  readonly forwarder?: ForwarderTariff;
};

/** A forwarder's tariff as it stands on its price list. */
export function ForwarderForm({ storeCurrency, forwarder }: ForwarderFormProps) {
  const t = useTranslations('costs');
  const typed = forwarder && typeTariff(forwarder);
  const [currency, setCurrency] = useState(typed?.currency ?? storeCurrency);
  // Without JavaScript the currency may change and the fields must take its rate.
  const isOwn = useHydrated() && currency === storeCurrency;
  return (
    <ActionForm action={keepForwarder} initial={NO_FORM_STATE} className="flex flex-col gap-3">
      {({ problems }) => (
        <>
          <input type="hidden" name="storeCurrency" value={storeCurrency} />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              name="name"
              label={t('forwarder')}
              defaultValue={typed?.name ?? ''}
              problems={problems}
            />
            <Select
              name="way"
              label={t('way')}
              defaultValue={typed?.way ?? 'ocean'}
              options={FREIGHT_WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
            />
            <Select
              name="currency"
              label={t('currency')}
              value={currency}
              onChange={(event) => setCurrency(event.currentTarget.value)}
              options={BILL_CURRENCIES.map((value) => ({ value, label: value }))}
            />
            <NumberField
              name="days"
              label={t('quotes.days')}
              optional
              defaultValue={typed?.days ?? ''}
              problems={problems}
            />
            <TextAreaField
              name="steps"
              label={t('forwarders.steps', { currency })}
              hint={t('forwarders.stepsHint')}
              code
              defaultValue={typed?.steps ?? ''}
              problems={problems}
              className="sm:col-span-2"
            />
            <NumberField
              name="divisor"
              label={t('divisor')}
              suffix="cm³/kg"
              defaultValue={typed?.divisor ?? USUAL_DIVISOR}
              problems={problems}
            />
            <NumberField
              name="leastPerBox"
              label={t('forwarders.leastPerBox')}
              suffix="kg"
              optional
              places={3}
              defaultValue={typed?.leastPerBox ?? ''}
              problems={problems}
            />
            <NumberField
              name="roundUpTo"
              label={t('forwarders.roundUpTo')}
              suffix="kg"
              optional
              places={3}
              defaultValue={typed?.roundUpTo ?? ''}
              problems={problems}
            />
            <NumberField
              name="leastCharge"
              label={t('forwarders.leastCharge')}
              suffix={currency}
              optional
              places={2}
              defaultValue={typed?.leastCharge ?? ''}
              problems={problems}
            />
            <NumberField
              name="fixed"
              label={t('quotes.fixed')}
              suffix={currency}
              optional
              places={2}
              defaultValue={typed?.fixed ?? ''}
              problems={problems}
            />
            <NumberField
              name="rate"
              label={t('rate', { from: currency, to: storeCurrency })}
              optional
              places={8}
              readOnly={isOwn}
              defaultValue={typed?.rate ?? ''}
              problems={problems}
            />
            <TextField
              type="date"
              name="rateDay"
              label={t('rateDay')}
              optional
              readOnly={isOwn}
              defaultValue={typed?.rateDay ?? ''}
              problems={problems}
            />
          </div>
          <SubmitButton className="self-start">{t('forwarders.save')}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
