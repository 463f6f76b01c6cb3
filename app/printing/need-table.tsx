import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import type { PrintCounts } from '#lib/labels';
import type { LabelSource } from './label-request.ts';

type NeedTableProps = {
  readonly lines: readonly LabelSource[];
  readonly printed: PrintCounts;
  /** the lines are those of a list, not the SKUs of a plan */
  readonly isList?: boolean;
};

export function NeedTable({ lines, printed, isList = false }: NeedTableProps) {
  const t = useTranslations('item-labels');
  const total = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const hasOwnLines = lines.some(({ line }) => line !== undefined);
  const columns: readonly Column<LabelSource>[] = [
    ...(isList ? [] : [{ key: 'name', header: t('sku'), cell: nameCell, total: t('total') }]),
    { key: 'fnsku', header: t('fnsku'), cell: fnskuCell, ...(isList && { total: t('allOfList') }) },
    { key: 'title', header: t('title'), cell: titleOf, wrap: true },
    { key: 'condition', header: t('condition'), cell: conditionOf },
    ...(hasOwnLines ? [{ key: 'line', header: t('ownLine'), cell: ownLineOf, wrap: true }] : []),
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
      cell: ({ key }) => <Quantity value={printed[key] ?? 0} />,
      total: <Quantity value={lines.reduce((sum, { key }) => sum + (printed[key] ?? 0), 0)} />,
    },
  ];
  return (
    <DataTable
      id="labels"
      caption={t('tableCaption')}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
    />
  );
}

const nameCell = ({ name }: LabelSource) => <Code>{name}</Code>;
const fnskuCell = ({ fnsku }: LabelSource) => <Code>{fnsku}</Code>;
const titleOf = ({ title }: LabelSource) => title;
const ownLineOf = ({ line }: LabelSource) => line;
const conditionOf = ({ condition }: LabelSource) => condition;
const neededCell = ({ quantity }: LabelSource) => <Quantity value={quantity} />;
