import { DAY, type Instant, optional } from '#lib/kernel';
import { PARTNERED } from './carrier.ts';
import { isDomestic } from './deadlines.ts';
import type { InboundPlan } from './inbound-plan.ts';

/** When a shipment was first seen in a state. */
export type Milestone = {
  readonly shipmentId: string;
  readonly warehouseId: string;
  readonly solution: string;
  readonly status: string;
  readonly at: Instant;
};

/** How long something takes, and how that is known: assumed, or the median of so many shipments. */
export type LeadDays = { readonly days: number; readonly shipments: number };

export type LeadTimes = {
  /** from leaving to delivery */
  readonly partnered: LeadDays;
  readonly own: LeadDays;
  /** from delivery until everything is counted */
  readonly receiving: LeadDays;
  /** receiving days of centres that own shipments have gone to often enough */
  readonly centres: Readonly<Record<string, LeadDays>>;
};

/** Fewer shipments than this say little about the next one. */
const LEAST_SHIPMENTS = 3;

// Our own guesses, shown as such and open to change; no source promises transit or receiving times.
const GUESS = { parcel: 5, fromAbroad: 35, receiving: 6 } as const;

/** Lead times as own shipments have shown them, guessed where there are too few. */
export function leadTimes(plan: InboundPlan, milestones: readonly Milestone[]): LeadTimes {
  const spans = spansOf(milestones);
  const carriage = (isPartnered: boolean) =>
    spans.flatMap((span) =>
      span.transit !== undefined && isPartnered === (span.solution === PARTNERED)
        ? [span.transit]
        : [],
    );
  const receiving = spans.flatMap(({ receiving: days }) => days ?? []);
  const centres = new Map<string, number[]>();
  for (const { warehouseId, receiving: days } of spans) {
    if (days !== undefined) {
      centres.set(warehouseId, [...(centres.get(warehouseId) ?? []), days]);
    }
  }
  return {
    partnered: median(carriage(true)) ?? guessed(GUESS.parcel),
    own: median(carriage(false)) ?? guessed(isDomestic(plan) ? GUESS.parcel : GUESS.fromAbroad),
    receiving: median(receiving) ?? guessed(GUESS.receiving),
    centres: Object.fromEntries(
      [...centres].flatMap(([centre, days]) => {
        const known = median(days);
        return known ? [[centre, known]] : [];
      }),
    ),
  };
}

function guessed(days: number): LeadDays {
  return { days, shipments: 0 };
}

/** The middle one to the nearest day; of an even number the later of the two in the middle. */
function median(days: readonly number[]): LeadDays | undefined {
  if (days.length < LEAST_SHIPMENTS) return undefined;
  const middle = days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)] ?? 0;
  return { days: Math.round(middle), shipments: days.length };
}

type Span = {
  readonly solution: string;
  readonly warehouseId: string;
  readonly transit?: number;
  readonly receiving?: number;
};

function spansOf(milestones: readonly Milestone[]): Span[] {
  const shipments = new Map<string, Milestone[]>();
  for (const milestone of milestones) {
    const list = shipments.get(milestone.shipmentId);
    if (list) list.push(milestone);
    else shipments.set(milestone.shipmentId, [milestone]);
  }
  return [...shipments.values()].flatMap((list) => {
    const at = (status: string) => list.find((one) => one.status === status)?.at;
    const [left, delivered, closed] = [at('SHIPPED'), at('DELIVERED'), at('CLOSED')];
    return list.slice(0, 1).map(({ solution, warehouseId }) => ({
      solution,
      warehouseId,
      ...optional('transit', daysFrom(left, delivered)),
      ...optional('receiving', daysFrom(delivered, closed)),
    }));
  });
}

function daysFrom(start: Instant | undefined, end: Instant | undefined): number | undefined {
  return start === undefined || end === undefined ? undefined : (end - start) / DAY;
}
