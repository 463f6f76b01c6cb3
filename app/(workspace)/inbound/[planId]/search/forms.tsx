'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { searchCulprit, stopCulpritSearch, takeOut } from './actions.ts';

const ACTS = { start: searchCulprit, goOn: searchCulprit, stop: stopCulpritSearch, takeOut };

type SearchFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly act: keyof typeof ACTS;
  /** how many SKUs the button is about, where it is about some */
  readonly count?: number;
};

/** One button of the search, with what it needs to be pressed without scripts. */
export function SearchForm({ planId, version, act, count = 0 }: SearchFormProps) {
  const t = useTranslations('inbound.search');
  return (
    <ActionForm action={ACTS[act]} initial={NO_FORM_STATE} className="flex flex-col gap-2">
      {({ problems, saved }) => (
        <>
          <SeeCurrent problems={problems} />
          <HiddenRef planId={planId} version={version} />
          {act === 'stop' && saved ? (
            <output className="block text-sm text-muted">{t('stopping')}</output>
          ) : (
            <SubmitButton
              className="self-start"
              variant={act === 'start' || act === 'takeOut' ? 'primary' : 'secondary'}
            >
              {t(`acts.${act}`, { count })}
            </SubmitButton>
          )}
        </>
      )}
    </ActionForm>
  );
}
