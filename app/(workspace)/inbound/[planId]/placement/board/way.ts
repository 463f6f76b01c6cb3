import { useLocale, useTranslations } from 'next-intl';
import { formatMoney } from '#lib/i18n';
import {
  type BoardCarrier,
  type BoardPlacement,
  type BoardPoint,
  type BoardRow,
  PARTNERED,
} from '#lib/inbound';
import { money } from '#lib/kernel';

/** A row of the board with what it stands for. */
export type Way = BoardRow & {
  readonly key: string;
  readonly placement: BoardPlacement;
  readonly carrier: BoardCarrier;
};

/** What the rows of the board stand for, in the reader's words. */
export function useWayWords(currency: string) {
  const t = useTranslations('board');
  const kinds = useTranslations('placement');
  const locale = useLocale();
  const amount = (minor: number) => formatMoney(locale, money(minor, currency));

  function placementName({ kind, shipments }: BoardPlacement): string {
    const centres = shipments.map(({ warehouseId }) => warehouseId ?? '?').join(', ');
    return `${kinds(`kinds.${kind}`)} (${centres})`;
  }

  function carrierName({ solution, carrierName: carrier }: BoardCarrier): string {
    return t(solution === PARTNERED ? 'partnered' : 'own', { carrier });
  }

  function choiceName({ placement, carrier, point }: Way): string {
    return t('choose', {
      placement: placementName(placement),
      carrier: carrierName(carrier),
      total: amount(point.total),
      days: point.days,
    });
  }

  return { amount, placementName, carrierName, choiceName };
}

/** When the first window of the way's round opens. */
export function opensAt(placement: BoardPlacement, { round }: BoardPoint): number | undefined {
  return round === undefined ? undefined : placement.rounds[round]?.startsAt;
}
