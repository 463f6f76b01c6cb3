'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { formatDateTime } from '#lib/i18n';
import type { Instant } from '#lib/kernel';
import { HiddenRef } from '../hidden-ref.tsx';
import { takeOtherWindow } from './actions.ts';
import { DeliveryWindows } from './delivery-windows.tsx';
import type { WindowsView } from './proposal.ts';

type ChangeWindowProps = {
  readonly planId: string;
  readonly version: number;
  readonly shipment: WindowsView;
  readonly until: Instant;
  readonly now: Instant;
  readonly timeZone: string;
};

/** Another delivery window for one shipment, while Amazon lets it be changed. */
export function ChangeWindow({
  planId,
  version,
  shipment,
  until,
  now,
  timeZone,
}: ChangeWindowProps) {
  const t = useTranslations('carrier.change');
  const locale = useLocale();
  return (
    <ActionForm
      action={takeOtherWindow}
      initial={NO_FORM_STATE}
      className="flex flex-col items-start gap-2"
    >
      {({ problems }) => (
        <>
          <HiddenRef planId={planId} version={version} />
          <input type="hidden" name="shipmentId" value={shipment.shipmentId} />
          <DeliveryWindows
            shipments={[shipment]}
            now={now}
            timeZone={timeZone}
            problems={problems}
          />
          <p className="text-sm text-muted">
            {t('until', { time: formatDateTime(locale, until, timeZone) })}
          </p>
          <SubmitButton variant="secondary">
            {t('button', { destination: shipment.destination })}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
