import type { FoundLabel, Turn } from './found-label.ts';
import { LEAST_MODULE_MM } from './found-label.ts';

/** How a label is put on its place: turned clockwise, and how large. */
export type Placing = {
  readonly turn: Turn;
  readonly scale: number;
  /** size on the paper */
  readonly widthMm: number;
  readonly heightMm: number;
};

/** White that stays around a label. */
export const MARGIN_MM = 1;

type Size = { readonly widthMm: number; readonly heightMm: number };

/**
 * Upright at true size where that fits, else turned by a quarter, else as large as the place allows
 * in the better of both directions.
 */
export function placeLabel(label: FoundLabel, place: Size): Placing {
  const room = {
    widthMm: place.widthMm - 2 * MARGIN_MM,
    heightMm: place.heightMm - 2 * MARGIN_MM,
  };
  const upright = placing(label, label.turn, label.scale);
  if (fits(upright, room)) return upright;
  const across = placing(label, quarterOn(label.turn), label.scale);
  if (fits(across, room)) return across;
  const smaller = [upright, across].map((tried) => {
    const factor = Math.min(room.widthMm / tried.widthMm, room.heightMm / tried.heightMm);
    return placing(label, tried.turn, label.scale * factor);
  });
  return smaller.reduce((best, tried) => (tried.scale > best.scale * 1.15 ? tried : best));
}

/** Whether the bars would come out finer than Amazon's least. */
export function isTooFine(label: FoundLabel, { scale }: Placing): boolean {
  return label.moduleMm !== undefined && label.moduleMm * scale < LEAST_MODULE_MM * 0.95;
}

function placing(label: FoundLabel, turn: Turn, scale: number): Placing {
  const isTurned = (turn - label.turn) % 180 !== 0;
  const [width, height] = [label.widthMm * scale, label.heightMm * scale];
  return {
    turn,
    scale,
    widthMm: isTurned ? height : width,
    heightMm: isTurned ? width : height,
  };
}

function fits(size: Size, room: Size): boolean {
  return size.widthMm <= room.widthMm + 0.1 && size.heightMm <= room.heightMm + 0.1;
}

function quarterOn(turn: Turn): Turn {
  return turn === 0 ? 90 : turn === 90 ? 180 : turn === 180 ? 270 : 0;
}
