import { expect, test } from '../fixtures.ts';
import { enter, type Visitor } from '../pages.ts';
import {
  convert,
  dropReport,
  NOTHING_BESIDES,
  plan,
  prep,
  printBoxLabels,
  receive,
  startOf,
  startPlan,
  stepOf,
} from './way.ts';

// The roads beside the first one: boxes after the placement, pallets instead of parcels.
const BOX = { length: 24, width: 18, height: 16, weight: 42 };

test('warehouses first, boxes per shipment afterwards, then pallets by an own truck to received', async ({
  context,
  application,
}) => {
  test.setTimeout(300_000);
  const { demo } = await application.up();
  const place = { locale: 'en', baseURL: application.url, account: 'Roads' } as const;
  const visitor = await enter(context, demo, place);
  await dropReport(visitor);
  await convert(visitor, NOTHING_BESIDES);
  await startPlan(visitor);
  await plan(visitor, NOTHING_BESIDES, 'later');
  await prep(visitor, NOTHING_BESIDES);
  await acceptPlacement(visitor);
  await packEachShipment(visitor);
  await shipByTruck(visitor);
  await printBoxLabels(visitor, NOTHING_BESIDES);
  await printPalletPapers(visitor);
  await tellPro(visitor);
  await receive(visitor, NOTHING_BESIDES);
});

async function acceptPlacement({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'packing'));
  // The rail follows the road: packing waits for the placement.
  await expect(
    page.getByText(say('inbound.locked.after', { step: say('steps.placement') })).first(),
  ).toBeVisible();
  await page.goto(stepOf(page, 'placement'));
  await expect(page.getByText(say('placement.later.title'))).toBeVisible();
  await page
    .getByRole('button', { name: startOf(say('placement.accept', { amount: '§', count: 1 })) })
    .click();
  await expect(page.getByText(say('inbound.errands.confirm-placement.waiting'))).toBeVisible();
}

async function packEachShipment({ page, say }: Visitor): Promise<void> {
  const [start = ''] = say('packing.groupOfShipment', { number: 1, destination: '§' }).split('1');
  const shipments = page.getByRole('region', { name: new RegExp(`^${start}`) });
  await expect(shipments.first()).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: say('packing.view.cards') }).click();
  const count = await shipments.count();
  for (let index = 0; index < count; index += 1) {
    const shipment = shipments.nth(index);
    await shipment.getByRole('button', { name: say('packing.allInOne') }).click();
    for (const [figure, value] of Object.entries(BOX))
      await shipment
        .getByLabel(say(`packing.${figure}`), { exact: true })
        .first()
        .fill(String(value));
  }
  await page.getByRole('button', { name: say('packing.send', { count }) }).click();
  await expect(page.getByText(say('inbound.errands.send-boxes.waiting'))).toBeVisible();
}

async function shipByTruck({ page, say }: Visitor): Promise<void> {
  const ask = page.getByRole('button', { name: say('freight.ask'), exact: true });
  await expect(ask).toBeVisible({ timeout: 90_000 });
  // Nothing is lost by what is still missing.
  await ask.click();
  await expect(
    page.getByText(say('problems.codes.declared-value-needed.what')).first(),
  ).toBeVisible();
  for (const value of await page.getByLabel(say('freight.value', { currency: 'USD' })).all())
    await value.fill('1200');
  await page.getByLabel(say('freight.email')).fill('dock@harbor.example');
  await ask.click();
  const truck = page.getByRole('radio', { name: /ESTES/ }).first();
  await expect(truck).toBeVisible({ timeout: 120_000 });
  await expect(
    page
      .getByRole('group', { name: say('carrier.partnered') })
      .getByRole('radio')
      .first(),
  ).toBeVisible();
  await truck.check();
  await page
    .getByRole('button', { name: startOf(say('carrier.shipOwn', { carrier: '§' })) })
    .click();
  await expect(page.getByText(say('inbound.errands.confirm-carrier.waiting'))).toBeVisible();
  await expect(page.getByRole('link', { name: say('steps.box-labels') }).first()).toBeVisible({
    timeout: 120_000,
  });
}

async function printPalletPapers({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'papers'));
  await expect(page.getByText(say('papers.kinds.pallet-labels.name')).first()).toBeVisible();
  const labels = page.locator('a[href*="kind=pallet-labels"]');
  for (const link of await labels.all()) {
    const address = (await link.getAttribute('href')) ?? '';
    const pdf = await page.request.get(new URL(address, page.url()).href);
    expect(pdf.headers()['content-type']).toContain('application/pdf');
  }
}

async function tellPro({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'tracking'));
  const numbers = page.getByLabel(say('tracking.freight.pro'));
  await expect(numbers.first()).toBeVisible();
  let next = 1_234_567;
  for (const number of await numbers.all()) {
    await number.fill(String(next));
    next += 1;
  }
  await page.getByRole('button', { name: say('tracking.freight.send') }).click();
  await expect(page.getByText(say('tracking.doneFreight')).first()).toBeVisible({
    timeout: 90_000,
  });
}
