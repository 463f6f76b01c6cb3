'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/action-form';
import { SubmitButton } from '#components/ui/submit-button';
import { Draft } from '#components/wizard/draft';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import { useSelectedCount } from '../../../../../components/ui/selected-count.ts';
import { useDraft } from '../use-draft.ts';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { finishInventory, keepInventory } from './actions.ts';

type InventoryFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly table: string;
  /** ids of the rows on this page */
  readonly shown: readonly string[];
  /** how many SKUs of the plan are not on this page */
  readonly elsewhere: number;
  readonly children: ReactNode;
};

/** The list with its ticks, kept as they are set, so that one may search and page through it. */
export function InventoryForm(props: InventoryFormProps) {
  const { planId, version, table, shown, elsewhere, children } = props;
  const t = useTranslations('inventory');
  const draft = useDraft(version, keepInventory);
  const ticked = useSelectedCount(table);
  return (
    <ActionForm
      action={finishInventory}
      initial={NO_FORM_STATE}
      prepare={draft.prepare}
      className="flex flex-1 flex-col gap-3"
    >
      {(answer) => (
        <>
          <SeeCurrent problems={answer.problems} />
          <SeeCurrent problems={draft.answer.problems} />
          <HiddenRef
            planId={planId}
            version={Math.max(draft.version, answer.saved?.version ?? 0)}
          />
          {shown.map((id) => (
            <input key={id} type="hidden" name="shown[]" value={id} />
          ))}
          {children}
          <StepFooter
            primary={
              <SubmitButton pendingLabel={t('saving')}>
                {ticked === undefined
                  ? t('continue')
                  : t('continueWith', { count: ticked + elsewhere })}
              </SubmitButton>
            }
            note={<Draft save={draft.save} />}
          />
        </>
      )}
    </ActionForm>
  );
}
