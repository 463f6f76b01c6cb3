import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

type Demo = { readonly email: string; readonly password: string };

/** Every browser test runs against the application that this run started. */
export const test = base.extend<{ demo: Demo }>({
  baseURL: async ({}, use) => {
    await use(required('E2E_URL'));
  },
  demo: async ({}, use) => {
    await use({ email: required('E2E_DEMO_EMAIL'), password: required('E2E_DEMO_PASSWORD') });
  },
});

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`the application said no ${name}`);
  return value;
}
