'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { SeeCurrent } from '../../see-current.tsx';
import { lookUpCarriers } from './actions.ts';

type LookUpFormProps = {
  readonly planId: string;
  readonly version: number;
  /** today in the store's calendar */
  readonly today: string;
  readonly shipDate?: string;
  readonly timeZone: string;
  /** carriers were looked up before */
  readonly isAgain: boolean;
};

/** Asks for the carriers of every placement; quotes and windows go by the day the boxes leave. */
export function LookUpForm(props: LookUpFormProps) {
  const { planId, version, today, shipDate = today, timeZone, isAgain } = props;
  const t = useTranslations('board');
  return (
    <ActionForm
      action={lookUpCarriers}
      initial={NO_FORM_STATE}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-3"
    >
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          {!isAgain && (
            <div>
              <h3 className="font-semibold">{t('lookUpTitle')}</h3>
              <p className="text-sm text-muted">{t('lookUpText')}</p>
            </div>
          )}
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
            <SubmitButton variant="secondary">{t(isAgain ? 'lookUpAgain' : 'lookUp')}</SubmitButton>
          </div>
          {isAgain && <p className="text-sm text-muted">{t('lookUpAgainText')}</p>}
        </>
      )}
    </ActionForm>
  );
}
