'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '#components/action-form';
import { Disclosure } from '#components/ui/disclosure';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { formatMoney } from '#lib/i18n';
import { hasLapsed } from '#lib/inbound';
import { type Instant, sumMoney } from '#lib/kernel';
import { HiddenRef } from '../hidden-ref.tsx';
import { acceptApart } from './actions.ts';
import { DeliveryWindows } from './delivery-windows.tsx';
import { useModeText } from './mode-text.ts';
import type { ApartView, ProposalView, WindowsView } from './proposal.ts';

type ApartFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly currency: string;
  readonly shipments: readonly ApartView[];
  readonly windows: readonly WindowsView[];
  readonly now: Instant;
  readonly timeZone: string;
};

/** A carrier of its own for every shipment, where Amazon lets them mix. */
export function ApartForm(props: ApartFormProps) {
  const { planId, version, currency, shipments, windows, now, timeZone } = props;
  const t = useTranslations('carrier');
  const locale = useLocale();
  const modeText = useModeText();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const picks = shipments.flatMap(({ shipmentId, proposals }) =>
    proposals.filter(({ id }) => id === chosen[shipmentId]),
  );
  const total = sumMoney(picks.flatMap(({ cost }) => (cost ? [cost] : [])));

  function label({ carrierName, mode, cost, isPartnered }: ProposalView): string {
    const unpriced = t(isPartnered ? 'apart.unquoted' : 'apart.own');
    const price = cost ? formatMoney(locale, cost) : unpriced;
    return t('apart.option', { carrier: carrierName, mode: modeText(mode), price });
  }

  return (
    <Disclosure summary={t('apart.title')}>
      <ActionForm
        action={acceptApart}
        initial={NO_FORM_STATE}
        className="flex flex-col gap-4 rounded border border-line bg-surface p-3"
      >
        {({ problems }) => (
          <>
            <HiddenRef planId={planId} version={version} />
            <input type="hidden" name="currency" value={currency} />
            <input type="hidden" name="minor" value={total?.minor ?? ''} />
            <p className="text-muted">{t('apart.text')}</p>
            <div className="grid gap-3 sm:grid-cols-2">
              {shipments.map(({ shipmentId, destination, proposals }) => (
                <Select
                  key={shipmentId}
                  name={`carriers.${shipmentId}`}
                  label={t('apart.carrierFor', { destination })}
                  problems={problems}
                  placeholder={t('carrier')}
                  value={chosen[shipmentId] ?? ''}
                  onChange={({ target }) =>
                    setChosen((before) => ({ ...before, [shipmentId]: target.value }))
                  }
                  options={proposals.map((proposal) => ({
                    value: proposal.id,
                    label: label(proposal),
                    disabled: hasLapsed(proposal.quoteExpiresAt, now),
                  }))}
                />
              ))}
            </div>
            {picks.some(({ needsWindow }) => needsWindow) && (
              <DeliveryWindows
                shipments={windows.filter(({ shipmentId }) =>
                  shipments.some(
                    (each) =>
                      each.shipmentId === shipmentId &&
                      each.proposals.some(
                        ({ id, needsWindow }) => needsWindow && id === chosen[shipmentId],
                      ),
                  ),
                )}
                now={now}
                timeZone={timeZone}
                problems={problems}
              />
            )}
            <p>{total && t('apart.total', { amount: formatMoney(locale, total) })}</p>
            <SubmitButton pendingLabel={t('shipping')} className="self-start">
              {t('apart.ship')}
            </SubmitButton>
          </>
        )}
      </ActionForm>
    </Disclosure>
  );
}
