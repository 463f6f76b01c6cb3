'use client';

import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table';
import { Badge } from '#components/ui/status';
import { DateText } from '#components/ui/times';
import { opensAt, useWayWords, type Way } from './way.ts';

type WaysTableProps = {
  readonly ways: readonly Way[];
  readonly chosenKey: string | undefined;
  readonly currency: string;
  readonly timeZone: string;
  readonly cheapestKey: string | undefined;
  readonly fastestKey: string | undefined;
  readonly onChoose: (key: string) => void;
};

/** The picture in figures; its radios are how a way is chosen. */
export function WaysTable(props: WaysTableProps) {
  const { ways, chosenKey, currency, timeZone, onChoose } = props;
  const t = useTranslations('board');
  const { amount, placementName, carrierName, choiceName } = useWayWords(currency);
  return (
    <DataTable
      id="ways"
      caption={t('table')}
      rows={ways}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'choose',
          header: <span className="sr-only">{t('columns.choose')}</span>,
          cell: (way) => (
            <input
              type="radio"
              name="way"
              value={way.key}
              aria-label={choiceName(way)}
              checked={way.key === chosenKey}
              onChange={() => onChoose(way.key)}
              className="size-4"
            />
          ),
        },
        {
          key: 'placement',
          header: t('columns.placement'),
          cell: ({ placement }) => placementName(placement),
          wrap: true,
        },
        {
          key: 'carrier',
          header: t('columns.carrier'),
          cell: ({ carrier, alike }) => (
            <>
              {carrierName(carrier)}
              {alike.length > 0 && (
                <span className="block text-sm text-muted">
                  {t('alike', { count: alike.length })}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'window',
          header: t('columns.window'),
          cell: ({ placement, point }) => {
            const at = opensAt(placement, point);
            return at === undefined ? t('noWindow') : <DateText at={at} timeZone={timeZone} />;
          },
        },
        {
          key: 'fee',
          header: t('columns.fee'),
          numeric: true,
          cell: ({ point }) => amount(point.lines.placement),
        },
        {
          key: 'freight',
          header: t('columns.freight'),
          numeric: true,
          cell: ({ point }) => amount(point.lines.freight),
        },
        {
          key: 'total',
          header: t('columns.total'),
          numeric: true,
          cell: ({ point }) => <strong>{amount(point.total)}</strong>,
        },
        {
          key: 'days',
          header: t('columns.days'),
          numeric: true,
          cell: ({ point }) => point.days,
        },
        {
          key: 'marks',
          header: <span className="sr-only">{t('columns.marks')}</span>,
          cell: (way) => <Marks way={way} {...props} />,
        },
      ]}
    />
  );
}

function Marks({ way, cheapestKey, fastestKey }: WaysTableProps & { readonly way: Way }) {
  const t = useTranslations('board');
  return (
    <span className="flex gap-1">
      {way.key === cheapestKey && <Badge tone="success">{t('cheapest')}</Badge>}
      {way.key === fastestKey && <Badge tone="info">{t('fastest')}</Badge>}
      {way.point.isUndominated && way.key !== cheapestKey && way.key !== fastestKey && (
        <Badge tone="neutral">{t('undominated')}</Badge>
      )}
    </span>
  );
}
