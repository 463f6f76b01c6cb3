import { expect, test } from '../fixtures.ts';
import { enter, type Visitor } from '../pages.ts';
import {
  convert,
  dropReport,
  NOTHING_BESIDES,
  pack,
  place,
  plan,
  prep,
  printBoxLabels,
  receive,
  ship,
  startPlan,
  stepOf,
} from './way.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('contents change, the plan is cancelled and made again with its boxes, and what arrives is reconciled', async ({
  context,
  application,
}) => {
  test.setTimeout(300_000);
  const { demo } = await application.up();
  const visitor = await enter(context, demo, {
    locale: 'en',
    baseURL: application.url,
    account: 'Turnings',
  });
  await dropReport(visitor);
  await convert(visitor, NOTHING_BESIDES);
  await startPlan(visitor);
  await plan(visitor, NOTHING_BESIDES);
  await prep(visitor, NOTHING_BESIDES);
  await pack(visitor, 'grid', NOTHING_BESIDES);
  await place(visitor, NOTHING_BESIDES);
  await ship(visitor, 'partnered', NOTHING_BESIDES);
  await changeContents(visitor);
  await cancel(visitor);
  await makeAgain(visitor);
  await place(visitor, NOTHING_BESIDES);
  await ship(visitor, 'partnered', NOTHING_BESIDES);
  await printBoxLabels(visitor, NOTHING_BESIDES);
  await miscount(visitor);
  await reconcile(visitor);
  await takeEvidence(visitor);
});

/** One unit more in the first box: its price is seen, agreed to, and the label that is wrong named. */
async function changeContents({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'contents'));
  await page.locator('input[name="edits.0.items.0.quantity"]').fill('5');
  await page.getByRole('button', { name: say('inbound.contents.preview') }).click();
  await expect(page.getByText(say('inbound.contents.shownTitle'))).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Confirm the change/ }).click();
  await expect(page.getByText(say('box-labels.relabel.title', { count: 1 }))).toBeVisible({
    timeout: 60_000,
  });
}

/** The button names the freight that comes back; afterwards no label is handed out. */
async function cancel({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'cancel'));
  await page.getByRole('button', { name: /^Cancel the whole plan, \$[\d.,]+ comes back$/ }).click();
  await expect(page.getByText(say('inbound.cancel.labelsLocked'))).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('table', { name: say('inbound.money.title') })).toBeVisible();
}

/** The new plan has the quantities, the prep and the boxes of the old one. */
async function makeAgain(visitor: Visitor): Promise<void> {
  const { page, say } = visitor;
  const old = page.url();
  await page
    .getByRole('button', { name: say('inbound.again.action') })
    .first()
    .click();
  await expect(page).toHaveURL(/\/plan$/);
  expect(stepOf(page, 'cancel')).not.toBe(old);
  // The unit that was added is still in its box.
  await expect(page.locator('input[value="21"]').first()).toBeVisible();
  await page.getByRole('button', { name: say('plan.continue') }).click();
  const create = page.getByRole('button', { name: say('prep.create') });
  await expect(create).toBeVisible({ timeout: 60_000 });
  const all = page.locator('select[name="unclassified"]');
  if ((await all.count()) > 0) await all.selectOption('NONE');
  await create.click();
  await expect(page.getByText(say('inbound.errands.create-plan.waiting'))).toBeVisible();
  await page.goto(stepOf(page, 'packing'));
  const send = page.getByRole('button', { name: /^Send \d+ boxes/ });
  await expect(send).toBeVisible({ timeout: 60_000 });
  await send.click();
  await expect(page.getByText(say('inbound.errands.send-boxes.waiting'))).toBeVisible();
  await page.goto(stepOf(page, 'placement'));
}

/** The practice Amazon counts a unit as another SKU, and complains of a box. */
async function miscount({ page, say, baseURL }: Visitor): Promise<void> {
  const here = page.url();
  await page.goto(`${baseURL}/practice`);
  await page.getByLabel(say('practice.quirks.names.miscounts')).check();
  await page.getByRole('button', { name: say('practice.quirks.set') }).click();
  await expect(page.getByLabel(say('practice.quirks.names.miscounts'))).toBeChecked();
  await page.goto(here);
}

async function reconcile(visitor: Visitor): Promise<void> {
  const { page, say } = visitor;
  await receive(visitor, NOTHING_BESIDES);
  await expect(page.getByText(say('receiving.found.title'))).toBeVisible();
  await expect(page.getByRole('table', { name: say('receiving.days.title') })).toBeVisible();
  await page.getByRole('button', { name: say('receiving.defects.read') }).click();
  const defects = page.getByRole('table', { name: say('receiving.defects.title') });
  await expect(async () => {
    await page.reload();
    await expect(defects.getByText('Barcode label missing').first()).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 60_000 });
}

async function takeEvidence({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'evidence'));
  await page
    .getByLabel(say('evidence.add.file'))
    .setInputFiles({ name: 'box.png', mimeType: 'image/png', buffer: PNG });
  await page.getByRole('button', { name: say('evidence.add.send') }).click();
  await expect(page.getByRole('img', { name: /^Photo of/ })).toBeVisible();
  for (const format of ['pdf', 'zip'] as const) {
    const file = await page.request.get(`${stepOf(page, 'evidence')}/file?format=${format}`);
    expect(file.headers()['content-type']).toBe(`application/${format}`);
    expect((await file.body()).subarray(0, 2).toString()).toBe(format === 'pdf' ? '%P' : 'PK');
  }
}
