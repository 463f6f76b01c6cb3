'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { Checkbox } from '#components/ui/checkbox';
import { LinkButton } from '#components/ui/link-button';
import { type RadioCard, RadioCards } from '#components/ui/radio-cards';
import { SubmitButton } from '#components/ui/submit-button';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import { cancel } from './actions.ts';

type CancelFormProps = {
  readonly store: string;
  readonly orderIds: readonly string[];
  readonly items: readonly { readonly orderItemId: string; readonly text: string }[];
  readonly reasons: readonly RadioCard[];
  readonly chosen: string;
  readonly back: string;
};

/** Why, and of one order also what; each reason says what it does to the rate. */
export function CancelForm({ store, orderIds, items, reasons, chosen, back }: CancelFormProps) {
  const t = useTranslations('order.cancel');
  return (
    <ActionForm action={cancel} initial={NO_FORM_STATE} className="flex flex-1 flex-col gap-4">
      {({ problems, warnings = [], saved }) => (
        <>
          {saved && warnings.length > 0 && (
            <>
              <Alert level="success" live title={t('someSent')} />
              <Problems problems={warnings} level="warning" title={t('leftOut')} takesFocus />
            </>
          )}
          <input type="hidden" name="store" value={store} />
          <input type="hidden" name="itemCount" value={items.length} />
          {orderIds.map((id) => (
            <input key={id} type="hidden" name="ids[]" value={id} />
          ))}
          {items.length > 1 && (
            <fieldset className="flex flex-col gap-1">
              <legend className="mb-1 font-semibold">{t('items')}</legend>
              {items.map(({ orderItemId, text }) => (
                <Checkbox
                  key={orderItemId}
                  name="items[]"
                  value={orderItemId}
                  label={text}
                  defaultChecked
                />
              ))}
            </fieldset>
          )}
          <RadioCards
            name="reason"
            legend={t('reason')}
            hint={t('reasonHint')}
            options={reasons}
            chosen={chosen}
            problems={problems}
          />
          <StepFooter
            consequence={t('consequence')}
            note={t('stock')}
            secondary={<LinkButton href={back}>{t('keep')}</LinkButton>}
            primary={
              <SubmitButton variant="danger" pendingLabel={t('sending')}>
                {t('send', { count: orderIds.length })}
              </SubmitButton>
            }
          />
        </>
      )}
    </ActionForm>
  );
}
