import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, money } from '#lib/kernel';
import {
  anOwnOffer,
  aPackedPlan,
  aPlacedPlan,
  aPlacementOffer,
  aShipment,
  aShippedPlan,
  aTransportOffer,
  aWindow,
  NOW,
} from '../testing/plans.ts';
import { type AroundPlan, type Clock, clocksOf, placeOfClock } from './clocks.ts';
import type { InboundPlan } from './inbound-plan.ts';

const NOTHING: AroundPlan = { placements: [], transport: [], arrivals: new Map() };
const clocks = (plan: InboundPlan, around: Partial<AroundPlan> = {}, now = NOW) =>
  clocksOf(plan, { ...NOTHING, ...around }, now);
const clock = (found: readonly Clock[], kind: Clock['kind']) =>
  found.filter((one) => one.kind === kind);

describe('the clocks of a plan', () => {
  it('are all of its deadlines, the nearest first', () => {
    expect(clocks(aPackedPlan(), { placements: [aPlacementOffer()] })).toEqual([
      { kind: 'placement-options-expire', at: NOW + DAY },
      { kind: 'packing-options-expire', at: NOW + 2 * DAY },
      { kind: 'arrive-by', at: NOW + 44 * DAY },
    ]);
    expect(clocks({ ...aPackedPlan(), cancelledAt: NOW })).toEqual([]);
  });

  it('name the first placement option to expire, of those that stand', () => {
    const placements = [
      aPlacementOffer({ expiresAt: NOW + 2 * DAY }),
      aPlacementOffer({ expiresAt: NOW + 3 * DAY }),
      aPlacementOffer({ status: 'EXPIRED', expiresAt: NOW + HOUR }),
    ];
    expect(clock(clocks(aPackedPlan(), { placements }), 'placement-options-expire')).toEqual([
      { kind: 'placement-options-expire', at: NOW + 2 * DAY },
    ]);
    const { expiresAt: _, ...endless } = aPlacementOffer();
    const found = clocks(aPackedPlan(), { placements: [endless] });
    expect(clock(found, 'placement-options-expire')).toEqual([]);
  });

  it('name the first quote to expire, of the shipments at hand, until a carrier is confirmed', () => {
    const transport = [
      aTransportOffer({ quoteExpiresAt: NOW + 2 * HOUR }),
      anOwnOffer(),
      aTransportOffer({ shipmentId: 'elsewhere', quoteExpiresAt: NOW + HOUR }),
    ];
    const quotes = (plan: InboundPlan) =>
      clock(clocks(plan, { transport }), 'carrier-quotes-expire').map(({ at }) => at);
    expect(quotes(aPlacedPlan())).toEqual([NOW + 2 * HOUR]);
    expect(quotes(aPackedPlan())).toEqual([]);
    expect(quotes(aShippedPlan())).toEqual([]);
  });

  it('R85: say what can still be had back, and nothing once it cannot', () => {
    const shipments = [
      aShipment({ transport: aTransportOffer() }),
      aShipment({
        id: 'sh2',
        transport: aTransportOffer({ cost: money(1_000, 'USD'), voidableUntil: NOW + 2 * DAY }),
      }),
    ];
    const plan = aShippedPlan(aTransportOffer(), { shipments });
    expect(clock(clocks(plan), 'quote-void-until')).toEqual([
      { kind: 'quote-void-until', at: NOW + DAY, money: money(3_450, 'USD') },
    ]);
    expect(clock(clocks(plan, {}, NOW + DAY), 'quote-void-until')).toEqual([]);
    const { cost: _, ...free } = aTransportOffer();
    const unquoted = aShippedPlan(free, { shipments: [aShipment({ transport: free })] });
    expect(clock(clocks(unquoted), 'quote-void-until')).toEqual([
      { kind: 'quote-void-until', at: NOW + DAY },
    ]);
  });

  it('name the end of a delivery window while its shipment is under way', () => {
    const window = aWindow();
    const plan = (status: string) =>
      aShippedPlan(anOwnOffer(), {
        shipments: [aShipment({ window, status }), aShipment({ id: 'sh2', status })],
      });
    expect(clock(clocks(plan('IN_TRANSIT')), 'window-closes')).toEqual([
      { kind: 'window-closes', at: window.endsAt, shipment: 'FBA15ABCDEFG' },
    ]);
    expect(clock(clocks(plan('DELIVERED')), 'window-closes')).toEqual([]);
    const alone = aShippedPlan(anOwnOffer(), {
      shipments: [{ ...aShipment({ window, status: 'SHIPPED' }) }],
    });
    expect(clock(clocks(alone), 'window-closes')).toEqual([
      { kind: 'window-closes', at: window.endsAt },
    ]);
  });

  it('R109: give the others thirty days after the first arrival, and stay when overdue', () => {
    const siblings = (...statuses: string[]) =>
      aShippedPlan(aTransportOffer(), {
        shipments: statuses.map((status, at) => aShipment({ id: `sh${at}`, status })),
      });
    const arrivals = new Map([
      ['sh0', NOW],
      ['sh1', NOW + DAY],
    ]);
    const by = (plan: InboundPlan, now = NOW) =>
      clock(clocks(plan, { arrivals }, now), 'siblings-by').map(({ at }) => at);
    expect(by(siblings('RECEIVING', 'DELIVERED', 'IN_TRANSIT'))).toEqual([NOW + 30 * DAY]);
    expect(by(siblings('RECEIVING', 'IN_TRANSIT'), NOW + 31 * DAY)).toEqual([NOW + 30 * DAY]);
    expect(by(siblings('CLOSED', 'DELIVERED'))).toEqual([]);
    expect(clock(clocks(siblings('IN_TRANSIT')), 'siblings-by')).toEqual([]);
  });

  it('R111: name when a claim for missing units closes, by both of the windows that are told', () => {
    const items = [
      { sku: 'MUG-RED', shipped: 12, received: 9 },
      { sku: 'MUG-BLUE', shipped: 4, received: 5 },
    ];
    const { confirmationId: _, ...unconfirmed } = aShipment({ id: 'sh2', status: 'CLOSED', items });
    const plan = aShippedPlan(aTransportOffer(), {
      shipments: [aShipment({ status: 'CLOSED' }), unconfirmed],
    });
    const deliveredAt = Date.UTC(2026, 4, 31, 12);
    const found = clocks(plan, { arrivals: new Map([['sh2', deliveredAt]]) }, deliveredAt);
    const facts = { units: 3, shipment: 'sh2' };
    expect(clock(found, 'claim-soonest')).toEqual([
      { kind: 'claim-soonest', at: deliveredAt + 60 * DAY, ...facts },
    ]);
    // Nine months after the end of May is the end of February.
    expect(clock(found, 'claim-latest')).toEqual([
      { kind: 'claim-latest', at: Date.UTC(2027, 1, 28, 12), ...facts },
    ]);
    expect(clock(clocks(plan), 'claim-latest')).toEqual([]);
  });
});

describe('where something is done about a clock', () => {
  it('is its own step, or the cancelling that gives the money back', () => {
    expect(placeOfClock(aPackedPlan(), 'placement-options-expire')).toBe('placement');
    expect(placeOfClock(aShippedPlan(), 'quote-void-until')).toBe('cancel');
    expect(placeOfClock(aShippedPlan(), 'arrive-by')).toBe('receiving');
  });

  it('is the step that waits, while its own is not open yet', () => {
    expect(placeOfClock(aPackedPlan(), 'arrive-by')).toBe('placement');
  });
});

const ZONES = [
  // Clocks go back on 2026-11-01, on 2026-10-25, and never.
  ['America/Los_Angeles', '2026-10-20T09:00:00-07:00', '2026-12-04 08:00'],
  ['Europe/Berlin', '2026-10-20T09:00:00+02:00', '2026-12-04 08:00'],
  ['Asia/Tokyo', '2026-10-20T09:00:00+09:00', '2026-12-04 09:00'],
] as const;

function localTime(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
}

describe.each(ZONES)('where the clocks of the wall change (%s)', (timeZone, start, due) => {
  const from = Date.parse(start);

  it('R110: forty-five days are as many times twenty-four hours, whatever the wall says', () => {
    const plan = aPackedPlan({ amazonCreatedAt: from });
    const [found] = clock(clocks(plan, {}, from), 'arrive-by');
    expect(found?.at).toBe(from + 45 * DAY);
    expect(localTime(found?.at ?? 0, timeZone)).toBe(due);
  });

  it('a clock runs until its very end, and is gone from then on', () => {
    const at = from + 20 * DAY;
    const window = aWindow({ endsAt: at });
    const plans: readonly [Clock['kind'], InboundPlan, Partial<AroundPlan>][] = [
      [
        'placement-options-expire',
        aPackedPlan(),
        { placements: [aPlacementOffer({ expiresAt: at })] },
      ],
      [
        'carrier-quotes-expire',
        aPlacedPlan(),
        { transport: [aTransportOffer({ quoteExpiresAt: at })] },
      ],
      [
        'quote-void-until',
        aShippedPlan(aTransportOffer(), {
          shipments: [aShipment({ transport: aTransportOffer({ voidableUntil: at }) })],
        }),
        {},
      ],
      [
        'window-closes',
        aShippedPlan(anOwnOffer(), { shipments: [aShipment({ window, status: 'SHIPPED' })] }),
        {},
      ],
      [
        'claim-soonest',
        aShippedPlan(aTransportOffer(), {
          shipments: [
            aShipment({ status: 'CLOSED', items: [{ sku: 'A', shipped: 2, received: 1 }] }),
          ],
        }),
        { arrivals: new Map([['sh1', at - 60 * DAY]]) },
      ],
    ];
    for (const [kind, plan, around] of plans) {
      expect([kind, clock(clocks(plan, around, at - 1), kind)[0]?.at]).toEqual([kind, at]);
      expect([kind, clock(clocks(plan, around, at), kind)]).toEqual([kind, []]);
    }
  });

  it('what is overdue stays', () => {
    const plan = aPackedPlan({ amazonCreatedAt: from });
    expect(clock(clocks(plan, {}, from + 46 * DAY), 'arrive-by')).toHaveLength(1);
  });
});
