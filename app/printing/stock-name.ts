import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '#lib/i18n';
import { ITEM_LABEL_SHEETS, stockNamed, THERMAL_PRESETS } from '#lib/labels';

type NamedStock = { readonly value: string; readonly label: string };

/** Sheets and rolls by the names people know them by. */
export function useStocks(): readonly NamedStock[] {
  const nameOf = useStockName();
  return [
    ...ITEM_LABEL_SHEETS.map(({ pageType }) => pageType),
    ...THERMAL_PRESETS.map(({ widthMm, heightMm }) => `${widthMm}x${heightMm}`),
  ].map((value) => ({ value, label: nameOf(value) }));
}

export function useStockName(): (format: string) => string {
  const t = useTranslations('item-labels');
  const locale = useLocale();
  const millimetres = (value: number) => formatNumber(locale, value, 2);
  return (format) => {
    const sheet = ITEM_LABEL_SHEETS.find(({ pageType }) => pageType === format);
    if (sheet) {
      return t('sheet', {
        paper: sheet.pageType.startsWith('Letter') ? 'Letter' : 'A4',
        count: sheet.columns * sheet.rows,
        width: millimetres(sheet.labelWidthMm),
        height: millimetres(sheet.labelHeightMm),
      });
    }
    const stock = stockNamed(format);
    if (stock.kind !== 'thermal') return format.replaceAll('_', ' ');
    return t('thermal', {
      width: millimetres(stock.widthMm),
      height: millimetres(stock.heightMm),
    });
  };
}
