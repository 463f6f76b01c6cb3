import type { Instant, Weight } from '#lib/kernel';
import {
  type BoxItem,
  type InboundPlan,
  lineKey,
  type PackingGroup,
  type PlannedBox,
} from './inbound-plan.ts';
import { type Balance, balances } from './packing.ts';

/**
 * Something that was done at a packing bench. Every event has an id of its own, made at the bench,
 * so that logs of several benches can be joined in any order and any number of times.
 */
export type PackEvent = {
  readonly id: string;
  readonly station: string;
  readonly at: Instant;
} & PackDeed;

export type PackDeed =
  | { readonly kind: 'box-opened'; readonly boxId: string; readonly groupId: string }
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
  | { readonly kind: 'weighed'; readonly boxId: string; readonly weight: Weight };

/** Events in the order in which they happened, each once. */
export type PackLog = readonly PackEvent[];

/** Joins the logs of several benches. The order of joining does not matter, nor does repeating it. */
export function joinLogs(...logs: readonly PackLog[]): PackLog {
  const events = new Map<string, PackEvent>();
  for (const event of logs.flat()) events.set(event.id, event);
  return [...events.values()].sort(byTime);
}

function byTime(a: PackEvent, b: PackEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export type PackedBox = {
  readonly id: string;
  readonly groupId: string;
  readonly items: readonly BoxItem[];
  readonly isClosed: boolean;
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
  weight: Weight | undefined;
};

/** What lies in which box after all that was done. A scan counts wherever its box was opened. */
export function packedSoFar(groups: readonly PackingGroup[], log: PackLog): Packed {
  const undone = new Set(log.flatMap((event) => (event.kind === 'undone' ? [event.eventId] : [])));
  const boxes = new Map<string, OpenBox>();
  const deeds = log.filter(({ id }) => !undone.has(id));
  const used = new Set(deeds.flatMap((event) => (event.kind === 'packed' ? [event.boxId] : [])));
  // Clocks of benches differ: a box may seem to be opened after the first scan into it. And one that
  // was undone at its bench stays while another has goods in it.
  for (const event of log)
    if (event.kind === 'box-opened' && !boxes.has(event.boxId)) {
      if (undone.has(event.id) && !used.has(event.boxId)) continue;
      const { groupId } = event;
      boxes.set(event.boxId, { groupId, items: new Map(), isClosed: false, weight: undefined });
    }
  for (const event of deeds) apply(boxes, event);
  const packed = [...boxes].map(([id, box]): PackedBox => ({
    id,
    groupId: box.groupId,
    items: [...box.items.values()],
    isClosed: box.isClosed,
    ...(box.weight && { weight: box.weight }),
  }));
  const planned = packed.map((box) => ({ ...box, copies: 1 }));
  return { boxes: packed, balances: balances(groups, planned) };
}

function apply(boxes: ReadonlyMap<string, OpenBox>, event: PackEvent): void {
  if (event.kind === 'undone' || event.kind === 'box-opened') return;
  const box = boxes.get(event.boxId);
  if (!box) return;
  if (event.kind === 'box-closed') box.isClosed = true;
  else if (event.kind === 'weighed') box.weight = event.weight;
  else {
    const { sku, expiry, units } = event;
    const item = expiry === undefined ? { sku } : { sku, expiry };
    const key = lineKey(item);
    const quantity = (box.items.get(key)?.quantity ?? 0) + units;
    box.items.set(key, { ...item, quantity });
  }
}

/** The last deed of a bench that can still be undone. */
export function lastDeed(log: PackLog, station: string): PackEvent | undefined {
  const undone = new Set(log.flatMap((event) => (event.kind === 'undone' ? [event.eventId] : [])));
  return log.findLast(
    (event) => event.station === station && event.kind !== 'undone' && !undone.has(event.id),
  );
}

/** The boxes of the bench as boxes of the plan; empty ones are none, alike ones are one kind. */
export function boxesFromLog(plan: InboundPlan, log: PackLog): readonly PlannedBox[] {
  const { boxes } = packedSoFar(plan.packing?.groups ?? [], log);
  const alike = new Map<string, PlannedBox>();
  for (const { groupId, items, weight } of boxes) {
    if (items.length === 0) continue;
    const box = { groupId, items, ...(weight && { weight }) };
    const key = JSON.stringify(box);
    alike.set(key, { ...box, copies: (alike.get(key)?.copies ?? 0) + 1 });
  }
  return [...alike.values()];
}
