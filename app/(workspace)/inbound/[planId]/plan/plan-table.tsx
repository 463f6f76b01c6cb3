import { getTranslations } from 'next-intl/server';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import { PlainDateText } from '#components/ui/times';
import { type InboundPlan, type PlanLine, unitCount } from '#lib/inbound';

type PlanTableProps = { readonly plan: InboundPlan };
type Words = Awaited<ReturnType<typeof getTranslations<'plan'>>>;

/** What Amazon has been told, where it can no longer be changed. */
export async function PlanTable({ plan }: PlanTableProps) {
  const t = await getTranslations('plan');
  return (
    <DataTable
      id="plan-lines"
      caption={t('quantities')}
      captionHidden
      rows={plan.lines}
      rowKey={({ sku, expiry }) => `${sku} ${expiry}`}
      columns={columns(t, unitCount(plan))}
    />
  );
}

function columns(t: Words, total: number): readonly Column<PlanLine>[] {
  return [
    { key: 'sku', header: 'SKU', cell: ({ sku }) => <Code>{sku}</Code> },
    { key: 'title', header: t('title'), cell: ({ title }) => title, wrap: true },
    {
      key: 'quantity',
      header: t('units'),
      numeric: true,
      cell: ({ quantity }) => <Quantity value={quantity} />,
      total: <Quantity value={total} />,
    },
    {
      key: 'packing',
      header: t('packing'),
      cell: (line) =>
        line.case
          ? t('caseChoice', { name: line.case.name, count: line.case.unitsPerCase })
          : t('individual'),
    },
    {
      key: 'expiry',
      header: t('expiry'),
      cell: ({ expiry }) => (expiry === undefined ? '—' : <PlainDateText day={expiry} />),
    },
  ];
}
