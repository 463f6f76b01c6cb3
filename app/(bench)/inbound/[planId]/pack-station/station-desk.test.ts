import { expect, test } from 'vitest';
import {
  type Bench,
  type InboundPlan,
  joinLogs,
  packedSoFar,
  packEventId,
  packEventOf,
  type PackScan,
} from '#lib/inbound';
import { problem } from '#lib/kernel';
import { memoryKeeper, type ScanKeeper } from './scan-keeper.ts';
import { type Answer, openDesk, type Sent } from './station-desk.ts';

const owners = { prepOwner: 'SELLER', labelOwner: 'SELLER' } as const;
const GROUPS = [{ id: 'pg1', items: [{ sku: 'MUG', quantity: 40, ...owners }] }];
const PLAN: InboundPlan = {
  id: 'plan-1',
  marketplaceId: 'ATVPDKIKX0DER',
  name: 'March restock',
  createdAt: 0,
  lines: [{ sku: 'MUG', asin: 'B0MUG', title: 'Mug', condition: 'new', quantity: 40 }],
  packing: {
    offer: {
      id: 'po1',
      status: 'OFFERED',
      groupIds: ['pg1'],
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

/** The server's log, and a network that can be cut. */
function server(most = 1_000) {
  const log: PackScan[] = [];
  const state: { answer: Answer['kind'] | 'lost' } = { answer: 'taken' };
  const idOf = ({ station, sequence }: PackScan) => packEventId(station, sequence);
  const exchange = async ({ scans, after }: Sent): Promise<Answer> => {
    if (state.answer === 'unreachable' || state.answer === 'signed-out')
      return { kind: state.answer };
    if (state.answer === 'refused')
      return { kind: 'refused', problems: [problem('scans-contradict')] };
    const known = new Set(log.map(idOf));
    for (const scan of scans)
      if (!known.has(idOf(scan))) log.push({ ...scan, position: log.length + 1 });
    if (state.answer === 'lost') return { kind: 'unreachable' };
    const came = log.slice(after, after + most);
    const hasMore = log.length > after + came.length;
    return { kind: 'taken', scans: came, hasMore, version: 7, now: 5_000 };
  };
  return { log, state, exchange };
}

type Setting = {
  readonly server?: ReturnType<typeof server>;
  readonly keeper?: ScanKeeper;
  readonly remembered?: Bench;
  readonly names?: string[];
};

async function deskWith({
  server: amazon = server(),
  keeper = memoryKeeper(),
  remembered,
  names = ['ONE', 'TWO', 'THREE'],
}: Setting = {}) {
  const remember: { bench?: Bench } = {};
  const desk = await openDesk({
    plan: PLAN,
    codes: [],
    cartons: [],
    version: 1,
    by: 'mei',
    keeper,
    exchange: amazon.exchange,
    now: () => 1_000,
    newStation: () => names.shift() ?? 'LAST',
    ...(remembered && { remembered }),
    remember: (bench) => {
      remember.bench = bench;
    },
  });
  return { desk, keeper, remember, server: amazon };
}

const units = (log: Parameters<typeof packedSoFar>[1]) =>
  packedSoFar(GROUPS, log)
    .boxes.flatMap(({ items }) => items)
    .reduce((sum, { quantity }) => sum + quantity, 0);

test('a scan is on the device before it is shown, and then goes to the server', async () => {
  const { desk, keeper, server: amazon } = await deskWith();
  await desk.take('MUG');
  expect((await keeper.all()).map(({ deed }) => deed.kind)).toEqual(['box-opened', 'packed']);
  expect(desk.view()).toMatchObject({ last: { code: 'MUG', signal: 'right' } });
  await desk.send();
  expect(amazon.log.map(({ by, sequence }) => [by, sequence])).toEqual([
    ['mei', 1],
    ['mei', 2],
  ]);
  expect(desk.view()).toMatchObject({ waiting: 0, link: 'taken', version: 7 });
});

test('without a network one packs on; what waits is counted and sent in order later', async () => {
  const { desk, server: amazon } = await deskWith();
  amazon.state.answer = 'unreachable';
  for (const code of ['MUG', 'MUG', 'FL-TIMES-5', 'MUG']) await desk.take(code);
  await desk.send();
  expect(desk.view()).toMatchObject({ waiting: 4, link: 'unreachable' });
  expect(units(desk.view().log)).toBe(7);
  amazon.state.answer = 'lost';
  await desk.send();
  amazon.state.answer = 'taken';
  await desk.send();
  expect(amazon.log.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(desk.view()).toMatchObject({ waiting: 0, link: 'taken' });
  expect(units(desk.view().log)).toBe(7);
});

test('a reload without a network loses no scan, and undo goes on where it was', async () => {
  const first = await deskWith();
  first.server.state.answer = 'unreachable';
  await first.desk.take('MUG');
  await first.desk.take('MUG');
  const { remember, keeper, server: amazon } = first;
  const remembered = remember.bench;
  if (!remembered) throw new Error('the bench was not remembered');
  const { desk } = await deskWith({ server: amazon, keeper, remembered });
  expect(desk.view()).toMatchObject({ waiting: 3, bench: { station: 'ONE', boxId: 'ONE-1' } });
  await desk.take('FL-UNDO');
  expect(units(desk.view().log)).toBe(1);
  amazon.state.answer = 'taken';
  await desk.send();
  expect(units(joinLogs(amazon.log.map(packEventOf)))).toBe(1);
});

test('a tab that was duplicated becomes a bench of its own at its first scan', async () => {
  const first = await deskWith();
  await first.desk.take('MUG');
  const { remember, keeper, server: amazon } = first;
  const remembered = remember.bench;
  if (!remembered) throw new Error('the bench was not remembered');
  const twin = await deskWith({ server: amazon, keeper, remembered, names: ['TWIN'] });
  await first.desk.take('MUG');
  await twin.desk.take('FL-NEW-BOX');
  await twin.desk.take('MUG');
  expect(twin.desk.view().bench).toMatchObject({ station: 'TWIN', boxId: 'TWIN-1' });
  await Promise.all([first.desk.send(), twin.desk.send()]);
  await Promise.all([first.desk.send(), twin.desk.send()]);
  expect(units(joinLogs(amazon.log.map(packEventOf)))).toBe(3);
  expect(twin.desk.view().log).toEqual(first.desk.view().log);
});

test('a device that has forgotten its scans does not number new ones as it did before', async () => {
  const { desk } = await deskWith({ remembered: { station: 'OLD', times: 3 }, names: ['NEW'] });
  expect(desk.view().bench).toEqual({ station: 'NEW', times: 3 });
});

test('scans that come faster than the device writes are done one after the other', async () => {
  const { desk } = await deskWith();
  await Promise.all(Array.from({ length: 30 }, () => desk.take('MUG')));
  expect(units(desk.view().log)).toBe(30);
  expect(packedSoFar(GROUPS, desk.view().log).boxes).toHaveLength(1);
});

test('a long log comes in piece by piece, and a long queue goes out so', async () => {
  const amazon = server(50);
  const { desk } = await deskWith({ server: amazon });
  amazon.state.answer = 'unreachable';
  for (let box = 0; box < 30; box += 1) {
    await desk.take('MUG');
    await desk.take('FL-CLOSE-BOX');
    for (let again = 0; again < 5; again += 1) {
      await desk.take('FL-WEIGH');
      await desk.take('12.5');
    }
  }
  const { waiting } = desk.view();
  expect(waiting).toBeGreaterThan(200);
  amazon.state.answer = 'taken';
  await desk.send();
  expect(amazon.log).toHaveLength(waiting);
  expect(desk.view().waiting).toBe(0);
});

test('a device that knows later scans but not that its own arrived reads the log anew', async () => {
  const first = await deskWith();
  first.server.state.answer = 'unreachable';
  await first.desk.take('MUG');
  const kept = await first.keeper.all();
  first.server.state.answer = 'taken';
  await first.desk.send();
  const keeper = memoryKeeper();
  await keeper.put([...kept, { ...kept[0], station: 'OTHER', position: 9 } as PackScan]);
  const { desk } = await deskWith({ server: first.server, keeper });
  expect(desk.view().waiting).toBe(2);
  await desk.send();
  expect(desk.view()).toMatchObject({ waiting: 0, link: 'taken' });
});

test('the times of scans are the server’s, and never run backwards', async () => {
  const { desk, server: amazon } = await deskWith();
  await desk.send();
  await desk.take('MUG');
  await desk.send();
  expect(amazon.log.map(({ at }) => at)).toEqual([5_000, 5_000]);
});

test('a refusal and the end of a session are shown, and what waits goes on waiting', async () => {
  const { desk, server: amazon } = await deskWith();
  amazon.state.answer = 'signed-out';
  await desk.take('MUG');
  await desk.send();
  expect(desk.view()).toMatchObject({ link: 'signed-out', waiting: 2 });
  amazon.state.answer = 'refused';
  await desk.send();
  expect(desk.view()).toMatchObject({ link: 'refused', refused: [{ code: 'scans-contradict' }] });
  amazon.state.answer = 'taken';
  await desk.send();
  expect(desk.view()).toMatchObject({ link: 'taken', refused: [], waiting: 0 });
});

test('a plan that may not be packed any more takes no scan', async () => {
  const amazon = server();
  const closed = problem('plan-cancelled');
  const { desk } = await deskWith({
    server: {
      ...amazon,
      exchange: async (sent) => {
        const answer = await amazon.exchange(sent);
        return answer.kind === 'taken' ? { ...answer, closed } : answer;
      },
    },
  });
  await desk.send();
  await desk.take('MUG');
  expect(desk.view()).toMatchObject({ closed, last: { signal: 'wrong' }, waiting: 0 });
  expect(desk.view().log).toEqual([]);
});

test('whoever looks hears of every change, and a code is told once', async () => {
  const { desk } = await deskWith();
  let heard = 0;
  const leave = desk.subscribe(() => {
    heard += 1;
  });
  await desk.take('4006381333931');
  await desk.teach({ code: '4006381333931', sku: 'MUG', units: 2 });
  await desk.take('4006381333931');
  expect(heard).toBeGreaterThan(2);
  expect(units(desk.view().log)).toBe(4);
  leave();
  const before = heard;
  desk.choose('pg2');
  expect(heard).toBe(before);
  await desk.take('MUG');
  expect(desk.view().bench.blockedBy).toMatchObject({ code: 'bench-item-not-in-box' });
  desk.choose(undefined);
  expect(desk.view().groupId).toBeUndefined();
});
