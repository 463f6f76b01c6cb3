'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import type { Channel, Listing } from '#lib/listings';
import { convertRows } from './actions.ts';
import { ConversionRow } from './conversion-row.tsx';
import { SetForAll } from './set-for-all.tsx';

type ConversionFormProps = {
  readonly to: Channel;
  readonly listings: readonly Listing[];
  readonly units: 'imperial' | 'metric';
  /** the ids that the page's address names */
  readonly ids?: string;
  readonly planId?: string;
};

const NOTHING_ENTERED: Readonly<Record<string, string>> = {};

/** What must be declared of each listing before it is changed over, one block per SKU. */
export function ConversionForm({ to, listings, units, ids = '', planId }: ConversionFormProps) {
  const t = useTranslations('convert');
  const count = listings.length;
  return (
    <ActionForm
      action={convertRows}
      initial={NO_FORM_STATE}
      id="convert"
      className="flex flex-1 flex-col gap-3"
    >
      {({ problems, entered }) => (
        <>
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="ids" value={ids} />
          {planId !== undefined && <input type="hidden" name="planId" value={planId} />}
          {to === 'amazon' && count > 1 && <SetForAll units={units} />}
          {listings.map((listing) => (
            <ConversionRow
              key={listing.id}
              to={to}
              listing={listing}
              units={units}
              problems={problems}
              entered={entered ?? NOTHING_ENTERED}
            />
          ))}
          <StepFooter
            consequence={t(`${to}.consequence`)}
            note={t(`${to}.note`)}
            primary={
              <SubmitButton pendingLabel={t('starting')}>
                {t(`${to}.submit`, { count })}
              </SubmitButton>
            }
          />
        </>
      )}
    </ActionForm>
  );
}
