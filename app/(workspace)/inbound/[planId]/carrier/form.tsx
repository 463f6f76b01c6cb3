'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '#components/action-form';
import { Alert } from '#components/ui/alert';
import { SubmitButton } from '#components/ui/submit-button';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import { formatMoney } from '#lib/i18n';
import { hasLapsed, isFreight } from '#lib/inbound';
import { type Instant, optional, SECOND } from '#lib/kernel';
import { useRunningNow } from '../../../../../components/ui/elapsed-clock.ts';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { SeeCurrent } from '../see-current.tsx';
import { acceptCarrier } from './actions.ts';
import { DeliveryWindows } from './delivery-windows.tsx';
import { OwnCarriers } from './own-carriers.tsx';
import { PartneredCarriers } from './partnered-carriers.tsx';
import { type ProposalView, quotesOf, type WindowsView } from './proposal.ts';

type CarrierFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly proposals: readonly ProposalView[];
  readonly shipments: readonly WindowsView[];
  readonly now: Instant;
  readonly timeZone: string;
  readonly mayShip: boolean;
  /** the proposal that was chosen together with the placement */
  readonly preferred?: string;
  readonly windowsFrom?: Instant;
};

const EVERY_MILLISECONDS = 5 * SECOND;

/** Who takes all boxes; the button says who and for how much. */
export function CarrierForm(props: CarrierFormProps) {
  const { planId, version, proposals, shipments, now, timeZone } = props;
  const t = useTranslations('carrier');
  const isAlive = useHydrated();
  const present = useRunningNow(now, EVERY_MILLISECONDS);
  const lapsed = ({ quoteExpiresAt }: ProposalView) => hasLapsed(quoteExpiresAt, present);
  const partnered = proposals.filter(({ isPartnered }) => isPartnered);
  const own = proposals.filter(({ isPartnered }) => !isPartnered);
  const preferred = proposals.find((one) => one.id === props.preferred && !lapsed(one));
  const usual = preferred ?? partnered.find((one) => !lapsed(one));
  const [chosenId, setChosenId] = useState(usual?.id);
  const chosen = proposals.find(({ id }) => id === chosenId);
  const usable = chosen && !lapsed(chosen) ? chosen : undefined;
  const asksWindow = isAlive
    ? usable?.needsWindow === true
    : proposals.some(({ needsWindow }) => needsWindow);
  const choice = { onChoose: setChosenId, ...(chosenId !== undefined && { chosen: chosenId }) };
  return (
    <ActionForm
      action={acceptCarrier}
      initial={NO_FORM_STATE}
      className="flex flex-1 flex-col gap-4"
    >
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <input type="hidden" name="planId" value={planId} />
          <input type="hidden" name="version" value={version} />
          {quotesOf(proposals).map(({ id, cost }, index) => (
            <span key={id} hidden>
              <input type="hidden" name={`quotes.${index}.id`} value={id} />
              <input type="hidden" name={`quotes.${index}.minor`} value={cost.minor} />
              <input type="hidden" name={`quotes.${index}.currency`} value={cost.currency} />
            </span>
          ))}
          {partnered.length === 0 ? (
            <Alert level="information" title={t('noPartnered')}>
              {t(
                own.some(({ mode }) => isFreight(mode))
                  ? 'noPartneredFreightText'
                  : 'noPartneredText',
              )}
            </Alert>
          ) : (
            <PartneredCarriers
              proposals={partnered}
              lapsed={lapsed}
              now={now}
              timeZone={timeZone}
              problems={problems}
              {...choice}
            />
          )}
          {partnered.some(lapsed) && (
            <Alert level="warning" title={t('lapsedTitle')}>
              {t('lapsedText')}
            </Alert>
          )}
          {own.length > 0 && <OwnCarriers proposals={own} {...choice} />}
          {asksWindow && (
            <DeliveryWindows
              shipments={shipments}
              now={present}
              timeZone={timeZone}
              problems={problems}
              {...optional('from', props.windowsFrom)}
            />
          )}
          {props.mayShip && (
            <StepFooter
              consequence={t('consequence')}
              note={usable && t(usable.isPartnered ? 'notePartnered' : 'noteOwn')}
              primary={<ShipButton isAlive={isAlive} {...(usable && { chosen: usable })} />}
            />
          )}
        </>
      )}
    </ActionForm>
  );
}

type ShipButtonProps = { readonly chosen?: ProposalView; readonly isAlive: boolean };

function ShipButton({ chosen, isAlive }: ShipButtonProps) {
  const t = useTranslations('carrier');
  const locale = useLocale();
  return (
    <SubmitButton size="large" pendingLabel={t('shipping')}>
      {isAlive && chosen ? words(chosen) : t('shipChosen')}
    </SubmitButton>
  );

  function words({ carrierName, cost, isPartnered }: ProposalView): string {
    if (!isPartnered) return t('shipOwn', { carrier: carrierName });
    if (!cost) return t('shipUnquoted', { carrier: carrierName });
    return t('shipFor', { carrier: carrierName, amount: formatMoney(locale, cost) });
  }
}
