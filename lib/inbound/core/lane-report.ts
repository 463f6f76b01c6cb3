import { DAY, type Instant, type Money, money } from '#lib/kernel';
import type { Milestone } from './lead-days.ts';

/** A bill, as far as a report is made of it. */
export type BilledShipment = {
  readonly forwarder: string;
  readonly way: string;
  readonly fromCountry: string;
  readonly warehouseId: string;
  readonly total: Money;
  readonly units: number;
  readonly grams: number;
};

/** What a forwarder has taken from one country to one centre. */
export type LaneCost = Omit<BilledShipment, 'total'> & {
  readonly key: string;
  readonly shipments: number;
  readonly total: Money;
  /** in ten-thousandths of the minor unit; undefined where nothing was counted or weighed */
  readonly perUnit: number | undefined;
  readonly perKilogram: number | undefined;
};

/** Bills by forwarder and lane, the dearest first; amounts in different currencies stay apart. */
export function laneCosts(bills: readonly BilledShipment[]): readonly LaneCost[] {
  const lanes = new Map<string, BilledShipment[]>();
  for (const bill of bills) {
    const key = [
      bill.forwarder,
      bill.way,
      bill.fromCountry,
      bill.warehouseId,
      bill.total.currency,
    ].join('\u0000');
    lanes.set(key, [...(lanes.get(key) ?? []), bill]);
  }
  return [...lanes]
    .flatMap(([key, own]) => own.slice(0, 1).map((first) => laneOf(key, first, own)))
    .toSorted((a, b) => b.total.minor - a.total.minor);
}

function laneOf(key: string, first: BilledShipment, own: readonly BilledShipment[]): LaneCost {
  const sum = (figure: (bill: BilledShipment) => number) =>
    own.reduce((all, bill) => all + figure(bill), 0);
  const units = sum((bill) => bill.units);
  const grams = sum((bill) => bill.grams);
  const minor = sum(({ total }) => total.minor);
  return {
    ...first,
    key,
    units,
    grams,
    shipments: own.length,
    total: money(minor, first.total.currency),
    perUnit: units === 0 ? undefined : Math.round((minor * 10_000) / units),
    perKilogram: grams === 0 ? undefined : Math.round((minor * 10_000_000) / grams),
  };
}

/** How long goods took to one centre, from the making of their plan to being counted. */
export type CentreDays = {
  readonly warehouseId: string;
  readonly shipments: number;
  readonly fastest: number;
  readonly median: number;
  readonly slowest: number;
};

/** Days from creation until everything could be sold, by centre, the slowest first. */
export function daysByCentre(
  milestones: readonly (Milestone & { readonly createdAt: Instant })[],
): readonly CentreDays[] {
  const centres = new Map<string, number[]>();
  for (const { status, warehouseId, at, createdAt } of milestones) {
    if (status !== 'CLOSED') continue;
    const days = centres.get(warehouseId) ?? [];
    centres.set(warehouseId, [...days, (at - createdAt) / DAY]);
  }
  return [...centres]
    .map(([warehouseId, days]): CentreDays => {
      const sorted = days.toSorted((a, b) => a - b);
      const at = (index: number) => Math.round(sorted[index] ?? 0);
      return {
        warehouseId,
        shipments: sorted.length,
        fastest: at(0),
        median: at(Math.floor(sorted.length / 2)),
        slowest: at(sorted.length - 1),
      };
    })
    .toSorted((a, b) => b.median - a.median);
}
