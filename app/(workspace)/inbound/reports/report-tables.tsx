import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table';
import { Code, MoneyText, Quantity } from '#components/ui/figures';
import { TextLink } from '#components/ui/text-link';
import { formatNumber, formatUnitCost } from '#lib/i18n';
import type { CentreDays, LaneCost } from '#lib/inbound';
import type { InboundReports } from '#lib/inbound/server';

type LaneTableProps = { readonly lanes: readonly LaneCost[] };

export function LaneTable({ lanes }: LaneTableProps) {
  const t = useTranslations('reports');
  const costs = useTranslations('costs');
  const locale = useLocale();
  const rate = (value: number | undefined, currency: string) =>
    value === undefined ? '—' : formatUnitCost(locale, value, currency);
  return (
    <DataTable
      id="lanes"
      caption={t('lanes')}
      rows={lanes}
      rowKey={({ key }) => key}
      columns={[
        { key: 'forwarder', header: costs('forwarder'), cell: ({ forwarder }) => forwarder },
        { key: 'way', header: costs('way'), cell: ({ way }) => costs(`ways.${way as 'air'}`) },
        {
          key: 'lane',
          header: t('columns.lane'),
          cell: ({ fromCountry, warehouseId }) => (
            <Code>{`${fromCountry || '—'} → ${warehouseId || '—'}`}</Code>
          ),
        },
        {
          key: 'shipments',
          header: t('columns.shipments'),
          numeric: true,
          cell: ({ shipments }) => <Quantity value={shipments} />,
        },
        {
          key: 'units',
          header: costs('columns.units'),
          numeric: true,
          cell: ({ units }) => <Quantity value={units} />,
        },
        {
          key: 'weight',
          header: t('columns.weight'),
          numeric: true,
          cell: ({ grams }) => `${formatNumber(locale, grams / 1_000, 1)}\u00a0kg`,
        },
        {
          key: 'total',
          header: costs('columns.total'),
          numeric: true,
          cell: ({ total }) => <MoneyText amount={total} />,
        },
        {
          key: 'perUnit',
          header: t('columns.perUnit'),
          numeric: true,
          cell: ({ perUnit, total }) => rate(perUnit, total.currency),
        },
        {
          key: 'perKilogram',
          header: costs('quotes.perKg'),
          numeric: true,
          cell: ({ perKilogram, total }) => rate(perKilogram, total.currency),
        },
      ]}
    />
  );
}

type CentreTableProps = { readonly centres: readonly CentreDays[] };

export function CentreTable({ centres }: CentreTableProps) {
  const t = useTranslations('reports');
  return (
    <DataTable
      id="centres"
      caption={t('centres')}
      rows={centres}
      rowKey={({ warehouseId }) => warehouseId}
      columns={[
        {
          key: 'centre',
          header: t('columns.centre'),
          cell: ({ warehouseId }) => <Code>{warehouseId}</Code>,
        },
        {
          key: 'shipments',
          header: t('columns.shipments'),
          numeric: true,
          cell: ({ shipments }) => <Quantity value={shipments} />,
        },
        ...(['fastest', 'median', 'slowest'] as const).map((key) => ({
          key,
          header: t(`columns.${key}`),
          numeric: true,
          cell: (row: CentreDays) => <Quantity value={row[key]} />,
        })),
      ]}
    />
  );
}

type ShortTableProps = { readonly plans: InboundReports['short'] };

export function ShortTable({ plans }: ShortTableProps) {
  const t = useTranslations('reports');
  const inbound = useTranslations('inbound');
  return (
    <DataTable
      id="short"
      caption={t('short')}
      rows={plans}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'plan',
          header: t('columns.plan'),
          cell: ({ id, name }) => (
            <TextLink href={`/inbound/${id}/receiving`}>
              {name === '' ? inbound('unnamed') : name}
            </TextLink>
          ),
        },
        {
          key: 'sent',
          header: t('columns.sent'),
          numeric: true,
          cell: ({ unitCount }) => <Quantity value={unitCount} />,
        },
        {
          key: 'short',
          header: t('columns.short'),
          numeric: true,
          cell: ({ shortUnits }) => <Quantity value={shortUnits} />,
        },
      ]}
    />
  );
}
