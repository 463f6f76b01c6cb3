import { getTranslations } from 'next-intl/server';
import { DataTable } from '#components/ui/data-table';
import { Disclosure } from '#components/ui/disclosure';
import { Code, Quantity } from '#components/ui/figures';
import type { PlanShipment } from '#lib/inbound';
import { TrackingStatus } from '../tracking/tracking-status.tsx';

type BoxStatesProps = { readonly shipment: PlanShipment };

/** Box by box: what is in it, its number, and what Amazon makes of that. */
export async function BoxStates({ shipment }: BoxStatesProps) {
  const t = await getTranslations('receiving.boxes');
  const { boxes } = shipment;
  return (
    <Disclosure summary={t('title', { count: boxes.length })}>
      <DataTable
        id={`box-states-${shipment.id}`}
        caption={t('title', { count: boxes.length })}
        captionHidden
        rows={boxes}
        rowKey={({ packageId }) => packageId}
        columns={[
          {
            key: 'box',
            header: t('box'),
            cell: ({ boxId, packageId }) => <Code>{boxId ?? packageId}</Code>,
          },
          {
            key: 'units',
            header: t('units'),
            numeric: true,
            cell: ({ items }) => (
              <Quantity value={items.reduce((sum, { quantity }) => sum + quantity, 0)} />
            ),
          },
          {
            key: 'tracking',
            header: t('tracking'),
            cell: ({ tracking }) => (tracking === undefined ? t('none') : <Code>{tracking}</Code>),
          },
          {
            key: 'state',
            header: t('state'),
            cell: ({ trackingStatus }) =>
              trackingStatus !== undefined && <TrackingStatus status={trackingStatus} />,
          },
        ]}
      />
    </Disclosure>
  );
}
