import { barriersOf } from '../barriers.ts';
import { expect, test } from '../fixtures.ts';
import { enter, type Visitor } from '../pages.ts';
import {
  convert,
  dropReport,
  labelItems,
  NOTHING_BESIDES,
  pack,
  place,
  plan,
  prep,
  startPlan,
  stepOf,
} from './way.ts';

test('what the way costs is quoted, paid, borne by each unit, and its clocks are heard elsewhere', async ({
  context,
  demo,
  baseURL,
  playwright,
}) => {
  test.setTimeout(240_000);
  const where = { locale: 'en', baseURL: baseURL ?? '', account: 'Ledger' } as const;
  const visitor = await enter(context, demo, where);
  const { page, say } = visitor;
  await keepTariff(visitor);
  await page.goto(`${visitor.baseURL}/listings`);
  await reachShipments(visitor);
  await payBill(visitor);
  expect(await barriersOf(page)).toEqual([]);
  await page.goto(`${visitor.baseURL}/inbound/reports`);
  await expect(page.getByRole('table', { name: say('reports.lanes') })).toContainText('Ningbo');
  expect(await barriersOf(page)).toEqual([]);
  const stranger = await playwright.request.newContext();
  await subscribe(visitor, async (address) => (await stranger.get(address)).text());
  await stranger.dispose();
  await previewFee(visitor);
  expect(await barriersOf(page)).toEqual([]);
});

async function keepTariff({ page, say, baseURL }: Visitor): Promise<void> {
  await page.goto(`${baseURL}/inbound/forwarders`);
  await page.getByLabel(say('costs.forwarder')).fill('Ningbo Lines');
  await page.getByLabel(say('costs.forwarders.steps', { currency: 'USD' })).fill('cheap');
  await page.getByRole('button', { name: say('costs.forwarders.save') }).click();
  await expect(page.getByText('“cheap”').first()).toBeVisible();
  await page.getByLabel(say('costs.forwarders.steps', { currency: 'USD' })).fill('0 2.5');
  await page.getByRole('button', { name: say('costs.forwarders.save') }).click();
  await expect(page.getByRole('link', { name: 'Ningbo Lines' })).toBeVisible();
}

async function reachShipments(visitor: Visitor): Promise<void> {
  await dropReport(visitor);
  await convert(visitor, NOTHING_BESIDES);
  await startPlan(visitor);
  await plan(visitor, NOTHING_BESIDES);
  await prep(visitor, NOTHING_BESIDES);
  await labelItems(visitor, NOTHING_BESIDES);
  await pack(visitor, 'cards', NOTHING_BESIDES);
  await place(visitor, NOTHING_BESIDES);
}

/** Freight in dollars and duty in yuan, split to the units; what they bear adds up to what was paid. */
async function payBill({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'costs'));
  const quotes = page.getByRole('table', { name: say('costs.quotes.title') });
  await expect(quotes).toContainText('Ningbo Lines');
  await page.getByLabel(say('costs.forwarder'), { exact: true }).fill('Ningbo Lines');
  const line = (number: number) =>
    page.getByRole('group', { name: say('costs.line', { number }), exact: true });
  await line(1).getByLabel(say('costs.amount')).fill('100.01');
  await line(2).getByLabel(say('costs.kind')).selectOption('duty');
  await line(2).getByLabel(say('costs.amount')).fill('1000');
  await line(2).getByLabel(say('costs.currency')).selectOption('CNY');
  await line(2).getByLabel(say('costs.basis')).selectOption('units');
  const rate = line(2).getByLabel(say('costs.rate', { from: 'CNY', to: 'USD' }));
  await page.getByRole('button', { name: say('costs.save') }).click();
  await expect(rate).toHaveAttribute('aria-invalid', 'true');
  await rate.fill('0.14');
  await line(2).getByLabel(say('costs.rateDay')).fill('2026-11-20');
  await page.getByRole('button', { name: say('costs.save') }).click();
  const costs = page.locator('#costs');
  await expect(costs.locator('tfoot')).toContainText('$240.01');
}

async function subscribe(
  { page, say, baseURL }: Visitor,
  read: (address: string) => Promise<string>,
): Promise<void> {
  await page.goto(`${baseURL}/inbound/clocks`);
  await page.getByText(say('clocks.feed.title'), { exact: true }).click();
  await page.getByRole('button', { name: say('clocks.feed.make') }).click();
  const address = (await page.locator('code', { hasText: '.ics' }).textContent()) ?? '';
  const own = `${baseURL}${new URL(address).pathname}`;
  const calendar = await read(own);
  expect(calendar).toContain('BEGIN:VEVENT');
  expect(calendar.replaceAll('\r\n ', '')).toContain(say('clocks.kinds.arrive-by.name'));
  await page.reload();
  await page.getByText(say('clocks.feed.title'), { exact: true }).click();
  await page.getByRole('button', { name: say('clocks.feed.revoke') }).click();
  await expect(page.getByRole('button', { name: say('clocks.feed.revoke') })).toBeHidden();
  expect(await read(own)).not.toContain('BEGIN:VEVENT');
}

async function previewFee({ page, say, baseURL }: Visitor): Promise<void> {
  await page.goto(`${baseURL}/listings/fees`);
  const fill = (field: 'length' | 'width' | 'height' | 'weight' | 'price', text: string) =>
    page.getByLabel(say(`fees.${field}`), { exact: true }).fill(text);
  await fill('length', '10');
  await fill('width', '8');
  await fill('height', '1');
  await fill('weight', '1');
  await fill('price', '20');
  await page.getByLabel(say('fees.day'), { exact: true }).fill('2026-10-01');
  await page.getByRole('button', { name: say('fees.reckon') }).click();
  // 4.60, and 3.5 % for fuel and logistics.
  await expect(page.getByText('$4.76')).toBeVisible();
}
