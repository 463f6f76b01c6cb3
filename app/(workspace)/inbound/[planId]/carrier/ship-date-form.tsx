'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { SeeCurrent } from '../see-current.tsx';
import { askForCarriers } from './actions.ts';

type ShipDateFormProps = {
  readonly planId: string;
  readonly version: number;
  /** today in the store's calendar */
  readonly today: string;
  readonly shipDate?: string;
  readonly timeZone: string;
  /** carriers were asked for before */
  readonly isAgain: boolean;
};

/** Quotes and delivery windows go by the day on which the boxes leave. */
export function ShipDateForm(props: ShipDateFormProps) {
  const { planId, version, today, shipDate = today, timeZone, isAgain } = props;
  const t = useTranslations('carrier');
  return (
    <ActionForm
      action={askForCarriers}
      initial={NO_FORM_STATE}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-3"
    >
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <input type="hidden" name="planId" value={planId} />
          <input type="hidden" name="version" value={version} />
          <div className="flex flex-wrap items-end gap-3">
            <TextField
              name="shipDate"
              type="date"
              label={t('shipDate')}
              hint={t('shipDateHint', { zone: timeZone })}
              min={today}
              defaultValue={shipDate < today ? today : shipDate}
              problems={problems}
              className="max-w-md"
            />
            <SubmitButton variant={isAgain ? 'secondary' : 'primary'}>
              {t(isAgain ? 'askAgain' : 'ask')}
            </SubmitButton>
          </div>
          {isAgain && <p className="text-sm text-muted">{t('askAgainText')}</p>}
        </>
      )}
    </ActionForm>
  );
}
