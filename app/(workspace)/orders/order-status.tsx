import { useTranslations } from 'next-intl';
import { Badge, Status, type Tone } from '#components/ui/status';
import { hasProgram, isCancelAsked, isOpen, type Order, type OrderStatus } from '#lib/orders';

const TONE: Readonly<Record<OrderStatus, Tone>> = {
  PENDING_AVAILABILITY: 'neutral',
  PENDING: 'neutral',
  UNSHIPPED: 'info',
  PARTIALLY_SHIPPED: 'warning',
  SHIPPED: 'success',
  CANCELLED: 'neutral',
  UNFULFILLABLE: 'danger',
};

type OrderStatusProps = { readonly order: Order };

/** Where an order stands, in Amazon's words. */
export function OrderStatusText({ order }: OrderStatusProps) {
  const t = useTranslations('orders');
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <Status tone={TONE[order.status]}>{t(`statuses.${order.status}`)}</Status>
      {isOpen(order) && isCancelAsked(order) && (
        <Badge tone="warning" icon="alert">
          {t('cancelAsked')}
        </Badge>
      )}
    </span>
  );
}

const PROGRAMS = [
  ['PRIME', 'prime'],
  ['PREMIUM', 'premium'],
  ['AMAZON_BUSINESS', 'business'],
  ['FBM_SHIP_PLUS', 'shipPlus'],
] as const;

/** What is special about an order. */
export function OrderBadges({ order }: OrderStatusProps) {
  const t = useTranslations('orders.badges');
  const shown = PROGRAMS.filter(([program]) => hasProgram(order, program));
  if (shown.length === 0 && order.originalOrderId === undefined) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {shown.map(([, name]) => (
        <Badge key={name} tone="info">
          {t(name)}
        </Badge>
      ))}
      {order.originalOrderId !== undefined && <Badge tone="neutral">{t('replacement')}</Badge>}
    </span>
  );
}
