'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { DefinitionList } from '#components/ui/definition-list';
import { SubmitButton } from '#components/ui/submit-button';
import { DateTimeText } from '#components/ui/times';
import { NO_FORM_STATE } from '#lib/context';
import { moveClock } from './actions.ts';
import { Section } from './section.tsx';

type ClockFormProps = {
  readonly desk: { readonly now: number; readonly speed: number; readonly next?: number };
  readonly timeZone: string;
};

const SKIPS = [
  { name: 'hour', to: 'hours:1' },
  { name: 'day', to: 'hours:24' },
  { name: 'week', to: 'hours:168' },
] as const;
const SPEEDS = [0, 1, 60, 3_600] as const;

/** The practice Amazon's clock: what it shows, what falls due next, how fast it runs. */
export function ClockForm({ desk, timeZone }: ClockFormProps) {
  const t = useTranslations('practice.clock');
  const { now, next, speed } = desk;
  return (
    <Section id="clock" title={t('title')}>
      <DefinitionList
        items={[
          { key: 'now', term: t('now'), value: <DateTimeText at={now} timeZone={timeZone} /> },
          {
            key: 'next',
            term: t('next'),
            value:
              next === undefined ? t('nothing') : <DateTimeText at={next} timeZone={timeZone} />,
          },
          { key: 'speed', term: t('speed'), value: t('times', { speed }) },
        ]}
      />
      <ActionForm
        action={moveClock}
        initial={NO_FORM_STATE}
        className="flex flex-wrap items-center gap-2"
      >
        <SubmitButton name="to" value="next">
          {t('toNext')}
        </SubmitButton>
        {SKIPS.map(({ name, to }) => (
          <SubmitButton key={name} name="to" value={to} variant="secondary">
            {t(name)}
          </SubmitButton>
        ))}
        {SPEEDS.map((each) => (
          <SubmitButton
            key={each}
            name="to"
            value={`speed:${each}`}
            variant="secondary"
            aria-pressed={each === speed}
          >
            {each === 0 ? t('freeze') : t('run', { speed: each })}
          </SubmitButton>
        ))}
      </ActionForm>
    </Section>
  );
}
