import type { Dimensions, Instant, Weight } from '#lib/kernel';
import {
  type BoxItem,
  type InboundPlan,
  lineKey,
  type PackingGroup,
  type PlannedBox,
} from './inbound-plan.ts';
import type { ItemCode } from './pack-codes.ts';
import { type Balance, balances } from './packing.ts';
import { moveBoxesToGroups } from './regroup.ts';

/**
 * Something that was done at a packing bench. Every event has an id of its own, made at the bench,
 * so that logs of several benches can be joined in any order and any number of times.
 */
export type PackEvent = {
  readonly id: string;
  readonly station: string;
  readonly at: Instant;
} & PackDeed;

/** The id of what a bench did as its nth deed; ids of one bench sort as its deeds followed each other. */
export function packEventId(station: string, sequence: number): string {
  return `${station}-${String(sequence).padStart(7, '0')}`;
}

export type PackDeed =
  | {
      readonly kind: 'box-opened';
      readonly boxId: string;
      readonly groupId: string;
      readonly dimensions?: Dimensions;
    }
  | { readonly kind: 'sized'; readonly boxId: string; readonly dimensions: Dimensions }
  | {
      readonly kind: 'packed';
      readonly boxId: string;
      readonly sku: string;
      readonly expiry?: string;
      /** more than one for a case, or after "times" */
      readonly units: number;
    }
  | { readonly kind: 'undone'; readonly eventId: string }
  | { readonly kind: 'box-closed'; readonly boxId: string }
  | { readonly kind: 'weighed'; readonly boxId: string; readonly weight: Weight }
  | ({ readonly kind: 'taught' } & ItemCode);

/** An event on its way between a bench and the server, which numbers what it has taken in. */
export type PackScan = {
  readonly station: string;
  /** counts the deeds of a station from 1 */
  readonly sequence: number;
  readonly at: Instant;
  /** who was signed in at the bench; scans may be sent after somebody else has signed in */
  readonly by?: string;
  /** the place in the server's log; absent while the scan waits to be sent */
  readonly position?: number;
  readonly actorName?: string;
  readonly deed: PackDeed;
};

export function packEventOf({ station, sequence, at, deed }: PackScan): PackEvent {
  return { ...deed, id: packEventId(station, sequence), station, at };
}

/** Events in the order in which they happened, each once. */
export type PackLog = readonly PackEvent[];

/** Joins the logs of several benches. The order of joining does not matter, nor does repeating it. */
export function joinLogs(...logs: readonly PackLog[]): PackLog {
  const events = new Map<string, PackEvent>();
  for (const event of logs.flat()) events.set(event.id, event);
  return [...events.values()].sort(byTime);
}

function byTime(a: PackEvent, b: PackEvent): number {
  return a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at - b.at;
}

export type PackedBox = {
  readonly id: string;
  readonly groupId: string;
  readonly items: readonly BoxItem[];
  readonly isClosed: boolean;
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
};

export type Packed = {
  readonly boxes: readonly PackedBox[];
  /** How far each SKU is; more than expected when two benches packed the last units at once. */
  readonly balances: readonly Balance[];
};

type OpenBox = {
  readonly groupId: string;
  readonly items: Map<string, BoxItem>;
  isClosed: boolean;
  dimensions: Dimensions | undefined;
  weight: Weight | undefined;
};

/** What lies in which box after all that was done. A scan counts wherever its box was opened. */
export function packedSoFar(groups: readonly PackingGroup[], log: PackLog): Packed {
  const undone = undoneIn(log);
  const boxes = new Map<string, OpenBox>();
  const deeds = log.filter(({ id }) => !undone.has(id));
  const used = new Set(deeds.flatMap((event) => (event.kind === 'packed' ? [event.boxId] : [])));
  // Clocks of benches differ: a box may seem to be opened after the first scan into it. And one that
  // was undone at its bench stays while another has goods in it.
  for (const event of log)
    if (event.kind === 'box-opened' && !boxes.has(event.boxId)) {
      if (undone.has(event.id) && !used.has(event.boxId)) continue;
      boxes.set(event.boxId, {
        groupId: event.groupId,
        items: new Map(),
        isClosed: false,
        dimensions: event.dimensions,
        weight: undefined,
      });
    }
  for (const event of deeds) apply(boxes, event);
  const packed = [...boxes].map(([id, box]): PackedBox => {
    const items = [...box.items.values()];
    const { isClosed, dimensions, weight } = box;
    const groupId = groupOf(groups, box.groupId, items);
    return { id, groupId, items, isClosed, ...known({ dimensions, weight }) };
  });
  const planned = packed.map((box) => ({ ...box, copies: 1 }));
  return { boxes: packed, balances: balances(groups, planned) };
}

function undoneIn(log: PackLog): ReadonlySet<string> {
  return new Set(log.flatMap((event) => (event.kind === 'undone' ? [event.eventId] : [])));
}

// An empty box is any group's. Amazon's groups have other ids once they were asked for again; then a
// box is of the group that now expects what lies in it.
function groupOf(
  groups: readonly PackingGroup[],
  opened: string,
  [first]: readonly BoxItem[],
): string {
  if (!first) return opened;
  const expecting = groups.filter(({ items }) =>
    items.some((item) => lineKey(item) === lineKey(first)),
  );
  return (expecting.find(({ id }) => id === opened) ?? expecting[0])?.id ?? opened;
}

function apply(boxes: ReadonlyMap<string, OpenBox>, event: PackEvent): void {
  if (event.kind === 'undone' || event.kind === 'box-opened' || event.kind === 'taught') return;
  const box = boxes.get(event.boxId);
  if (!box) return;
  if (event.kind === 'box-closed') box.isClosed = true;
  else if (event.kind === 'weighed') box.weight = event.weight;
  else if (event.kind === 'sized') box.dimensions = event.dimensions;
  else {
    const { sku, expiry, units } = event;
    const item = expiry === undefined ? { sku } : { sku, expiry };
    const key = lineKey(item);
    const quantity = (box.items.get(key)?.quantity ?? 0) + units;
    box.items.set(key, { ...item, quantity });
  }
}

/** What codes stand for, as it was told at the benches. */
export function taughtIn(log: PackLog): readonly ItemCode[] {
  const undone = undoneIn(log);
  return log.flatMap((event) => {
    if (event.kind !== 'taught' || undone.has(event.id)) return [];
    const { code, sku, units } = event;
    return [{ code, sku, units }];
  });
}

/** The last deed of a bench that can still be undone. */
export function lastDeed(log: PackLog, station: string): PackEvent | undefined {
  const undone = undoneIn(log);
  return log.findLast(
    (event) => event.station === station && event.kind !== 'undone' && !undone.has(event.id),
  );
}

/** The boxes of the bench as boxes of the plan; empty ones are none, alike ones are one kind. */
export function boxesFromLog(plan: InboundPlan, log: PackLog): readonly PlannedBox[] {
  const groups = plan.packing?.groups ?? [];
  const alike = new Map<string, PlannedBox>();
  for (const { groupId, items, dimensions, weight } of packedSoFar(groups, log).boxes) {
    if (items.length === 0) continue;
    const sorted = items.toSorted((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1));
    const box = { groupId, items: sorted, ...known({ dimensions, weight }) };
    const key = JSON.stringify(box);
    alike.set(key, { ...box, copies: (alike.get(key)?.copies ?? 0) + 1 });
  }
  return moveBoxesToGroups([...alike.values()], groups);
}

type Measures = {
  readonly dimensions: Dimensions | undefined;
  readonly weight: Weight | undefined;
};

function known({ dimensions, weight }: Measures) {
  return { ...(dimensions && { dimensions }), ...(weight && { weight }) };
}
