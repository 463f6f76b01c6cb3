import { getLocale, getTranslations } from 'next-intl/server';
import type { Column } from '#components/ui/data-table';
import { Code, DimensionsText, MoneyText, WeightText } from '#components/ui/figures';
import { TextLink } from '#components/ui/text-link';
import type { Listing } from '#lib/listings';
import { formatUnitCost, type Locale } from '#lib/i18n';
import type { CostOfSku } from '#lib/inbound/server';
import type { StockOfSku } from '#lib/orders/server';
import { ConversionText } from './conversion-text.tsx';
import {
  type ListingSort,
  type ListingView,
  type Place,
  sortOf,
  viewHref,
} from './listing-view.ts';
import { StockText } from './stock-text.tsx';

/** The columns of every list of listings, with links that sort it. */
export async function listingColumns(
  place: Place,
  view: ListingView,
  {
    stock,
    firstLeg,
  }: {
    readonly stock?: ReadonlyMap<string, StockOfSku>;
    /** what bringing a unit to Amazon has cost, where it is shown */
    readonly firstLeg?: ReadonlyMap<string, CostOfSku>;
  } = {},
): Promise<readonly Column<Listing>[]> {
  const t = await getTranslations('listings');
  const locale = await getLocale();
  const now = sortOf(view);
  const sort = (key: ListingSort) => ({
    href: viewHref(place, view, {
      sort: now.sort === key && !now.descending ? `-${key}` : key,
    }),
    ...(now.sort === key && {
      direction: now.descending ? ('descending' as const) : ('ascending' as const),
    }),
  });
  return [
    {
      key: 'sku',
      header: t('columns.sku'),
      sort: sort('sku'),
      cell: (listing) => <Code>{listing.sku}</Code>,
    },
    {
      key: 'title',
      header: t('columns.title'),
      sort: sort('title'),
      cell: (listing) => (
        <span className="line-clamp-2 min-w-52 whitespace-normal" title={listing.title}>
          {listing.title}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('columns.state'),
      cell: (listing) => <ConversionText listing={listing} />,
    },
    {
      key: 'channel',
      header: t('columns.channel'),
      cell: (listing) => t(`channels.${listing.channel}`),
    },
    {
      key: 'quantity',
      header: t('columns.quantity'),
      numeric: true,
      sort: sort('quantity'),
      cell: ({ quantity, sku }) => <StockText quantity={quantity} stock={stock?.get(sku)} />,
    },
    {
      key: 'price',
      header: t('columns.price'),
      numeric: true,
      cell: ({ price }) => (price ? <MoneyText amount={price} /> : '—'),
    },
    ...firstLegColumn(t, locale, firstLeg),
    {
      key: 'asin',
      header: 'ASIN',
      cell: ({ asin }) => (asin === '' ? '—' : <Code>{asin}</Code>),
    },
    {
      key: 'fnsku',
      header: 'FNSKU',
      cell: ({ fnsku }) => (fnsku === undefined ? '—' : <Code>{fnsku}</Code>),
    },
    {
      key: 'condition',
      header: t('columns.condition'),
      cell: ({ condition }) => conditionText(t, condition),
    },
    {
      key: 'size',
      header: t('columns.size'),
      cell: ({ dimensions, weight }) =>
        dimensions || weight ? (
          <>
            {dimensions && <DimensionsText value={dimensions} />}
            {dimensions && weight && ', '}
            {weight && <WeightText value={weight} />}
          </>
        ) : (
          '—'
        ),
    },
    ...feesColumn(t, firstLeg !== undefined),
  ];
}

/** What bringing a unit to Amazon has cost; no column as long as no bill is known. */
function firstLegColumn(
  t: Words,
  locale: Locale,
  costs: ReadonlyMap<string, CostOfSku> | undefined,
): readonly Column<Listing>[] {
  if (!costs || costs.size === 0) return [];
  return [
    {
      key: 'firstLeg',
      header: t('columns.firstLeg'),
      numeric: true,
      cell: ({ sku }) => {
        const cost = costs.get(sku);
        return cost ? formatUnitCost(locale, cost.perUnit, cost.total.currency) : '—';
      },
    },
  ];
}

function feesColumn(t: Words, isShown: boolean): readonly Column<Listing>[] {
  if (!isShown) return [];
  return [
    {
      key: 'fees',
      header: t('acts.fees'),
      cell: ({ sku, marketplaceId }) => (
        <TextLink href={`/listings/fees?${new URLSearchParams({ sku, store: marketplaceId })}`}>
          <span className="sr-only">{sku} </span>
          {t('acts.fees')}
        </TextLink>
      ),
    },
  ];
}

type Words = Awaited<ReturnType<typeof getTranslations<'listings'>>>;

export function conditionText(t: Words, condition: string): string {
  const key = `conditions.${condition}` as 'conditions.new';
  return t.has(key) ? t(key) : condition;
}
