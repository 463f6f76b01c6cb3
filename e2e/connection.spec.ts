import type { Browser, Locator, Page } from '@playwright/test';
import { Application } from './application.ts';
import { barriersOf } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { NOTHING_BESIDES, plan, startPlan } from './inbound/way.ts';
import { openNoWayOut } from './no-way-out.ts';
import { enter, sendAndReload, type Visitor } from './pages.ts';

const AMAZON_APP = {
  FIRSTLEG_AMAZON_APP_ID: 'amzn1.sellerapps.app.practice',
  FIRSTLEG_AMAZON_CLIENT_ID: 'amzn1.application-oa2-client.practice',
  FIRSTLEG_AMAZON_CLIENT_SECRET: 'not-a-real-one',
};
const NAME = 'By consent';

/** What Amazon already has of the practice shop, and the one that it will stumble over. */
const SKUS = ['BTL-SS-500', 'CBL-USBC-2', 'CHR-CMP-01', 'EAR-PLG-20', 'MUG-STN-12-4', 'PHN-CS-S24'];
const CULPRIT = 'CHR-CMP-01';

test('an account is authorised, watched, stopped and let go; a SKU Amazon stumbles over is found', async ({
  browser,
  context,
}) => {
  test.setTimeout(420_000);
  const application = await Application.at(AMAZON_APP);
  try {
    const { demo } = await application.up();
    const place = { locale: 'en', baseURL: application.url, account: 'Before consent' } as const;
    const visitor = await enter(context, demo, place);
    await decline(visitor);
    await authorise(visitor);
    await seeHealth(visitor);
    await comeBackUninvited(visitor);
    await authoriseWithoutScripts(browser, visitor);
    await reachPrep(visitor);
    await stopAndGoOn(visitor);
    await findTheCulprit(visitor);
  } finally {
    await application.clear();
  }
});

async function begin({ page, say, baseURL }: Visitor, kind: 'practice' | 'amazon'): Promise<void> {
  await page.goto(`${baseURL}/settings/connection`);
  const button = page.getByRole('button', { name: say(`settings.connection.consent.${kind}`) });
  const form = page.locator('form', { has: button });
  await form.getByLabel(say('settings.connection.name')).fill(NAME);
  await button.click();
}

/** Nothing is connected, and why is said. */
async function decline(visitor: Visitor): Promise<void> {
  const { page, say } = visitor;
  await begin(visitor, 'practice');
  await page.getByRole('button', { name: 'Do not authorise' }).click();
  await expect(page).toHaveURL(/\/settings\/connection\?consent=/);
  const told = page.getByRole('alert').first();
  await expect(told).toContainText(say('problems.codes.consent-not-given.what'));
}

async function authorise(visitor: Visitor): Promise<void> {
  const { page, baseURL } = visitor;
  await begin(visitor, 'practice');
  await expect(page.getByRole('heading', { name: 'Authorise an application' })).toBeVisible();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL(`${baseURL}/listings`);
}

function cardOf(page: Page): Locator {
  return page.getByRole('region', { name: NAME, exact: true }).first();
}

async function seeHealth({ page, say, baseURL }: Visitor): Promise<void> {
  await page.goto(`${baseURL}/settings/connection`);
  const name = say('settings.connection.health.title');
  const health = cardOf(page).getByRole('region', { name });
  await expect(health).toContainText(say('settings.connection.health.limitsAsDocumented'));
  const year = new Date(Date.now() + 364 * 24 * 60 * 60 * 1_000).getUTCFullYear();
  const renewal = health.getByText(say('settings.connection.health.renew')).locator('xpath=..');
  await expect(renewal).toContainText(String(year));
  expect(await barriersOf(page)).toEqual([]);
}

/** A way back that nobody here began leads nowhere. */
async function comeBackUninvited({ page, say, baseURL }: Visitor): Promise<void> {
  const query = 'state=made-up&selling_partner_id=A1&spapi_oauth_code=x';
  await page.goto(`${baseURL}/api/connection/callback?${query}`);
  const told = page.getByRole('alert').first();
  await expect(told).toContainText(say('problems.codes.consent-state-wrong.what'));
}

/** By forms alone: through the practice Amazon and back, and out to the real one's own page. */
async function authoriseWithoutScripts(browser: Browser, visitor: Visitor): Promise<void> {
  const amazon = await openNoWayOut();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await visitor.page.context().storageState(),
    proxy: { server: amazon.url, bypass: 'localhost' },
  });
  try {
    const page = await context.newPage();
    const scriptless = { ...visitor, page, hasScripts: false };
    await authorise(scriptless);
    await begin(scriptless, 'amazon');
    await expect.poll(() => amazon.wanted).toContain('sellercentral.amazon.com:443');
  } finally {
    await context.close();
    await amazon.close();
  }
}

async function reachPrep(visitor: Visitor): Promise<void> {
  const { page, say, baseURL } = visitor;
  await page.goto(`${baseURL}/listings`);
  await page.getByRole('button', { name: say('listings.sync') }).click();
  const last = page.getByRole('checkbox', { name: say('ui.selectRow', { name: CULPRIT }) });
  await expect(last).toBeVisible({ timeout: 60_000 });
  await startPlan(visitor, SKUS);
  await plan(visitor, NOTHING_BESIDES, 'first', SKUS);
  for (const sku of SKUS) {
    const row = page.getByRole('group', { name: sku, exact: true });
    for (const side of ['length', 'width', 'height', 'weight'])
      await row.getByLabel(say(`prep.${side}`), { exact: true }).fill('4');
  }
  await expect(page.getByText(say('wizard.draft.saved'))).toBeVisible();
}

/** The cord: every page says that it is pulled, a change is refused, and then let go again. */
async function stopAndGoOn(visitor: Visitor): Promise<void> {
  const { page, say, baseURL } = visitor;
  const prep = page.url();
  await page.goto(`${baseURL}/settings/connection`);
  await cardOf(page)
    .getByRole('button', { name: say('settings.connection.stop') })
    .click();
  await expect(cardOf(page).getByText(say('settings.connection.stopped'))).toBeVisible();
  await page.goto(prep);
  await expect(page.getByText(say('shell.stopped.title'))).toBeVisible();
  await page.getByRole('button', { name: say('prep.create') }).click();
  const told = page
    .getByRole('alert')
    .filter({ hasText: say('problems.codes.amazon-stopped.what') });
  await expect(told.first()).toBeVisible();
  await page.goto(`${baseURL}/settings/connection`);
  await cardOf(page)
    .getByRole('button', { name: say('settings.connection.resume') })
    .click();
  await expect(cardOf(page).getByText(say('settings.connection.open'))).toBeVisible();
  await page.goto(prep);
  await expect(page.getByText(say('shell.stopped.title'))).toHaveCount(0);
}

/** Amazon fails without a word; parts of the plan are shown to it until the SKU is named. */
async function findTheCulprit({ page, say, baseURL }: Visitor): Promise<void> {
  const prep = page.url();
  await page.goto(`${baseURL}/practice`);
  await page.getByLabel(say('practice.troubles.stumbleSku')).fill(CULPRIT);
  await sendAndReload(page, say('practice.troubles.set'));
  await expect(page.getByLabel(say('practice.troubles.stumbleSku'))).toHaveValue(CULPRIT);
  await page.goto(prep);
  const create = page.getByRole('button', { name: say('prep.create') });
  await create.click();
  const find = page.getByRole('button', { name: say('inbound.search.acts.start') });
  await expect(find).toBeVisible({ timeout: 90_000 });
  const worst = say('inbound.search.offer.worst', { skus: SKUS.length, tries: 6, more: 6 });
  await expect(page.getByText(worst)).toBeVisible();
  await find.click();
  await expect(page.getByText(say('inbound.errands.find-culprit.waiting'))).toBeVisible();
  const takeOut = page.getByRole('button', {
    name: say('inbound.search.acts.takeOut', { count: 1 }),
  });
  await expect(takeOut).toBeVisible({ timeout: 120_000 });
  // No more than it said at the worst.
  await expect(page.getByText(/^[2-6] tries so far\.$/)).toBeVisible();
  const found = page.getByText(say('inbound.search.verdicts.found.title', { count: 1 }));
  await expect(found).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: CULPRIT }).first()).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  await takeOut.click();
  await expect(found).toHaveCount(0, { timeout: 60_000 });
  await create.click();
  await expect(page.getByText(say('inbound.errands.create-plan.waiting'))).toBeVisible();
  await page.goto(prep.replace(/prep.*$/, 'item-labels'));
  await expect(page.getByRole('heading', { name: say('steps.item-labels') })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(CULPRIT, { exact: true })).toHaveCount(0);
}
