import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, DimensionsText, Quantity, WeightText } from '#components/ui/figures';
import { sizeTier } from '#lib/fees';
import { type InboundPlan, lineKey, type PlanLine } from '#lib/inbound';

type PrepTableProps = { readonly plan: InboundPlan; readonly withTier: boolean };

/** Sizes and prep as Amazon has them, once the plan is made. */
export function PrepTable({ plan, withTier }: PrepTableProps) {
  const t = useTranslations('prep');
  const columns: readonly Column<PlanLine>[] = [
    { key: 'sku', header: t('sku'), cell: skuCell },
    {
      key: 'quantity',
      header: t('quantity'),
      numeric: true,
      cell: quantityCell,
    },
    {
      key: 'size',
      header: t('size'),
      numeric: true,
      cell: sizeCell,
    },
    {
      key: 'weight',
      header: t('weight'),
      numeric: true,
      cell: weightCell,
    },
    ...(withTier
      ? [
          {
            key: 'tier',
            header: t('tierHeading'),
            cell: ({ unitDimensions, unitWeight }: PlanLine) =>
              unitDimensions && unitWeight && t(`tiers.${sizeTier(unitDimensions, unitWeight)}`),
          },
        ]
      : []),
    {
      key: 'category',
      header: t('category'),
      cell: ({ prep }) => prep && t(`categories.${prep.category}.name`),
    },
    {
      key: 'prepOwner',
      header: t('prepOwner'),
      cell: ({ prepOwner }) => prepOwner && t(`owner.prep.${prepOwner}`),
    },
    {
      key: 'labelOwner',
      header: t('labelOwner'),
      cell: ({ labelOwner }) => labelOwner && t(`owner.label.${labelOwner}`),
    },
  ];
  return (
    <DataTable
      id="prep"
      caption={t('tableCaption')}
      captionHidden
      columns={columns}
      rows={plan.lines}
      rowKey={lineKey}
    />
  );
}

const skuCell = ({ sku }: PlanLine) => <Code>{sku}</Code>;
const quantityCell = ({ quantity }: PlanLine) => <Quantity value={quantity} />;
const sizeCell = ({ unitDimensions }: PlanLine) =>
  unitDimensions && <DimensionsText value={unitDimensions} />;
const weightCell = ({ unitWeight }: PlanLine) => unitWeight && <WeightText value={unitWeight} />;
