import { getTranslations } from 'next-intl/server';
import { SubmitButton } from '#components/ui/submit-button';
import { DateTimeText } from '#components/ui/times';
import type { PageContext } from '#lib/context/server';
import { skipAhead } from './practice-actions.ts';

const SKIPS = [
  { name: 'hour', hours: 1 },
  { name: 'day', hours: 24 },
  { name: 'week', hours: 168 },
] as const;

type PracticeClockProps = { readonly context: PageContext; readonly timeZone: string };

/** The practice Amazon's clock, and the buttons that move it on: goods travel for days otherwise. */
export async function PracticeClock({ context, timeZone }: PracticeClockProps) {
  const t = await getTranslations('inbound');
  return (
    <form action={skipAhead} className="flex flex-wrap items-center gap-1.5">
      <DateTimeText at={context.clock.now()} timeZone={timeZone} />
      {SKIPS.map(({ name, hours }) => (
        <SubmitButton key={name} name="hours" value={String(hours)} size="small">
          {t(`practice.${name}`)}
        </SubmitButton>
      ))}
    </form>
  );
}
