import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { TextLink } from '#components/ui/text-link';
import { Toolbar } from '#components/ui/toolbar';
import { isFiltered, NO_FILTER, type OrderView, type Place, viewHref } from './order-view.ts';

type OrderFiltersProps = {
  readonly place: Place;
  readonly view: OrderView;
  readonly end?: ReactNode;
};

const PROGRAMS = ['prime', 'business'] as const;

/** Search and filters as an ordinary form that asks for the same page again. */
export async function OrderFilters({ place, view, end }: OrderFiltersProps) {
  const t = await getTranslations('orders.filters');
  return (
    <search>
      <form action="/orders" method="get" key={viewHref(place, view, {})}>
        {Object.entries({ ...place.keep, tab: view.tab }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {view.show.map((column) => (
          <input key={column} type="hidden" name="show" value={column} />
        ))}
        {view.sort !== undefined && <input type="hidden" name="sort" value={view.sort} />}
        <Toolbar end={end}>
          <TextField
            name="q"
            type="search"
            label={t('search')}
            placeholder={t('searchHint')}
            defaultValue={view.q}
            className="w-72 max-w-full"
          />
          <Select
            name="program"
            label={t('program')}
            placeholder={t('all')}
            defaultValue={view.program ?? ''}
            options={PROGRAMS.map((value) => ({ value, label: t(`programs.${value}`) }))}
            className="w-36"
          />
          <TextField
            name="from"
            type="date"
            label={t('from')}
            defaultValue={view.from ?? ''}
            className="w-40"
          />
          <TextField
            name="until"
            type="date"
            label={t('until')}
            defaultValue={view.until ?? ''}
            className="w-40"
          />
          <SubmitButton variant="secondary">{t('apply')}</SubmitButton>
          {isFiltered(view) && (
            <span className="self-center">
              <TextLink href={viewHref(place, view, NO_FILTER)}>{t('clear')}</TextLink>
            </span>
          )}
        </Toolbar>
      </form>
    </search>
  );
}
