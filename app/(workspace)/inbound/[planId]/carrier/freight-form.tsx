'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import type { FreightContact, PalletLimits } from '#lib/inbound';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { askForFreight } from './actions.ts';
import type { FreightView } from './freight-view.ts';
import { ShipmentPallets } from './shipment-pallets.tsx';

type FreightFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly currency: string;
  readonly limits: PalletLimits;
  readonly shipments: readonly FreightView[];
  readonly contact: FreightContact;
  readonly shipDate: string;
  readonly today: string;
  readonly first: string;
  readonly timeZone: string;
  /** carriers were asked for before */
  readonly isAgain: boolean;
};

/** What stands on the ramp: pallets per shipment, worth, class, contact and the day. */
export function FreightForm(props: FreightFormProps) {
  const { planId, version, currency, shipments, contact, isAgain } = props;
  const t = useTranslations('freight');
  return (
    <ActionForm
      action={askForFreight}
      initial={NO_FORM_STATE}
      className="flex flex-col gap-4 rounded border border-line bg-surface p-3 sm:p-4"
    >
      {({ problems, saved }) => (
        <>
          <SeeCurrent problems={problems} />
          <HiddenRef planId={planId} version={Math.max(version, saved?.version ?? 0)} />
          <input type="hidden" name="currency" value={currency} />
          <p className="text-muted">{t('lead')}</p>
          {shipments.map((shipment, index) => (
            <ShipmentPallets
              key={shipment.shipmentId}
              shipment={shipment}
              index={index}
              limits={props.limits}
              currency={currency}
              problems={problems}
            />
          ))}
          <fieldset className="grid gap-3 sm:grid-cols-3">
            <legend className="mb-1 font-semibold">{t('contact')}</legend>
            {(['name', 'phoneNumber', 'email'] as const).map((field) => (
              <TextField
                key={field}
                name={`contact.${field}`}
                label={t(field)}
                defaultValue={contact[field]}
                problems={problems}
              />
            ))}
          </fieldset>
          <div className="flex flex-wrap items-end gap-3">
            <TextField
              name="shipDate"
              type="date"
              label={t('shipDate')}
              hint={t('shipDateHint', { first: props.first, zone: props.timeZone })}
              min={props.today}
              defaultValue={props.shipDate}
              problems={problems}
              className="max-w-md"
            />
            <SubmitButton variant={isAgain ? 'secondary' : 'primary'}>
              {t(isAgain ? 'askAgain' : 'ask')}
            </SubmitButton>
          </div>
          {isAgain && <p className="text-sm text-muted">{t('askAgainText')}</p>}
        </>
      )}
    </ActionForm>
  );
}
