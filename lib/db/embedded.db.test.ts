import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nativeFolder } from './embedded-binaries.ts';
import { type EmbeddedServer, findEmbedded, startEmbedded } from './embedded.ts';
import { readPostmaster } from './postmaster.ts';
import { reachDatabase } from './reach.ts';

let folder = '';
const children: ChildProcess[] = [];

const start = (): Promise<EmbeddedServer> => startEmbedded(folder, { isThrowaway: true });
const postmaster = async (): Promise<number> =>
  (await readPostmaster(join(folder, 'postgres')))?.pid ?? 0;

async function ask(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function startInAnotherProcess(): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./testing/doomed-start.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout ?? child, 'data');
  return child;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstleg-embedded-'));
  await chmod(folder, 0o755);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  if (await findEmbedded(folder)) await (await start()).stop();
  await rm(folder, { recursive: true, force: true });
});

test('a stop leaves everything committed, and the next start finds it', async () => {
  const first = await start();
  await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  expect(await findEmbedded(folder)).toBeUndefined();
  const second = await start();
  expect(second.isStartedHere).toBe(true);
  expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('a server whose parent was killed is taken over, not doubled', async () => {
  const parent = await startInAnotherProcess();
  const before = await postmaster();
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  const server = await start();
  expect(server.isStartedHere).toBe(false);
  expect(await postmaster()).toBe(before);
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.stop();
  expect(await readdir(join(folder, 'postgres'))).not.toContain('postmaster.pid');
});

test('after the database itself was killed, the next start recovers what was committed', async () => {
  const first = await startEmbedded(folder);
  await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  process.kill(await postmaster(), 'SIGKILL');
  const second = await start();
  expect(second.isStartedHere).toBe(true);
  expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('a stranger who was given the old process number is not taken for the database', async () => {
  await (await start()).stop();
  const pidFile = join(folder, 'postgres/postmaster.pid');
  await writeFile(pidFile, `${process.pid}\n${join(folder, 'postgres')}\n0\n5432\n\n127.0.0.1\n`);
  const server = await start();
  expect(server.isStartedHere).toBe(true);
  expect(await postmaster()).not.toBe(process.pid);
});

test('two that start at the same moment share one server', async () => {
  const [a, b] = await Promise.all([start(), startInAnotherProcess().then(start)]);
  expect(a.url).toBe(b.url);
  expect(await ask(a.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a first start that was killed half way leaves nothing in the way', async () => {
  await mkdir(join(folder, 'postgres.new-1/base'), { recursive: true });
  const server = await start();
  expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('it listens on the loopback alone, behind a password only its owner can read', async () => {
  const server = await start();
  expect(await ask(server.url, 'SHOW listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ]);
  const file = join(folder, 'postgres-password');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const stranger = server.url.replace(await readFile(file, 'utf8'), 'guess');
  await expect(ask(stranger, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('the command line works beside a running server and leaves it alone', async () => {
  const server = await start();
  const reached = await reachDatabase({ dataDir: folder, databaseUrl: undefined });
  expect(reached.url).toBe(server.url);
  await reached.close();
  expect(await findEmbedded(folder)).toBe(server.url);
});

test('the command line alone stops what it started', async () => {
  const reached = await reachDatabase({ dataDir: folder, databaseUrl: undefined });
  expect(reached.isEmbedded).toBe(true);
  await reached.close();
  expect(await findEmbedded(folder)).toBeUndefined();
});

test("a database of one's own is neither started nor stopped", async () => {
  const own = 'postgresql://db.example/firstleg';
  const reached = await reachDatabase({ dataDir: folder, databaseUrl: own });
  expect(reached).toMatchObject({ url: own, isEmbedded: false });
  await reached.close();
});

test.skipIf(process.getuid?.() !== 0)(
  'root may keep the data where nobody else may enter',
  async () => {
    const outer = folder;
    await chmod(outer, 0o700);
    folder = join(outer, 'data');
    const server = await start();
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    folder = outer;
  },
);

test('a platform without binaries is told what to do, in one line', () => {
  expect(() => nativeFolder('sunos', 'sparc')).toThrow(
    /^There is no embedded PostgreSQL for sunos-sparc: set DATABASE_URL [^\n]*$/,
  );
});
