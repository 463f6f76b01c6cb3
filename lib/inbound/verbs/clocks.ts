import type { Context } from '#lib/context/server';
import { DAY, type Instant } from '#lib/kernel';
import { type Clock, clocksOf, type ClockPlace, placeOfClock } from '../core/clocks.ts';
import type { InboundPlan, PlacementOffer, TransportOffer } from '../core/inbound-plan.ts';
import { loadArrivals } from '../milestone-store.ts';

/** A clock of a plan, and where one does something about it. */
export type PlanClock = Clock & {
  readonly planId: string;
  readonly planName: string;
  readonly marketplaceId: string;
  readonly place: ClockPlace;
};

export type Clocks = { readonly clocks: readonly PlanClock[]; readonly now: Instant };

/** More open plans than this are no page any more; those whose deadline is nearest come first. */
const MOST_PLANS = 200;
/** What closed short may be claimed for nine months, and a shipment closes a while after it came. */
const CLAIMABLE = 300 * DAY;

/** Every clock that runs for the plans of the connection, the nearest first. */
export async function clocks(context: Context): Promise<Clocks> {
  const now = context.clock.now();
  const place = {
    workspaceId: context.workspaceId,
    connectionId: context.connection.id,
    amazonPlanId: { not: null },
  };
  // Two questions, since no index answers both at once: what goes on, and what closed short.
  const nearest = [{ dueAt: { sort: 'asc', nulls: 'last' } } as const, { id: 'asc' } as const];
  const [open, short] = await Promise.all([
    context.db.inboundPlan.findMany({
      where: { ...place, closedAt: null },
      orderBy: nearest,
      take: MOST_PLANS,
      select: { doc: true },
    }),
    context.db.inboundPlan.findMany({
      where: { ...place, closedAt: { gte: new Date(now - CLAIMABLE) }, shortUnits: { gt: 0 } },
      orderBy: [{ closedAt: 'desc' }, { id: 'asc' }],
      take: MOST_PLANS,
      select: { doc: true },
    }),
  ]);
  // Written by the store alone.
  const plans = [...open, ...short].map(({ doc }) => doc as unknown as InboundPlan);
  const [offers, arrivals] = await Promise.all([
    offersOf(context, plans),
    loadArrivals(
      context,
      plans.map(({ id }) => id),
    ),
  ]);
  const found = plans.flatMap((plan) => {
    const { placements = [], transport = [] } = offers.get(plan.id) ?? {};
    return clocksOf(plan, { placements, transport, arrivals }, now).map((clock) => ({
      ...clock,
      planId: plan.id,
      planName: plan.name,
      marketplaceId: plan.marketplaceId,
      place: placeOfClock(plan, clock.kind),
    }));
  });
  return { clocks: found.toSorted((a, b) => a.at - b.at), now };
}

type Offers = { placements?: PlacementOffer[]; transport?: TransportOffer[] };

/** The current options of those plans that still choose. */
async function offersOf(
  context: Context,
  plans: readonly InboundPlan[],
): Promise<ReadonlyMap<string, Offers>> {
  const choosing = plans.filter(({ transportConfirmedAt: at }) => at === undefined);
  const rows = await context.db.inboundOffers.findMany({
    where: {
      workspaceId: context.workspaceId,
      planId: { in: choosing.map(({ id }) => id) },
      kind: { in: ['placement', 'transport'] },
      current: true,
    },
    select: { planId: true, kind: true, payload: true },
  });
  const offers = new Map<string, Offers>();
  for (const { planId, kind, payload } of rows) {
    const known = offers.get(planId) ?? {};
    // Written by the errands alone: what the payload is follows from the kind.
    offers.set(
      planId,
      kind === 'placement'
        ? { ...known, placements: payload as unknown as PlacementOffer[] }
        : {
            ...known,
            transport: [
              ...(known.transport ?? []),
              ...(payload as unknown as readonly TransportOffer[]),
            ],
          },
    );
  }
  return offers;
}
