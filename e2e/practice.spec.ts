import { barriersOf } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { enter, sendAndReload } from './pages.ts';
import { buyInShop } from './shop.ts';

test('a trainer moves the clock, makes troubles and buys in the practice shop; the seller ships', async ({
  context,
  application,
}) => {
  test.setTimeout(360_000);
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
  await sendAndReload(page, say('practice.troubles.set'));
  await expect(slow).toBeChecked();
  await slow.uncheck();
  await sendAndReload(page, say('practice.troubles.set'));
  await expect(slow).not.toBeChecked();

  await page.getByRole('link', { name: say('practice.shop', { store: 'amazon.com' }) }).click();
  await buyInShop(page);
  expect(await barriersOf(page)).toEqual([]);

  const orderInShop = page.url();
  await page.goto(`${application.url}/practice`);
  await page.getByRole('button', { name: say('practice.clock.run', { speed: 1 }) }).click();
  await expect(page.getByText(say('practice.clock.times', { speed: 1 })).first()).toBeVisible();
  await page
    .getByRole('button', { name: say('practice.clock.hour'), exact: true })
    .last()
    .click();
  await expect(async () => {
    await page.goto(orderInShop);
    await expect(page.getByText('Paid, being prepared').first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });

  await page.goto(`${application.url}/orders`);
  await page.getByRole('button', { name: say('orders.sync.now') }).click();
  const order = page.locator('a[href^="/orders/"]').filter({ hasText: /\d{3}-\d{7}-\d{7}/ });
  await expect(async () => {
    await page.goto(`${application.url}/orders`);
    await expect(order.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
  expect(await barriersOf(page)).toEqual([]);
  await order.first().click();
  await page.getByRole('button', { name: say('order.buyer.show') }).click();
  await expect(page.getByText('12 Practice Lane').first()).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('link', { name: say('order.acts.confirm') }).click();
  await page.getByLabel(say('order.package.number')).fill('1Z999AA10123456784');
  await page.getByLabel(say('order.package.carrier'), { exact: true }).selectOption('UPS');
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('button', { name: say('order.confirm.send', { count: 1 }) }).click();
  await expect(page).toHaveURL(/\/orders\/[\d-]+$/);
  await expect(async () => {
    await page.reload();
    const accepted = page.getByText(say('order.told.states.accepted'));
    await expect(accepted.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
  await page.goto(`${application.url}/orders?tab=unshipped`);
  await expect(order).toHaveCount(0);
});
