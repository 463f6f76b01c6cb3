import type { Goods, PackedCarton, Packing, PackRequest, Placement } from '../types.ts';

/**
 * What is wrong with a packing, found by looking at every pair of units; shares nothing with the
 * engine but the types.
 */
export function faultsOf(request: PackRequest, packing: Packing): readonly string[] {
  return [
    ...packing.boxes.flatMap((box, index) =>
      boxFaults(request, box).map((fault) => `box ${index} (${box.carton.name}): ${fault}`),
    ),
    ...sumFaults(request, packing),
    ...summaryFaults(request, packing),
  ];
}

type Range = readonly [number, number];

const rangeX = ({ x, length }: Placement): Range => [x, x + length];
const rangeY = ({ y, width }: Placement): Range => [y, y + width];
const rangeZ = ({ z, height }: Placement): Range => [z, z + height];

function shared([a, b]: Range, [c, d]: Range): number {
  return Math.max(0, Math.min(b, d) - Math.max(a, c));
}

function boxFaults(request: PackRequest, box: PackedCarton): string[] {
  const faults: string[] = [];
  const { carton, placements } = box;
  const goodsOf = new Map(request.goods.map((goods) => [goods.sku, goods]));
  if (placements.length === 0) faults.push('is empty');
  if (!Number.isInteger(box.quantity) || box.quantity < 1) faults.push(`${box.quantity} of it`);
  let weight = carton.tareWeight;
  const counts = new Map<string, number>();
  for (const [index, placed] of placements.entries()) {
    const goods = goodsOf.get(placed.sku);
    if (!goods) {
      faults.push(`${placed.sku} was never asked for`);
      continue;
    }
    weight += (goods.casePack ?? goods).weight;
    counts.set(placed.sku, (counts.get(placed.sku) ?? 0) + placed.units);
    if (placed.units !== (goods.casePack?.quantity ?? 1)) faults.push(`a part of a case`);
    faults.push(...unitFaults(placed, goods, box));
    for (const other of placements.slice(index + 1)) {
      const common =
        shared(rangeX(placed), rangeX(other)) *
        shared(rangeY(placed), rangeY(other)) *
        shared(rangeZ(placed), rangeZ(other));
      if (common > 0) faults.push(`${placed.sku} and ${other.sku} overlap`);
      if (other.z < placed.z) faults.push('units are not loaded bottom-up');
    }
    faults.push(...standingFaults(placed, { request, placements, goodsOf }));
  }
  if (weight !== box.weight) faults.push(`weighs ${weight}, not ${box.weight}`);
  if (weight > carton.maxWeight) faults.push(`${weight} is too heavy`);
  const groups = new Set([...counts.keys()].map((sku) => goodsOf.get(sku)?.group ?? ''));
  if (groups.size > 1) faults.push('mixes groups');
  const listed = new Map(box.items.map(({ sku, quantity }) => [sku, quantity]));
  if (listed.size !== counts.size || [...counts].some(([sku, n]) => listed.get(sku) !== n)) {
    faults.push('the list differs from what is placed');
  }
  return faults;
}

function unitFaults(placed: Placement, goods: Goods, { carton }: PackedCarton): string[] {
  const faults: string[] = [];
  const { sku, x, y, z, length, width, height } = placed;
  if (x < 0 || y < 0 || z < 0) faults.push(`${sku} starts outside`);
  if (x + length > carton.length) faults.push(`${sku} is too long here`);
  if (y + width > carton.width) faults.push(`${sku} is too wide here`);
  if (z + height > carton.height) faults.push(`${sku} is too high here`);
  const piece = goods.casePack ?? goods;
  const own = [piece.length, piece.width, piece.height];
  const sorted = (sides: readonly number[]): string => [...sides].sort((a, b) => a - b).join('x');
  if (sorted([length, width, height]) !== sorted(own)) faults.push(`${sku} has other sides`);
  const { orientation = 'any' } = goods;
  const isAllowed =
    orientation === 'any' ||
    (orientation === 'upright' && height === piece.height) ||
    (orientation === 'flat' && height === Math.min(...own)) ||
    (length === piece.length && width === piece.width && height === piece.height);
  if (!isAllowed) faults.push(`${sku} is turned against its orientation`);
  return faults;
}

type Surroundings = {
  readonly request: PackRequest;
  readonly placements: readonly Placement[];
  readonly goodsOf: ReadonlyMap<string, Goods>;
};

function standingFaults(upper: Placement, around: Surroundings): string[] {
  const faults: string[] = [];
  const { placements, goodsOf, request } = around;
  const top = goodsOf.get(upper.sku);
  let held = upper.z === 0 ? upper.length * upper.width : 0;
  for (const lower of placements) {
    if (lower.z + lower.height !== upper.z) continue;
    const area = shared(rangeX(lower), rangeX(upper)) * shared(rangeY(lower), rangeY(upper));
    if (area === 0) continue;
    held += area;
    const bottom = goodsOf.get(lower.sku);
    if (!top || !bottom) continue;
    if (bottom.isStackable === false) faults.push(`${upper.sku} lies on ${lower.sku}`);
    const weightOf = (goods: Goods): number => (goods.casePack ?? goods).weight;
    const isGentle = top.isFragile === true && weightOf(top) <= weightOf(bottom);
    if (bottom.isFragile === true && !isGentle) faults.push(`${upper.sku} crushes ${lower.sku}`);
  }
  const share = held / (upper.length * upper.width);
  if (share < (request.support ?? 0.7) - 1e-12) {
    faults.push(`${upper.sku} rests on ${(share * 100).toFixed(1)} % of its base`);
  }
  return faults;
}

function sumFaults({ goods, cartons }: PackRequest, { boxes, unpacked }: Packing): string[] {
  const faults: string[] = [];
  for (const { sku, quantity } of goods) {
    const packed = boxes.reduce(
      (sum, box) =>
        sum + box.quantity * (box.items.find((item) => item.sku === sku)?.quantity ?? 0),
      0,
    );
    const left = unpacked.reduce((sum, each) => sum + (each.sku === sku ? each.quantity : 0), 0);
    if (packed + left !== quantity) {
      faults.push(`${sku}: ${packed} packed and ${left} left of ${quantity}`);
    }
  }
  for (const carton of cartons) {
    const used = boxes.reduce(
      (sum, box) => sum + (box.carton.name === carton.name ? box.quantity : 0),
      0,
    );
    if (used > (carton.stock ?? Infinity)) faults.push(`${used} of ${carton.name}`);
  }
  return faults;
}

function summaryFaults({ tariff }: PackRequest, { boxes, summary }: Packing): string[] {
  const faults: string[] = [];
  const unit = 100_000;
  let count = 0;
  let cost = 0;
  let room = 0;
  let used = 0;
  const volume = (sides: { length: number; width: number; height: number }): number =>
    (sides.length / unit) * (sides.width / unit) * (sides.height / unit);
  for (const { carton, quantity, weight, placements } of boxes) {
    const billed = Math.max(weight / unit, volume(carton) / tariff.dimensionalDivisor);
    count += quantity;
    cost += quantity * (carton.cost + tariff.handlingPerBox + tariff.freightPerPound * billed);
    room += quantity * volume(carton);
    used += quantity * placements.reduce((sum, placed) => sum + volume(placed), 0);
  }
  if (count !== summary.boxes) faults.push(`${count} boxes, not ${summary.boxes}`);
  if (Math.abs(cost - summary.cost) > 1e-6) faults.push(`costs ${cost}, not ${summary.cost}`);
  if (room > 0 && Math.abs(used / room - summary.fill) > 1e-9) faults.push('the fill is wrong');
  if (summary.lowerBound > count) {
    if (boxes.length > 0) faults.push(`${count} boxes are below the bound ${summary.lowerBound}`);
  }
  return faults;
}
