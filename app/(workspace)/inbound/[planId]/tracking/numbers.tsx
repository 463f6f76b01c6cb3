import { getTranslations } from 'next-intl/server';
import { DataTable } from '#components/ui/data-table';
import { Code } from '#components/ui/figures';
import type { PlanShipment } from '#lib/inbound';
import { TrackingStatus } from './tracking-status.tsx';

type TrackingNumbersProps = { readonly shipment: PlanShipment };

/** The numbers of a shipment where there is nothing to enter. */
export async function TrackingNumbers({ shipment }: TrackingNumbersProps) {
  const t = await getTranslations('tracking');
  const name = shipment.confirmationId ?? shipment.id;
  return (
    <DataTable
      id={`numbers-${shipment.id}`}
      caption={t('numbersOf', { shipment: name })}
      rows={shipment.boxes}
      rowKey={({ packageId }) => packageId}
      columns={[
        { key: 'box', header: t('box'), cell: ({ boxId }) => <Code>{boxId ?? ''}</Code> },
        {
          key: 'number',
          header: t('number'),
          cell: ({ tracking }) =>
            tracking === undefined ? (
              <span className="text-muted">{t('none')}</span>
            ) : (
              <Code>{tracking}</Code>
            ),
        },
        {
          key: 'status',
          header: t('status'),
          cell: ({ trackingStatus }) =>
            trackingStatus !== undefined && <TrackingStatus status={trackingStatus} />,
        },
      ]}
    />
  );
}
