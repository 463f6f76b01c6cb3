import { useTranslations } from 'next-intl';
import { Quantity } from '#components/ui/figures';
import type { StockOfSku } from '#lib/orders/server';

type StockTextProps = {
  readonly quantity: number | undefined;
  readonly stock?: StockOfSku | undefined;
};

/** How many can be bought, and of a listing at zero why it is: orders may hold what is on the shelf. */
export function StockText({ quantity, stock }: StockTextProps) {
  const t = useTranslations('orders.stock');
  if (quantity === undefined) return <>—</>;
  const held = stock && stock.pending + stock.unshipped > 0 ? stock : undefined;
  return (
    <span className="flex flex-col">
      <Quantity value={quantity} />
      {held && (
        <span className="text-xs text-muted">
          {t('held', { pending: held.pending, unshipped: held.unshipped })}
        </span>
      )}
      {held?.reason !== undefined && (
        <span className="text-xs text-warning">{t(`reasons.${held.reason}`)}</span>
      )}
    </span>
  );
}
