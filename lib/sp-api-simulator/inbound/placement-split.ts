import type { BoxRun, Packing, PackingGroup, PlanItem, SizeClass } from './entities.ts';
import { unitsIn } from './wire.ts';

/** What goes to one destination. */
export type Lot = {
  readonly sizeClass: SizeClass;
  readonly runs: readonly BoxRun[];
  readonly items: readonly PlanItem[];
};

/** Everything of one sort class, which never shares a destination with another. */
export type Load = {
  readonly sizeClass: SizeClass;
  readonly parts: readonly {
    readonly items: readonly PlanItem[];
    readonly runs: readonly BoxRun[];
  }[];
};

/** The packed groups by sort class. */
export function loadsOf(groups: readonly PackingGroup[], packing: Packing): Load[] {
  const loads = new Map<string, { sizeClass: SizeClass; parts: Load['parts'][number][] }>();
  for (const group of groups) {
    const runs = packing.groups.find(({ groupId }) => groupId === group.id)?.runs;
    const [first] = group.items;
    if (!runs || !first) continue;
    const key = `${first.sizeClass} ${first.hazmat}`;
    const load = loads.get(key) ?? { sizeClass: first.sizeClass, parts: [] };
    load.parts.push({ items: group.items, runs });
    loads.set(key, load);
  }
  return [...loads.values()];
}

/** Units that are packed only after placement, by sort class. */
export function unpackedLoads(items: readonly PlanItem[]): Load[] {
  const keys = [...new Set(items.map((item) => `${item.sizeClass} ${item.hazmat}`))];
  return keys.map((key) => {
    const own = items.filter((item) => `${item.sizeClass} ${item.hazmat}` === key);
    return { sizeClass: own[0]?.sizeClass ?? 'standard', parts: [{ items: own, runs: [] }] };
  });
}

export function boxCount(load: Load): number {
  return load.parts.flatMap(({ runs }) => runs).reduce((sum, { count }) => sum + count, 0);
}

/** Into how many lots a load can be parted at most. */
export function divisibility(load: Load): number {
  return load.parts.every(({ runs }) => runs.length > 0)
    ? boxCount(load)
    : Math.min(...load.parts.flatMap(({ items }) => items.map(({ quantity }) => quantity)));
}

/** Amazon spreads for free only what comes in at least five identical cartons of every kind. */
export function hasIdenticalCartons(load: Load): boolean {
  const counts = new Map<string, number>();
  for (const run of load.parts.flatMap(({ runs }) => runs)) {
    const content = (run.box.items ?? []).map(({ msku, quantity }) => `${msku} ${quantity}`).sort();
    if (content.length === 0) return false;
    counts.set(content.join('\n'), (counts.get(content.join('\n')) ?? 0) + run.count);
  }
  return counts.size > 0 && [...counts.values()].every((count) => count >= 5);
}

/** Parts a load into lots; boxes stay whole and none is lost. */
export function split(load: Load, lots: number): Lot[] {
  const bins = Array.from({ length: lots }, () => ({
    runs: [] as BoxRun[],
    items: [] as PlanItem[],
  }));
  let turn = 0;
  for (const part of load.parts) {
    if (part.runs.length === 0) splitUnits(part.items, bins);
    else if (part.runs.every(({ box }) => box.items?.length))
      turn = splitBoxes(part.runs, bins, turn);
    // Boxes whose content Amazon will only see when it opens them travel together.
    else bins[0]?.runs.push(...part.runs);
    const untold = part.runs.length > 0 && !part.runs.every(({ box }) => box.items?.length);
    if (untold) bins[0]?.items.push(...part.items);
  }
  const known = load.parts.flatMap(({ items }) => items);
  return bins
    .map(({ runs, items }) => ({
      sizeClass: load.sizeClass,
      runs,
      items: merge([...items, ...itemsIn(runs, known, items)]),
    }))
    .filter(({ items }) => items.length > 0);
}

type Bin = { readonly runs: BoxRun[]; readonly items: PlanItem[] };

function splitBoxes(runs: readonly BoxRun[], bins: readonly Bin[], start: number): number {
  let turn = start;
  for (const run of runs) {
    const share = Math.floor(run.count / bins.length);
    let extra = run.count % bins.length;
    let first = run.first;
    for (let step = 0; step < bins.length; step += 1) {
      const count = share + (extra > 0 ? 1 : 0);
      extra -= extra > 0 ? 1 : 0;
      if (count > 0) bins[(turn + step) % bins.length]?.runs.push({ ...run, first, count });
      first += count;
    }
    turn = (turn + (run.count % bins.length)) % bins.length;
  }
  return turn;
}

function splitUnits(items: readonly PlanItem[], bins: readonly Bin[]): void {
  for (const item of items) {
    const share = Math.floor(item.quantity / bins.length);
    const extra = item.quantity % bins.length;
    bins.forEach((bin, index) => {
      const quantity = share + (index < extra ? 1 : 0);
      if (quantity > 0) bin.items.push({ ...item, quantity });
    });
  }
}

function itemsIn(
  runs: readonly BoxRun[],
  known: readonly PlanItem[],
  already: readonly PlanItem[],
): PlanItem[] {
  const units = unitsIn(runs);
  const taken = new Set(already.map(({ msku }) => msku));
  return known.flatMap((item) => {
    const quantity = units.get(item.msku) ?? 0;
    return quantity > 0 && !taken.has(item.msku) ? [{ ...item, quantity }] : [];
  });
}

function merge(items: readonly PlanItem[]): PlanItem[] {
  const merged = new Map<string, PlanItem>();
  for (const item of items) {
    const quantity = (merged.get(item.msku)?.quantity ?? 0) + item.quantity;
    merged.set(item.msku, { ...item, quantity });
  }
  return [...merged.values()];
}
