import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table';
import { Code, MoneyText, Quantity } from '#components/ui/figures';
import { PlainDateText } from '#components/ui/times';
import type { CostSheet } from '#lib/costing';
import { formatUnitCost } from '#lib/i18n';
import type { BillCharge, FirstLegBill } from '#lib/inbound';
import { money, writeDecimal } from '#lib/kernel';

type CostTableProps = {
  readonly id: string;
  readonly shipment: string;
  readonly bill: FirstLegBill;
  readonly sheet: CostSheet;
};

/** What each SKU bears of each charge, to the minor unit. */
export function CostTable({ id, shipment, bill, sheet }: CostTableProps) {
  const t = useTranslations('costs');
  const locale = useLocale();
  const { currency } = sheet.total;
  return (
    <DataTable
      id={id}
      caption={t('table', { shipment })}
      rows={sheet.lines}
      rowKey={({ sku }) => sku}
      columns={[
        {
          key: 'sku',
          header: t('columns.sku'),
          cell: ({ sku }) => <Code>{sku}</Code>,
          total: t('columns.total'),
        },
        {
          key: 'units',
          header: t('columns.units'),
          numeric: true,
          cell: ({ units }) => <Quantity value={units} />,
          total: <Quantity value={sheet.lines.reduce((sum, { units }) => sum + units, 0)} />,
        },
        ...bill.charges.map((charge, index) => ({
          key: `charge-${index}`,
          header: <ChargeHeader charge={charge} currency={currency} />,
          numeric: true,
          cell: ({ parts }: CostSheet['lines'][number]) => (
            <MoneyText amount={parts[index] ?? money(0, currency)} />
          ),
          total: <MoneyText amount={sheet.charges[index] ?? money(0, currency)} />,
        })),
        {
          key: 'total',
          header: t('columns.total'),
          numeric: true,
          cell: ({ total }) => <MoneyText amount={total} />,
          total: <MoneyText amount={sheet.total} />,
        },
        {
          key: 'unit',
          header: t('columns.perUnit'),
          numeric: true,
          cell: ({ perUnit }) =>
            perUnit === undefined ? (
              '—'
            ) : (
              <strong>{formatUnitCost(locale, perUnit, currency)}</strong>
            ),
        },
      ]}
    />
  );
}

type ChargeHeaderProps = { readonly charge: BillCharge; readonly currency: string };

function ChargeHeader({ charge, currency }: ChargeHeaderProps) {
  const t = useTranslations('costs');
  const { kind, basis, amount, rate } = charge;
  return (
    <>
      {t(`kinds.${kind}`)}
      <span className="block font-normal text-muted">{t(`bases.${basis}`)}</span>
      {rate && (
        <span className="block font-normal text-muted">
          <MoneyText amount={amount} /> × {`${writeDecimal(rate.value, rate.places)} ${currency}`}{' '}
          <PlainDateText day={rate.day} />
        </span>
      )}
    </>
  );
}
