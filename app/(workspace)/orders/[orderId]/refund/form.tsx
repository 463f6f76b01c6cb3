'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Code } from '#components/ui/figures';
import { LinkButton } from '#components/ui/link-button';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import { minorPlaces } from '#lib/kernel';
import { ADJUST_REASONS } from '#lib/orders';
import { refund } from './actions.ts';

type RefundRow = {
  readonly orderItemId: string;
  readonly sku: string;
  readonly title: string;
  readonly paid: string;
};

type RefundFormProps = {
  readonly orderId: string;
  readonly currency: string;
  readonly rows: readonly RefundRow[];
};

/** What goes back to the buyer, item by item. */
export function RefundForm({ orderId, currency, rows }: RefundFormProps) {
  const t = useTranslations('order.refund');
  const places = minorPlaces(currency);
  return (
    <ActionForm action={refund} initial={NO_FORM_STATE} className="flex flex-1 flex-col gap-4">
      {({ problems, entered }) => (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          <input type="hidden" name="currency" value={currency} />
          <Select
            name="reason"
            label={t('reason')}
            defaultValue={entered?.['reason'] ?? 'CustomerReturn'}
            options={ADJUST_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            problems={problems}
            className="max-w-md"
          />
          <ul className="flex flex-col gap-3">
            {rows.map(({ orderItemId, sku, title, paid }, at) => (
              <li
                key={orderItemId}
                className="flex flex-col gap-2 rounded border border-line bg-surface p-3"
              >
                <input type="hidden" name={`rows.${at}.orderItemId`} value={orderItemId} />
                <p>
                  <Code>{sku}</Code> {title} <span className="text-sm text-muted">{paid}</span>
                </p>
                <div className="grid items-start gap-3 sm:grid-cols-3">
                  <NumberField
                    name={`rows.${at}.price`}
                    defaultValue={entered?.[`rows.${at}.price`]}
                    label={t('price', { sku })}
                    suffix={currency}
                    places={places}
                    problems={problems}
                  />
                  <NumberField
                    name={`rows.${at}.shipping`}
                    defaultValue={entered?.[`rows.${at}.shipping`]}
                    label={t('shipping', { sku })}
                    suffix={currency}
                    places={places}
                    problems={problems}
                    optional
                  />
                  <NumberField
                    name={`rows.${at}.units`}
                    defaultValue={entered?.[`rows.${at}.units`]}
                    label={t('units', { sku })}
                    problems={problems}
                    optional
                  />
                </div>
              </li>
            ))}
          </ul>
          <StepFooter
            consequence={t('consequence')}
            note={t('note')}
            secondary={<LinkButton href={`/orders/${orderId}`}>{t('back')}</LinkButton>}
            primary={<SubmitButton pendingLabel={t('sending')}>{t('send')}</SubmitButton>}
          />
        </>
      )}
    </ActionForm>
  );
}
