import { useTranslations } from 'next-intl';
import { MoneyText, Quantity } from '#components/ui/figures';
import { money } from '#lib/kernel';
import type { OfferView } from './offer.ts';

type OfferDetailProps = { readonly offer: OfferView };

/** What an option costs line by line, and where it sends what. Spans only: it stands in a label. */
export function OfferDetail({ offer }: OfferDetailProps) {
  const t = useTranslations('placement');
  const charges = [
    ...offer.fees,
    ...offer.discounts.map((charge) => ({
      ...charge,
      value: money(-charge.value.minor, charge.value.currency),
    })),
  ];
  return (
    <span className="mt-2 flex flex-col gap-3 text-ink">
      <span className="flex flex-col gap-0.5">
        {charges.length === 0 && <span>{t('noFee')}</span>}
        {charges.map((charge, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- Amazon gives charges no name of their own
          <span key={index} className="flex justify-between gap-3">
            <span lang="en" className="min-w-0 break-words">
              {charge.description || charge.target}
            </span>
            <MoneyText amount={charge.value} />
          </span>
        ))}
        {offer.feePerUnit && (
          <span className="flex justify-between gap-3 text-muted">
            <span>{t('perUnit')}</span>
            <MoneyText amount={offer.feePerUnit} />
          </span>
        )}
      </span>
      <span className="flex flex-col gap-0.5">
        <span className="font-medium">{t('shipments', { count: offer.shipments.length })}</span>
        {offer.shipments.map((shipment) => (
          <span key={shipment.id} className="flex justify-between gap-3">
            <span className="min-w-0">
              <span className="font-mono">{shipment.warehouseId ?? t('unknownWarehouse')}</span>
              {shipment.destination && (
                <span className="ms-1.5 text-muted">{shipment.destination}</span>
              )}
            </span>
            <span className="text-end">
              {t.rich('load', {
                units: () => <Quantity value={shipment.unitCount} />,
                boxes: () => <Quantity value={shipment.boxCount} />,
              })}
            </span>
          </span>
        ))}
      </span>
    </span>
  );
}
