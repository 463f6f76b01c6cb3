import type { Page } from '@playwright/test';
import { type Mailbox, openMailbox, openReceiver, type Receiver } from '#lib/post/testing';
import { Application } from './application.ts';
import { barriersOf } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { enter, type Visitor } from './pages.ts';

const ADDRESS = 'mei@harbor.example';

test('a new order reaches the bell, the mailbox and the seller’s own system; its view is kept', async ({
  context,
}) => {
  test.setTimeout(300_000);
  const [mailbox, hook] = await Promise.all([openMailbox(), openReceiver()]);
  const application = await Application.at({
    FIRSTLEG_SMTP_URL: mailbox.url,
    FIRSTLEG_MAIL_FROM: 'Firstleg <post@firstleg.example>',
  });
  try {
    const { demo } = await application.up();
    const place = { locale: 'en', baseURL: application.url, account: 'Notices' } as const;
    const visitor = await enter(context, demo, place);
    await settleMail(visitor, mailbox);
    await settleHook(visitor, hook);
    await chooseKinds(visitor);
    await letBuyersOrder(visitor);
    await hearOfOrders(visitor, mailbox, hook);
    await keepView(visitor);
  } finally {
    await application.clear();
    await Promise.all([mailbox.close(), hook.close()]);
  }
});

/** The page as it is after every reload, until it shows what is waited for. */
async function untilSeen(page: Page, path: string, seen: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await seen();
  }).toPass({ timeout: 90_000 });
}

async function settleMail({ page, say, baseURL }: Visitor, mailbox: Mailbox): Promise<void> {
  const own = (key: string) => say(`settings.notifications.${key}`);
  await page.goto(`${baseURL}/settings/notifications`);
  await expect(page.getByText(own('unreliableTitle'))).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByLabel(own('address')).fill('mei');
  await page.getByRole('button', { name: own('addEmail') }).click();
  await expect(page.getByLabel(own('address'))).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(own('address')).fill(ADDRESS);
  await page.getByRole('button', { name: own('addEmail') }).click();
  await expect(page.getByText(own('unconfirmed'))).toBeVisible();
  await expect.poll(() => mailbox.letters.length, { timeout: 30_000 }).toBe(1);
  const [letter] = mailbox.letters;
  expect(letter?.to).toEqual([ADDRESS]);
  const code = /\d{6}/.exec(letter?.text ?? '')?.[0] ?? '';
  await page.getByLabel(own('code')).fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: own('confirm') }).click();
  await expect(page.getByLabel(own('code'))).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(own('code')).fill(code);
  await page.getByRole('button', { name: own('confirm') }).click();
  await expect(page.getByText(own('confirmed'), { exact: true })).toBeVisible();
}

async function settleHook({ page, say, baseURL }: Visitor, hook: Receiver): Promise<void> {
  const own = (key: string) => say(`settings.notifications.${key}`);
  await page.getByLabel(own('url')).fill(hook.url);
  await page.getByRole('button', { name: own('addWebhook') }).click();
  await expect(page.getByText(own('secretTitle'))).toBeVisible();
  await expect(page.getByText(/^whsec_/)).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  await expect.poll(() => hook.calls.length, { timeout: 30_000 }).toBe(1);
  await untilSeen(page, `${baseURL}/settings/notifications`, async () => {
    await expect(page.getByText(own('confirmed'), { exact: true })).toHaveCount(2, {
      timeout: 2_000,
    });
  });
  await expect(page.getByText(/whsec_/)).toHaveCount(0);
}

async function chooseKinds({ page, say, baseURL }: Visitor): Promise<void> {
  const box = page.getByLabel(`${say('notices.kinds.refunded.name')}: ${ADDRESS}`);
  await box.uncheck();
  await page.getByRole('button', { name: say('settings.notifications.save') }).click();
  await expect(page.getByText(say('settings.notifications.saved'))).toBeVisible();
  await page.goto(`${baseURL}/settings/notifications`);
  await expect(box).not.toBeChecked();
  expect(await barriersOf(page)).toEqual([]);
}

async function letBuyersOrder({ page, say, baseURL }: Visitor): Promise<void> {
  await page.goto(`${baseURL}/notices`);
  await expect(page.getByText(say('notices.empty.title'))).toBeVisible();
  await page.goto(`${baseURL}/orders`);
  await page.getByRole('button', { name: say('orders.practice.open') }).click();
  await expect(page.getByRole('link', { name: /\d{3}-\d{7}-\d{7}/ }).first()).toBeVisible({
    timeout: 60_000,
  });
}

async function hearOfOrders(visitor: Visitor, mailbox: Mailbox, hook: Receiver): Promise<void> {
  const { page, say, baseURL } = visitor;
  await untilSeen(page, `${baseURL}/`, async () => {
    await expect(page.getByRole('link', { name: /^Notices, \d+ new$/ })).toBeVisible({
      timeout: 2_000,
    });
  });
  await page.getByRole('link', { name: /^Notices, / }).click();
  const line = page
    .getByRole('list', { name: say('notices.caption') })
    .getByRole('link')
    .first();
  await expect(line).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  const orderId = /\d{3}-\d{7}-\d{7}/.exec((await line.textContent()) ?? '')?.[0] ?? 'none';
  const told = () =>
    mailbox.letters
      .slice(1)
      .map(({ text }) => text)
      .join('\n');
  await expect.poll(told, { timeout: 60_000 }).toContain(orderId);
  expect(mailbox.letters.at(1)?.subject).toMatch(/orders? to ship$/);
  expect(mailbox.letters.map(({ raw }) => raw).join()).not.toMatch(/Practice Lane|Street/);
  const called = () => hook.calls.map(({ body }) => body).join('\n');
  await expect.poll(called, { timeout: 60_000 }).toContain(orderId);
  await page.getByRole('button', { name: say('notices.seeAll') }).click();
  await expect(
    page.getByRole('link', { name: say('notices.bell', { count: 0 }), exact: true }),
  ).toBeVisible();
  await line.click();
  await expect(page).toHaveURL(/\/orders\/\d{3}-/);
}

async function keepView({ page, say, baseURL }: Visitor): Promise<void> {
  const own = (key: string, values?: Record<string, string>) => say(`orders.views.${key}`, values);
  await page.goto(`${baseURL}/orders?tab=all&sort=-total`);
  await page.getByText(own('saveThis')).click();
  await page.getByLabel(own('name')).fill('Largest first');
  await page.getByRole('button', { name: own('save') }).click();
  const views = page.getByRole('navigation', { name: own('label') });
  await expect(views.getByRole('link', { name: 'Largest first' })).toBeVisible();
  await page.goto(`${baseURL}/orders`);
  await views.getByRole('link', { name: 'Largest first' }).click();
  await expect(page).toHaveURL(/tab=all&sort=-total$/);
  expect(await barriersOf(page)).toEqual([]);
  await page.getByText(own('change', { name: 'Largest first' })).click();
  await page.getByLabel(own('newName'), { exact: true }).fill('By value');
  await page.getByRole('button', { name: own('rename') }).click();
  await expect(views.getByRole('link', { name: 'By value' })).toBeVisible();
  await page.getByText(own('change', { name: 'By value' })).click();
  await page.getByRole('button', { name: own('remove', { name: 'By value' }) }).click();
  await expect(views.getByRole('link')).toHaveCount(0);
}
