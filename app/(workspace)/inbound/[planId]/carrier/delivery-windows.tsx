import { useLocale, useTranslations } from 'next-intl';
import { Select } from '#components/ui/select';
import { formatDate, formatDateTime } from '#lib/i18n';
import { hasLapsed, type WindowOffer } from '#lib/inbound';
import type { Instant, Problem } from '#lib/kernel';
import type { WindowsView } from './proposal.ts';

type DeliveryWindowsProps = {
  readonly shipments: readonly WindowsView[];
  readonly now: Instant;
  readonly timeZone: string;
  readonly problems: readonly Problem[];
  /** stands chosen: the first window from then on */
  readonly from?: Instant;
};

const KNOWN = ['AVAILABLE', 'CONGESTED', 'DISCOUNTED', 'BLOCKED'] as const;

/** When each shipment is to arrive, out of what the warehouse has room for. */
export function DeliveryWindows(props: DeliveryWindowsProps) {
  const { shipments, now, timeZone, problems, from = 0 } = props;
  const t = useTranslations('carrier');
  const locale = useLocale();

  function mayTake(window: Omit<WindowOffer, 'shipmentId'>): boolean {
    return window.availability !== 'BLOCKED' && !hasLapsed(window.validUntil, now);
  }

  function usual(windows: WindowsView['windows']): string {
    const open = windows.filter(mayTake);
    return (open.find(({ startsAt }) => startsAt >= from) ?? open[0])?.id ?? '';
  }

  function label({ availability, startsAt, endsAt }: Omit<WindowOffer, 'shipmentId'>): string {
    const known = KNOWN.find((word) => word === availability);
    return t('window', {
      from: formatDate(locale, startsAt, timeZone),
      to: formatDate(locale, endsAt, timeZone),
      availability: known ? t(`availability.${known}`) : availability,
    });
  }

  return (
    <section className="flex flex-col gap-3 rounded border border-line bg-surface p-3">
      <div>
        <h3 className="font-semibold">{t('windows')}</h3>
        <p className="text-sm text-muted">{t('windowsText')}</p>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        {shipments.map(({ shipmentId, destination, windows, validUntil }) => (
          <Select
            key={shipmentId}
            name={`windows.${shipmentId}`}
            label={t('windowFor', { destination })}
            problems={problems}
            {...(validUntil !== undefined && {
              hint: t('windowsUntil', { time: formatDateTime(locale, validUntil, timeZone) }),
            })}
            placeholder={windows.length === 0 ? t('noWindows') : t('chooseWindow')}
            defaultValue={usual(windows)}
            options={windows.map((window) => ({
              value: window.id,
              label: label(window),
              disabled: !mayTake(window),
            }))}
          />
        ))}
      </div>
    </section>
  );
}
