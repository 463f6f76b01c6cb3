'use client';

import { useTranslations } from 'next-intl';
import { useSelectedCount } from '../../../components/ui/selected-count.ts';
import { SubmitButton } from '#components/ui/submit-button';

type ChosenActsProps = { readonly table: string };

/** What can be done with the chosen rows; the first button says with how many. */
export function ChosenActs({ table }: ChosenActsProps) {
  const t = useTranslations('listings.acts');
  const count = useSelectedCount(table) ?? 0;
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      <SubmitButton name="act" value="plan">
        {t('plan', { count })}
      </SubmitButton>
      <SubmitButton name="act" value="convert" variant="secondary">
        {t('convert')}
      </SubmitButton>
      <SubmitButton name="act" value="merchant" variant="secondary">
        {t('merchant')}
      </SubmitButton>
    </div>
  );
}
