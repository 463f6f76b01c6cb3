import { intAt } from './cells.ts';
import type { Load } from './fill.ts';
import { type Block, piecesIn } from './layout.ts';
import { fits, type Kind, type Model } from './model.ts';
import { costOf, pour } from './shelf.ts';
import type { BoxLimit, PackedCarton, Placement } from './types.ts';

/** The loads of a group as boxes, those packed alike as one. */
export function describeLoads(loads: readonly Load[], model: Model): readonly PackedCarton[] {
  const alike = new Map<string, { load: Load; quantity: number }>();
  for (const load of loads) {
    const key = contentKey(load, model);
    const seen = alike.get(key);
    if (seen) seen.quantity++;
    else alike.set(key, { load, quantity: 1 });
  }
  const groups = [...alike.values()];
  return groups.map(({ load, quantity }) => {
    const others = new Int32Array(model.kinds.length);
    for (const other of groups) if (other.load !== load) pour(other.load, others);
    if (quantity > 1) pour(load, others);
    return describe(load, quantity, model, others);
  });
}

function contentKey(load: Load, model: Model): string {
  const content = new Int32Array(model.kinds.length);
  pour(load, content);
  return `${load.bin.index}:${content.join(',')}`;
}

function describe(load: Load, quantity: number, model: Model, others: Int32Array): PackedCarton {
  const { carton } = load.bin;
  const content = new Int32Array(model.kinds.length);
  pour(load, content);
  const items = model.kinds.flatMap(({ index, goods, unitsPerPiece }) => {
    const pieces = intAt(content, index);
    return pieces === 0 ? [] : [{ sku: goods.sku, quantity: pieces * unitsPerPiece }];
  });
  return {
    carton,
    quantity,
    weight: carton.tareWeight + load.weight,
    cost: costOf(load, model),
    items,
    placements: load.blocks.flatMap((block) => unitsOf(block, model.grid)).sort(bottomUp),
    limit: limitOf(
      load,
      model.kinds.filter(({ index }) => intAt(others, index) > 0),
    ),
  };
}

function unitsOf({ kind, x, y, z, l, w, h, nx, ny, nz }: Block, grid: number): Placement[] {
  const units: Placement[] = [];
  for (let k = 0; k < nz; k++) {
    for (let i = 0; i < nx; i++) {
      for (let j = 0; j < ny; j++) {
        units.push({
          sku: kind.goods.sku,
          units: kind.unitsPerPiece,
          x: (x + i * l) * grid,
          y: (y + j * w) * grid,
          z: (z + k * h) * grid,
          length: l * grid,
          width: w * grid,
          height: h * grid,
        });
      }
    }
  }
  return units;
}

/** What is put in later never has to go below what is there: loading from above always works. */
function bottomUp(a: Placement, b: Placement): number {
  return a.z - b.z || a.x - b.x || a.y - b.y;
}

/** What kept goods of other boxes out of this one. */
function limitOf(load: Load, others: readonly Kind[]): BoxLimit {
  const { bin } = load;
  const fitting = others.filter(({ turns }) => turns.some((turn) => fitsBin(turn, bin)));
  if (fitting.length === 0) return 'goods';
  const light = fitting.filter(({ weight }) => load.weight + weight <= bin.capacity);
  if (light.length === 0) return 'weight';
  const filled = load.blocks.reduce((sum, block) => sum + piecesIn(block) * block.kind.volume, 0);
  return light.some(({ volume }) => filled + volume <= bin.volume) ? 'shape' : 'volume';
}

function fitsBin(
  turn: Parameters<typeof fits>[0],
  { length, width, height }: Load['bin'],
): boolean {
  return fits(turn, { length, width, height });
}
