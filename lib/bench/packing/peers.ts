import bp3d from 'bp3d';
import { Bin, Item, Packer } from 'bin-packing-3d';
import { pack3D, RotationType } from 'binpackingjs/3d';

import { type Load, type Placed, unitsOf } from './loads.ts';

/** Fills box after box, as far as it gets; a peer that cannot keep units from turning is not asked to. */
export type PackingPeer = {
  readonly name: string;
  readonly keepsUpright: boolean;
  readonly pack: (load: Load) => readonly (readonly Placed[])[];
};

export const PACKING_PEERS: readonly PackingPeer[] = [
  { name: 'binpackingjs 4.1.0', keepsUpright: true, pack: withBinPackingJs },
  { name: 'bin-packing-3d 1.0.0', keepsUpright: false, pack: withBinPacking3d },
  { name: 'bp3d 1.1.0', keepsUpright: false, pack: withBp3d },
];

type Unit = { readonly name: string; readonly sides: Sides; readonly weight: number };
type Sides = readonly [number, number, number];

function unitsIn({ goods }: Load): Unit[] {
  return goods.flatMap(({ length, width, height, weight, quantity }, index) =>
    Array.from({ length: quantity }, (): Unit => {
      return { name: String(index), sides: [length, width, height], weight };
    }),
  );
}

function withBinPackingJs(load: Load): readonly (readonly Placed[])[] {
  const { length, width, height, maxWeight } = load.box;
  const bins = Array.from({ length: unitsOf(load) }, () => {
    return { name: 'box', width: length, height, depth: width, maxWeight };
  });
  const items = unitsIn(load).map(({ name, sides: [l, w, h], weight }) => {
    const item = { name, width: l, height: h, depth: w, weight };
    return load.mayTurn ? item : { ...item, allowedRotations: [RotationType.WHD] };
  });
  return pack3D({ bins, items, factor: 1 })
    .packedBins.map(({ items }) =>
      items.map(({ name, position: [x, y, z], dimension: [l, h, w] }): Placed => {
        return { goods: Number(name), at: [x, z, y], sides: [l, w, h] };
      }),
    )
    .filter((box) => box.length > 0);
}

function withBinPacking3d(load: Load): readonly (readonly Placed[])[] {
  const boxes: Placed[][] = [];
  let units = unitsIn(load);
  while (units.length > 0) {
    const packer = new Packer();
    const { length, width, height, maxWeight } = load.box;
    const bin = new Bin('box', length, height, width, maxWeight);
    packer.add_bin(bin);
    for (const { name, sides, weight } of units) {
      packer.add_item(new Item(name, sides[0], sides[2], sides[1], weight));
    }
    packer.pack(true);
    if (bin.items.length === 0) break;
    boxes.push(bin.items.map((item) => placed(item.name, item.position, item.get_dimension())));
    units = bin.unfitted_items.map(({ name, width, height, depth, weight }) => {
      return { name, sides: [width, depth, height], weight };
    });
  }
  return boxes;
}

function withBp3d(load: Load): readonly (readonly Placed[])[] {
  const packer = new bp3d.Packer();
  const { length, width, height, maxWeight } = load.box;
  const bins = Array.from(
    { length: unitsOf(load) },
    () => new bp3d.Bin('box', length, height, width, maxWeight),
  );
  for (const bin of bins) packer.addBin(bin);
  for (const { name, sides, weight } of unitsIn(load)) {
    packer.addItem(new bp3d.Item(name, sides[0], sides[2], sides[1], weight));
  }
  packer.pack();
  return bins
    .map(({ items }) => items.map((item) => placed(item.name, item.position, item.getDimension())))
    .filter((box) => box.length > 0);
}

function placed(name: string, at: readonly number[], sides: readonly number[]): Placed {
  const [x = 0, y = 0, z = 0] = at;
  const [l = 0, h = 0, w = 0] = sides;
  return { goods: Number(name), at: [x, z, y], sides: [l, w, h] };
}
