import { type Instant, optional } from '#lib/kernel';
import { instantOf } from './read-order.ts';

/** What an ORDER_CHANGE notification is good for: which order to read anew, and what only it tells. */
export type OrderChange = {
  readonly orderId: string;
  readonly marketplaceId: string;
  /** When the order changed; what is known to be newer need not be read. */
  readonly changedAt?: Instant;
  /** When Amazon will cancel the order unless it is confirmed. */
  readonly cancelNotifyAt?: Instant;
};

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Reads a notification, in either spelling of its names; undefined for one of another kind. */
export function readOrderChange(notification: unknown): OrderChange | undefined {
  const outer = fieldsOf(notification);
  const payload = fieldsOf(outer['Payload'] ?? outer['payload']);
  const change = fieldsOf(payload['OrderChangeNotification'] ?? payload['orderChangeNotification']);
  const summary = fieldsOf(change['Summary'] ?? change['summary']);
  const trigger = fieldsOf(change['OrderChangeTrigger'] ?? change['orderChangeTrigger']);
  const orderId = textOf(change['AmazonOrderId']);
  const marketplaceId = textOf(summary['MarketplaceId']);
  // Orders that Amazon fulfils are none of ours.
  if (orderId === undefined || marketplaceId === undefined || summary['FulfillmentType'] === 'AFN')
    return undefined;
  return {
    orderId,
    marketplaceId,
    ...optional('changedAt', instantOf(textOf(trigger['TimeOfOrderChange']))),
    ...optional('cancelNotifyAt', instantOf(textOf(summary['CancelNotifyDate']))),
  };
}
