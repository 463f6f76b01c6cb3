'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ScatterPlot } from '#components/ui/scatter-plot';
import { formatMoney, formatNumber } from '#lib/i18n';
import { money } from '#lib/kernel';
import type { Way } from './way.ts';

type WaysPlotProps = {
  readonly ways: readonly Way[];
  readonly chosen: Way;
  readonly currency: string;
  readonly onChoose: (key: string) => void;
};

/** More circles than these say nothing more, and are slow to draw. */
const MOST_POINTS = 400;

export function WaysPlot({ ways, chosen, currency, onChoose }: WaysPlotProps) {
  const t = useTranslations('board');
  const locale = useLocale();
  const drawn = ways.filter(
    ({ point, key }, index) => point.isUndominated || key === chosen.key || index < MOST_POINTS,
  );
  const best = drawn.filter(({ point }) => point.isUndominated);
  const fastest = best.at(-1);
  const label = (way: Way) => {
    if (way === best[0]) return t('cheapest');
    return way === fastest ? t('fastest') : undefined;
  };
  return (
    <figure className="flex flex-col gap-2 rounded border border-line bg-surface p-3">
      <figcaption>
        <span className="font-semibold">{t('plot')}</span>
        <span className="block text-sm text-muted">{t('plotText', { count: ways.length })}</span>
      </figcaption>
      <ScatterPlot
        name={t('plot')}
        x={{ title: t('axisDays'), write: (days) => formatNumber(locale, days) }}
        y={{
          title: t('axisCost', { currency }),
          write: (minor) => formatMoney(locale, money(Math.round(minor), currency)),
        }}
        points={drawn.map((way) => {
          const text = label(way);
          return {
            key: way.key,
            x: way.point.days,
            y: way.point.total,
            look: way.key === chosen.key ? 'chosen' : way.point.isUndominated ? 'strong' : 'faint',
            ...(text !== undefined && { label: text }),
          };
        })}
        onChoose={onChoose}
      />
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted" aria-hidden="true">
        <span>
          <Dot className="bg-link" /> {t('legend.best')}
        </span>
        <span>
          <Dot className="border border-edge" /> {t('legend.beaten')}
        </span>
        <span>
          <Dot className="border border-ink bg-primary" /> {t('legend.chosen')}
        </span>
      </p>
    </figure>
  );
}

function Dot({ className }: { readonly className: string }) {
  return <span className={`inline-block size-2.5 rounded-full align-middle ${className}`} />;
}
