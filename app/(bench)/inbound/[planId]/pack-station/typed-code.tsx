import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/text-field';
import { type InboundPlan, weightUnitOf } from '#lib/inbound';

type TypedCodeProps = {
  readonly take: (code: string) => void;
  readonly isWeighing: boolean;
  readonly plan: InboundPlan;
};

/** For a code that no scanner reads, and for what the scale shows. */
export function TypedCode({ take, isWeighing, plan }: TypedCodeProps) {
  const t = useTranslations('pack-station.typed');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isWeighing) form.current?.querySelector('input')?.focus();
  }, [isWeighing]);

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const field = event.currentTarget.querySelector('input');
    const text = field?.value.trim() ?? '';
    if (!field || text === '') return;
    field.value = '';
    take(text);
    // What was typed is over; the next scan finds its way without a field.
    field.blur();
  }

  /** Some scanners end a code with Tab, which would go on to the button. */
  function sendOnTab(event: KeyboardEvent<HTMLFormElement>): void {
    const isField = event.target instanceof HTMLInputElement && event.target.value.trim() !== '';
    if (event.key !== 'Tab' || event.shiftKey || !isField) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a scanner's Tab
    <form
      ref={form}
      onSubmit={send}
      onKeyDown={sendOnTab}
      className="flex items-end gap-2"
      noValidate
    >
      <div className="min-w-0 flex-1">
        <TextField
          name="code"
          code
          label={isWeighing ? t('weight', { unit: weightUnitOf(plan).toLowerCase() }) : t('code')}
          inputMode={isWeighing ? 'decimal' : 'text'}
          className="min-h-11 text-lg"
        />
      </div>
      <Button type="submit" size="large" className="min-h-11">
        {t('take')}
      </Button>
    </form>
  );
}
