import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { balances } from './core/packing.ts';
import { joinLogs, packedSoFar, packEventOf, type PackScan } from './core/pack-log.ts';
import { type Bench, benchOf, scan } from './core/pack-scan.ts';
import type { InboundPlan } from './index.ts';
import {
  cancelPlan,
  exchangeScans,
  knownItemCodes,
  packTrail,
  saveBoxes,
  takeStationBoxes,
} from './server.ts';
import { expectOk, see, takeWay } from './testing/way.ts';

const database = testDatabase();

let bench: PracticeBench;
let planId: string;
let plan: InboundPlan;

beforeAll(async () => {
  bench = await practiceBench(database);
  planId = await takeWay(bench, 'created');
  ({ plan } = await see(bench, planId));
});

/** A handheld with a log of its own, which loses its network now and then. */
class Handheld {
  readonly station: string;
  known: PackScan[] = [];
  waiting: PackScan[] = [];
  private bench: Bench;
  private after = 0;
  private count = 0;

  constructor(station: string) {
    this.station = station;
    this.bench = benchOf(station);
  }

  get log() {
    return joinLogs([...this.known, ...this.waiting].map(packEventOf));
  }

  scan(...codes: readonly string[]): void {
    for (const code of codes) {
      const newBoxId = `${this.station}-${this.count + 1}`;
      const outcome = scan(this.bench, code, { plan, log: this.log, newBoxId });
      this.bench = outcome.bench;
      for (const deed of outcome.deeds) {
        this.count += 1;
        this.waiting.push({
          station: this.station,
          sequence: this.count,
          at: 1_000 + this.count,
          deed,
        });
      }
    }
  }

  /** Sends what waits, or only its first few; an answer that is lost leaves the handheld as it was. */
  async send({ few = this.waiting.length, isAnswerLost = false } = {}): Promise<void> {
    const scans = this.waiting.slice(0, few);
    const answer = await exchangeScans(bench.context, { planId, scans, after: this.after });
    if (isAnswerLost) return;
    const { scans: came } = expectOk(answer);
    this.known.push(...came);
    this.after = came.at(-1)?.position ?? this.after;
    const taken = new Set(came.map(packEventOf).map(({ id }) => id));
    this.waiting = this.waiting.filter((one) => !taken.has(packEventOf(one).id));
  }
}

const count = () => bench.context.db.packScan.count({ where: { planId } });

test('a scan is kept once, however often and in whatever pieces it is sent', async () => {
  const one = new Handheld('ONE');
  one.scan('BTL-SS-500', 'BTL-SS-500', 'BTL-SS-500');
  await one.send({ isAnswerLost: true });
  await one.send({ few: 2, isAnswerLost: true });
  await one.send();
  expect(one.waiting).toEqual([]);
  expect(await count()).toBe(4);
  const places = (await packTrail(bench.context, planId)).map(({ position }) => position);
  expect(places).toEqual([1, 2, 3, 4]);
  const audit = await bench.context.db.auditEntry.findMany({ where: { objectType: 'pack-log' } });
  expect(audit.map(({ verb, after }) => ({ verb, after }))).toEqual([
    { verb: 'record-scans', after: { from: 1, count: 4 } },
  ]);
});

test('a station that tells another thing of the same scan is refused, and nothing of it is kept', async () => {
  const before = await count();
  const [first] = await packTrail(bench.context, planId);
  if (!first) throw new Error('nothing was scanned');
  const { station, sequence, at } = first;
  const other = { station, sequence, at, deed: { kind: 'box-closed', boxId: 'ONE-1' } } as const;
  const fresh = { ...other, sequence: 99 };
  const answer = await exchangeScans(bench.context, { planId, scans: [fresh, other], after: 0 });
  expect(answer).toMatchObject({ ok: false, problems: [{ code: 'scans-contradict' }] });
  expect(await count()).toBe(before);
});

test('four handhelds that send at once lose nothing, count nothing twice and end with the same log', async () => {
  const four = ['TWO-A', 'TWO-B', 'TWO-C', 'TWO-D'].map((station) => new Handheld(station));
  const before = await count();
  for (const held of four) held.scan('SPT-SIL-3', 'FL-TIMES-5', 'PHN-CS-S24', 'SPT-SIL-3');
  const scanned = four.flatMap(({ waiting }) => waiting.map(packEventOf).map(({ id }) => id));
  await Promise.all(four.flatMap((held) => [held.send({ isAnswerLost: true }), held.send()]));
  await Promise.all(four.map((held) => held.send()));
  expect(await count()).toBe(before + scanned.length);
  const trail = await packTrail(bench.context, planId);
  expect(trail.map(({ position }) => position).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: trail.length }, (_, at) => at + 1),
  );
  const whole = joinLogs(trail.map(packEventOf));
  for (const held of four) expect(held.log).toEqual(whole);
});

test('networks that come and go, answers that are lost: all handhelds come to the same boxes', async () => {
  const act = fc.record({
    who: fc.nat(3),
    code: fc.constantFrom('BTL-SS-500', 'SPT-SIL-3', 'PHN-CS-S24', 'FL-UNDO', 'FL-NEW-BOX'),
    sends: fc.constantFrom('nothing', 'all', 'one', 'lost'),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
      run += 1;
      const four = [0, 1, 2, 3].map((who) => new Handheld(`R${run}-${who}`));
      for (const { who, code, sends } of acts) {
        const held = four[who];
        held?.scan(code);
        if (sends === 'all') await held?.send();
        if (sends === 'one') await held?.send({ few: 1 });
        if (sends === 'lost') await held?.send({ isAnswerLost: true });
      }
      for (const held of four) await held.send();
      for (const held of four) await held.send();
      const [first, ...others] = four.map(({ log }) =>
        packedSoFar(plan.packing?.groups ?? [], log),
      );
      for (const other of others) expect(other).toEqual(first);
      expect(four.flatMap(({ waiting }) => waiting)).toEqual([]);
    }),
    { numRuns: 4 },
  );
});

test('the boxes of the benches become those of the packing step, to the unit', async () => {
  const last = new Handheld('LAST');
  await last.send();
  const left = packedSoFar(plan.packing?.groups ?? [], last.log).balances;
  for (const { sku, expected, packed } of left) {
    for (let done = packed; done < expected; done += 10) {
      const units = Math.min(10, expected - done);
      last.scan('FL-NEW-BOX', `FL-TIMES-${units}`, sku, 'FL-WEIGH', '20', 'FL-CLOSE-BOX');
    }
  }
  await last.send();
  const { version } = await see(bench, planId);
  const { findings } = expectOk(await takeStationBoxes(bench.context, { planId, version }));
  const after = (await see(bench, planId)).plan;
  const trail = await packTrail(bench.context, planId);
  const packed = packedSoFar(plan.packing?.groups ?? [], joinLogs(trail.map(packEventOf)));
  expect(balances(after.packing?.groups ?? [], after.boxes)).toEqual(packed.balances);
  expect(packed.balances.filter((one) => one.packed < one.expected)).toEqual([]);
  // The benches have not measured all boxes; the packing step says so, by its own rules.
  expect(findings.blocking.map(({ code }) => code)).toContain('box-needs-dimensions');
  expect(await saveBoxes(bench.context, { planId, version, boxes: [] })).toMatchObject({
    ok: false,
    problems: [{ code: 'plan-changed' }],
  });
});

test('before anything was packed there are no boxes to take', async () => {
  const other = await takeWay(bench, 'created');
  const { version } = await see(bench, other);
  expect(await takeStationBoxes(bench.context, { planId: other, version })).toMatchObject({
    ok: false,
    problems: [{ code: 'bench-nothing-packed' }],
  });
  expect((await see(bench, other)).version).toBe(version);
});

test('a scan names who was signed in at the bench, if that is one of the workspace', async () => {
  const { db, workspaceId } = bench.context;
  const createdAt = new Date();
  const user = (name: string) =>
    db.user.create({
      data: { email: `${name}@bench.example`, name, passwordHash: '-', createdAt },
    });
  const [lin, eve] = [await user('Lin'), await user('Eve')];
  await db.member.create({ data: { workspaceId, userId: lin.id, role: 'packer', createdAt } });
  const deed = { kind: 'weighed', boxId: 'W', weight: { amount: 1, unit: 'LB' } } as const;
  const scans = [lin.id, eve.id].map((by, at) => ({
    station: 'WHO',
    sequence: at + 1,
    at,
    by,
    deed,
  }));
  expectOk(await exchangeScans(bench.context, { planId, scans, after: 0 }));
  const trail = await packTrail(bench.context, planId);
  expect(
    trail.filter(({ station }) => station === 'WHO').map(({ actorName }) => actorName),
  ).toEqual(['Lin', 'Mei']);
});

test('what a barcode stands for is known in the whole workspace until it is taken back', async () => {
  const taught = (sequence: number, code: string) => ({
    station: 'TEACH',
    sequence,
    at: sequence,
    deed: { kind: 'taught', code, sku: 'BTL-SS-500', units: 6 } as const,
  });
  const undone = { kind: 'undone', eventId: 'TEACH-0000002' } as const;
  const scans = [
    taught(1, '4006381333931'),
    taught(2, 'WRONG'),
    { station: 'TEACH', sequence: 3, at: 3, deed: undone },
  ];
  expectOk(await exchangeScans(bench.context, { planId, scans, after: 0 }));
  expect(await knownItemCodes(bench.context)).toEqual([
    { code: '4006381333931', sku: 'BTL-SS-500', units: 6 },
  ]);
  expect(await knownItemCodes(bench.stranger)).toEqual([]);
});

test('who may only look packs nothing', async () => {
  const viewer = { ...bench.context, actor: { name: 'Li', role: 'viewer' as const } };
  expect(await exchangeScans(viewer, { planId, scans: [], after: 0 })).toMatchObject({
    ok: false,
    problems: [{ code: 'not-allowed' }],
  });
});

test('scans of a handheld that was long away are kept even when the plan is cancelled by then', async () => {
  const away = new Handheld('AWAY');
  away.scan('FL-WEIGH');
  away.waiting.push({
    station: 'AWAY',
    sequence: 1,
    at: 5,
    deed: { kind: 'box-opened', boxId: 'AWAY-1', groupId: 'pg' },
  });
  const { version } = await see(bench, planId);
  expectOk(await cancelPlan(bench.context, { planId, version }));
  const scans = away.waiting;
  const answer = expectOk(await exchangeScans(bench.context, { planId, scans, after: 0 }));
  expect(answer.closed).toBeDefined();
  expect(answer.scans.some(({ station }) => station === 'AWAY')).toBe(true);
});
