import { getTranslations } from 'next-intl/server';
import { DataTable } from '#components/ui/data-table';
import { Code, MoneyText } from '#components/ui/figures';
import { DateTimeText } from '#components/ui/times';
import { moneyOf } from '#lib/inbound/server';
import { sumMoney } from '#lib/kernel';
import type { PlanPage } from './plan-page.ts';

type MoneyTableProps = { readonly page: PlanPage };

/** What Amazon took for the plan and gave back; nothing while there was nothing. */
export async function MoneyTable({ page }: MoneyTableProps) {
  const t = await getTranslations('inbound.money');
  const { context, plan, timeZone } = page;
  const entries = await moneyOf(context, plan.id);
  const total = sumMoney(entries.map(({ amount }) => amount));
  if (!total) return null;
  const names = new Map(plan.shipments.map(({ id, confirmationId }) => [id, confirmationId ?? id]));
  return (
    <DataTable
      id="plan-money"
      caption={t('title')}
      rows={entries}
      rowKey={({ id }) => id}
      grow
      columns={[
        {
          key: 'at',
          header: t('at'),
          cell: ({ at }) => <DateTimeText at={at} timeZone={timeZone} />,
          total: t('total'),
        },
        { key: 'what', header: t('what'), cell: ({ kind }) => t(`kinds.${kind}`) },
        {
          key: 'of',
          header: t('of'),
          cell: ({ subject }) => names.has(subject) && <Code>{names.get(subject) ?? subject}</Code>,
        },
        {
          key: 'amount',
          header: t('amount'),
          numeric: true,
          cell: ({ amount }) => <MoneyText amount={amount} />,
          total: <MoneyText amount={total} />,
        },
      ]}
    />
  );
}
