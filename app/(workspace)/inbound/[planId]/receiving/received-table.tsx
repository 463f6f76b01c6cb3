import { getLocale, getTranslations } from 'next-intl/server';
import { DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import { Status } from '#components/ui/status';
import { formatNumber } from '#lib/i18n';
import { type PlanShipment, receivedLines } from '#lib/inbound';

type ReceivedTableProps = { readonly shipment: PlanShipment };

/** What left against what Amazon counted, SKU by SKU. */
export async function ReceivedTable({ shipment }: ReceivedTableProps) {
  const t = await getTranslations('receiving');
  const locale = await getLocale();
  const lines = receivedLines(shipment);
  const isCounted = lines.some(({ received }) => received !== undefined);
  const sum = (figure: (line: (typeof lines)[number]) => number | undefined) =>
    lines.reduce((total, line) => total + (figure(line) ?? 0), 0);
  const signed = (difference: number) =>
    (difference > 0 ? '+' : '') + formatNumber(locale, difference);
  return (
    <DataTable
      id={`received-${shipment.id}`}
      caption={t('tableOf', { shipment: shipment.confirmationId ?? shipment.id })}
      captionHidden
      rows={lines}
      rowKey={({ sku }) => sku}
      columns={[
        {
          key: 'sku',
          header: t('sku'),
          cell: ({ sku }) => <Code>{sku}</Code>,
          total: t('total'),
        },
        {
          key: 'shipped',
          header: t('shipped'),
          numeric: true,
          cell: ({ shipped }) => <Quantity value={shipped} />,
          total: <Quantity value={sum(({ shipped }) => shipped)} />,
        },
        {
          key: 'received',
          header: t('received'),
          numeric: true,
          cell: ({ received }) =>
            received === undefined ? t('notCounted') : <Quantity value={received} />,
          total: isCounted ? <Quantity value={sum(({ received }) => received)} /> : t('notCounted'),
        },
        {
          key: 'difference',
          header: t('difference'),
          numeric: true,
          cell: ({ difference }) => (difference === undefined ? null : signed(difference)),
          total: isCounted && signed(sum(({ difference }) => difference)),
        },
        {
          key: 'word',
          header: t('meaning'),
          cell: ({ difference, isShort }) => {
            if (difference === undefined) return null;
            if (isShort) return <Status tone="danger">{t('short')}</Status>;
            if (difference > 0) return <Status tone="warning">{t('over')}</Status>;
            return difference === 0 ? (
              <Status tone="success">{t('complete')}</Status>
            ) : (
              <Status tone="neutral">{t('counting')}</Status>
            );
          },
        },
      ]}
    />
  );
}
