import { getLocale, getTranslations } from 'next-intl/server';
import { Disclosure } from '#components/ui/disclosure';
import { formatDateTime, formatPlainDate } from '#lib/i18n';
import type { BoardPlacement } from '#lib/inbound';
import type { LookUp } from '#lib/inbound/server';

type LookUpHistoryProps = {
  readonly lookUps: readonly LookUp[];
  readonly placements: readonly BoardPlacement[];
  readonly timeZone: string;
};

/** Every answer that Amazon gave, with what was asked. */
export async function LookUpHistory({ lookUps, placements, timeZone }: LookUpHistoryProps) {
  const t = await getTranslations('board');
  const kinds = await getTranslations('placement');
  const locale = await getLocale();
  if (lookUps.length === 0) return null;
  const kindOf = new Map(placements.map(({ id, kind }) => [id, kind]));
  return (
    <Disclosure summary={t('history', { count: lookUps.length })}>
      <ul className="text-sm text-muted">
        {lookUps.map(({ placementId, at, shipDate, isCurrent }) => {
          const kind = kindOf.get(placementId);
          return (
            <li key={`${placementId} ${at}`}>
              {t('historyLine', {
                time: formatDateTime(locale, at, timeZone),
                placement: kind ? kinds(`kinds.${kind}`) : t('formerPlacement'),
                date: formatPlainDate(locale, shipDate),
              })}{' '}
              ({t(isCurrent ? 'historyCurrent' : 'historyGone')})
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
