'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { Disclosure } from '#components/ui/disclosure';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextAreaField, TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import { MAIN_LEG_MODES, type MainLeg } from '#lib/inbound';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { keepMainLeg } from './actions.ts';

type MainLegPanelProps = {
  readonly planId: string;
  readonly version: number;
  readonly mainLeg?: MainLeg;
};

/** Booking, bill of lading and containers of a forwarder's voyage or flight, for the seller's files. */
export function MainLegPanel({ planId, version, mainLeg }: MainLegPanelProps) {
  const t = useTranslations('tracking.mainLeg');
  return (
    <Disclosure summary={t('title')} open={mainLeg !== undefined}>
      <ActionForm
        action={keepMainLeg}
        initial={NO_FORM_STATE}
        className="flex flex-col items-start gap-3 rounded border border-line bg-surface p-3"
      >
        {({ problems, saved, warnings = [] }) => (
          <>
            <SeeCurrent problems={problems} />
            <HiddenRef planId={planId} version={Math.max(version, saved?.version ?? 0)} />
            <p className="text-muted">{t('text')}</p>
            {saved && problems.length === 0 && <Alert level="success" live title={t('saved')} />}
            <Problems problems={warnings} level="warning" />
            <div className="grid w-full gap-3 sm:grid-cols-2">
              <Select
                name="mode"
                label={t('mode')}
                defaultValue={mainLeg?.mode}
                options={MAIN_LEG_MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
              />
              {(['forwarder', 'booking', 'billOfLading'] as const).map((field) => (
                <TextField
                  key={field}
                  name={field}
                  label={t(field === 'billOfLading' ? 'bill' : field)}
                  defaultValue={mainLeg?.[field]}
                  problems={problems}
                />
              ))}
              <TextAreaField
                name="containers"
                label={t('containers')}
                hint={t('containersHint')}
                rows={3}
                code
                defaultValue={mainLeg?.containers.join('\n')}
                problems={problems}
              />
            </div>
            <SubmitButton variant="secondary">{t('save')}</SubmitButton>
          </>
        )}
      </ActionForm>
    </Disclosure>
  );
}
