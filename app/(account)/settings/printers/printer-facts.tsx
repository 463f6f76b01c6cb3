import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '#lib/i18n';
import type { PrinterProfile } from '#lib/labels';
import { BOX_PAPERS } from '../../../printing/box-papers.ts';
import { useStockName } from '../../../printing/stock-name.ts';

type PrinterFactsProps = { readonly printer: PrinterProfile };

export function PrinterFacts({ printer }: PrinterFactsProps) {
  const t = useTranslations('settings.printers');
  const papers = useTranslations('papers');
  const locale = useLocale();
  const nameOf = useStockName();
  const boxPaper = BOX_PAPERS.find((paper) => paper === printer.boxPaper);
  const { offsetXMm, offsetYMm } = printer;
  const mm = (value: number) => formatNumber(locale, value, 2);
  return (
    <div className="min-w-0">
      <p className="font-semibold">
        {printer.name}
        {printer.workstation !== '' && (
          <span className="ms-2 font-normal text-muted">{printer.workstation}</span>
        )}
      </p>
      <p>{t('stock', { stock: nameOf(printer.itemStock), dpi: printer.dpi })}</p>
      <p className="text-sm text-muted">
        {boxPaper && t(`boxPapers.${boxPaper}`)} · {papers(`sizes.${printer.paper}`)}
      </p>
      {(offsetXMm !== 0 || offsetYMm !== 0) && (
        <p className="text-sm text-muted">{t('offsets', { x: mm(offsetXMm), y: mm(offsetYMm) })}</p>
      )}
    </div>
  );
}
