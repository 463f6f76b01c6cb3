import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { TextAreaField } from '#components/ui/text-field';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';

type PasteBlockProps = {
  readonly shipmentId: string;
  readonly shipmentName: string;
  readonly onPaste: (text: string) => void;
};

const ROWS = 5;

/** A column out of a spreadsheet instead of box after box. Without JavaScript it is sent as it is. */
export function PasteBlock({ shipmentId, shipmentName, onPaste }: PasteBlockProps) {
  const t = useTranslations('tracking');
  const isAlive = useHydrated();
  const name = `paste.${shipmentId}`;

  function fill(area: HTMLTextAreaElement | null | undefined): void {
    if (!area) return;
    onPaste(area.value);
    // What is in the fields now must not be sent a second time.
    area.value = '';
  }

  return (
    <Disclosure summary={t('paste')}>
      <div className="flex flex-col items-start gap-2">
        <TextAreaField
          name={name}
          label={t('pasteFor', { shipment: shipmentName })}
          hint={t('pasteHint')}
          code
          rows={ROWS}
          className="w-full max-w-xl"
        />
        {isAlive && (
          <Button
            onClick={(event) => fill(event.currentTarget.parentElement?.querySelector('textarea'))}
          >
            {t('fill')}
          </Button>
        )}
      </div>
    </Disclosure>
  );
}
