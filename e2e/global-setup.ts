import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#lib/db/server';

/** Starts the built application as `npm start` does, on a port and over data of this run's own. */
export default async function startApplication(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstleg-e2e-'));
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/start.ts'], {
    env: {
      ...withoutDatabase(process.env),
      FIRSTLEG_DATA_DIR: dataDir,
      PORT: String(port),
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const said = await untilItRuns(child);
    process.env.E2E_URL = `http://localhost:${port}`;
    process.env.E2E_DATA_DIR = dataDir;
    const [, email, password] = /Demo sign-in: (\S+) \/ (\S+)/.exec(said) ?? [];
    if (email !== undefined) process.env.E2E_DEMO_EMAIL = email;
    if (password !== undefined) process.env.E2E_DEMO_PASSWORD = password;
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

// The tests run on the embedded database, whatever database the shell points to.
function withoutDatabase(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, npm_lifecycle_event: __, ...rest } = environment;
  return rest;
}

function untilItRuns(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      // The demo's sign-in is said with the address, or not at all.
      if (said.includes('Firstleg runs at')) setTimeout(() => resolve(said), 200);
    });
    child.once('exit', (code) => reject(new Error(`The application ended with ${code}. ${said}`)));
  });
}
