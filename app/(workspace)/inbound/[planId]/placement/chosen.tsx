import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { DataTable } from '#components/ui/data-table';
import { DefinitionList } from '#components/ui/definition-list';
import { Code, MoneyText, Quantity } from '#components/ui/figures';
import { DateTimeText } from '#components/ui/times';
import type { InboundPlan } from '#lib/inbound';
import { offerView } from './offer.ts';

type ChosenPlacementProps = {
  readonly confirmed: NonNullable<InboundPlan['placementConfirmed']>;
  readonly currency: string;
  readonly timeZone: string;
};

/** What was accepted; it cannot be changed any more. */
export async function ChosenPlacement({ confirmed, currency, timeZone }: ChosenPlacementProps) {
  const t = await getTranslations('placement');
  const offer = offerView(confirmed.offer, currency);
  const units = offer.shipments.reduce((sum, { unitCount }) => sum + unitCount, 0);
  const boxes = offer.shipments.reduce((sum, { boxCount }) => sum + boxCount, 0);
  return (
    <>
      <Alert level="success" title={t('done')}>
        {t('doneText')}
      </Alert>
      <div className="max-w-xl rounded border border-line bg-surface p-3">
        <DefinitionList
          items={[
            { key: 'kind', term: t('kind'), value: t(`kinds.${offer.kind}`) },
            { key: 'fee', term: t('fee'), value: <MoneyText amount={offer.fee} /> },
            ...[...offer.fees, ...offer.discounts].map((charge, index) => ({
              key: `charge-${index}`,
              term: index < offer.fees.length ? t('feeLine') : t('discountLine'),
              value: (
                <>
                  <MoneyText amount={charge.value} />{' '}
                  <span lang="en" className="text-sm text-muted">
                    {charge.description || charge.target}
                  </span>
                </>
              ),
            })),
            {
              key: 'at',
              term: t('acceptedAt'),
              value: <DateTimeText at={confirmed.at} timeZone={timeZone} />,
            },
          ]}
        />
      </div>
      <DataTable
        id="destinations"
        caption={t('destinations')}
        rows={offer.shipments}
        rowKey={({ id }) => id}
        grow
        columns={[
          {
            key: 'warehouse',
            header: t('warehouse'),
            cell: ({ warehouseId }) =>
              warehouseId === undefined ? t('unknownWarehouse') : <Code>{warehouseId}</Code>,
            total: t('total'),
          },
          { key: 'place', header: t('place'), cell: ({ destination }) => destination },
          {
            key: 'units',
            header: t('units'),
            numeric: true,
            cell: ({ unitCount }) => <Quantity value={unitCount} />,
            total: <Quantity value={units} />,
          },
          {
            key: 'boxes',
            header: t('boxes'),
            numeric: true,
            cell: ({ boxCount }) => <Quantity value={boxCount} />,
            total: <Quantity value={boxes} />,
          },
        ]}
      />
    </>
  );
}
