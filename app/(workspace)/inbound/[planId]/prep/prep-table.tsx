import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, DimensionsText, Quantity, WeightText } from '#components/ui/figures';
import { type InboundPlan, lineKey, type PlanLine, sizeTier } from '#lib/inbound';

type PrepTableProps = { readonly plan: InboundPlan; readonly withTier: boolean };

/** Sizes and prep as Amazon has them, once the plan is made. */
export function PrepTable({ plan, withTier }: PrepTableProps) {
  const t = useTranslations('prep');
  const columns: readonly Column<PlanLine>[] = [
    { key: 'sku', header: t('sku'), cell: ({ sku }) => <Code>{sku}</Code> },
    {
      key: 'quantity',
      header: t('quantity'),
      numeric: true,
      cell: ({ quantity }) => <Quantity value={quantity} />,
    },
    {
      key: 'size',
      header: t('size'),
      numeric: true,
      cell: ({ unitDimensions }) => unitDimensions && <DimensionsText value={unitDimensions} />,
    },
    {
      key: 'weight',
      header: t('weight'),
      numeric: true,
      cell: ({ unitWeight }) => unitWeight && <WeightText value={unitWeight} />,
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
