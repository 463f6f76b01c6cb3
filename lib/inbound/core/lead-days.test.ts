import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#lib/kernel';
import { aDraft, anAddress, NOW } from '../testing/plans.ts';
import { OWN_CARRIER, PARTNERED } from './carrier.ts';
import { leadTimes, type Milestone } from './lead-days.ts';

const plan = aDraft();

function shipment(
  shipmentId: string,
  days: readonly (readonly [string, number])[],
  change: Partial<Milestone> = {},
): Milestone[] {
  return days.map(([status, day]) => ({
    shipmentId,
    warehouseId: 'ONT8',
    solution: PARTNERED,
    status,
    at: NOW + day * DAY,
    ...change,
  }));
}

const arrived = (id: string, transit: number, receiving: number, change?: Partial<Milestone>) =>
  shipment(
    id,
    [
      ['SHIPPED', 0],
      ['DELIVERED', transit],
      ['CLOSED', transit + receiving],
    ],
    change,
  );

describe('lead times', () => {
  it('are guessed, and said to be, until three shipments have shown them', () => {
    const guess = { days: 5, shipments: 0 };
    const expected = {
      partnered: guess,
      own: guess,
      receiving: { days: 6, shipments: 0 },
      centres: {},
    };
    expect(leadTimes(plan, [])).toEqual(expected);
    expect(leadTimes(plan, [...arrived('a', 2, 3), ...arrived('b', 2, 3)])).toEqual(expected);
  });

  it('are guessed longer where the goods come from abroad', () => {
    const abroad = aDraft({ shipFrom: anAddress({ countryCode: 'CN' }) });
    expect(leadTimes(abroad, []).own.days).toBe(35);
  });

  it('are the median of what own shipments took, in whole days', () => {
    const { partnered, receiving, centres } = leadTimes(plan, [
      ...arrived('a', 2, 3),
      ...arrived('b', 3, 4),
      ...arrived('c', 30, 5),
    ]);
    expect(partnered).toEqual({ days: 3, shipments: 3 });
    expect(receiving).toEqual({ days: 4, shipments: 3 });
    expect(centres).toEqual({ ONT8: { days: 4, shipments: 3 } });
    const later = arrived('d', 30, 5, { warehouseId: 'FTW1' });
    const four = leadTimes(plan, [
      ...['a', 'b', 'c'].flatMap((id) => arrived(id, 2 + HOUR / DAY, 3)),
      ...later,
    ]);
    expect(four.partnered).toEqual({ days: 2, shipments: 4 });
    expect(Object.keys(four.centres)).toEqual(['ONT8']);
  });

  it('are kept apart by whose carrier it was', () => {
    const own = ['a', 'b', 'c'].flatMap((id) => arrived(id, 20, 3, { solution: OWN_CARRIER }));
    expect(leadTimes(plan, own)).toMatchObject({
      partnered: { days: 5, shipments: 0 },
      own: { days: 20, shipments: 3 },
    });
  });

  it('do not count what has not been seen to begin or to end', () => {
    const halves = ['a', 'b', 'c'].flatMap((id) => shipment(id, [['DELIVERED', 4]]));
    expect(leadTimes(plan, halves)).toEqual(leadTimes(plan, []));
  });
});
