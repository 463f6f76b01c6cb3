import type { PictureFace } from '#lib/cartonization';

const LIGHT = { top: 78, right: 66, left: 56 } as const;
/** An angle that never comes back near itself: neighbours in a list differ well. */
const GOLDEN_ANGLE = 137.5;

/** The colour of a SKU in a picture, by its place in the list of SKUs; paler for what is done. */
export function colourOf(at: number, side: PictureFace['side'], isPale = false): string {
  const hue = ((205 + at * GOLDEN_ANGLE) % 360).toFixed(0);
  return isPale ? `hsl(${hue} 30% ${LIGHT[side] + 14}%)` : `hsl(${hue} 58% ${LIGHT[side]}%)`;
}
