'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import type { PlanShipment } from '#lib/inbound';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { sendFreightBills } from './actions.ts';

type FreightBillsProps = {
  readonly planId: string;
  readonly version: number;
  readonly shipments: readonly PlanShipment[];
};

/** The PRO and bill of lading of every freight shipment with an own carrier. */
export function FreightBills({ planId, version, shipments }: FreightBillsProps) {
  const t = useTranslations('tracking.freight');
  const all = useTranslations('tracking');
  return (
    <ActionForm
      action={sendFreightBills}
      initial={NO_FORM_STATE}
      className="flex flex-1 flex-col gap-4"
    >
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <HiddenRef planId={planId} version={version} />
          {shipments.map(({ id, confirmationId = id, warehouseId, freightBill, transport }) => (
            <fieldset
              key={id}
              className="grid gap-3 rounded border border-line bg-surface p-3 sm:grid-cols-2"
            >
              <legend className="px-1 font-semibold">
                {t('title', { shipment: confirmationId })}{' '}
                <span className="font-normal text-muted">
                  {[warehouseId, transport?.carrierName].filter(Boolean).join(' · ')}
                </span>
              </legend>
              <TextField
                name={`freight.${id}.number`}
                label={t('pro')}
                hint={freightBill ? t('known', { number: freightBill.number }) : t('proHint')}
                code
                defaultValue={freightBill?.number ?? ''}
                problems={problems}
              />
              <TextField
                name={`freight.${id}.billOfLading`}
                label={t('bol')}
                optional
                code
                defaultValue={freightBill?.billOfLading ?? ''}
                problems={problems}
              />
            </fieldset>
          ))}
          <StepFooter
            primary={
              <SubmitButton size="large" pendingLabel={all('sending')}>
                {t('send')}
              </SubmitButton>
            }
          />
        </>
      )}
    </ActionForm>
  );
}
