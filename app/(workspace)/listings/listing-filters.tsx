import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { SubmitButton } from '#components/ui/submit-button';
import { Select } from '#components/ui/select';
import { TextField } from '#components/ui/text-field';
import { TextLink } from '#components/ui/text-link';
import { Toolbar } from '#components/ui/toolbar';
import { isFiltered, type ListingView, type Place, viewHref } from './listing-view.ts';

type ListingFiltersProps = {
  readonly place: Place;
  readonly view: ListingView;
  readonly end?: ReactNode;
};

const CHANNELS = ['merchant', 'amazon'] as const;
const STATES = ['under-way', 'refused'] as const;
const STATUSES = ['active', 'inactive', 'incomplete'] as const;
const NO_FILTER = { q: '', channel: undefined, state: undefined, status: undefined } as const;

/** Search and filters as an ordinary form that asks for the same page again. */
export async function ListingFilters({ place, view, end }: ListingFiltersProps) {
  const t = await getTranslations('listings');
  return (
    <search>
      <form action={place.path} method="get" key={viewHref(place, view, {})}>
        {Object.entries(place.keep ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {view.sort !== 'sku' && <input type="hidden" name="sort" value={view.sort} />}
        <Toolbar end={end}>
          <TextField
            name="q"
            type="search"
            label={t('filters.search')}
            placeholder={t('filters.searchHint')}
            defaultValue={view.q}
            className="w-64 max-w-full"
          />
          <Select
            name="channel"
            label={t('filters.channel')}
            placeholder={t('filters.all')}
            defaultValue={view.channel ?? ''}
            options={CHANNELS.map((value) => ({ value, label: t(`filters.channels.${value}`) }))}
            className="w-40"
          />
          <Select
            name="state"
            label={t('filters.state')}
            placeholder={t('filters.all')}
            defaultValue={view.state ?? ''}
            options={STATES.map((value) => ({ value, label: t(`filters.states.${value}`) }))}
            className="w-36"
          />
          <Select
            name="status"
            label={t('filters.status')}
            placeholder={t('filters.all')}
            defaultValue={view.status ?? ''}
            options={STATUSES.map((value) => ({ value, label: t(`filters.statuses.${value}`) }))}
            className="w-36"
          />
          <SubmitButton variant="secondary">{t('filters.apply')}</SubmitButton>
          {isFiltered(view) && (
            <span className="self-center">
              <TextLink href={viewHref(place, view, NO_FILTER)}>{t('filters.clear')}</TextLink>
            </span>
          )}
        </Toolbar>
      </form>
    </search>
  );
}
