import { useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status';
import { SHIPMENT_STATUSES } from '#lib/inbound';

type ShipmentStatusProps = { readonly status: string };

const KNOWN = [
  ...SHIPMENT_STATUSES,
  'CANCELLED',
  'DELETED',
  'ABANDONED',
  'MIXED',
  'UNCONFIRMED',
] as const;

const BAD = new Set(['CANCELLED', 'DELETED', 'ABANDONED']);

/** Amazon's word for where a shipment is, in the reader's language; a word of tomorrow as it is. */
export function ShipmentStatus({ status }: ShipmentStatusProps) {
  return <Status tone={toneOf(status)}>{useStatusWord()(status)}</Status>;
}

export function useStatusWord(): (status: string) => string {
  const t = useTranslations('receiving');
  return (status) => {
    const known = KNOWN.find((word) => word === status);
    return known ? t(`statuses.${known}`) : status;
  };
}

function toneOf(status: string): Tone {
  if (BAD.has(status)) return 'danger';
  return status === 'CLOSED' ? 'success' : 'info';
}
