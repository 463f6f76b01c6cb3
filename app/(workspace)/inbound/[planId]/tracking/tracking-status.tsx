import { useTranslations } from 'next-intl';
import { Status } from '#components/ui/status';

type TrackingStatusProps = { readonly status: string };

const TONES = { VALIDATED: 'success', NOT_VALIDATED: 'warning', NOT_SUPPORTED: 'neutral' } as const;
const KNOWN = ['VALIDATED', 'NOT_VALIDATED', 'NOT_SUPPORTED'] as const;

/** What Amazon says of a number. */
export function TrackingStatus({ status }: TrackingStatusProps) {
  const t = useTranslations('tracking');
  const known = KNOWN.find((word) => word === status);
  if (!known) return <Status tone="neutral">{t('amazonSays', { status })}</Status>;
  return <Status tone={TONES[known]}>{t('amazonSays', { status: t(`statuses.${known}`) })}</Status>;
}
