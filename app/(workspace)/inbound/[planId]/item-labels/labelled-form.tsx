'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { LinkButton } from '#components/ui/link-button';
import { SubmitButton } from '#components/ui/submit-button';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import { HiddenRef } from '../hidden-ref.tsx';
import { allLabelled, notAllLabelled } from './actions.ts';

type LabelledFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly units: number;
  readonly isDone: boolean;
  readonly nextStep: 'packing' | 'placement';
};

/** The seller's word that every unit carries its label, and the way to take it back. */
export function LabelledForm({ planId, version, units, isDone, nextStep }: LabelledFormProps) {
  const t = useTranslations('item-labels');
  const steps = useTranslations('steps');
  return (
    <ActionForm
      action={isDone ? notAllLabelled : allLabelled}
      initial={NO_FORM_STATE}
      className="mt-auto"
    >
      <HiddenRef planId={planId} version={version} />
      <StepFooter
        primary={
          isDone ? (
            <LinkButton href={`/inbound/${planId}/${nextStep}`} variant="primary">
              {steps(nextStep)}
            </LinkButton>
          ) : (
            <SubmitButton>{t('done', { count: units })}</SubmitButton>
          )
        }
        secondary={isDone && <SubmitButton variant="secondary">{t('undo')}</SubmitButton>}
        consequence={isDone ? t('isDone') : t('consequence')}
      />
    </ActionForm>
  );
}
