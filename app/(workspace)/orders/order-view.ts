import { z } from 'zod';
import { addDays, calendarOf, startOfDay } from '#lib/orders';
import { ORDER_TABS, type OrderQuery, type OrderSort, type OrderTab } from '#lib/orders/server';

export type SearchParams = Promise<
  Readonly<Record<string, string | readonly string[] | undefined>>
>;

export const PAGE_SIZE = 50;

const Day = z.iso.date().optional().catch(undefined);

/** Columns that may be left out; the order's number stays. */
export const COLUMN_KEYS = ['items', 'units', 'status', 'ship-by', 'purchased', 'total'] as const;

const View = z.object({
  tab: z.enum(ORDER_TABS).catch('unshipped'),
  q: z.string().trim().max(100).catch(''),
  program: z.enum(['prime', 'business']).optional().catch(undefined),
  from: Day,
  until: Day,
  sort: z
    .string()
    .regex(/^-?(ship-by|purchased|total)$/)
    .optional()
    .catch(undefined),
  show: z
    .preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.enum(COLUMN_KEYS)),
    )
    .catch([]),
  after: z.string().max(200).optional().catch(undefined),
  before: z.string().max(200).optional().catch(undefined),
});

/** What the address of a list of orders says: tab, search, filters, sorting and page. */
export type OrderView = z.infer<typeof View>;

export function orderView(params: Awaited<SearchParams>): OrderView {
  return View.parse(params);
}

export function orderQuery(view: OrderView, marketplaceId: string): OrderQuery {
  const { program, after, before } = view;
  const calendar = calendarOf(marketplaceId);
  return {
    marketplaceId,
    tab: view.tab,
    ...(view.q !== '' && { search: view.q }),
    ...(program && { program }),
    ...(view.from !== undefined && { purchasedFrom: startOfDay(view.from, calendar) }),
    // The last day is meant with all its hours.
    ...(view.until !== undefined && {
      purchasedUntil: startOfDay(addDays(view.until, 1), calendar),
    }),
    ...sortOf(view),
    pageSize: PAGE_SIZE,
    ...(before !== undefined ? { before } : after !== undefined && { after }),
  };
}

const OPEN: ReadonlySet<OrderTab> = new Set(['unshipped', 'late-risk', 'cancel-asked', 'partial']);

/** What must be shipped first stands first; elsewhere the newest does. */
export function sortOf({ sort, tab }: Pick<OrderView, 'sort' | 'tab'>): {
  readonly sort: OrderSort;
  readonly descending: boolean;
} {
  const asked = sort ?? (OPEN.has(tab) ? 'ship-by' : '-purchased');
  const name = asked.replace(/^-/, '');
  return {
    sort: name === 'ship-by' || name === 'total' ? name : 'purchased',
    descending: asked.startsWith('-'),
  };
}

export type Place = {
  /** what else the address says and every link must keep */
  readonly keep?: Readonly<Record<string, string>>;
};

const NAMES = ['program', 'from', 'until', 'sort', 'after', 'before'] as const;

/** The same list with something changed; any change but of the page goes to the first page. */
export function viewHref(place: Place, view: OrderView, change: Partial<OrderView>): string {
  const params = viewParams(place, { ...view, after: undefined, before: undefined, ...change });
  return params.size === 0 ? '/orders' : `/orders?${params}`;
}

export function viewParams({ keep }: Place, view: OrderView): URLSearchParams {
  const params = new URLSearchParams(keep);
  if (view.tab !== 'unshipped') params.set('tab', view.tab);
  if (view.q !== '') params.set('q', view.q);
  for (const name of NAMES) {
    const value = view[name];
    if (value !== undefined) params.set(name, value);
  }
  for (const column of view.show) params.append('show', column);
  return params;
}

export function isFiltered({ q, program, from, until }: OrderView): boolean {
  return [program, from, until].some((filter) => filter !== undefined) || q !== '';
}

export const NO_FILTER = { q: '', program: undefined, from: undefined, until: undefined } as const;
