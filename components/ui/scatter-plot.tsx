import { classNames } from './class-names.ts';

export type PlotPoint = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly look: 'strong' | 'faint' | 'chosen';
  /** Stands beside the point, for the few that matter. */
  readonly label?: string;
};

export type PlotAxis = {
  readonly title: string;
  /** How a value of this axis is written at its tick. */
  readonly write: (value: number) => string;
};

type ScatterPlotProps = {
  /** What the picture shows, for who does not see it; the figures stand in a table beside it. */
  readonly name: string;
  readonly points: readonly PlotPoint[];
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly onChoose?: (key: string) => void;
};

const WIDTH = 640;
const HEIGHT = 300;
const EDGE = { left: 76, right: 18, top: 14, bottom: 46 } as const;
const TICKS = 5;

const LOOK: Record<PlotPoint['look'], string> = {
  strong: 'fill-link stroke-surface',
  faint: 'fill-transparent stroke-edge',
  chosen: 'fill-primary stroke-ink',
};
const RADIUS: Record<PlotPoint['look'], number> = { strong: 5, faint: 3.5, chosen: 7 };
const RANK = ['faint', 'strong', 'chosen'] as const;

/** Points in a plane. The pointer may choose one; the keyboard does so in the table beside it. */
export function ScatterPlot({ name, points, x, y, onChoose }: ScatterPlotProps) {
  const horizontal = scaleOf(points.map((point) => point.x));
  const vertical = scaleOf(points.map((point) => point.y));
  const left = (value: number) =>
    EDGE.left + horizontal.share(value) * (WIDTH - EDGE.left - EDGE.right);
  const top = (value: number) =>
    HEIGHT - EDGE.bottom - vertical.share(value) * (HEIGHT - EDGE.top - EDGE.bottom);
  const drawn = points.toSorted((a, b) => RANK.indexOf(a.look) - RANK.indexOf(b.look));
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-auto w-full max-w-3xl text-xs"
    >
      {vertical.ticks.map((value) => (
        <g key={value}>
          <line
            x1={EDGE.left}
            x2={WIDTH - EDGE.right}
            y1={top(value)}
            y2={top(value)}
            className="stroke-line"
          />
          <text x={EDGE.left - 8} y={top(value) + 4} textAnchor="end" className="fill-muted">
            {y.write(value)}
          </text>
        </g>
      ))}
      {horizontal.ticks.map((value) => (
        <text
          key={value}
          x={left(value)}
          y={HEIGHT - EDGE.bottom + 18}
          textAnchor="middle"
          className="fill-muted"
        >
          {x.write(value)}
        </text>
      ))}
      <text x={WIDTH - EDGE.right} y={HEIGHT - 6} textAnchor="end" className="fill-ink">
        {x.title}
      </text>
      <text x={4} y={HEIGHT - 6} className="fill-ink">
        {y.title}
      </text>
      {drawn.map(({ key, look, label, ...at }) => (
        <g key={key} {...(onChoose && { onClick: () => onChoose(key) })}>
          <circle cx={left(at.x)} cy={top(at.y)} r={12} className="fill-transparent" />
          <circle
            cx={left(at.x)}
            cy={top(at.y)}
            r={RADIUS[look]}
            strokeWidth={1.5}
            className={classNames(LOOK[look], onChoose && 'cursor-pointer')}
          />
          {label !== undefined && (
            <text
              x={left(at.x) + (left(at.x) > WIDTH / 2 ? -10 : 10)}
              y={top(at.y) - 8}
              textAnchor={left(at.x) > WIDTH / 2 ? 'end' : 'start'}
              className="fill-ink font-medium"
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

type Scale = {
  readonly ticks: readonly number[];
  readonly share: (value: number) => number;
};

const NICE_STEPS = [1, 2, 5, 10] as const;

/** Ticks at round values around what is shown, whole ones since amounts and days are. */
function scaleOf(values: readonly number[]): Scale {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const rough = Math.max(1, (most - least) / TICKS);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (NICE_STEPS.find((nice) => nice * power >= rough) ?? 10);
  const first = Math.floor(least / step) * step;
  const last = Math.max(first + step, Math.ceil(most / step) * step);
  const count = Math.round((last - first) / step) + 1;
  return {
    ticks: Array.from({ length: count }, (_, index) => first + index * step),
    share: (value) => (value - first) / (last - first),
  };
}
