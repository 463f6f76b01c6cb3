import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { Deadline } from '#components/ui/deadline';
import { DefinitionList } from '#components/ui/definition-list';
import type { PageContext } from '#lib/context/server';
import type { Order } from '#lib/orders';
import { effectOfConfirming } from '#lib/orders/server';
import { RateText } from '../../rate-text.tsx';

type LateEffectProps = {
  readonly context: PageContext;
  readonly order: Order;
  readonly timeZone: string;
};

/** What confirming does to the late shipment rates, said before it is done. */
export async function LateEffect({ context, order, timeZone }: LateEffectProps) {
  const t = await getTranslations('order.confirm');
  const rateName = await getTranslations('orders.metrics.names');
  const { orderId, marketplaceId } = order;
  const { late, rates } = await effectOfConfirming(context, { marketplaceId, orderIds: [orderId] });
  const shipBy = order.shipBy?.latest;
  return (
    <Alert
      level={late > 0 ? 'warning' : 'information'}
      title={t(late > 0 ? 'lateTitle' : 'inTimeTitle')}
    >
      {shipBy !== undefined && (
        <Deadline at={shipBy} now={context.clock.now()} timeZone={timeZone} />
      )}
      <p>{t(late > 0 ? 'lateText' : 'inTimeText')}</p>
      <DefinitionList
        items={rates.map(({ metric, rate }) => ({
          key: metric,
          term: rateName(metric),
          value: <RateText rate={rate} />,
        }))}
      />
    </Alert>
  );
}
