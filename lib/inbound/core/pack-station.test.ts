import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightOf } from '#lib/kernel';
import type { InboundPlan } from './inbound-plan.ts';
import {
  boxesFromLog,
  joinLogs,
  lastDeed,
  type PackDeed,
  packedSoFar,
  type PackEvent,
  type PackLog,
} from './pack-log.ts';
import { PACK_COMMANDS } from './pack-codes.ts';
import { type Bench, benchOf, scan, type ScanOutcome } from './pack-scan.ts';

const owners = { prepOwner: 'SELLER', labelOwner: 'SELLER' } as const;
const GROUPS = [
  {
    id: 'pg1',
    items: [
      { sku: 'MUG', quantity: 4, ...owners },
      { sku: 'CUP', quantity: 24, ...owners },
    ],
  },
  { id: 'pg2', items: [{ sku: 'POT', quantity: 2, ...owners }] },
];
const line = (sku: string, fnsku: string) => ({
  sku,
  fnsku,
  asin: `B0${sku}`,
  title: sku,
  condition: 'new',
  quantity: 1,
});
const PLAN: InboundPlan = {
  id: 'plan-1',
  marketplaceId: 'ATVPDKIKX0DER',
  name: 'March restock',
  createdAt: 0,
  lines: [line('MUG', 'X001'), line('CUP', 'X002'), line('POT', 'X003')],
  packing: {
    offer: {
      id: 'po1',
      status: 'OFFERED',
      groupIds: ['pg1', 'pg2'],
      fees: [],
      discounts: [],
      boxWeight: {},
      contentMethods: [],
    },
    groups: GROUPS,
    confirmed: true,
  },
  boxes: [],
  shipments: [],
};

/** A bench with a log of its own, scanning one code after another. */
function work(station: string, codes: readonly string[], before: PackLog = []) {
  let log = before;
  let bench: Bench = benchOf(station);
  let outcome: ScanOutcome | undefined;
  let next = 0;
  for (const code of codes) {
    next += 1;
    outcome = scan(bench, code, { plan: PLAN, log, newBoxId: `${station}${next}` });
    ({ bench } = outcome);
    const events = outcome.deeds.map((deed: PackDeed, at): PackEvent => ({
      ...deed,
      id: `${station}-${next}-${at}`,
      station,
      at: next,
    }));
    log = joinLogs(log, events);
  }
  return { log, bench, signal: outcome?.signal };
}

const contents = (log: PackLog) =>
  packedSoFar(GROUPS, log).boxes.map(({ id, items }) =>
    [id, ...items.map(({ sku, quantity }) => `${quantity} ${sku}`)].join(' '),
  );

describe('at one bench', () => {
  it('the first item opens a box of its group, by SKU, FNSKU or ASIN, in any case', () => {
    const { log, signal } = work('A', ['X001', 'mug', 'B0MUG']);
    expect(contents(log)).toEqual(['A1 3 MUG']);
    expect(signal).toBe('right');
  });

  it('"times" stands before the item and counts once', () => {
    expect(contents(work('A', ['FL-TIMES-12', 'X002', 'X002']).log)).toEqual(['A2 13 CUP']);
  });

  it('an item of another group blocks the bench until it is put away', () => {
    const wrong = work('A', ['X001', 'X003', 'X001']);
    expect(wrong.bench.blockedBy).toMatchObject({ code: 'bench-item-not-in-box' });
    expect(wrong.signal).toBe('wrong');
    expect(contents(wrong.log)).toEqual(['A1 1 MUG']);
    const freed = work('A', ['X001', 'X003', PACK_COMMANDS.undo, 'X001']);
    expect(contents(freed.log)).toEqual(['A1 2 MUG']);
  });

  it('an item too many is told as full, and not packed', () => {
    const full = work('A', ['FL-TIMES-4', 'X001', 'X001']);
    expect(full.signal).toBe('full');
    expect(full.bench.blockedBy).toMatchObject({
      code: 'bench-item-too-many',
      facts: { sku: 'MUG', units: 1, left: 0 },
    });
    expect(contents(full.log)).toEqual(['A2 4 MUG']);
  });

  it('a code that nobody knows is told with what was scanned', () => {
    expect(work('A', ['0123']).bench.blockedBy).toMatchObject({
      code: 'bench-code-unknown',
      facts: { text: '0123' },
    });
  });

  it('a closed box is packed into no more; its label opens no other', () => {
    const closed = work('A', ['X001', PACK_COMMANDS.close, 'X001']);
    expect(contents(closed.log)).toEqual(['A1 1 MUG', 'A3 1 MUG']);
    expect(work('A', ['X001', PACK_COMMANDS.close, 'FL-BOX-A1']).signal).toBe('wrong');
    expect(
      contents(work('A', ['X001', PACK_COMMANDS.newBox, 'X002', 'FL-BOX-A1', 'X002']).log),
    ).toEqual(['A1 1 MUG 1 CUP', 'A3 1 CUP']);
  });

  it('undo takes back one scan after the other', () => {
    const { log } = work('A', ['X001', 'X002', PACK_COMMANDS.undo, PACK_COMMANDS.undo]);
    expect(contents(log)).toEqual(['A1']);
    expect(lastDeed(log, 'A')).toMatchObject({ kind: 'box-opened' });
    expect(lastDeed(log, 'B')).toBeUndefined();
  });
});

describe('at several benches', () => {
  it('two that pack the last units at once are both kept, and the surplus is seen', () => {
    const a = work('A', ['FL-TIMES-3', 'X001']).log;
    const b = work('B', ['FL-TIMES-3', 'X001']).log;
    const { balances } = packedSoFar(GROUPS, joinLogs(a, b));
    expect(balances.find(({ sku }) => sku === 'MUG')).toMatchObject({ expected: 4, packed: 6 });
  });

  it('a box whose opening was undone stays while another bench has goods in it', () => {
    const a = work('A', ['X001', PACK_COMMANDS.undo]).log;
    const other: PackEvent = {
      id: 'b',
      station: 'B',
      at: 1,
      kind: 'packed',
      boxId: 'A1',
      sku: 'CUP',
      units: 2,
    };
    const undone: PackEvent = { id: 'c', station: 'A', at: 5, kind: 'undone', eventId: 'A-1-0' };
    expect(contents(joinLogs(a, [undone]))).toEqual([]);
    expect(contents(joinLogs(a, [undone, other]))).toEqual(['A1 2 CUP']);
  });

  it('boxes alike in content and weight become one kind of box of the plan', () => {
    const a = work('A', ['X003']).log;
    const b = work('B', ['X003']).log;
    expect(boxesFromLog(PLAN, joinLogs(a, b))).toEqual([
      { groupId: 'pg2', copies: 2, items: [{ sku: 'POT', quantity: 1 }] },
    ]);
    const weighed: PackEvent = {
      id: 'w',
      station: 'B',
      at: 9,
      kind: 'weighed',
      boxId: 'B1',
      weight: weightOf(2, 'LB'),
    };
    expect(boxesFromLog(PLAN, joinLogs(a, b, [weighed]))).toHaveLength(2);
  });

  it('logs come to the same in whatever parts and order they are joined, and no scan is lost', () => {
    const event = fc
      .record({
        station: fc.constantFrom('A', 'B', 'C', 'D'),
        at: fc.nat(50),
        units: fc.integer({ min: 1, max: 5 }),
      })
      .map((deed) => ({
        ...deed,
        kind: 'packed' as const,
        sku: 'CUP',
        boxId: `box-${deed.station}`,
      }));
    const opened = ['A', 'B', 'C', 'D'].map((station): PackEvent => ({
      id: `open-${station}`,
      station,
      at: 0,
      kind: 'box-opened',
      boxId: `box-${station}`,
      groupId: 'pg1',
    }));
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 120 }),
        fc.array(fc.nat(3), { minLength: 120, maxLength: 120 }),
        fc.boolean(),
        (deeds, parts, again) => {
          const events = deeds.map((deed, at): PackEvent => ({ ...deed, id: `e${at}` }));
          const whole = joinLogs(opened, events);
          const split = [0, 1, 2, 3].map((part) => events.filter((_, at) => parts[at] === part));
          const joined = split.reduceRight(
            (log, part) => joinLogs(part, log, again ? part : []),
            opened as PackLog,
          );
          expect(joined).toEqual(whole);
          const units = packedSoFar(GROUPS, joined)
            .boxes.flatMap(({ items }) => items)
            .reduce((sum, { quantity }) => sum + quantity, 0);
          expect(units).toBe(deeds.reduce((sum, deed) => sum + deed.units, 0));
        },
      ),
      { numRuns: 60 },
    );
  });
});
