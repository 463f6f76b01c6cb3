'use client';

import { memo } from 'react';
import { letterOf, type Picture, type PictureFace, type Placement } from '#lib/cartonization';
import { colourOf } from './colour-of-goods.ts';

type BoxDrawingProps = {
  readonly picture: Picture;
  readonly label: string;
  readonly placements: readonly Placement[];
  /** SKUs in the order of their letters and colours */
  readonly goods: readonly string[];
  /** the height of the layer that is being laid; what stands lower is paler */
  readonly upper: number;
};

const EDGE = '#1f2933';
/** The picture is drawn in a square of so many units, whatever the box measures. */
const EXTENT = 600;
const MARGIN = 8;

/** The picture itself. Colours are told apart by letters, too. */
export const BoxDrawing = memo(function BoxDrawing(props: BoxDrawingProps) {
  const { picture, label, placements, goods, upper } = props;
  const scale = EXTENT / Math.max(picture.width, picture.height);
  const at = ([x, y]: readonly [number, number]) =>
    `${((x - picture.left) * scale).toFixed(1)},${((y - picture.top) * scale).toFixed(1)}`;
  const line = ([from, to]: Picture['back'][number]) => `M${at(from)}L${at(to)}`;
  const width = picture.width * scale + 2 * MARGIN;
  const height = picture.height * scale + 2 * MARGIN;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${width} ${height}`}
      className="max-h-112 w-full rounded bg-sunken select-none"
    >
      <path
        d={picture.back.map(line).join('')}
        fill="none"
        className="stroke-muted"
        strokeWidth="1"
      />
      {picture.faces.map((face) => {
        const piece = placements[face.index];
        const good = goods.indexOf(piece?.sku ?? '');
        const isLow = (piece?.z ?? 0) < upper;
        return (
          <g key={`${face.index} ${face.side}`}>
            <polygon
              points={face.points.map(at).join(' ')}
              fill={colourOf(good, face.side, isLow)}
              stroke={EDGE}
              strokeWidth="1"
              strokeLinejoin="round"
            />
            {face.side === 'top' && !isLow && (
              <Letter face={face} scale={scale} picture={picture} text={letterOf(good)} />
            )}
          </g>
        );
      })}
      <path
        d={picture.front.map(line).join('')}
        fill="none"
        className="stroke-ink"
        strokeWidth="2"
        strokeDasharray="6 5"
      />
    </svg>
  );
});

type LetterProps = {
  readonly face: PictureFace;
  readonly scale: number;
  readonly picture: Picture;
  readonly text: string;
};

/** In the middle of the face, and left out where it would not be legible. */
function Letter({ face: { points }, scale, picture, text }: LetterProps) {
  const xs = points.map(([x]) => (x - picture.left) * scale);
  const ys = points.map(([, y]) => (y - picture.top) * scale);
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const size = Math.min(22, extent(ys) * 0.5, extent(xs) * 0.4);
  if (size < 8) return null;
  return (
    <text
      x={middle(xs)}
      y={middle(ys) + size * 0.35}
      fontSize={size}
      textAnchor="middle"
      fill="#111827"
    >
      {text}
    </text>
  );
}
