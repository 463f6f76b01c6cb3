import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { Application, newDataDir, stop } from './application.ts';

/** Starts the built application once for all browser tests that do not kill it. */
export default async function startApplication(): Promise<() => Promise<void>> {
  const application = await Application.at();
  const ready = newDataDir();
  const clear = async () => {
    await application.clear();
    rmSync(ready, { recursive: true, force: true });
  };
  try {
    const first = await application.up();
    await stop(first.child, 'SIGTERM');
    execFileSync('cp', ['-a', `${application.dataDir}/.`, ready]);
    process.env.E2E_DATA = ready;
    const { child, demo } = await application.up();
    child.stderr?.pipe(process.stderr);
    process.env.E2E_URL = application.url;
    process.env.E2E_DEMO_EMAIL = demo.email;
    process.env.E2E_DEMO_PASSWORD = demo.password;
    return clear;
  } catch (error) {
    await clear();
    throw error;
  }
}
