'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Checkbox } from '#components/ui/checkbox';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { setQuirks } from './actions.ts';
import { Section } from './section.tsx';

type QuirksFormProps = {
  readonly quirks: readonly {
    readonly name: string;
    readonly thread: string;
    readonly on: boolean;
  }[];
};

/** Ways in which Amazon departs from its own documentation, by name. */
export function QuirksForm({ quirks }: QuirksFormProps) {
  const t = useTranslations('practice.quirks');
  const on = quirks.filter((quirk) => quirk.on);
  return (
    <Section id="quirks" title={t('title')} lead={t('lead')}>
      <ActionForm
        key={on.map(({ name }) => name).join()}
        action={setQuirks}
        initial={NO_FORM_STATE}
        className="flex flex-col gap-3"
      >
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {quirks.map(({ name, thread, on: isOn }) => (
            <Checkbox
              key={name}
              name="quirk[]"
              value={name}
              label={`${t.has(`names.${name}` as 'names.noPCP') ? t(`names.${name}` as 'names.noPCP') : name} (${thread})`}
              defaultChecked={isOn}
            />
          ))}
        </div>
        <SubmitButton variant="secondary" className="self-start">
          {t('set')}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
