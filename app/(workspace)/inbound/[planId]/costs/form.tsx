'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '#components/action-form';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { Button } from '#components/ui/button';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { COST_BASES } from '#lib/costing';
import {
  BILL_CURRENCIES,
  CHARGE_KINDS,
  type FirstLegBill,
  FREIGHT_WAYS,
  typeBill,
  type TypedCharge,
  USUAL_DIVISOR,
} from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import { SeeCurrent } from '../see-current.tsx';
import { keepBill } from './actions.ts';

type BillFormProps = {
  readonly planId: string;
  readonly shipmentId: string;
  readonly version: number;
  readonly currency: string;
  /** the name of the shipment, for who hears the form */
  readonly shipment: string;
  readonly bill?: FirstLegBill;
};

/** Without JavaScript there are as many empty lines to fill as most bills need. */
const EMPTY_LINES = 2;

/** What was paid for one shipment, line by line. */
export function BillForm({ planId, shipmentId, version, currency, shipment, bill }: BillFormProps) {
  const t = useTranslations('costs');
  const typed = bill && typeBill(bill);
  const given = typed?.charges ?? [];
  const [more, setMore] = useState(given.length === 0 ? EMPTY_LINES : 1);
  const lines: readonly (TypedCharge | undefined)[] = [...given, ...Array(more).fill(undefined)];
  return (
    <ActionForm
      action={keepBill}
      initial={NO_FORM_STATE}
      aria-label={t('form', { shipment })}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-3"
    >
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <input type="hidden" name="planId" value={planId} />
          <input type="hidden" name="shipmentId" value={shipmentId} />
          <input type="hidden" name="version" value={version} />
          <div className="grid gap-3 sm:grid-cols-3">
            <TextField
              name="forwarder"
              label={t('forwarder')}
              defaultValue={typed?.forwarder ?? ''}
              problems={problems}
            />
            <Select
              name="way"
              label={t('way')}
              defaultValue={typed?.way ?? 'ocean'}
              options={FREIGHT_WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
            />
            <NumberField
              name="divisor"
              label={t('divisor')}
              suffix="cm³/kg"
              defaultValue={typed?.divisor ?? USUAL_DIVISOR}
              problems={problems}
            />
          </div>
          {lines.map((line, index) => (
            <ChargeLine
              // oxlint-disable-next-line react/no-array-index-key -- lines are only ever added at the end
              key={index}
              index={index}
              line={line}
              currency={currency}
              problems={problems}
            />
          ))}
          <p className="text-sm text-muted">{t('amountHint')}</p>
          <div className="flex flex-wrap gap-2">
            <SubmitButton>{t('save')}</SubmitButton>
            <Button onClick={() => setMore(more + 1)}>{t('addLine')}</Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}

type ChargeLineProps = {
  readonly index: number;
  readonly line: TypedCharge | undefined;
  readonly currency: string;
  readonly problems: readonly Problem[];
};

function ChargeLine({ index, line, currency, problems }: ChargeLineProps) {
  const t = useTranslations('costs');
  const [paidIn, setPaidIn] = useState(line?.currency ?? currency);
  // Without JavaScript the currency may change and the fields must take its rate.
  const isOwn = useHydrated() && paidIn === currency;
  const name = (field: string) => `charges.${index}.${field}`;
  return (
    <fieldset className="grid grid-cols-2 items-end gap-2 border-t border-line pt-2 sm:grid-cols-6">
      <legend className="sr-only">{t('line', { number: index + 1 })}</legend>
      <Select
        name={name('kind')}
        label={t('kind')}
        defaultValue={line?.kind ?? 'freight'}
        options={CHARGE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <NumberField
        name={name('amount')}
        label={t('amount')}
        places={2}
        defaultValue={line?.amount ?? ''}
        problems={problems}
      />
      <Select
        name={name('currency')}
        label={t('currency')}
        value={paidIn}
        onChange={(event) => setPaidIn(event.currentTarget.value)}
        options={BILL_CURRENCIES.map((value) => ({ value, label: value }))}
      />
      <NumberField
        name={name('rate')}
        label={t('rate', { from: paidIn, to: currency })}
        places={8}
        defaultValue={line?.rate ?? ''}
        readOnly={isOwn}
        problems={problems}
      />
      <TextField
        type="date"
        name={name('rateDay')}
        label={t('rateDay')}
        defaultValue={line?.rateDay ?? ''}
        readOnly={isOwn}
        problems={problems}
      />
      <Select
        name={name('basis')}
        label={t('basis')}
        defaultValue={line?.basis ?? 'chargeable-weight'}
        options={COST_BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
      />
    </fieldset>
  );
}
