import { z } from 'zod';
import type { ListingQuery } from '#lib/listings/server';

export type SearchParams = Promise<
  Readonly<Record<string, string | readonly string[] | undefined>>
>;

export const PAGE_SIZE = 50;

const SORTS = ['sku', 'title', 'quantity'] as const;
export type ListingSort = (typeof SORTS)[number];

const View = z.object({
  q: z.string().trim().max(100).catch(''),
  channel: z.enum(['merchant', 'amazon']).optional().catch(undefined),
  state: z.enum(['under-way', 'refused']).optional().catch(undefined),
  status: z.enum(['active', 'inactive', 'incomplete']).optional().catch(undefined),
  sort: z
    .string()
    .regex(/^-?(sku|title|quantity)$/)
    .catch('sku'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What the address of a list of listings says: search, filters, sorting and page. */
export type ListingView = z.infer<typeof View>;

export function listingView(params: Awaited<SearchParams>): ListingView {
  return View.parse(params);
}

export function listingQuery(view: ListingView, marketplaceId: string): ListingQuery {
  const { sort, descending } = sortOf(view);
  return {
    marketplaceId,
    search: view.q,
    ...(view.channel && { channel: view.channel }),
    ...(view.state && { conversion: view.state }),
    ...(view.status && { status: view.status }),
    sort,
    descending,
    page: view.page,
    pageSize: PAGE_SIZE,
  };
}

export function sortOf(view: ListingView): {
  readonly sort: ListingSort;
  readonly descending: boolean;
} {
  const name = view.sort.replace(/^-/, '');
  return {
    sort: SORTS.find((sort) => sort === name) ?? 'sku',
    descending: view.sort.startsWith('-'),
  };
}

export type Place = {
  readonly path: string;
  /** what else the address says and every link must keep */
  readonly keep?: Readonly<Record<string, string>>;
};

/** The address of the same list with something changed; any change but of the page goes to page 1. */
export function viewHref(place: Place, view: ListingView, change: Partial<ListingView>): string {
  const next = { ...view, page: 1, ...change };
  const params = new URLSearchParams(place.keep);
  if (next.q !== '') params.set('q', next.q);
  if (next.channel) params.set('channel', next.channel);
  if (next.state) params.set('state', next.state);
  if (next.status) params.set('status', next.status);
  if (next.sort !== 'sku') params.set('sort', next.sort);
  if (next.page > 1) params.set('page', String(next.page));
  return params.size === 0 ? place.path : `${place.path}?${params}`;
}

export function isFiltered({ q, channel, state, status }: ListingView): boolean {
  return q !== '' || channel !== undefined || state !== undefined || status !== undefined;
}
