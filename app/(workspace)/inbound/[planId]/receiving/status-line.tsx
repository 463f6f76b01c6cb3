import { useTranslations } from 'next-intl';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { Icon } from '#components/ui/icon';
import { SHIPMENT_STATUSES } from '#lib/inbound';
import { ShipmentStatus, useStatusWord } from '../shipment-status.tsx';

type StatusLineProps = { readonly status: string };

/** The way of a shipment with the place where it is; what has left the way is only named. */
export function StatusLine({ status }: StatusLineProps) {
  const t = useTranslations('receiving');
  const word = useStatusWord();
  const position = SHIPMENT_STATUSES.findIndex((known) => known === status);
  if (position === -1) return <ShipmentStatus status={status} />;
  return (
    <ol aria-label={t('way')} className="flex flex-wrap gap-y-1">
      {SHIPMENT_STATUSES.map((known, index) => {
        const isPast = index < position || (index === position && status === 'CLOSED');
        const isHere = index === position;
        return (
          <li
            key={known}
            {...(isHere && { 'aria-current': 'step' as const })}
            className={classNames(
              'flex min-h-7 flex-1 basis-24 items-center gap-1 border-t-[3px] pe-2 pt-1 text-sm whitespace-nowrap',
              isHere && 'border-mark font-semibold',
              !isHere && isPast && 'border-primary',
              !isHere && !isPast && 'border-dotted border-edge text-muted',
            )}
          >
            {isPast && <Icon name="check" className="size-3.5 text-success" />}
            {isHere && !isPast && <Icon name="dot" className="size-3.5" />}
            {word(known)}
            <span className="sr-only">{isHere ? t('isHere') : isPast && t('isPast')}</span>
          </li>
        );
      })}
    </ol>
  );
}
