import { getTranslations } from 'next-intl/server';
import { Disclosure } from '#components/ui/disclosure';
import { LinkButton } from '#components/ui/link-button';
import { type OrderView, type Place, viewParams } from './order-view.ts';

type ExportChoiceProps = {
  readonly place: Place;
  readonly view: OrderView;
  /** Without it the columns of the buyer stay empty. */
  readonly mayReadBuyers: boolean;
};

/** The view at hand as a file in the columns of Amazon's reports. */
export async function ExportChoice({ place, view, mayReadBuyers }: ExportChoiceProps) {
  const t = await getTranslations('orders.export');
  const href = (as: string) => {
    const params = viewParams(place, { ...view, after: undefined, before: undefined });
    params.set('as', as);
    return `/orders/export?${params}`;
  };
  return (
    <Disclosure summary={t('title')}>
      <p className="mb-2 text-sm">{t(mayReadBuyers ? 'withBuyers' : 'withoutBuyers')}</p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={href('unshipped')} download size="small">
          {t('unshipped')}
        </LinkButton>
        <LinkButton href={href('all')} download size="small">
          {t('all')}
        </LinkButton>
      </div>
    </Disclosure>
  );
}
