import { getTranslations } from 'next-intl/server';
import { LinkButton } from '#components/ui/link-button';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';
import { printHere } from './printer-actions.ts';
import type { ThisPrinter } from './this-printer.ts';

/** Which printer this device prints with; its paper, dots and offsets fill the forms below. */
export async function PrinterChoice({ printers, chosen }: ThisPrinter) {
  const t = await getTranslations('papers');
  if (printers.length === 0) {
    return (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        {t('noPrinter')}
        <TextLink href="/settings/printers">{t('setUpPrinter')}</TextLink>
      </p>
    );
  }
  return (
    <form action={printHere} className="flex flex-wrap items-end gap-2">
      <Select
        name="printerId"
        label={t('printer')}
        defaultValue={chosen?.id}
        {...(!chosen && { placeholder: '–' })}
        options={printers.map(({ id, name, workstation }) => ({
          value: id,
          label: workstation === '' ? name : `${name} (${workstation})`,
        }))}
      />
      <SubmitButton variant="secondary">{t('usePrinter')}</SubmitButton>
      <LinkButton href="/settings/printers" variant="quiet">
        {t('changePrinter')}
      </LinkButton>
    </form>
  );
}
