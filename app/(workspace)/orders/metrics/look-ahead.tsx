import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { DefinitionList } from '#components/ui/definition-list';
import { LinkButton } from '#components/ui/link-button';
import type { PageContext } from '#lib/context/server';
import type { Marketplace } from '#lib/kernel';
import { addDays, calendarOf, dayOf } from '#lib/orders';
import { findOrders, lookAhead } from '#lib/orders/server';
import { RateText } from '../rate-text.tsx';

type LookAheadProps = { readonly context: PageContext; readonly store: Marketplace };

const MOST = 500;

/** What becomes of the late shipment rates if what is due within a day does not leave. */
export async function LookAhead({ context, store }: LookAheadProps) {
  const t = await getTranslations('orders.metrics');
  const { orders } = await findOrders(context, {
    marketplaceId: store.id,
    tab: 'late-risk',
    sort: 'ship-by',
    descending: false,
    pageSize: MOST,
  });
  const { late, rates } = await lookAhead(context, {
    marketplaceId: store.id,
    orderIds: orders.map(({ order }) => order.orderId),
    day: addDays(dayOf(context.clock.now(), calendarOf(store.id)), 1),
  });
  const isBad = rates.some(({ rate }) => !rate.isMet);
  return (
    <Alert
      level={late > 0 && isBad ? 'warning' : 'information'}
      title={t('aheadTitle')}
      {...(late > 0 && {
        action: (
          <LinkButton href={`/orders?store=${store.id}&tab=late-risk`}>
            {t('seeRisk', { count: late })}
          </LinkButton>
        ),
      })}
    >
      <p>{t('ahead', { count: late })}</p>
      {late > 0 && (
        <DefinitionList
          items={rates.map(({ metric, rate }) => ({
            key: metric,
            term: t(`names.${metric}`),
            value: <RateText rate={rate} />,
          }))}
        />
      )}
    </Alert>
  );
}
