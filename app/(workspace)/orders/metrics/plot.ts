export type PlotPoint = { readonly day: string; readonly share: number };
export type Plot = {
  /** The line, in a box of 100 by 30 with the larger values above. */
  readonly points: string;
  readonly targetY: number;
};

const WIDTH = 100;
const HEIGHT = 30;

/** Puts shares by day onto the line of a small plot; days without a reading leave no gap in time. */
export function plotOf(readings: readonly PlotPoint[], target: number): Plot | undefined {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last || first.day === last.day) return undefined;
  const [from, until] = [Date.parse(first.day), Date.parse(last.day)];
  const values = [...readings.map(({ share }) => share), target];
  const least = Math.min(...values);
  const spread = Math.max(...values) - least || 1;
  const y = (share: number) => round(HEIGHT - 2 - ((share - least) / spread) * (HEIGHT - 4));
  const x = (day: string) => round(((Date.parse(day) - from) / (until - from)) * WIDTH);
  return {
    points: readings.map(({ day, share }) => `${x(day)},${y(share)}`).join(' '),
    targetY: y(target),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
