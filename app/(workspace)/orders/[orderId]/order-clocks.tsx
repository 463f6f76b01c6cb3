import { getTranslations } from 'next-intl/server';
import { Deadline } from '#components/ui/deadline';
import { type Definition, DefinitionList } from '#components/ui/definition-list';
import { DateTimeText } from '#components/ui/times';
import { DAY, type Instant } from '#lib/kernel';
import { isLabelTooEarly } from '#lib/orders';
import type { OneOrder } from '#lib/orders/server';

type OrderClocksProps = {
  readonly one: OneOrder;
  readonly now: Instant;
  readonly timeZone: string;
};

/** By when what must have happened, on the clock of the store. */
export async function OrderClocks({ one, now, timeZone }: OrderClocksProps) {
  const t = await getTranslations('order.clocks');
  const { order, deadlines } = one;
  const at = (instant: Instant) => <DateTimeText at={instant} timeZone={timeZone} />;
  const row = (key: Parameters<typeof t>[0], value: Definition['value'] | undefined) =>
    value === undefined ? [] : [{ key, term: t(key), value }];
  const shipBy = order.shipBy?.latest;
  return (
    <DefinitionList
      items={[
        ...row('ordered', at(order.purchasedAt)),
        ...row(
          'shipBy',
          deadlines ? (
            <Deadline at={deadlines.shipBy} now={now} timeZone={timeZone} />
          ) : (
            shipBy && at(shipBy)
          ),
        ),
        ...row(
          'autoCancel',
          deadlines && (
            <>
              <Deadline
                at={deadlines.autoCancelAt}
                now={now}
                timeZone={timeZone}
                urgentBelow={2 * DAY}
              />
              <span className="block text-sm text-muted">{t(deadlines.autoCancelIs)}</span>
            </>
          ),
        ),
        ...row('deliverFrom', order.deliverBy?.earliest && at(order.deliverBy.earliest)),
        ...row('deliverBy', order.deliverBy?.latest && at(order.deliverBy.latest)),
        ...row(
          'labelFrom',
          isLabelTooEarly(order, now) && order.labelFrom !== undefined
            ? at(order.labelFrom)
            : undefined,
        ),
        ...row('purge', one.buyerState === 'sealed' ? at(one.purgeAt) : undefined),
      ]}
    />
  );
}
