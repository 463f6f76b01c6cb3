import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#lib/db/server';
import { markOf } from '../lib/cli/processes.ts';
import { expect, test } from './fixtures.ts';

// An application of this file's own, to be killed.
let dataDir = '';
let port = 0;
const children = new Set<ChildProcess>();

function launch(): ChildProcess {
  // As from a plain shell: where the runner's wishes about colour and the machine's differ, Node
  // would warn of it between the lines that are read here.
  const { DATABASE_URL: _, npm_lifecycle_event: __, ...environment } = process.env;
  for (const name of ['NO_COLOR', 'FORCE_COLOR']) delete environment[name];
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/start.ts'], {
    env: { ...environment, FIRSTLEG_DATA_DIR: dataDir, PORT: String(port), FIRSTLEG_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Waits until it runs, or until it has ended; returns all it said. */
function word(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('runs at')) resolve(said);
      });
    }
    child.once('close', () => resolve(said));
  });
}

async function up(): Promise<ChildProcess> {
  const child = launch();
  expect(await word(child)).toContain(`Firstleg runs at http://localhost:${port}`);
  return child;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await exited)[0];
}

const record = () =>
  JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as {
    readonly server: { readonly pid: number };
  };
const databasePid = () =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

const isAlive = async (pid: number) => (await markOf(pid)) !== undefined;

function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'firstleg-restart-'));
  chmodSync(dataDir, 0o755);
  port = await freePort();
});

test.afterAll(async () => {
  for (const child of children) await stop(child, 'SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends the server and its database and counts as success`, async () => {
    const child = await up();
    const pids = [record().server.pid, databasePid()];
    expect(await stop(child, signal)).toBe(0);
    expect(await Promise.all(pids.map(isAlive))).toEqual([false, false]);
    expect(await isListening()).toBe(false);
  });
}

test('after the starter was killed, the next start takes over what it left', async () => {
  const child = await up();
  const database = databasePid();
  const server = record().server.pid;
  await stop(child, 'SIGKILL');
  const next = await up();
  expect(databasePid()).toBe(database);
  expect(await isAlive(server)).toBe(false);
  expect(await stop(next, 'SIGTERM')).toBe(0);
  expect(await isAlive(database)).toBe(false);
});

test('after everything was killed at once, the next start comes up', async () => {
  const child = await up();
  const pids = [record().server.pid, databasePid()];
  await stop(child, 'SIGKILL');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  expect(await stop(await up(), 'SIGTERM')).toBe(0);
});

test('a second start over the same data says where the first one is', async () => {
  const child = await up();
  const second = launch();
  expect(await word(second)).toMatch(
    /^Firstleg already runs over this data folder at \S+:\d+ .*\n$/,
  );
  expect(second.exitCode).toBe(1);
  expect(await isListening()).toBe(true);
  await stop(child, 'SIGTERM');
});

test('a taken port is said in one line, and the other database stays as it is', async () => {
  const child = await up();
  const otherData = mkdtempSync(join(tmpdir(), 'firstleg-restart-'));
  const first = dataDir;
  dataDir = otherData;
  const second = launch();
  dataDir = first;
  expect(await word(second)).toMatch(
    new RegExp(`^Port ${port} is taken: .*PORT=${port + 1}\\.\\n$`),
  );
  expect(second.exitCode).toBe(1);
  rmSync(otherData, { recursive: true, force: true });
  await stop(child, 'SIGTERM');
});

test('a server that dies by itself takes the rest down and says so', async () => {
  const child = await up();
  const database = databasePid();
  const said = word(child);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  process.kill(record().server.pid, 'SIGKILL');
  expect((await exited)[0]).toBe(1);
  await said;
  expect(complaint).toContain('The server ended unexpectedly.');
  expect(await isAlive(database)).toBe(false);
});
