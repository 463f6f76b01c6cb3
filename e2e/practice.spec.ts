import { barriersOf } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { enter } from './pages.ts';

test('a trainer moves the clock, makes troubles, and buys in the practice shop', async ({
  context,
  application,
}) => {
  test.setTimeout(240_000);
  const { demo } = await application.up();
  const place = { locale: 'en', baseURL: application.url, account: 'Training' } as const;
  const { page, say } = await enter(context, demo, place);

  await page.getByRole('link', { name: say('shell.practice.badge') }).click();
  await expect(page.getByRole('heading', { name: say('practice.title') })).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);

  await page.getByRole('button', { name: say('practice.clock.freeze') }).click();
  await expect(page.getByText(say('practice.clock.times', { speed: 0 }))).toBeVisible();
  const slow = page.getByLabel(say('practice.troubles.names.slow'));
  await slow.check();
  await page.getByRole('button', { name: say('practice.troubles.set') }).click();
  await page.reload();
  await expect(slow).toBeChecked();
  await slow.uncheck();
  await page.getByRole('button', { name: say('practice.troubles.set') }).click();
  await page.reload();
  await expect(slow).not.toBeChecked();

  await page.getByRole('link', { name: say('practice.shop', { store: 'amazon.com' }) }).click();
  await page.locator('a[href^="product"]').first().click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('button', { name: 'Proceed to checkout' }).click();
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Name').fill('Robin Sample');
  await page.getByLabel('E-mail').fill('robin@example.com');
  await page.getByLabel('Password').fill('practice-1');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Street and number').fill('12 Practice Lane');
  await page.getByLabel('City').fill('Madison');
  await page.getByLabel('Postal code').fill('53703');
  await page.getByLabel('Telephone').fill('202-555-0142');
  await page.getByLabel('Pay online', { exact: true }).check();
  await page.getByRole('button', { name: 'Place the order' }).click();
  await expect(page.getByText('Placed, payment not verified yet').first()).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);

  await page.goto(`${application.url}/practice`);
  await page
    .getByRole('button', { name: say('practice.clock.hour'), exact: true })
    .last()
    .click();
  await page.waitForLoadState('networkidle');
  await page.goBack();
  await page.reload();
  await expect(page.getByText('Paid, being prepared').first()).toBeVisible();
});
