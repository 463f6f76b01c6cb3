import { Pager } from '#components/ui/pager';
import { type ListingView, PAGE_SIZE, type Place, viewHref } from './listing-view.ts';

type ListingPagerProps = {
  readonly place: Place;
  readonly view: ListingView;
  readonly total: number;
};

export function ListingPager({ place, view, total }: ListingPagerProps) {
  const from = (view.page - 1) * PAGE_SIZE;
  const to = Math.min(from + PAGE_SIZE, total);
  return (
    <Pager
      from={Math.min(from + 1, total)}
      to={to}
      total={total}
      {...(view.page > 1 && { previousHref: viewHref(place, view, { page: view.page - 1 }) })}
      {...(to < total && { nextHref: viewHref(place, view, { page: view.page + 1 }) })}
    />
  );
}
