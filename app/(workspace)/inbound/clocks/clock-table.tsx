import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table';
import { Deadline } from '#components/ui/deadline';
import { Code, MoneyText } from '#components/ui/figures';
import { TextLink } from '#components/ui/text-link';
import type { PlanClock } from '#lib/inbound/server';
import { HOUR, type Instant, marketplaceById } from '#lib/kernel';
import type { Span } from './spans.ts';

type ClockTableProps = {
  readonly span: Span;
  readonly clocks: readonly PlanClock[];
  readonly now: Instant;
};

/** Clocks with about as much time left: what lapses, what hangs on it, and where to act. */
export function ClockTable({ span, clocks, now }: ClockTableProps) {
  const t = useTranslations('clocks');
  const steps = useTranslations('steps');
  const inbound = useTranslations('inbound');
  return (
    <DataTable
      id={`clocks-${span}`}
      caption={t(`spans.${span}`)}
      rows={clocks}
      rowKey={({ planId, kind, shipment = '' }) => `${planId} ${kind} ${shipment}`}
      grow
      columns={[
        {
          key: 'kind',
          header: t('columns.kind'),
          cell: ({ kind }) => (
            <>
              <span className="font-medium">{t(`kinds.${kind}.name`)}</span>
              <span className="block text-sm text-muted">{t(`kinds.${kind}.then`)}</span>
            </>
          ),
          wrap: true,
        },
        {
          key: 'at',
          header: t('columns.at'),
          cell: ({ at, marketplaceId }) => (
            <Deadline
              at={at}
              now={now}
              timeZone={marketplaceById(marketplaceId)?.timeZone ?? 'UTC'}
              urgentBelow={2 * HOUR}
            />
          ),
        },
        {
          key: 'stake',
          header: t('columns.stake'),
          numeric: true,
          cell: ({ money, units }) => {
            if (money) return <MoneyText amount={money} />;
            return units === undefined ? null : t('units', { count: units });
          },
        },
        {
          key: 'plan',
          header: t('columns.plan'),
          cell: ({ planId, planName, shipment }) => (
            <>
              <TextLink href={`/inbound/${planId}`}>
                {planName === '' ? inbound('unnamed') : planName}
              </TextLink>
              {shipment !== undefined && (
                <span className="block">
                  <Code>{shipment}</Code>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'step',
          header: t('columns.step'),
          cell: ({ planId, place }) => (
            <TextLink href={`/inbound/${planId}/${place}`}>
              {place === 'cancel' ? inbound('cancel.link') : steps(place)}
            </TextLink>
          ),
        },
      ]}
    />
  );
}
