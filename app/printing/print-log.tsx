import { useLocale, useTranslations } from 'next-intl';
import { formatDateTime } from '#lib/i18n';
import { Badge } from '#components/ui/status';
import type { Instant } from '#lib/kernel';
import { useStockName } from './stock-name.ts';

type Print = {
  readonly printedAt: Instant;
  readonly actorName: string;
  readonly labelCount: number;
  readonly format: string;
  readonly isReprint: boolean;
  readonly printer: string;
};

type PrintLogProps = { readonly prints: readonly Print[]; readonly timeZone: string };

/** Who printed how many labels on what, and when. */
export function PrintLog({ prints, timeZone }: PrintLogProps) {
  const t = useTranslations('item-labels');
  const locale = useLocale();
  const nameOf = useStockName();
  if (prints.length === 0) return null;
  return (
    <section aria-label={t('log')}>
      <h3 className="font-semibold">{t('log')}</h3>
      <ul className="text-sm">
        {prints.map(({ printedAt, actorName, labelCount, format, isReprint, printer }) => (
          <li key={`${printedAt} ${format} ${labelCount}`}>
            {t('logEntry', {
              time: formatDateTime(locale, printedAt, timeZone),
              name: actorName,
              count: labelCount,
              stock: nameOf(format),
            })}
            {printer !== '' && ` (${t('onPrinter', { printer })})`}{' '}
            {isReprint && <Badge tone="warning">{t('reprint')}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}
