import {
  type InboundPlan,
  lineKey,
  type Packed,
  type PackedBox,
  type PackLog,
  type PlanLine,
} from '#lib/inbound';
import { MINUTE } from '#lib/kernel';

type Line = { readonly sku: string; readonly expiry?: string };
type Balances = Packed['balances'];
export type Balance = Balances[number];

export function totalsOf(balances: Balances) {
  const expected = balances.reduce((sum, one) => sum + one.expected, 0);
  const packed = balances.reduce((sum, one) => sum + one.packed, 0);
  const left = balances.reduce((sum, one) => sum + Math.max(0, one.expected - one.packed), 0);
  const surplus = balances.reduce((sum, one) => sum + Math.max(0, one.packed - one.expected), 0);
  return { expected, packed, left, surplus };
}

/** What is packed here, the SKU scanned last first, then what is left, and what is complete at the end. */
export function inOrderOfWork(
  balances: Balances,
  { groupId, last }: { readonly groupId?: string | undefined; readonly last?: Line | undefined },
): Balances {
  const rank = (one: Balance): number => {
    if (one.packed > one.expected) return 0;
    if (one.packed === one.expected) return 3;
    return last && lineKey(last) === lineKey(one) ? 1 : 2;
  };
  return balances
    .filter((one) => groupId === undefined || one.groupId === groupId)
    .toSorted((a, b) => rank(a) - rank(b));
}

/** What the next scan is likely to be: more of the same, or else the next that is left. */
export function expectedNext(ordered: Balances): Balance | undefined {
  return ordered.find((one) => one.packed < one.expected);
}

/** The last item that a bench packed and has not taken back. */
export function lastPacked(log: PackLog, station: string): Line | undefined {
  const undone = new Set(log.flatMap((event) => (event.kind === 'undone' ? [event.eventId] : [])));
  const event = log.findLast(
    (one) => one.kind === 'packed' && one.station === station && !undone.has(one.id),
  );
  return event?.kind === 'packed' ? event : undefined;
}

export function lineOf(plan: InboundPlan, of: Line): PlanLine | undefined {
  return plan.lines.find((line) => lineKey(line) === lineKey(of));
}

/** Boxes are called by the order in which they were begun, and by their bench. */
export function boxName(boxes: readonly PackedBox[], boxId: string) {
  const number = boxes.findIndex(({ id }) => id === boxId) + 1;
  return { number, label: boxId };
}

const RECENTLY = 10 * MINUTE;

/** How many other benches did something lately. */
export function otherBenches(log: PackLog, station: string): number {
  const latest = log.at(-1)?.at ?? 0;
  const stations = log.filter(({ at }) => at > latest - RECENTLY).map((event) => event.station);
  return new Set(stations.filter((one) => one !== station)).size;
}
