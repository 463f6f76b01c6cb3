import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEmbedded, freePort } from '#lib/db/server';

export type Demo = { readonly email: string; readonly password: string };

/** An application over data of its own, started as `npm start` does, that may be killed. */
export class Application {
  readonly dataDir: string;
  readonly port: number;
  private readonly settings: Readonly<Record<string, string>>;
  private readonly children = new Set<ChildProcess>();

  private constructor(dataDir: string, port: number, settings: Readonly<Record<string, string>>) {
    this.dataDir = dataDir;
    this.port = port;
    this.settings = settings;
  }

  /**
   * Over data as they are after a first start and a stop, where `E2E_DATA` names such a folder: a
   * test that is not about the first start need not wait for one. Without a demo, over none.
   */
  static async at(settings: Readonly<Record<string, string>> = {}): Promise<Application> {
    const dataDir = newDataDir();
    const ready = settings['FIRSTLEG_DEMO'] === '0' ? undefined : process.env.E2E_DATA;
    // `cp -a`, because PostgreSQL refuses a folder that is not its user's own.
    if (ready !== undefined) execFileSync('cp', ['-a', `${ready}/.`, dataDir]);
    return new Application(dataDir, await freePort(), settings);
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Starts it, over another data folder if one is named, without waiting. */
  launch(dataDir = this.dataDir): ChildProcess {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/start.ts'], {
      env: {
        ...plainShell(),
        NODE_ENV: 'production',
        ...this.settings,
        FIRSTLEG_DATA_DIR: dataDir,
        PORT: String(this.port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.children.add(child);
    child.once('exit', () => this.children.delete(child));
    return child;
  }

  /** Starts it and waits until it serves. */
  async up(): Promise<{ readonly child: ChildProcess; readonly demo: Demo }> {
    const child = this.launch();
    const said = await word(child);
    if (!said.includes(`Firstleg runs at ${this.url}`)) {
      throw new Error(`The application does not come up. ${said}`);
    }
    const [, email = '', password = ''] = /Demo sign-in: (\S+) \/ (\S+)/.exec(said) ?? [];
    return { child, demo: { email, password } };
  }

  /** Kills starter and server at once, as when the power goes; the database is left behind. */
  async kill(child: ChildProcess): Promise<void> {
    const server = this.serverPid();
    await stop(child, 'SIGKILL');
    process.kill(server, 'SIGKILL');
  }

  serverPid(): number {
    const record = JSON.parse(readFileSync(join(this.dataDir, 'running.json'), 'utf8')) as {
      readonly server: { readonly pid: number };
    };
    return record.server.pid;
  }

  databasePid(): number {
    const file = join(this.dataDir, 'postgres/postmaster.pid');
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  }

  databaseUrl(): Promise<string | undefined> {
    return findEmbedded(this.dataDir);
  }

  /** Ends what is left of it, and its data. */
  async clear(): Promise<void> {
    for (const child of this.children) await stop(child, 'SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

export function newDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'firstleg-e2e-'));
  chmodSync(dataDir, 0o755);
  return dataDir;
}

/** Waits until it runs, or until it has ended; returns all it said. */
export function word(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        // The demo's sign-in is said right after the address, or not at all.
        if (said.includes('Firstleg runs at')) setTimeout(() => resolve(said), 200);
      });
    }
    child.once('close', () => resolve(said));
  });
}

/** Sends a signal and waits for the end; returns the exit code. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await exited)[0];
}

// The tests run on the embedded database, whatever the shell points to; and where wishes about
// colour contradict each other, Node would warn between the lines that are read here.
function plainShell(): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _,
    npm_lifecycle_event: __,
    NO_COLOR: ___,
    FORCE_COLOR: ____,
    ...rest
  } = process.env;
  return rest;
}
