import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import type { Definition } from '../ui/definition-list.tsx';

type SideSummaryProps = {
  readonly title: ReactNode;
  /** Units, boxes, weight, volume, money. */
  readonly figures: readonly Definition[];
  /** What expires, and when. */
  readonly clocks?: readonly Definition[];
  readonly children?: ReactNode;
};

/** The plan in figures: at the side where there is room, else a strip above; always in sight. */
export function SideSummary({ title, figures, clocks, children }: SideSummaryProps) {
  const t = useTranslations('wizard');
  return (
    <aside
      aria-label={t('summary')}
      className="print-flat flex flex-col gap-2 rounded border border-line bg-surface p-3 lg:sticky lg:top-15 lg:max-h-[calc(100dvh-5rem)] lg:gap-3 lg:overflow-y-auto"
    >
      <h2 className="font-semibold break-words">{title}</h2>
      <Terms
        items={figures}
        look="lg:grid lg:grid-cols-[1fr_auto]"
        row="lg:col-span-2 lg:grid lg:grid-cols-subgrid lg:*:last:text-end"
      />
      {clocks !== undefined && clocks.length > 0 && (
        <div className="border-t border-line pt-2 lg:pt-3">
          <h3 className="sr-only">{t('clocks')}</h3>
          <Terms items={clocks} look="lg:flex-col" row="" />
        </div>
      )}
      {children}
    </aside>
  );
}

type TermsProps = {
  readonly items: readonly Definition[];
  readonly look: string;
  readonly row: string;
};

function Terms({ items, look, row }: TermsProps) {
  return (
    <dl className={`flex flex-wrap gap-x-5 gap-y-1.5 ${look}`}>
      {items.map(({ key, term, value }) => (
        <div key={key} className={`flex flex-col ${row}`}>
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
