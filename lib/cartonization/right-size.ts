import { fill, type Load } from './fill.ts';
import type { Workbench } from './workbench.ts';
import { costOf, isEmpty, pour, type Shelf } from './shelf.ts';
import { plainStyles } from './style.ts';
import type { Random } from './random.ts';

/** The same goods in the cheapest box that takes them all. */
export function rightSize(
  bench: Workbench,
  shelf: Shelf,
  loads: readonly Load[],
  random: Random,
): readonly Load[] {
  const known = new Map<Load, Load>();
  return loads.map((load) => {
    const cheaper = known.get(load) ?? cheapest(bench, shelf, load, random);
    known.set(load, cheaper);
    if (cheaper === load || !shelf.has(cheaper.bin)) return load;
    shelf.giveBack(load.bin);
    shelf.take(cheaper.bin);
    return cheaper;
  });
}

function cheapest(bench: Workbench, shelf: Shelf, load: Load, random: Random): Load {
  const { model } = bench;
  const volume = load.blocks.reduce(
    (sum, { kind, nx, ny, nz }) => sum + kind.volume * nx * ny * nz,
    0,
  );
  const now = costOf(load, model);
  const candidates = model.bins
    .map((bin) => ({ bin, cost: costOf({ ...load, bin }, model) }))
    .filter(({ bin, cost }) => cost < now && bin.volume >= volume && shelf.has(bin))
    .filter(({ bin }) => bin.capacity >= load.weight)
    .sort((a, b) => a.cost - b.cost);
  for (const { bin } of candidates) {
    for (const style of plainStyles(random)) {
      for (const by of ['blocks', 'pieces'] as const) {
        bench.stock.fill(0);
        pour(load, bench.stock);
        const packed = fill(bench, bin, { ...style, by });
        if (isEmpty(bench.stock)) return packed;
      }
    }
  }
  return load;
}
