'use client';

import { useTranslations } from 'next-intl';
import { useSelectedCount } from '../../../components/ui/selected-count.ts';
import { Button } from '#components/ui/button';
import { Checkbox } from '#components/ui/checkbox';

type ChosenActsProps = {
  readonly table: string;
  readonly mayCancel: boolean;
  readonly mayPrint: boolean;
  /** Offered where the view has more pages than this one. */
  readonly hasMorePages: boolean;
};

/** What can be done with the ticked orders. Each button opens a page; nothing is done before it. */
export function ChosenActs({ table, mayCancel, mayPrint, hasMorePages }: ChosenActsProps) {
  const t = useTranslations('orders.acts');
  const count = useSelectedCount(table) ?? 0;
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      <Button type="submit" formAction="/orders/pick-list" formTarget="_blank">
        {t('pickList', { count })}
      </Button>
      {mayPrint && (
        <Button type="submit" formAction="/orders/packing-slips" formTarget="_blank">
          {t('slips')}
        </Button>
      )}
      <Button type="submit" formAction="/orders/confirm-file/template">
        {t('template')}
      </Button>
      {mayCancel && (
        <Button type="submit" formAction="/orders/cancel">
          {t('cancel')}
        </Button>
      )}
      {hasMorePages && <Checkbox name="all" value="yes" label={t('all')} />}
    </div>
  );
}
