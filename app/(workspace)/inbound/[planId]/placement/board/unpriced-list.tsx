import { useLocale, useTranslations } from 'next-intl';
import { formatList } from '#lib/i18n';
import type { BoardPlacement, Unpriced } from '#lib/inbound';
import { useWayWords } from './way.ts';

type UnpricedListProps = {
  readonly placements: readonly BoardPlacement[];
  readonly unpriced: readonly Unpriced[];
  readonly currency: string;
};

/** What stands on no picture, and why. */
export function UnpricedList({ placements, unpriced, currency }: UnpricedListProps) {
  const t = useTranslations('board');
  const locale = useLocale();
  const { placementName } = useWayWords(currency);
  if (unpriced.length === 0) return null;
  const lines = placements.flatMap((placement) => {
    const own = unpriced.filter(({ placementId }) => placementId === placement.id);
    return [...new Set(own.map(({ reason }) => reason))].map((reason) => {
      const ids = new Set(own.flatMap((one) => (one.reason === reason ? [one.carrierId] : [])));
      const names = placement.carriers.flatMap(({ id, carrierName }) =>
        ids.has(id) ? [carrierName] : [],
      );
      return { key: `${placement.id} ${reason}`, placement, reason, names };
    });
  });
  return (
    <section aria-labelledby="unpriced">
      <h3 id="unpriced" className="text-sm font-semibold">
        {t('unpriced')}
      </h3>
      <ul className="list-disc ps-5 text-sm text-muted">
        {lines.map(({ key, placement, reason, names }) => (
          <li key={key}>
            {t('unpricedLine', {
              placement: placementName(placement),
              carriers: formatList(locale, names),
              reason: t(`reasons.${reason}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
