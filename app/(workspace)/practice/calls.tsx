import { getTranslations } from 'next-intl/server';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import { DateTimeText } from '#components/ui/times';
import type { recentCalls } from '#lib/context/server';

type Call = ReturnType<typeof recentCalls>[number];
type CallsProps = { readonly calls: readonly Call[]; readonly timeZone: string };

/** What was asked of Amazon through this connection, the newest first. */
export async function Calls({ calls, timeZone }: CallsProps) {
  const t = await getTranslations('practice.calls');
  const columns: readonly Column<Call>[] = [
    {
      key: 'at',
      header: t('at'),
      cell: ({ at }) => <DateTimeText at={at} timeZone={timeZone} />,
    },
    { key: 'operation', header: t('operation'), cell: ({ operation }) => <Code>{operation}</Code> },
    {
      key: 'status',
      header: t('status'),
      numeric: true,
      cell: ({ status }) => status ?? t('none'),
    },
    {
      key: 'attempt',
      header: t('attempt'),
      numeric: true,
      cell: ({ attempt }) => <Quantity value={attempt} />,
    },
    {
      key: 'milliseconds',
      header: t('milliseconds'),
      numeric: true,
      cell: ({ milliseconds }) => <Quantity value={Math.round(milliseconds)} />,
    },
    { key: 'codes', header: t('codes'), cell: ({ codes }) => codes.join(', ') || '—' },
  ];
  return (
    <DataTable
      id="calls"
      caption={t('title')}
      columns={columns}
      rows={calls}
      rowKey={({ at, operation, attempt, requestId }) =>
        `${at} ${operation} ${attempt} ${requestId}`
      }
      empty={<p className="text-muted">{t('empty')}</p>}
    />
  );
}
