import { barriersOf } from '../barriers.ts';
import { expect, test } from '../fixtures.ts';
import { enter, type Visitor } from '../pages.ts';
import { buyAgain, buyInShop, stockInShop } from '../shop.ts';
import { Desk } from './desk.ts';

const LATER = ['singly', 'byFile', 'askedLater', 'bySeller', 'forgotten'] as const;
type Bought = Readonly<Record<(typeof LATER)[number] | 'inTime' | 'declined' | 'shop', string>>;

test('orders go their ways: shipped singly and by file, refused, canceled by each of three', async ({
  context,
  application,
}) => {
  test.setTimeout(360_000);
  const { demo } = await application.up();
  const place = { locale: 'en', baseURL: application.url, account: 'Story' } as const;
  const visitor = await enter(context, demo, place);
  const desk = new Desk(visitor);
  await desk.clock('freeze');
  const orders = await test.step('a buyer orders, and the shelf has less', () => buy(visitor));
  await test.step('the hold: Pending is grey, and nothing can be done', () =>
    hold(visitor, desk, orders));
  await test.step('verification: what was paid is to be shipped', () =>
    verify(visitor, desk, orders));
  await test.step('the packing table, with nothing but keys', () => packByKeys(visitor, orders));
  await test.step('the slip, and one order confirmed by itself', () =>
    confirmOne(visitor, desk, orders));
  await test.step('a forwarder’s list, whose columns are mapped once', () =>
    confirmByList(visitor, desk, orders));
  await test.step('two cancellations by Amazon’s own file', () =>
    cancelByFile(visitor, desk, orders));
  await test.step('what time brings: delivered, declined, canceled by Amazon', async () => {
    for (let week = 0; week < 3; week += 1) await desk.clock('week');
    await desk.untilHistory(orders.declined, 'T4');
    await desk.untilHistory(orders.forgotten, 'T11');
    await desk.untilHistory(orders.singly, 'T16');
    await desk.untilHistory(orders.byFile, 'T16');
  });
});

async function buy({ page, say, baseURL }: Visitor): Promise<Bought> {
  await page.goto(`${baseURL}/practice`);
  await page.getByRole('link', { name: say('practice.shop', { store: 'amazon.com' }) }).click();
  const shop = page.url();
  const before = await stockInShop(page, shop);
  await page.goto(shop);
  const singly = await buyInShop(page);
  const inTime = await buyAgain(page, shop);
  await page.getByRole('button', { name: 'Cancel the order' }).click();
  await expect(page.getByText('Cancelled by you')).toBeVisible();
  const orders = {
    shop,
    singly,
    inTime,
    declined: await buyAgain(page, shop, 'declined'),
    byFile: await buyAgain(page, shop),
    bySeller: await buyAgain(page, shop),
    forgotten: await buyAgain(page, shop),
    askedLater: await buyAgain(page, shop),
  };
  // Seven were bought, and the one that was taken back is on the shelf again.
  expect(await stockInShop(page, shop)).toBe(before - 6);
  return orders;
}

async function hold({ page, say, baseURL }: Visitor, desk: Desk, orders: Bought): Promise<void> {
  // A few minutes, since Amazon keeps the last two to itself; the hold goes on.
  await desk.clock({ speed: 60 });
  await page.waitForTimeout(3_500);
  await desk.clock('freeze');
  await desk.untilHistory(orders.singly, 'T1');
  await expect(page.getByRole('link', { name: say('order.acts.confirm') })).toHaveCount(0);
  await expect(page.getByRole('link', { name: say('order.acts.cancel') })).toHaveCount(0);
  await desk.untilHistory(orders.inTime, 'T3');
  await page.goto(`${baseURL}/orders?tab=pending`);
  await expect(page.getByRole('link', { name: orders.singly })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: orders.singly })).toHaveCount(0);
}

async function verify({ page }: Visitor, desk: Desk, orders: Bought): Promise<void> {
  await desk.clock('hour');
  await page.goto(new URL(`order?id=${orders.askedLater}`, orders.shop).href);
  await page.getByRole('button', { name: 'Ask the seller to cancel' }).click();
  await expect(page.getByText('You have asked the seller to cancel')).toBeVisible();
  await desk.clock('hour');
  for (const which of LATER) await desk.untilHistory(orders[which], 'T6');
  await desk.untilHistory(orders.askedLater, 'T7');
}

async function packByKeys({ page, say, baseURL }: Visitor, { singly }: Bought): Promise<void> {
  const own = (key: string, values?: Record<string, string>) => say(`order.pack.${key}`, values);
  const type = async (text: string) => {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await page.goto(`${baseURL}/orders/pack`, { waitUntil: 'networkidle' });
  await expect(page.getByLabel(own('scanOrder'))).toBeFocused();
  await type(singly);
  await expect(page.getByRole('heading', { name: singly })).toBeVisible();
  const sku = await page.locator('main li .font-mono').first().innerText();
  await type('ANOTHER-ITEM');
  await expect(page.getByText(own('stop.not-in-order'))).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: own('putBack') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(own('scanItem'))).toBeFocused();
  await type(sku);
  await expect(page.getByText(own('done', { orderId: singly }))).toBeVisible();
}

async function confirmOne(
  { page, say, baseURL }: Visitor,
  desk: Desk,
  { singly }: Bought,
): Promise<void> {
  const slip = await page.request.get(`${baseURL}/orders/packing-slips?id=${singly}`);
  expect((await slip.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto(`${baseURL}/orders/${singly}`);
  await page.getByRole('link', { name: say('order.acts.confirm') }).click();
  await page.getByLabel(say('order.package.number')).fill('1Z999AA10123456784');
  await page.getByLabel(say('order.package.carrier'), { exact: true }).selectOption('UPS');
  await page.getByRole('button', { name: say('order.confirm.send', { count: 1 }) }).click();
  await expect(page).toHaveURL(/\/orders\/[\d-]+$/);
  await desk.untilHistory(singly, 'T13');
}

async function confirmByList(
  { page, say }: Visitor,
  desk: Desk,
  { byFile }: Bought,
): Promise<void> {
  const own = (key: string, values?: Record<string, string | number>) =>
    say(`orders.file.${key}`, values);
  const [[, , , day = ''] = []] = await desk.template(byFile);
  await desk.drop('forwarder.csv', [
    '平台订单号,转单号,出库时间',
    `${byFile},1Z5R89390357567127,${day.replaceAll('-', '/')}`,
  ]);
  await expect(page.getByText(own('mapper.title'))).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  const carrier = own('mapper.forAll', { field: own('mapper.fields.carrier-code') });
  await page.getByLabel(carrier, { exact: true }).selectOption('UPS');
  await page.getByRole('button', { name: own('mapper.check') }).click();
  await page.getByRole('button', { name: own('send', { count: 1 }) }).click();
  await expect(page.getByText(own('sent', { sent: 1, rows: 1 }))).toBeVisible();
  await desk.untilHistory(byFile, 'T13');
}

async function cancelByFile(
  { page, say }: Visitor,
  desk: Desk,
  { askedLater, bySeller, forgotten }: Bought,
): Promise<void> {
  const own = (key: string, values: Record<string, string | number>) =>
    say(`orders.file.${key}`, values);
  const items = new Map(
    (await desk.template(askedLater, bySeller, forgotten)).map(([id, item]) => [id, item]),
  );
  const row = (orderId: string, reason: string) =>
    [orderId, reason, items.get(orderId) ?? ''].join('\t');
  const header = 'order-id\tcancellation-reason-code\tamazon-order-item-code';
  // A reason that Amazon does not know is held back and marked; the good rows go.
  await desk.drop('cancel.txt', [
    header,
    row(askedLater, 'BuyerCanceled'),
    row(bySeller, 'NoInventory'),
    row(forgotten, 'TooCold'),
  ]);
  await expect(page.getByText('cancellation-reason-code').first()).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('button', { name: own('send', { count: 2 }) }).click();
  await expect(page.getByText(own('sent', { sent: 2, rows: 3 }))).toBeVisible();
  await desk.clock('hour');
  await desk.untilHistory(askedLater, 'T8');
  await desk.untilHistory(bySeller, 'T10');
}
