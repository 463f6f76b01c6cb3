import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { markOf } from '../lib/cli/processes.ts';
import { Application, newDataDir, stop, word } from './application.ts';
import { expect, test } from './fixtures.ts';

// An application of this file's own, to be killed.
let application: Application;

const isAlive = async (pid: number) => (await markOf(pid)) !== undefined;

function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port: application.port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  application = await Application.at({ FIRSTLEG_DEMO: '0' });
});

test.afterAll(async () => {
  await application.clear();
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends the server and its database and counts as success`, async () => {
    const { child } = await application.up();
    const pids = [application.serverPid(), application.databasePid()];
    expect(await stop(child, signal)).toBe(0);
    expect(await Promise.all(pids.map(isAlive))).toEqual([false, false]);
    expect(await isListening()).toBe(false);
  });
}

test('after the starter was killed, the next start takes over what it left', async () => {
  const { child } = await application.up();
  const database = application.databasePid();
  const server = application.serverPid();
  await stop(child, 'SIGKILL');
  const { child: next } = await application.up();
  expect(application.databasePid()).toBe(database);
  expect(await isAlive(server)).toBe(false);
  expect(await stop(next, 'SIGTERM')).toBe(0);
  expect(await isAlive(database)).toBe(false);
});

test('after everything was killed at once, the next start comes up', async () => {
  const { child } = await application.up();
  const pids = [application.serverPid(), application.databasePid()];
  await stop(child, 'SIGKILL');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  const { child: next } = await application.up();
  expect(await stop(next, 'SIGTERM')).toBe(0);
});

test('a second start over the same data says where the first one is', async () => {
  const { child } = await application.up();
  const second = application.launch();
  expect(await word(second)).toMatch(
    /^Firstleg already runs over this data folder at \S+:\d+ .*\n$/,
  );
  expect(second.exitCode).toBe(1);
  expect(await isListening()).toBe(true);
  await stop(child, 'SIGTERM');
});

test('a taken port is said in one line, and the other database stays as it is', async () => {
  const { child } = await application.up();
  const otherData = newDataDir();
  const second = application.launch(otherData);
  expect(await word(second)).toMatch(
    new RegExp(`^Port ${application.port} is taken: .*PORT=${application.port + 1}\\.\\n$`),
  );
  expect(second.exitCode).toBe(1);
  rmSync(otherData, { recursive: true, force: true });
  await stop(child, 'SIGTERM');
});

test('a server that dies by itself takes the rest down and says so', async () => {
  const { child } = await application.up();
  const database = application.databasePid();
  const said = word(child);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  process.kill(application.serverPid(), 'SIGKILL');
  expect((await exited)[0]).toBe(1);
  await said;
  expect(complaint).toContain('The server ended unexpectedly.');
  expect(await isAlive(database)).toBe(false);
});
