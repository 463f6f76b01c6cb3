import { barriersOf } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { enter } from './pages.ts';
import { dropReport } from './inbound/way.ts';
import { REPORT_SKUS } from './inbound/report.ts';

test('an account is authorised at the practice Amazon, its health is seen, and the cord stops it', async ({
  context,
  demo,
  baseURL,
}) => {
  const place = { locale: 'en', baseURL: baseURL ?? '', account: 'Before consent' } as const;
  const visitor = await enter(context, demo, place);
  const { page, say } = visitor;
  const button = page.getByRole('button', { name: say('settings.connection.consent.practice') });

  const begin = async () => {
    await page.goto('/settings/connection');
    const form = page.locator('form', { has: button });
    await form.getByLabel(say('settings.connection.name')).fill('By consent');
    await button.click();
    await expect(page.getByRole('heading', { name: 'Authorise an application' })).toBeVisible();
  };

  await test.step('declined: nothing is connected, and why is said', async () => {
    await begin();
    await page.getByRole('button', { name: 'Do not authorise' }).click();
    await expect(page).toHaveURL(/\/settings\/connection\?consent=/);
    await expect(page.getByRole('alert').first()).toContainText(
      say('problems.codes.consent-not-given.what'),
    );
    expect(await barriersOf(page)).toEqual([]);
  });

  await test.step('confirmed: the account is there, and its health too', async () => {
    await begin();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page).toHaveURL(/\/listings$/);
    await page.goto('/settings/connection');
    const card = page.getByRole('region', { name: 'By consent', exact: true });
    const health = card.getByRole('region', { name: say('settings.connection.health.title') });
    await expect(health).toContainText(say('settings.connection.health.limitsAsDocumented'));
    await expect(health.locator('time').first()).toBeVisible();
    expect(await barriersOf(page)).toEqual([]);
  });

  await test.step('a way back that nobody began leads nowhere', async () => {
    await page.goto(
      '/api/connection/callback?state=made-up&selling_partner_id=A1&spapi_oauth_code=x',
    );
    await expect(page.getByRole('alert').first()).toContainText(
      say('problems.codes.consent-state-wrong.what'),
    );
  });

  await test.step('stopped: every page says so, and a change is refused', async () => {
    const card = page.getByRole('region', { name: 'By consent', exact: true });
    await card.getByRole('button', { name: say('settings.connection.stop') }).click();
    await expect(card.getByText(say('settings.connection.stopped'))).toBeVisible();
    await page.goto('/listings');
    await expect(page.getByText(say('shell.stopped.title'))).toBeVisible();
    await dropReport(visitor);
    const [sku] = REPORT_SKUS;
    await page.getByRole('checkbox', { name: say('ui.selectRow', { name: sku }) }).check();
    await page.getByRole('button', { name: say('listings.acts.convert') }).click();
    const row = page.getByRole('group', { name: sku, exact: true });
    await row.getByLabel(say('convert.batteries')).selectOption('none');
    await row.getByLabel(say('convert.dangerousGoods')).selectOption('not-applicable');
    await page.getByRole('button', { name: say('convert.amazon.submit', { count: 1 }) }).click();
    await expect(page.getByRole('alert').first()).toContainText(
      say('problems.codes.amazon-stopped.what'),
    );
  });

  await test.step('and goes on again', async () => {
    await page.goto('/settings/connection');
    const card = page.getByRole('region', { name: 'By consent', exact: true });
    await card.getByRole('button', { name: say('settings.connection.resume') }).click();
    await expect(card.getByText(say('settings.connection.open'))).toBeVisible();
  });
});
