import { getTranslations } from 'next-intl/server';
import { Checkbox } from '#components/ui/checkbox';
import { Disclosure } from '#components/ui/disclosure';
import { SubmitButton } from '#components/ui/submit-button';
import { COLUMN_KEYS, type OrderView, type Place, viewParams } from './order-view.ts';

type ColumnChoiceProps = { readonly place: Place; readonly view: OrderView };

/** Which columns stand in the table; the choice is part of the address. */
export async function ColumnChoice({ place, view }: ColumnChoiceProps) {
  const t = await getTranslations('orders');
  const rest = viewParams(place, { ...view, show: [] });
  return (
    <Disclosure summary={t('columnChoice.title')}>
      <form action="/orders" method="get" className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {[...rest].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {COLUMN_KEYS.map((key) => (
          <Checkbox
            key={key}
            name="show"
            value={key}
            label={t(`columnChoice.names.${key}`)}
            defaultChecked={view.show.length === 0 || view.show.includes(key)}
          />
        ))}
        <SubmitButton variant="secondary" size="small">
          {t('filters.apply')}
        </SubmitButton>
      </form>
    </Disclosure>
  );
}
