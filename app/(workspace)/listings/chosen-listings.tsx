import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/action-form';
import { DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { SelectionBar } from '#components/ui/selection-bar';
import { LookAgainNote } from '#components/wizard/look-again-note';
import { NO_FORM_STATE } from '#lib/context';
import { isUnderWay, type Listing } from '#lib/listings';
import type { CostOfSku } from '#lib/inbound/server';
import type { StockOfSku } from '#lib/orders/server';
import { workOnChosen } from './actions.ts';
import { ChosenActs } from './chosen-acts.tsx';
import { listingColumns } from './listing-columns.tsx';
import type { ListingView, Place } from './listing-view.ts';

type ChosenListingsProps = {
  readonly place: Place;
  readonly view: ListingView;
  readonly store: string;
  readonly listings: readonly Listing[];
  /** What orders hold, by SKU. */
  readonly stock: ReadonlyMap<string, StockOfSku>;
  /** What bringing a unit to Amazon has cost, by SKU. */
  readonly firstLeg: ReadonlyMap<string, CostOfSku>;
};

const TABLE = 'listings';

/** The table, and what can be done with the rows that are ticked. */
export async function ChosenListings(props: ChosenListingsProps) {
  const { place, view, store, listings, stock, firstLeg } = props;
  const t = await getTranslations('listings');
  const underWay = listings.filter(
    ({ conversion }) => conversion && isUnderWay(conversion.state),
  ).length;
  return (
    <ActionForm action={workOnChosen} initial={NO_FORM_STATE} className="flex flex-col gap-2">
      <input type="hidden" name="store" value={store} />
      {underWay > 0 && (
        <LookAgainNote reloads={false}>{t('underWay', { count: underWay })}</LookAgainNote>
      )}
      {listings.length > 0 && (
        <SelectionBar table={TABLE}>
          <ChosenActs table={TABLE} />
        </SelectionBar>
      )}
      <DataTable
        id={TABLE}
        caption={t('caption')}
        captionHidden
        columns={await listingColumns(place, view, { stock, firstLeg })}
        rows={listings}
        rowKey={({ id }) => id}
        selection={{
          name: 'ids[]',
          value: ({ id }) => id,
          label: ({ sku }) => sku,
        }}
        empty={
          <EmptyState
            title={t('noneFound.title')}
            action={<LinkButton href={place.path}>{t('filters.clear')}</LinkButton>}
          >
            {t('noneFound.text')}
          </EmptyState>
        }
      />
    </ActionForm>
  );
}
