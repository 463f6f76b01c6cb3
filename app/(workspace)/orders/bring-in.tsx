'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton, type SubmitButtonProps } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { openPracticeShop, synchronise } from './actions.ts';

type SyncButtonProps = {
  readonly store: string;
  /** The list that is shown again afterwards. */
  readonly back: string;
} & Pick<SubmitButtonProps, 'variant'>;

export function SyncButton({ store, back, variant = 'secondary' }: SyncButtonProps) {
  const t = useTranslations('orders.sync');
  return (
    <ActionForm action={synchronise} initial={NO_FORM_STATE}>
      <input type="hidden" name="store" value={store} />
      <input type="hidden" name="back" value={back} />
      <SubmitButton variant={variant} pendingLabel={t('asking')}>
        {t('now')}
      </SubmitButton>
    </ActionForm>
  );
}

type PracticeShopProps = { readonly store: string };

/** Only in practice: nobody orders there until the shop is open. */
export function PracticeShop({ store }: PracticeShopProps) {
  const t = useTranslations('orders.practice');
  return (
    <ActionForm action={openPracticeShop} initial={NO_FORM_STATE}>
      <input type="hidden" name="store" value={store} />
      <SubmitButton variant="secondary" pendingLabel={t('opening')}>
        {t('open')}
      </SubmitButton>
    </ActionForm>
  );
}
