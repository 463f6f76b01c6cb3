import {
  convertLength,
  convertWeight,
  type Dimensions,
  dimensionsOf,
  type Weight,
  weightOf,
} from '#lib/kernel';
import type { Pallet } from './inbound-plan.ts';
import type { PalletLimits } from './pallet-limits.ts';

/** A box as far as a pallet cares. */
export type LoadedBox = { readonly dimensions?: Dimensions; readonly weight?: Weight };

/** One course of equal boxes standing side by side. */
type Layer = { readonly boxes: number; readonly height: number; readonly weight: number };

type Kind = {
  readonly long: number;
  readonly short: number;
  readonly height: number;
  readonly weight: number;
  count: number;
};

/**
 * Puts boxes on pallets course by course, each box upright as it was packed: the heaviest courses
 * below, unfinished ones on top, none over the limits of height and weight. Boxes without size or
 * weight are left out.
 */
export function buildPallets(boxes: readonly LoadedBox[], limits: PalletLimits): Pallet[] {
  const layers = kindsOf(boxes, limits).flatMap((kind) => layersOf(kind, limits));
  const sorted = layers.toSorted((a, b) => b.weight - a.weight);
  const room = roomOf(limits);
  const stacks: { boxes: number; height: number; weight: number }[] = [];
  for (const layer of sorted) {
    const open = stacks.find(
      (stack) =>
        stack.height + layer.height <= room.height && stack.weight + layer.weight <= room.weight,
    );
    if (open) {
      open.boxes += layer.boxes;
      open.height += layer.height;
      open.weight += layer.weight;
    } else stacks.push({ ...layer });
  }
  return gathered(stacks.map((stack) => palletOf(stack, limits)));
}

function kindsOf(boxes: readonly LoadedBox[], { unit, maxWeight }: PalletLimits): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { dimensions, weight } of boxes) {
    if (!dimensions || !weight) continue;
    const side = (amount: number) => convertLength({ amount, unit: dimensions.unit }, unit);
    const [a, b] = [side(dimensions.length), side(dimensions.width)];
    const kind: Kind = {
      long: Math.max(a, b),
      short: Math.min(a, b),
      height: side(dimensions.height),
      weight: convertWeight(weight, maxWeight.unit),
      count: 1,
    };
    const key = [kind.long, kind.short, kind.height, kind.weight].join(' ');
    const same = kinds.get(key);
    if (same) same.count += 1;
    else kinds.set(key, kind);
  }
  return [...kinds.values()];
}

function layersOf(kind: Kind, limits: PalletLimits): Layer[] {
  const most = Math.min(boxesPerLayer(kind, limits.deck), boxesByWeight(kind, limits));
  const layer = (boxes: number): Layer => ({
    boxes,
    height: kind.height,
    weight: boxes * kind.weight,
  });
  const rest = kind.count % most;
  return [
    ...Array.from({ length: Math.floor(kind.count / most) }, () => layer(most)),
    ...(rest > 0 ? [layer(rest)] : []),
  ];
}

/** All boxes of a course turned the one way or the other; a box larger than the deck has its own. */
function boxesPerLayer({ long, short }: Kind, [deckLong, deckShort]: readonly [number, number]) {
  const grid = (x: number, y: number) => Math.floor(deckLong / x) * Math.floor(deckShort / y);
  return Math.max(1, grid(long, short), grid(short, long));
}

function boxesByWeight({ weight }: Kind, limits: PalletLimits): number {
  return Math.max(1, Math.floor(roomOf(limits).weight / weight));
}

function roomOf({ unit, maxHeight, woodHeight, maxWeight, woodWeight }: PalletLimits) {
  return {
    height: convertLength(maxHeight, unit) - convertLength(woodHeight, unit),
    weight: convertWeight(maxWeight, maxWeight.unit) - convertWeight(woodWeight, maxWeight.unit),
  };
}

function palletOf(stack: Layer, limits: PalletLimits): Pallet {
  const { unit, deck, woodHeight, woodWeight, maxWeight } = limits;
  const [long, short] = deck;
  const height = Math.ceil(stack.height + convertLength(woodHeight, unit));
  const weight = Math.ceil(stack.weight + convertWeight(woodWeight, maxWeight.unit));
  return {
    count: 1,
    boxes: stack.boxes,
    dimensions: dimensionsOf([long, short, height], unit),
    weight: weightOf(weight, maxWeight.unit),
    isStackable: false,
  };
}

function gathered(pallets: readonly Pallet[]): Pallet[] {
  const kinds = new Map<string, Pallet>();
  for (const pallet of pallets) {
    const key = JSON.stringify(pallet);
    const same = kinds.get(key);
    kinds.set(key, same ? { ...same, count: same.count + 1 } : pallet);
  }
  return [...kinds.values()];
}
