import { describe, expect, it } from 'vitest';
import { dimensionsOf, weightOf } from '#lib/kernel';
import type { InboundPlan, PlanLine } from './inbound-plan.ts';
import {
  boxCode,
  type ItemCode,
  itemOfCode,
  PACK_COMMANDS,
  readCommand,
  sizeCode,
  timesCode,
} from './pack-codes.ts';
import { boxLoad, heaviestBox, isOverloaded } from './pack-load.ts';
import {
  boxesFromLog,
  joinLogs,
  type PackDeed,
  packedSoFar,
  type PackEvent,
  packEventId,
  type PackLog,
  taughtIn,
} from './pack-log.ts';
import { type Bench, benchOf, scan, type ScanContext, teach } from './pack-scan.ts';

const owners = { prepOwner: 'SELLER', labelOwner: 'SELLER' } as const;
const line = (sku: string, more: Partial<PlanLine> = {}): PlanLine => ({
  sku,
  fnsku: `X-${sku}`,
  asin: `B0${sku}`,
  title: sku,
  condition: 'new',
  quantity: 1,
  ...more,
});
const CASE = {
  name: 'Dozen',
  unitsPerCase: 12,
  dimensions: dimensionsOf([12, 9, 6], 'IN'),
  weight: weightOf(12, 'LB'),
};
const LINES = [
  line('MUG', { unitWeight: weightOf(2, 'LB'), case: CASE }),
  line('TEA', { expiry: '2027-01-31' }),
  line('TEA', { expiry: '2027-06-30' }),
  line('POT', { unitWeight: weightOf(55, 'LB') }),
];
const offer = {
  id: 'po1',
  status: 'OFFERED',
  groupIds: ['pg1', 'pg2'],
  fees: [],
  discounts: [],
  boxWeight: {},
  contentMethods: [],
};
const PLAN: InboundPlan = {
  id: 'plan-1',
  marketplaceId: 'ATVPDKIKX0DER',
  name: 'March restock',
  createdAt: 0,
  lines: LINES,
  packing: {
    offer,
    confirmed: true,
    groups: [
      {
        id: 'pg1',
        items: [
          { sku: 'MUG', quantity: 60, ...owners },
          { sku: 'TEA', expiry: '2027-01-31', quantity: 2, ...owners },
          { sku: 'TEA', expiry: '2027-06-30', quantity: 2, ...owners },
        ],
      },
      { id: 'pg2', items: [{ sku: 'POT', quantity: 2, ...owners }] },
    ],
  },
  boxes: [],
  shipments: [],
};
const SMALL = {
  id: '3f2a91bc-0000-4000-8000-000000000000',
  name: 'Small',
  dimensions: dimensionsOf([12, 12, 8], 'IN'),
};
const LARGE = {
  id: '77aa91bc-0000-4000-8000-000000000000',
  name: 'Large',
  dimensions: dimensionsOf([20, 16, 12], 'IN'),
};
const EAN = '4006381333931';

type Around = Partial<Omit<ScanContext, 'log' | 'newBoxId'>>;

/** A bench that keeps its log and what it was told, scan after scan. */
function benchWith(around: Around = {}, station = 'A') {
  let bench: Bench = benchOf(station);
  let log: PackLog = [];
  let count = 0;
  let deeds = 0;
  const context = (): ScanContext => ({
    plan: PLAN,
    cartons: [SMALL, LARGE],
    ...around,
    log,
    codes: [...(around.codes ?? []), ...taughtIn(log)],
    newBoxId: `${station}${count}`,
  });
  const keep = (outcome: ReturnType<typeof scan>) => {
    ({ bench } = outcome);
    const events = outcome.deeds.map((deed: PackDeed): PackEvent => {
      deeds += 1;
      return { ...deed, id: packEventId(station, deeds), station, at: 7 };
    });
    log = joinLogs(log, events);
    return outcome.signal;
  };
  return {
    scan: (...codes: readonly string[]) => {
      let signal = '';
      for (const code of codes) {
        count += 1;
        signal = keep(scan(bench, code, context()));
      }
      return signal;
    },
    teach: (item: ItemCode) => keep(teach(bench, item, context())),
    get bench() {
      return bench;
    },
    get log() {
      return log;
    },
    get boxes() {
      return packedSoFar(PLAN.packing?.groups ?? [], log).boxes;
    },
  };
}

describe('the codes of the sheet at the bench', () => {
  it('each stands for one act, in any case, and nothing else does', () => {
    expect(readCommand('fl-new-box')).toEqual({ kind: 'newBox' });
    expect(readCommand(PACK_COMMANDS.weigh)).toEqual({ kind: 'weigh' });
    expect(readCommand(timesCode(24))).toEqual({ kind: 'times', times: 24 });
    expect(readCommand(boxCode('K7-1'))).toEqual({ kind: 'box', boxId: 'K7-1' });
    expect(readCommand(sizeCode(SMALL.id))).toEqual({ kind: 'size', code: 'FL-SIZE-3F2A91BC' });
    expect(readCommand('FL-TIMES-0')).toBeUndefined();
    expect(readCommand('X001')).toBeUndefined();
  });
});

describe('a product that has a barcode of its own', () => {
  it('is asked for once: its code blocks the bench until somebody says what it is', () => {
    const station = benchWith();
    expect(station.scan(EAN)).toBe('wrong');
    expect(station.bench.blockedBy).toMatchObject({ code: 'bench-code-unknown' });
    expect(station.teach({ code: EAN, sku: 'MUG', units: 1 })).toBe('right');
    expect(station.scan(EAN, `0${EAN}`)).toBe('right');
    expect(station.boxes[0]?.items).toEqual([{ sku: 'MUG', quantity: 3 }]);
    expect(taughtIn(station.log)).toEqual([{ code: EAN, sku: 'MUG', units: 1 }]);
  });

  it('what was told by mistake is taken back like any other deed', () => {
    const station = benchWith();
    station.scan(EAN);
    station.teach({ code: EAN, sku: 'MUG', units: 1 });
    station.scan(PACK_COMMANDS.undo, PACK_COMMANDS.undo, PACK_COMMANDS.undo);
    expect(taughtIn(station.log)).toEqual([]);
    expect(station.scan(EAN)).toBe('wrong');
  });

  it('a case is told with its units, and one scan of it packs them all', () => {
    const station = benchWith();
    station.scan('CASE-OF-6');
    station.teach({ code: 'CASE-OF-6', sku: 'MUG', units: 6 });
    station.scan(timesCode(2), 'case-of-6');
    expect(station.boxes[0]?.items).toEqual([{ sku: 'MUG', quantity: 18 }]);
  });

  it("a case's GTIN is known by its unit's, and counts what the case holds", () => {
    const codes = [{ code: EAN, sku: 'MUG', units: 1 }];
    expect(itemOfCode(PLAN, '14006381333938', codes)).toMatchObject({ units: 12 });
    expect(itemOfCode(PLAN, '94006381333930', codes)).toBeUndefined();
    expect(itemOfCode(PLAN, '14006381333938', [])).toBeUndefined();
    const ofTea = [{ code: EAN, sku: 'TEA', units: 1 }];
    expect(itemOfCode(PLAN, '14006381333938', ofTea)).toBeUndefined();
  });

  it('what was told of a product that is not in this plan, or told again since, does not count', () => {
    expect(itemOfCode(PLAN, EAN, [{ code: EAN, sku: 'LAMP', units: 1 }])).toBeUndefined();
    const codes = [
      { code: EAN, sku: 'TEA', units: 1 },
      { code: EAN, sku: 'MUG', units: 2 },
    ];
    expect(itemOfCode(PLAN, EAN, codes)).toMatchObject({ units: 2, lines: [{ sku: 'MUG' }] });
  });
});

describe('the carton', () => {
  it('chosen before packing is that of every new box; chosen while packing, of the open one too', () => {
    const station = benchWith();
    station.scan(sizeCode(SMALL.id), 'MUG', PACK_COMMANDS.newBox, 'MUG', sizeCode(LARGE.id));
    expect(station.boxes.map(({ dimensions }) => dimensions)).toEqual([
      SMALL.dimensions,
      LARGE.dimensions,
    ]);
    station.scan(PACK_COMMANDS.close, 'MUG');
    expect(station.boxes[2]?.dimensions).toEqual(LARGE.dimensions);
  });

  it('that is no longer in the library is told', () => {
    const station = benchWith({ cartons: [] });
    expect(station.scan(sizeCode(SMALL.id))).toBe('wrong');
    expect(station.bench.blockedBy).toMatchObject({
      code: 'bench-size-unknown',
      facts: { text: 'FL-SIZE-3F2A91BC' },
    });
  });
});

describe('the scale', () => {
  it('weighs the open box, or the one that was closed last, in the unit of the marketplace', () => {
    const station = benchWith();
    station.scan('MUG', PACK_COMMANDS.weigh, '12.5', PACK_COMMANDS.close);
    expect(station.boxes[0]?.weight).toEqual(weightOf(12.5, 'LB'));
    station.scan(PACK_COMMANDS.weigh, '6 kg');
    expect(station.boxes[0]?.weight).toEqual(weightOf(6, 'KG'));
  });

  it('with no box to weigh says so', () => {
    const station = benchWith();
    expect(station.scan(PACK_COMMANDS.weigh)).toBe('wrong');
    expect(station.bench.blockedBy).toMatchObject({ code: 'bench-no-box' });
  });

  it('that shows no weight is read again after undo; a second undo leaves it', () => {
    const station = benchWith();
    station.scan('MUG', PACK_COMMANDS.weigh);
    expect(station.scan('MUG')).toBe('wrong');
    expect(station.bench.blockedBy).toMatchObject({ code: 'bench-weight-unreadable' });
    expect(station.scan('0')).toBe('wrong');
    station.scan(PACK_COMMANDS.undo);
    expect(station.bench).toMatchObject({ isWeighing: true });
    station.scan(PACK_COMMANDS.undo, 'MUG');
    expect(station.boxes[0]).toMatchObject({ items: [{ sku: 'MUG', quantity: 2 }] });
    expect(station.boxes[0]?.weight).toBeUndefined();
  });

  it('of a box beyond the limit is noted, and sounds like a full one', () => {
    const station = benchWith();
    expect(station.scan('MUG', PACK_COMMANDS.weigh, '50')).toBe('noted');
    expect(station.scan(PACK_COMMANDS.weigh, '50.1')).toBe('full');
    expect(station.boxes[0]?.weight).toEqual(weightOf(50.1, 'LB'));
  });
});

describe('a full box', () => {
  it('takes no unit that would make it too heavy, even with nothing but its contents', () => {
    const station = benchWith();
    station.scan(timesCode(25), 'MUG');
    expect(station.scan('MUG')).toBe('full');
    expect(station.bench.blockedBy).toMatchObject({
      code: 'bench-box-full',
      facts: { sku: 'MUG', limit: '50 lb' },
    });
    station.scan(PACK_COMMANDS.undo, PACK_COMMANDS.close, 'MUG');
    expect(station.boxes.map(({ items }) => items[0]?.quantity)).toEqual([25, 1]);
  });

  it('is heavy by its units until it was weighed, and says when that is not all of them', () => {
    const mugs = [{ sku: 'MUG', quantity: 10 }];
    expect(boxLoad(PLAN, { items: mugs })).toEqual({
      weight: weightOf(20, 'LB'),
      isWeighed: false,
      isKnown: true,
      limit: weightOf(50, 'LB'),
      share: 0.4,
    });
    const mixed = [...mugs, { sku: 'TEA', expiry: '2027-01-31', quantity: 1 }];
    expect(boxLoad(PLAN, { items: mixed, weight: weightOf(25, 'LB') })).toMatchObject({
      isWeighed: true,
      isKnown: false,
      share: 0.5,
    });
    const german = { ...PLAN, marketplaceId: 'A1PA6795UKMFR9' };
    expect(boxLoad(german, { items: mugs }).weight).toEqual(weightOf(9.07, 'KG'));
  });

  it('is what Amazon offers where that is less than the marketplace allows', () => {
    const packing = (pounds: number) => ({
      offer: { ...offer, boxWeight: { max: weightOf(pounds, 'LB') } },
      groups: [],
      confirmed: true,
    });
    expect(heaviestBox({ ...PLAN, packing: packing(30) })).toEqual(weightOf(30, 'LB'));
    expect(heaviestBox({ ...PLAN, packing: packing(70) })).toEqual(weightOf(50, 'LB'));
  });

  it('one unit alone may be heavier than a box may be; two may not', () => {
    expect(isOverloaded(PLAN, [{ sku: 'POT', quantity: 1 }])).toBe(false);
    expect(isOverloaded(PLAN, [{ sku: 'POT', quantity: 2 }])).toBe(true);
  });
});

describe('dates of expiry', () => {
  it('are packed one after the other, and never two of one product in a box', () => {
    const station = benchWith();
    station.scan('TEA', 'TEA');
    expect(station.boxes[0]?.items).toEqual([{ sku: 'TEA', expiry: '2027-01-31', quantity: 2 }]);
    expect(station.scan('TEA')).toBe('wrong');
    expect(station.bench.blockedBy).toMatchObject({ code: 'bench-other-expiry' });
    station.scan(PACK_COMMANDS.undo, PACK_COMMANDS.close, 'TEA');
    expect(station.boxes[1]?.items).toEqual([{ sku: 'TEA', expiry: '2027-06-30', quantity: 1 }]);
  });
});

describe('a bench of one packing group', () => {
  it('takes nothing of another', () => {
    const station = benchWith({ groupId: 'pg1' });
    expect(station.scan('POT')).toBe('wrong');
    expect(station.scan(PACK_COMMANDS.undo, 'MUG')).toBe('right');
  });

  it('an empty box is any group’s', () => {
    const station = benchWith();
    station.scan('MUG', PACK_COMMANDS.undo, 'POT');
    expect(station.boxes).toMatchObject([{ groupId: 'pg2', items: [{ sku: 'POT' }] }]);
  });
});

describe('undo', () => {
  it('forgets a count before it takes anything back', () => {
    const station = benchWith();
    station.scan('MUG', timesCode(12), PACK_COMMANDS.undo, 'MUG');
    expect(station.boxes[0]?.items).toEqual([{ sku: 'MUG', quantity: 2 }]);
  });

  it('of closing opens the box again and packs into it', () => {
    const station = benchWith();
    station.scan('MUG', PACK_COMMANDS.close, PACK_COMMANDS.undo, 'MUG');
    expect(station.boxes).toMatchObject([{ items: [{ sku: 'MUG', quantity: 2 }] }]);
  });

  it('with nothing done does nothing', () => {
    const station = benchWith();
    expect(station.scan(PACK_COMMANDS.undo)).toBe('noted');
    expect(station.scan(PACK_COMMANDS.close)).toBe('noted');
    expect(station.log).toEqual([]);
  });
});

describe('a log with holes', () => {
  it('what was done to a box that nobody opened waits until its opening is there', () => {
    const packedEvent = (id: string, at: number): PackEvent => ({
      id,
      station: 'B',
      at,
      kind: 'packed',
      boxId: 'B-1',
      sku: 'MUG',
      units: 2,
    });
    const opened: PackEvent = {
      id: 'B-0',
      station: 'B',
      at: 9,
      kind: 'box-opened',
      boxId: 'B-1',
      groupId: 'gone',
    };
    const groups = PLAN.packing?.groups ?? [];
    const scans = joinLogs([packedEvent('B-2', 5)], [packedEvent('B-1', 5)]);
    expect(scans.map(({ id }) => id)).toEqual(['B-1', 'B-2']);
    expect(packedSoFar(groups, scans).boxes).toEqual([]);
    expect(packedSoFar(groups, joinLogs(scans, [opened])).boxes).toMatchObject([
      { groupId: 'pg1', items: [{ sku: 'MUG', quantity: 4 }] },
    ]);
  });

  it('scans come to a bench that knows no barcodes and no cartons', () => {
    const context = { plan: PLAN, log: [], newBoxId: 'A1' };
    expect(scan(benchOf('A'), sizeCode(SMALL.id), context).signal).toBe('wrong');
    const told = teach(benchOf('A'), { code: EAN, sku: 'MUG', units: 1 }, context);
    expect(told.deeds.map(({ kind }) => kind)).toEqual(['taught', 'box-opened', 'packed']);
  });

  it('codes are what they are in the numbers of digits that barcodes have', () => {
    const codes = [{ code: '96385074', sku: 'MUG', units: 1 }];
    expect(itemOfCode(PLAN, '00000096385074', codes)).toMatchObject({ units: 1 });
    expect(itemOfCode(PLAN, '096385074', codes)).toBeUndefined();
  });
});

describe('when Amazon gave new packing groups', () => {
  it('boxes are of the group that now expects what lies in them, and are handed over so', () => {
    const station = benchWith();
    station.scan(sizeCode(SMALL.id), 'POT', PACK_COMMANDS.weigh, '56', PACK_COMMANDS.newBox, 'MUG');
    const groups = (PLAN.packing?.groups ?? []).map((group) => ({
      ...group,
      id: `new-${group.id}`,
    }));
    const renewed = { ...PLAN, packing: { offer, confirmed: true, groups } };
    expect(packedSoFar(groups, station.log).boxes.map(({ groupId }) => groupId)).toEqual([
      'new-pg2',
      'new-pg1',
    ]);
    expect(boxesFromLog(renewed, station.log)).toEqual([
      {
        groupId: 'new-pg2',
        copies: 1,
        items: [{ sku: 'POT', quantity: 1 }],
        dimensions: SMALL.dimensions,
        weight: weightOf(56, 'LB'),
      },
      {
        groupId: 'new-pg1',
        copies: 1,
        items: [{ sku: 'MUG', quantity: 1 }],
        dimensions: SMALL.dimensions,
      },
    ]);
    const without = { ...PLAN, packing: { offer, confirmed: true, groups: [] } };
    expect(boxesFromLog(without, station.log)).toEqual([]);
  });
});
