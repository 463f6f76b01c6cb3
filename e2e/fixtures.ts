import { test as base } from '@playwright/test';
import { Application, type Demo } from './application.ts';

export { expect } from '@playwright/test';

type Fixtures = {
  /** Signs in to the application that this run started once for all. */
  readonly demo: Demo;
  /**
   * An application of the test's own, not yet started: for whoever kills it or moves the practice
   * Amazon's clock, which would let other tests' offers lapse.
   */
  readonly application: Application;
};

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(required('E2E_URL'));
  },
  demo: async ({}, use) => {
    await use({ email: required('E2E_DEMO_EMAIL'), password: required('E2E_DEMO_PASSWORD') });
  },
  application: async ({}, use) => {
    const application = await Application.at();
    await use(application);
    await application.clear();
  },
});

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`the application said no ${name}`);
  return value;
}
