import { describe, expect, it } from 'vitest';
import { DAY, money } from '#lib/kernel';
import { aPlacementOffer, aTransportOffer, anOwnOffer, aWindow, NOW } from '../testing/plans.ts';
import { boardOf, windowRounds } from './board.ts';

const one = aPlacementOffer();
const two = aPlacementOffer({
  id: 'pl2',
  fees: [],
  shipments: [
    { id: 'sh2', unitCount: 8, boxCount: 2 },
    { id: 'sh3', unitCount: 4, boxCount: 1 },
  ],
});
const nothing = { placements: [one, two], transport: [], windows: [] };
const board = (change: Partial<Parameters<typeof boardOf>[0]>) =>
  boardOf({ ...nothing, ...change }, 'USD', NOW);

describe('the board', () => {
  it('shows every standing placement with its fee, boxes and units', () => {
    expect(board({})).toMatchObject([
      { id: 'pl1', kind: 'minimal', fee: 360, boxCount: 2, unitCount: 12, isLookedUp: false },
      { id: 'pl2', kind: 'amazon-optimized', fee: 0, boxCount: 3, unitCount: 12, carriers: [] },
    ]);
  });

  it('leaves out placements that have lapsed', () => {
    const placements = [
      aPlacementOffer({ expiresAt: NOW }),
      aPlacementOffer({ status: 'EXPIRED' }),
      { ...two, expiresAt: NOW + DAY },
    ];
    expect(board({ placements }).map(({ id, expiresAt }) => [id, expiresAt])).toEqual([
      ['pl2', NOW + DAY],
    ]);
  });

  it('offers a carrier only where it takes every shipment of the placement', () => {
    const partly = board({ transport: [anOwnOffer({ shipmentId: 'sh2' })] });
    expect(partly[1]).toMatchObject({ carriers: [], isLookedUp: true });
    const wholly = board({
      transport: [anOwnOffer({ shipmentId: 'sh2' }), anOwnOffer({ shipmentId: 'sh3' })],
    });
    expect(wholly[1]?.carriers).toMatchObject([{ carrierName: 'FEDEX GROUND' }]);
    expect(wholly[0]?.isLookedUp).toBe(false);
  });

  it('offers no quote that has lapsed, and none in other money', () => {
    const carriers = (change: object) =>
      board({ transport: [aTransportOffer(change)] })[0]?.carriers.length;
    expect(carriers({})).toBe(1);
    expect(carriers({ quoteExpiresAt: NOW })).toBe(0);
    expect(carriers({ cost: money(2_000, 'CAD') })).toBe(0);
  });
});

describe('delivery windows', () => {
  const window = (shipmentId: string, day: number, change: object = {}) =>
    aWindow({ id: `${shipmentId}-${day}`, shipmentId, startsAt: NOW + day * DAY, ...change });
  const rounds = (...windows: ReturnType<typeof window>[]) =>
    windowRounds(['sh2', 'sh3'], windows, NOW).map((round) => round.windows.map(({ id }) => id));

  it('are chosen together: the first of every shipment from a day on', () => {
    expect(rounds(window('sh2', 5), window('sh2', 3), window('sh3', 4), window('sh3', 5))).toEqual([
      ['sh2-3', 'sh3-4'],
      ['sh2-5', 'sh3-4'],
      ['sh2-5', 'sh3-5'],
    ]);
  });

  it('are not chosen for one shipment alone, nor from a day on which another has none left', () => {
    expect(rounds(window('sh2', 3))).toEqual([]);
    expect(rounds(window('sh2', 3), window('sh3', 2))).toEqual([['sh2-3', 'sh3-2']]);
  });

  it('are not chosen where Amazon takes nothing, or too late', () => {
    const usable = window('sh3', 3);
    expect(rounds(window('sh2', 3, { availability: 'BLOCKED' }), usable)).toEqual([]);
    expect(rounds(window('sh2', 3, { validUntil: NOW }), usable)).toEqual([]);
    expect(rounds(window('sh2', 3, { availability: 'CONGESTED' }), usable)).toHaveLength(1);
  });
});
