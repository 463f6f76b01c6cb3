import { useTranslations } from 'next-intl';
import { Status } from '#components/ui/status';

type TrackingStatusProps = { readonly status: string };

const KNOWN = ['CONFIRMED', 'ACCEPTED', 'NOT_VALIDATED'] as const;

/** What Amazon says of a number. */
export function TrackingStatus({ status }: TrackingStatusProps) {
  const t = useTranslations('tracking');
  const known = KNOWN.find((word) => word === status);
  if (!known) return <Status tone="neutral">{t('amazonSays', { status })}</Status>;
  return (
    <Status tone={known === 'NOT_VALIDATED' ? 'warning' : 'success'}>
      {t('amazonSays', { status: t(`statuses.${known}`) })}
    </Status>
  );
}
