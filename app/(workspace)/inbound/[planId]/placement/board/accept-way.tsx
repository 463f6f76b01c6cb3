'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import type { BoardPlacement } from '#lib/inbound';
import { useHydrated } from '../../../../../../components/ui/hydrated.ts';
import { SeeCurrent } from '../../see-current.tsx';
import { acceptWay } from './actions.ts';
import { useWayWords, type Way } from './way.ts';

type AcceptWayProps = {
  readonly planId: string;
  readonly version: number;
  readonly placements: readonly BoardPlacement[];
  readonly currency: string;
  readonly mayAccept: boolean;
  readonly ways: readonly Way[];
  readonly chosen: Way;
  readonly children: ReactNode;
};

/** The form around what is chosen from; its button says the fee and who is to take the boxes. */
export function AcceptWay(props: AcceptWayProps) {
  const { planId, version, placements, currency, chosen, mayAccept } = props;
  const t = useTranslations('board');
  const isAlive = useHydrated();
  const { amount, carrierName } = useWayWords(currency);
  const rounds = placements.flatMap(({ id, rounds: list }) =>
    list.map(({ startsAt }, index) => [`${id}~${index}`, startsAt] as const),
  );
  return (
    <ActionForm action={acceptWay} initial={NO_FORM_STATE} className="flex flex-col gap-4">
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <input type="hidden" name="planId" value={planId} />
          <input type="hidden" name="version" value={version} />
          {placements.map(({ id, fee }, index) => (
            <span key={id} hidden>
              <input type="hidden" name={`offers.${index}.id`} value={id} />
              <input type="hidden" name={`offers.${index}.minor`} value={fee} />
              <input type="hidden" name={`offers.${index}.currency`} value={currency} />
            </span>
          ))}
          {rounds.map(([name, startsAt]) => (
            <input key={name} type="hidden" name={`rounds.${name}`} value={startsAt} />
          ))}
          {props.children}
          {mayAccept && (
            <StepFooter
              consequence={t('consequence')}
              primary={
                <SubmitButton size="large" pendingLabel={t('accepting')}>
                  {isAlive
                    ? t('accept', {
                        amount: amount(chosen.placement.fee),
                        count: chosen.placement.shipments.length,
                        carrier: carrierName(chosen.carrier),
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
