import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import PgBoss from 'pg-boss';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { transaction } from '#lib/db';
import { testDatabase } from '#lib/db/testing';
import { enqueue, type EnqueueOptions } from './queue.ts';
import { type JobHandlers, startJobs, type Worker } from './worker.ts';

const database = testDatabase();
const workers: Worker[] = [];
const errors: unknown[] = [];

async function work(handlers: JobHandlers, concurrency = 8): Promise<Worker> {
  const worker = await startJobs({
    url: database.url,
    handlers,
    concurrency,
    patienceMs: 200,
    onError: (error) => errors.push(error),
  });
  workers.push(worker);
  return worker;
}

const put = (name: string, data: number | string = '', options: EnqueueOptions = {}) =>
  transaction(database.db, (tx) => enqueue(tx, name, data, options));

const states = async (): Promise<readonly string[]> =>
  (
    await database.db.$queryRaw<{ state: string }[]>`SELECT state::text FROM jobs.job ORDER BY 1`
  ).map(({ state }) => state);

const soon = { timeout: 10_000, interval: 20 };

beforeEach(async () => {
  await database.db.$executeRaw`DELETE FROM jobs.job`;
  errors.length = 0;
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

test('the migration installs the schema this version of pg-boss expects', async () => {
  const boss = new PgBoss({ connectionString: database.url, schema: 'jobs' });
  const [{ version }] = await database.db.$queryRaw<
    [{ version: number }]
  >`SELECT version FROM jobs.version`;
  await boss.start();
  expect(await boss.schemaVersion()).toBe(version);
  expect(await boss.getQueue('firstleg')).toMatchObject({ policy: 'short', retryBackoff: true });
  await boss.stop({ graceful: false, wait: true });
});

test('a job begins when its transaction commits, with its data', async () => {
  const seen: unknown[] = [];
  await work({ 'test.note': async (data) => void seen.push(data) });
  await put('test.note', 'hello');
  await vi.waitFor(() => expect(seen).toEqual(['hello']), soon);
  await vi.waitFor(async () => expect(await states()).toEqual(['completed']), soon);
});

test('a transaction that is rolled back leaves no job', async () => {
  const failing = transaction(database.db, async (tx) => {
    await enqueue(tx, 'test.note', 1);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await states()).toEqual([]);
});

test('a job that is asked for twice waits once, and starts at the earlier time', async () => {
  const seen: unknown[] = [];
  await put('test.note', 'first', { singletonKey: 'plan-1', startAfterSeconds: 600 });
  await put('test.note', 'second', { singletonKey: 'plan-1' });
  await put('test.note', 'other', { singletonKey: 'plan-2' });
  await work({ 'test.note': async (data) => void seen.push(data) });
  await vi.waitFor(() => expect(new Set(seen)).toEqual(new Set(['first', 'other'])), soon);
});

test('jobs of one key never run at once, whichever worker takes them', async () => {
  let running = 0;
  let most = 0;
  let done = 0;
  const handlers: JobHandlers = {
    'test.count': async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(150);
      running -= 1;
      done += 1;
    },
  };
  await Promise.all([work(handlers), work(handlers)]);
  for (let i = 0; i < 4; i += 1) {
    await put('test.count', i, { singletonKey: 'plan-1' });
    await vi.waitFor(async () => expect(await states()).not.toContain('created'), soon);
  }
  await vi.waitFor(() => expect(done).toBe(4), { ...soon, timeout: 20_000 });
  expect(most).toBe(1);
});

test('jobs of other keys go on while one waits', async () => {
  const seen: unknown[] = [];
  let letGo = () => undefined as void;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  await work({
    'test.gate': async (data) => {
      if (data === 'held') await gate;
      seen.push(data);
    },
  });
  await put('test.gate', 'held', { singletonKey: 'a' });
  await vi.waitFor(async () => expect(await states()).toEqual(['active']), soon);
  await put('test.gate', 'behind', { singletonKey: 'a' });
  await put('test.gate', 'free', { singletonKey: 'b' });
  await vi.waitFor(() => expect(seen).toEqual(['free']), soon);
  letGo();
  await vi.waitFor(() => expect(seen).toEqual(['free', 'held', 'behind']), soon);
});

test('a job that throws is tried again later, and every throw is reported', async () => {
  const attempts: number[] = [];
  await work({
    'test.flaky': async (_data, { attempt }) => {
      attempts.push(attempt);
      if (attempt < 2) throw new Error('Amazon is away');
    },
  });
  await put('test.flaky');
  await vi.waitFor(() => expect(attempts).toEqual([1, 2]), { ...soon, timeout: 15_000 });
  expect(errors).toHaveLength(1);
});

test('a job knows its last attempt, and then has failed for good', async () => {
  const last: boolean[] = [];
  await put('test.hopeless');
  await database.db.$executeRaw`UPDATE jobs.job SET retry_limit = 0`;
  await work({
    'test.hopeless': async (_data, { isLastAttempt }) => {
      last.push(isLastAttempt);
      throw new Error('never');
    },
  });
  await vi.waitFor(async () => expect(await states()).toEqual(['failed']), soon);
  expect(last).toEqual([true]);
});

test('a job that asks to look again is called again, without counting as a failure', async () => {
  const attempts: number[] = [];
  await work({
    'test.poll': async (_data, { attempt }) => {
      attempts.push(attempt);
      return attempts.length < 3 ? { againInSeconds: 0.1 } : undefined;
    },
  });
  await put('test.poll');
  await vi.waitFor(async () => expect(await states()).toEqual(['completed']), soon);
  expect(attempts).toEqual([1, 1, 1]);
  expect(errors).toEqual([]);
});

test('a worker that stops puts back what it interrupts, and the next one does it', async () => {
  const seen: string[] = [];
  const first = await work({
    'test.long': async (_data, { signal }) => {
      seen.push('first');
      await sleep(60_000, undefined, { signal });
    },
  });
  await put('test.long');
  await vi.waitFor(() => expect(seen).toEqual(['first']), soon);
  await first.stop();
  expect(await states()).toEqual(['retry']);
  await work({ 'test.long': async () => void seen.push('second') });
  await vi.waitFor(() => expect(seen).toEqual(['first', 'second']), soon);
  expect(errors).toEqual([]);
});

test('a job whose process was killed begins again within seconds, and never before', async () => {
  const doomed = await startDoomedWorker();
  await put('test.slow', '', { singletonKey: 'plan-1' });
  await once(doomed.stdout ?? doomed, 'data');
  const attempts: number[] = [];
  await work({ 'test.slow': async (_data, { attempt }) => void attempts.push(attempt) });
  await sleep(4_000);
  expect(attempts).toEqual([]);
  doomed.kill('SIGKILL');
  await vi.waitFor(() => expect(attempts).toEqual([2]), soon);
  await vi.waitFor(async () => expect(await states()).toEqual(['completed']), soon);
});

async function startDoomedWorker(): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./testing/doomed-worker.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child, 'spawn');
  return child;
}
