'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '#components/action-form';
import { Alert } from '#components/ui/alert';
import { Deadline } from '#components/ui/deadline';
import { useRunningNow } from '../../../../../components/ui/elapsed-clock.ts';
import { MoneyText } from '#components/ui/figures';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { RadioCards } from '#components/ui/radio-cards';
import { Badge } from '#components/ui/status';
import { SubmitButton } from '#components/ui/submit-button';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import { formatMoney } from '#lib/i18n';
import { hasLapsed } from '#lib/inbound';
import { type Instant, SECOND } from '#lib/kernel';
import { SeeCurrent } from '../see-current.tsx';
import { acceptPlacement } from './actions.ts';
import type { OfferView } from './offer.ts';
import { OfferDetail } from './offer-detail.tsx';

type PlacementFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly offers: readonly OfferView[];
  readonly now: Instant;
  readonly timeZone: string;
  readonly mayAccept: boolean;
};

const EVERY_MILLISECONDS = 5 * SECOND;

/** All options side by side; the button says what the chosen one costs and into how many parts it goes. */
export function PlacementForm(props: PlacementFormProps) {
  const { planId, version, offers, now, timeZone, mayAccept } = props;
  const t = useTranslations('placement');
  const locale = useLocale();
  const isAlive = useHydrated();
  const present = useRunningNow(now, EVERY_MILLISECONDS);
  const standing = offers.filter(({ expiresAt }) => !hasLapsed(expiresAt, present));
  const [chosenId, setChosenId] = useState(standing[0]?.id);
  const chosen = standing.find(({ id }) => id === chosenId);
  const least = standing[0]?.fee.minor;
  return (
    <ActionForm
      action={acceptPlacement}
      initial={NO_FORM_STATE}
      className="flex flex-1 flex-col gap-4"
    >
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <input type="hidden" name="planId" value={planId} />
          <input type="hidden" name="version" value={version} />
          {offers.map(({ id, fee }, index) => (
            <span key={id} hidden>
              <input type="hidden" name={`offers.${index}.id`} value={id} />
              <input type="hidden" name={`offers.${index}.minor`} value={fee.minor} />
              <input type="hidden" name={`offers.${index}.currency`} value={fee.currency} />
            </span>
          ))}
          <RadioCards
            name="offerId"
            legend={t('legend')}
            hint={t('inferred')}
            columns
            problems={problems}
            onChoose={setChosenId}
            {...(chosenId !== undefined && { chosen: chosenId })}
            options={offers.map((offer) => ({
              value: offer.id,
              title: (
                <span className="inline-flex flex-wrap items-center gap-2">
                  {t(`kinds.${offer.kind}`)}
                  {offer.fee.minor === least && standing.includes(offer) && (
                    <Badge tone="success">{t('cheapest')}</Badge>
                  )}
                </span>
              ),
              figure: <MoneyText amount={offer.fee} />,
              detail: (
                <>
                  <span className="block">{t(`kindText.${offer.kind}`)}</span>
                  {offer.expiresAt !== undefined && (
                    <span className="mt-2 block">
                      <Deadline at={offer.expiresAt} now={now} timeZone={timeZone} />
                    </span>
                  )}
                  <OfferDetail offer={offer} />
                </>
              ),
              ...(!standing.includes(offer) && { unavailable: t('lapsed') }),
            }))}
          />
          {mayAccept && standing.length > 0 && (
            <Alert level="warning" title={t('finalTitle')}>
              {t('finalText')}
            </Alert>
          )}
          {mayAccept && standing.length > 0 && (
            <StepFooter
              consequence={t('consequence')}
              primary={
                <SubmitButton size="large" pendingLabel={t('accepting')}>
                  {isAlive && chosen
                    ? t('accept', {
                        amount: formatMoney(locale, chosen.fee),
                        count: chosen.shipments.length,
                      })
                    : t('acceptChosen')}
                </SubmitButton>
              }
            />
          )}
        </>
      )}
    </ActionForm>
  );
}
