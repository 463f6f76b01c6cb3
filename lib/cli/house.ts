import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateClient, migrate, startEmbedded } from '#lib/db/server';
import { type DemoSignIn, type Env, findDemoSignIn } from '#lib/env';
import { LIFELINE } from '#lib/jobs';
import { ensureBuild, HOME, NEXT } from './build-output.ts';
import { end, markOf, type ProcessMark } from './processes.ts';
import { clearTheWay, forgetRunning, writeRunning } from './running.ts';

export type House = {
  readonly url: string;
  readonly demo: DemoSignIn | undefined;
  /** Resolves when the server ends without having been asked to. */
  readonly collapsed: Promise<void>;
  readonly stop: () => Promise<void>;
};

type Plan = {
  readonly settings: Env;
  readonly isDev: boolean;
  readonly say: (line: string) => void;
  /** Aborted by whoever does not want to wait for the house any longer. */
  readonly signal: AbortSignal;
};

const READY_WITHIN_MS = 120_000;

/** Starts everything: database, migrations, server. What was started is stopped again on failure. */
export async function openHouse(plan: Plan): Promise<House> {
  const { dataDir, port } = plan.settings;
  await mkdir(dataDir, { recursive: true });
  await clearTheWay(dataDir);
  await refuseBusyPort(plan.settings);
  const starter = await markOf(process.pid);
  if (!starter) throw new Error('this process cannot be found');
  const url = plan.settings.publicUrl ?? `http://localhost:${port}`;
  await writeRunning(dataDir, { starter, url });
  const toUndo: (() => Promise<void>)[] = [() => forgetRunning(dataDir)];
  const stop = async () => {
    for (const undo of toUndo.splice(0).toReversed()) await undo();
  };
  try {
    const [database] = await settle([openDatabase(plan, toUndo), prepare(plan)]);
    plan.signal.throwIfAborted();
    const server = await openServer(plan, database, url);
    toUndo.push(server.stop);
    await writeRunning(dataDir, { starter, server: server.mark, url });
    await untilHealthy(plan, server);
    return {
      url,
      demo: database.isEmbedded || plan.settings.demo ? findDemoSignIn(dataDir) : undefined,
      collapsed: server.collapsed,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

// Waits for both even when one fails: nothing may still be starting while the other is undone.
async function settle<A, B>(works: [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

async function prepare({ isDev, say, signal }: Plan): Promise<void> {
  if (isDev) await generateClient();
  else await ensureBuild(say, signal);
}

type Database = { readonly url: string; readonly isEmbedded: boolean };

async function openDatabase(
  { settings }: Plan,
  toUndo: (() => Promise<void>)[],
): Promise<Database> {
  const database = { url: settings.databaseUrl ?? '', isEmbedded: false };
  if (settings.databaseUrl === undefined) {
    const server = await startEmbedded(settings.dataDir);
    toUndo.push(server.stop);
    Object.assign(database, { url: server.url, isEmbedded: true });
  }
  await migrate(database.url);
  return database;
}

type Server = {
  readonly mark: ProcessMark;
  readonly said: () => string;
  readonly collapsed: Promise<void>;
  readonly stop: () => Promise<void>;
};

async function openServer(plan: Plan, database: Database, url: string): Promise<Server> {
  const { settings, isDev } = plan;
  const host = settings.host === undefined ? [] : ['-H', settings.host];
  const words = [isDev ? 'dev' : 'start', '-p', String(settings.port), ...host];
  // In a group of its own: Ctrl-C reaches us alone, and we end it in order.
  const child = spawn(process.execPath, [NEXT, ...words], {
    cwd: HOME,
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      NODE_ENV: isDev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: database.url,
      FIRSTLEG_EMBEDDED: database.isEmbedded ? '1' : '0',
      FIRSTLEG_DATA_DIR: settings.dataDir,
      NEXTAUTH_URL: url,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-10_000);
    if (isDev) process.stdout.write(chunk);
  });
  await once(child, 'spawn');
  const mark = await markOf(child.pid ?? 0);
  if (!mark) throw new Error(`The server did not start. ${said}`);
  let isStopping = false;
  const exited = once(child, 'exit');
  const collapsed = new Promise<void>((resolve) => {
    void exited.then(() => (isStopping ? undefined : resolve()));
  });
  const stop = async () => {
    isStopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    await stopWork(child, exited);
    await end(mark);
    await exited;
  };
  return { mark, said: () => said.trim(), collapsed, stop };
}

// First the jobs, then the server: a job may still be writing when the last request is done.
async function stopWork(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      if (message === LIFELINE.STOPPED) resolve();
    });
  });
  child.send(LIFELINE.STOP, () => undefined);
  await Promise.race([stopped, exited, sleep(10_000, undefined, { ref: false })]);
}

async function untilHealthy({ settings, signal }: Plan, server: Server): Promise<void> {
  const { port, host } = settings;
  const address = `http://${host ?? '127.0.0.1'}:${port}/api/health`;
  let hasCollapsed = false;
  void server.collapsed.then(() => (hasCollapsed = true));
  for (const giveUpAt = Date.now() + READY_WITHIN_MS; Date.now() < giveUpAt; await sleep(50)) {
    signal.throwIfAborted();
    if (hasCollapsed) break;
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`The server did not come up. ${server.said()}`);
}

async function refuseBusyPort({ port, host }: Env): Promise<void> {
  const probe = createServer();
  await new Promise<void>((done, fail) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const line =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken: end what listens there, or choose another with PORT=${port + 1}.`
          : `Port ${port} cannot be opened (${error.code}): choose another with PORT.`;
      fail(new Error(line));
    });
    probe.listen({ port, host }, () => probe.close(() => done()));
  });
}
