import { useLocale, useTranslations } from 'next-intl';
import { formatDateTime } from '#lib/i18n';
import type { PrintEntry } from '#lib/inbound/server';

type PrintLogProps = { readonly prints: readonly PrintEntry[]; readonly timeZone: string };

/** Who printed how many labels on what, and when. */
export function PrintLog({ prints, timeZone }: PrintLogProps) {
  const t = useTranslations('item-labels');
  const locale = useLocale();
  if (prints.length === 0) return null;
  return (
    <section aria-label={t('log')}>
      <h3 className="font-semibold">{t('log')}</h3>
      <ul className="text-sm">
        {prints.map(({ printedAt, actorName, labelCount, format }) => (
          <li key={`${printedAt} ${format} ${labelCount}`}>
            {t('logEntry', {
              time: formatDateTime(locale, printedAt, timeZone),
              name: actorName,
              count: labelCount,
              stock: format.replace('_', ' '),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
