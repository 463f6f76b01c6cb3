/** A case of the 3-D bin packing problem: equal cubes of `side`, items that may not be turned. */
export type BinPackingCase = {
  readonly name: string;
  readonly side: number;
  readonly items: readonly (readonly [length: number, width: number, height: number])[];
};

/** Classes 2 and 3 are class 1 with the axes exchanged; the literature leaves them out. */
export const MPV_CLASSES = [1, 4, 5, 6, 7, 8] as const;
export type MpvClass = (typeof MPV_CLASSES)[number];
export const MPV_SIZES = [50, 100, 150, 200] as const;
export const MPV_INSTANCES = 10;

const SIDES: Readonly<Record<MpvClass, number>> = { 1: 100, 4: 100, 5: 100, 6: 10, 7: 40, 8: 100 };

/**
 * An instance as Martello, Pisinger and Vigo define them ("The three-dimensional bin packing
 * problem", Operations Research 48, 2000, section 6), drawn from the 48-bit generator with the seed
 * `instance + size`, so that it is the very instance others have solved.
 */
export function mpvCase(type: MpvClass, size: number, instance: number): BinPackingCase {
  const side = SIDES[type];
  const random = rand48(instance + size);
  const items = Array.from({ length: size }, () => item(type, side, random));
  return { name: `MPV ${type}/${size}/${instance}`, side, items };
}

type Item = BinPackingCase['items'][number];

function item(type: MpvClass, side: number, random: () => number): Item {
  const between = (least: number, most: number): number => least + (random() % (most - least + 1));
  const thin = (): number => between(1, Math.floor(side / 2));
  const wide = (): number => between(Math.floor((2 * side) / 3), side);
  const half = (): number => between(Math.floor(side / 2), side);
  const cube = (most: number): Item => [between(1, most), between(1, most), between(1, most)];
  if (type === 6) return cube(10);
  if (type === 7) return cube(35);
  if (type === 8) return cube(100);
  // Every other item, on average, is of any of the five types.
  const drawn = between(1, 10);
  switch (drawn <= 5 ? drawn : type) {
    case 1:
      return [thin(), wide(), wide()];
    case 2:
      return [wide(), thin(), wide()];
    case 3:
      return [wide(), wide(), thin()];
    case 4:
      return [half(), half(), half()];
    default:
      return [thin(), thin(), thin()];
  }
}

/** The generator of the instances' authors, which works with the two halves of 48 bits. */
function rand48(seed: number): () => number {
  let high = seed >>> 0;
  let low = 0x330e;
  return () => {
    high = (Math.imul(high, 0xdeece66d) + Math.imul(low, 0x5deec)) >>> 0;
    low = (Math.imul(low, 0xe66d) + 0xb) >>> 0;
    high = (high + (low >>> 16)) >>> 0;
    low &= 0xffff;
    return high >>> 1;
  };
}
