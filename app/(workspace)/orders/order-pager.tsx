import { getTranslations } from 'next-intl/server';
import { LinkButton } from '#components/ui/link-button';
import type { OrderPage } from '#lib/orders/server';
import { type OrderView, type Place, viewHref } from './order-view.ts';

type OrderPagerProps = {
  readonly place: Place;
  readonly view: OrderView;
  readonly page: OrderPage;
};

/** Pages follow each other by cursor, so they have no numbers; the tab says how many orders there are. */
export async function OrderPager({ place, view, page }: OrderPagerProps) {
  const t = await getTranslations('ui');
  const { previous, next } = page;
  if (previous === undefined && next === undefined) return null;
  return (
    <nav aria-label={t('pages')} className="no-print flex items-center gap-2 text-sm">
      {previous !== undefined && (
        <LinkButton href={viewHref(place, view, { before: previous })} size="small">
          {t('previous')}
        </LinkButton>
      )}
      {next !== undefined && (
        <LinkButton href={viewHref(place, view, { after: next })} size="small">
          {t('next')}
        </LinkButton>
      )}
    </nav>
  );
}
