import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import { Badge } from '#components/ui/status';
import { DateTimeText } from '#components/ui/times';
import type { PlanShipment } from '#lib/inbound';
import type { PrintEntry } from '#lib/inbound/server';

type PaperLogProps = {
  readonly prints: readonly PrintEntry[];
  readonly shipments: readonly PlanShipment[];
  readonly timeZone: string;
};

/** Which papers were printed, by whom, and which of them again. */
export function PaperLog({ prints, shipments, timeZone }: PaperLogProps) {
  const t = useTranslations('papers');
  const names = new Map(shipments.map(({ id, confirmationId }) => [id, confirmationId ?? id]));
  const nameOf = (kind: string): string =>
    t.has(`kinds.${kind as 'prep'}.name`) ? t(`kinds.${kind as 'prep'}.name`) : kind;
  return (
    <DataTable
      id="paper-log"
      caption={t('log')}
      rows={prints}
      rowKey={({ subject, printedAt, kind }) => `${subject} ${printedAt} ${kind}`}
      empty={<p className="text-muted">{t('nothingPrinted')}</p>}
      grow
      columns={[
        {
          key: 'at',
          header: t('logWhen'),
          cell: ({ printedAt }) => <DateTimeText at={printedAt} timeZone={timeZone} />,
        },
        { key: 'who', header: t('logWho'), cell: ({ actorName }) => actorName },
        {
          key: 'what',
          header: t('logWhat'),
          cell: ({ kind, subject, isReprint }) => (
            <>
              {nameOf(kind)} {subject !== '' && <Code>{names.get(subject) ?? subject}</Code>}{' '}
              {isReprint && <Badge tone="warning">{t('reprint')}</Badge>}
            </>
          ),
        },
        { key: 'printer', header: t('logPrinter'), cell: ({ printer }) => printer },
        {
          key: 'count',
          header: t('logCount'),
          numeric: true,
          cell: ({ labelCount }) => <Quantity value={labelCount} />,
        },
      ]}
    />
  );
}
