import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '#lib/i18n';
import { DAY } from '#lib/kernel';
import { type PlotPoint, plotOf } from './plot.ts';

type MetricPlotProps = {
  readonly name: string;
  readonly readings: readonly PlotPoint[];
  readonly target: number;
};

/** The course of a rate, with its target as a broken line. */
export function MetricPlot({ name, readings, target }: MetricPlotProps) {
  const t = useTranslations('orders.metrics');
  const locale = useLocale();
  const plot = plotOf(readings, target);
  const [first, last] = [readings[0], readings.at(-1)];
  if (!plot || !first || !last) return null;
  const days = Math.round((Date.parse(last.day) - Date.parse(first.day)) / DAY) + 1;
  const label = t('plot', {
    name,
    days,
    first: formatPercent(locale, first.share, 1),
    last: formatPercent(locale, last.share, 1),
  });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 30"
      preserveAspectRatio="none"
      className="h-16 w-full text-link"
    >
      <line
        x1="0"
        x2="100"
        y1={plot.targetY}
        y2={plot.targetY}
        stroke="currentColor"
        strokeDasharray="3 3"
        vectorEffect="non-scaling-stroke"
        className="text-muted"
      />
      <polyline
        points={plot.points}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
