import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { secretFile } from '#lib/env';
import { type Binaries, embeddedBinaries } from './embedded-binaries.ts';
import { isPostgresOver, type Postmaster, readPostmaster } from './postmaster.ts';

const USER = 'firstleg';
const PATIENCE_MS = 60_000;

export type EmbeddedServer = {
  readonly url: string;
  /** False when a server was already there: the one before us was killed, or runs beside us. */
  readonly isStartedHere: boolean;
  /** Fast shutdown: lets nobody in, ends what runs, leaves everything committed on disk. */
  readonly stop: () => Promise<void>;
};

type Options = {
  /** For tests: nothing needs to survive the machine. */
  readonly isThrowaway?: boolean;
};

/** Starts PostgreSQL over the data folder, or takes over the one that is already running there. */
export async function startEmbedded(
  dataDir: string,
  options: Options = {},
): Promise<EmbeddedServer> {
  const folder = resolve(dataDir);
  await mkdir(folder, { recursive: true });
  const password = secretFile(passwordFile(folder), () => randomBytes(24).toString('hex'));
  const binaries = await embeddedBinaries(folder);
  const cluster = join(folder, 'postgres');
  await createCluster(cluster, binaries, password, options);
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (Date.now() < giveUpAt) {
    const running = await takeOver(cluster, password);
    if (running) return server(cluster, running, password, false);
    const started = await launch(cluster, binaries, options);
    if (started && (await answers(cluster, started, password)))
      return server(cluster, started, password, true);
    await sleep(200);
  }
  const log = await readFile(join(folder, 'postgres.log'), 'utf8').catch(() => '');
  const last = log.trim().split('\n').slice(-3).join(' | ');
  throw new Error(`The embedded PostgreSQL did not start: ${last}`);
}

/** The address of the server that runs over this data folder, if one does. */
export async function findEmbedded(dataDir: string): Promise<string | undefined> {
  const folder = resolve(dataDir);
  const password = await readFile(passwordFile(folder), 'utf8').catch(() => undefined);
  if (password === undefined) return undefined;
  const running = await takeOver(join(folder, 'postgres'), password);
  return running && urlOf(running.port, password);
}

function server(
  cluster: string,
  { port }: Postmaster,
  password: string,
  isStartedHere: boolean,
): EmbeddedServer {
  return { url: urlOf(port, password), isStartedHere, stop: () => shutDown(cluster) };
}

function urlOf(port: number, password: string, database = 'firstleg'): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

function passwordFile(folder: string): string {
  return join(folder, 'postgres-password');
}

// Made aside and moved into place, so that a killed first start leaves nothing half made.
async function createCluster(
  cluster: string,
  binaries: Binaries,
  password: string,
  { isThrowaway = false }: Options,
): Promise<void> {
  if (await hasCluster(cluster)) return;
  const aside = `${cluster}.new-${process.pid}`;
  const secret = `${aside}-password`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { mode: 0o700 });
  await writeFile(secret, password, { mode: 0o600 });
  const owner = ownerOf(binaries);
  if (owner) for (const path of [aside, secret]) await chown(path, owner.uid, owner.gid);
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--auth=scram-sha-256', `--username=${USER}`, `--pwfile=${secret}`];
  const speed = isThrowaway ? ['--no-sync'] : [];
  try {
    await finish(binaries, binaries.initdb, [
      `--pgdata=${aside}`,
      '--encoding=UTF8',
      '--no-instructions',
      ...locale,
      ...access,
      ...speed,
    ]);
    await rename(aside, cluster).catch(async (error: unknown) => {
      if (!(await hasCluster(cluster))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
    await rm(secret, { force: true });
  }
}

function hasCluster(cluster: string): Promise<boolean> {
  return readFile(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

function ownerOf({ as }: Binaries): { uid: number; gid: number } | undefined {
  if (as.ids) return as.ids;
  const numberAfter = (name: string) =>
    Number(as.prefix.find((word) => word.startsWith(name))?.slice(name.length));
  return as.prefix.length === 0
    ? undefined
    : { uid: numberAfter('--reuid='), gid: numberAfter('--regid=') };
}

function command({ as }: Binaries, file: string, words: readonly string[]) {
  const [first = file, ...rest] = [...as.prefix, file, ...words];
  return { file: first, words: rest, ids: as.ids ?? {} };
}

async function finish(binaries: Binaries, file: string, words: readonly string[]): Promise<void> {
  const call = command(binaries, file, words);
  const child = spawn(call.file, call.words, {
    ...call.ids,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${said.trim()}`);
}

async function takeOver(cluster: string, password: string): Promise<Postmaster | undefined> {
  const found = await readPostmaster(cluster);
  if (!found) return undefined;
  if (await answers(cluster, found, password)) return found;
  // PostgreSQL would refuse to start beside a living stranger that was given the old number.
  if (!(await isPostgresOver(found.pid, cluster))) {
    const now = await readPostmaster(cluster);
    if (now?.pid === found.pid) await rm(join(cluster, 'postmaster.pid'), { force: true });
  }
  return undefined;
}

// A server that comes up or goes down keeps us waiting; one that is gone does not.
async function answers(
  cluster: string,
  { pid, port }: Postmaster,
  password: string,
): Promise<boolean> {
  const giveUpAt = Date.now() + PATIENCE_MS / 2;
  while (Date.now() < giveUpAt && (await isPostgresOver(pid, cluster))) {
    if (port > 0 && (await isOurs(cluster, port, password))) return true;
    await sleep(50);
  }
  return false;
}

async function isOurs(cluster: string, port: number, password: string): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(port, password, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if (rows[0]?.data_directory !== cluster) return false;
    await client.query('CREATE DATABASE firstleg').catch((error: { code?: string }) => {
      if (error.code !== '42P04' && error.code !== '23505') throw error;
    });
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function launch(
  cluster: string,
  binaries: Binaries,
  { isThrowaway = false }: Options,
): Promise<Postmaster | undefined> {
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    ...(isThrowaway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  const words = settings.flatMap((setting) => ['-c', setting]);
  const call = command(binaries, binaries.postgres, ['-D', cluster, '-p', `${port}`, ...words]);
  const log = await open(join(cluster, '..', 'postgres.log'), 'a', 0o600);
  try {
    // In a group of its own: Ctrl-C belongs to us, and the database goes last.
    const child = spawn(call.file, call.words, {
      ...call.ids,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.unref();
    let isGone = false;
    child.once('error', () => (isGone = true));
    child.once('exit', () => (isGone = true));
    for (const giveUpAt = Date.now() + PATIENCE_MS / 2; Date.now() < giveUpAt; await sleep(20)) {
      const found = await readPostmaster(cluster);
      if (found?.port === port) return found;
      if (isGone) return undefined;
    }
    return undefined;
  } finally {
    await log.close();
  }
}

async function shutDown(cluster: string): Promise<void> {
  const found = await readPostmaster(cluster);
  if (!found || !(await isPostgresOver(found.pid, cluster))) return;
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (process.platform === 'win32') await stopOnWindows(cluster);
    else process.kill(found.pid, signal);
    for (const giveUpAt = Date.now() + patienceMs; Date.now() < giveUpAt; await sleep(20)) {
      if (!(await isPostgresOver(found.pid, cluster))) return;
    }
  }
  throw new Error('The embedded PostgreSQL does not stop.');
}

async function stopOnWindows(cluster: string): Promise<void> {
  const binaries = await embeddedBinaries(cluster);
  await finish(binaries, binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w']);
}

/** A port of the loopback nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => {
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', done);
  });
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
