import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { type Definition, DefinitionList } from '../ui/definition-list.tsx';

type SideSummaryProps = {
  readonly title: ReactNode;
  /** Units, boxes, weight, volume, money. */
  readonly figures: readonly Definition[];
  /** What expires, and when. */
  readonly clocks?: readonly Definition[];
  readonly children?: ReactNode;
};

/** The plan in figures, at the side and always in sight. */
export function SideSummary({ title, figures, clocks = [], children }: SideSummaryProps) {
  const t = useTranslations('wizard');
  return (
    <aside
      aria-label={t('summary')}
      className="print-flat flex flex-col gap-3 rounded border border-line bg-surface p-3 lg:sticky lg:top-15 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto"
    >
      <h2 className="font-semibold break-words">{title}</h2>
      <DefinitionList items={figures} figures />
      {clocks.length > 0 && (
        <div className="flex flex-col gap-2 border-t border-line pt-3">
          <h3 className="text-sm font-medium text-muted">{t('clocks')}</h3>
          <dl className="flex flex-col gap-2">
            {clocks.map(({ key, term, value }) => (
              <div key={key}>
                <dt className="text-sm text-muted">{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {children}
    </aside>
  );
}
