import { Application } from './application.ts';

/** Starts the built application once for all browser tests that do not kill it. */
export default async function startApplication(): Promise<() => Promise<void>> {
  const application = await Application.at();
  try {
    const { child, demo } = await application.up();
    child.stderr?.pipe(process.stderr);
    process.env.E2E_URL = application.url;
    process.env.E2E_DEMO_EMAIL = demo.email;
    process.env.E2E_DEMO_PASSWORD = demo.password;
    return () => application.clear();
  } catch (error) {
    await application.clear();
    throw error;
  }
}
