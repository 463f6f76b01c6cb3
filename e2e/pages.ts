import type { BrowserContext, Page } from '@playwright/test';
import type { Locale } from '#lib/i18n';
import type { Demo } from './application.ts';
import { expect } from './fixtures.ts';
import { wordsOf } from './words.ts';

export type Visitor = {
  readonly page: Page;
  readonly say: ReturnType<typeof wordsOf>;
  readonly baseURL: string;
  /** Whether the pages may run scripts; forms carry what they can without. */
  readonly hasScripts: boolean;
};

/** Signs in, in a language, with an Amazon account to practise with that nobody else uses. */
export async function enter(
  context: BrowserContext,
  demo: Demo,
  place: {
    readonly locale: Locale;
    readonly baseURL: string;
    readonly account: string;
    readonly hasScripts?: boolean;
  },
): Promise<Visitor> {
  const { locale, baseURL, account, hasScripts = true } = place;
  await context.addCookies([{ name: 'locale', value: locale, url: baseURL }]);
  const page = await context.newPage();
  const say = wordsOf(locale);
  await page.goto(`${baseURL}/sign-in`);
  await page.getByLabel(say('accounts.email')).fill(demo.email);
  await page.getByLabel(say('accounts.password')).fill(demo.password);
  await page.getByRole('button', { name: say('accounts.signIn.button') }).click();
  await expect(page).toHaveURL(`${baseURL}/`);
  await page.goto(`${baseURL}/settings/connection`);
  const form = page.locator('form', {
    has: page.getByRole('button', { name: say('settings.connection.practiceButton') }),
  });
  await form.getByLabel(say('settings.connection.name')).fill(account);
  await form.getByRole('button', { name: say('settings.connection.practiceButton') }).click();
  await expect(page).toHaveURL(`${baseURL}/listings`);
  return { page, say, baseURL, hasScripts };
}

/** Waits while the frame shows that Amazon is working, until the step's own act is there. */
export async function untilShown(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('button', { name }).first()).toBeVisible({ timeout: 90_000 });
}

/** Presses a button that sends something, and shows the page anew once that was answered. */
export async function sendAndReload(page: Page, name: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name }).click();
  await answered;
  await page.reload();
}
