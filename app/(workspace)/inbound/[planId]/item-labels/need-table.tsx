import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import type { PrintCounts } from '#lib/inbound';
import type { LabelSource } from './label-request.ts';

type NeedTableProps = {
  readonly lines: readonly LabelSource[];
  readonly printed: PrintCounts;
};

export function NeedTable({ lines, printed }: NeedTableProps) {
  const t = useTranslations('item-labels');
  const total = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const columns: readonly Column<LabelSource>[] = [
    { key: 'sku', header: t('sku'), cell: skuCell, total: t('total') },
    { key: 'fnsku', header: t('fnsku'), cell: fnskuCell },
    { key: 'title', header: t('title'), cell: titleOf, wrap: true },
    { key: 'condition', header: t('condition'), cell: conditionOf },
    {
      key: 'needed',
      header: t('needed'),
      numeric: true,
      cell: neededCell,
      total: <Quantity value={total} />,
    },
    {
      key: 'printed',
      header: t('printedOf'),
      numeric: true,
      cell: ({ sku }) => <Quantity value={printed[sku] ?? 0} />,
      total: <Quantity value={lines.reduce((sum, { sku }) => sum + (printed[sku] ?? 0), 0)} />,
    },
  ];
  return (
    <DataTable
      id="labels"
      caption={t('tableCaption')}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ sku }) => sku}
    />
  );
}

const skuCell = ({ sku }: LabelSource) => <Code>{sku}</Code>;
const fnskuCell = ({ fnsku }: LabelSource) => <Code>{fnsku}</Code>;
const titleOf = ({ title }: LabelSource) => title;
const conditionOf = ({ condition }: LabelSource) => condition;
const neededCell = ({ quantity }: LabelSource) => <Quantity value={quantity} />;
