import type { Page } from '@playwright/test';
import type { Locale } from '#lib/i18n';
import { expect, test } from '../fixtures.ts';
import { enter, type Visitor } from '../pages.ts';
import { listingsReport, REPORT_SKUS } from './report.ts';

// The whole way, from dropping a listings report to received, as a seller walks it.
const WAYS: readonly { readonly locale: Locale; readonly carrier: 'partnered' | 'own' }[] = [
  { locale: 'en', carrier: 'partnered' },
  { locale: 'zh-CN', carrier: 'own' },
];

const UNITS = 20;
const UNITS_PER_BOX = 4;

for (const { locale, carrier } of WAYS) {
  test(`in ${locale} a seller takes SKUs from a report to Amazon's warehouse, carrier ${carrier}`, async ({
    context,
    demo,
    baseURL,
  }) => {
    test.setTimeout(420_000);
    const account = `Journey ${locale} ${carrier}`;
    const visitor = await enter(context, demo, { locale, baseURL: baseURL ?? '', account });
    await dropReport(visitor);
    await convert(visitor);
    await startPlan(visitor);
    await plan(visitor);
    await prep(visitor);
    await labelItems(visitor);
    await pack(visitor);
    await place(visitor);
    await ship(visitor, carrier);
    await printBoxLabels(visitor);
    await printPapers(visitor);
    if (carrier === 'own') await track(visitor);
    await receive(visitor);
  });
}

async function dropReport({ page, say }: Visitor): Promise<void> {
  await page.getByLabel(say('listings.file.label')).setInputFiles({
    name: 'All+Listings+Report.txt',
    mimeType: 'text/plain',
    buffer: listingsReport(),
  });
  for (const sku of REPORT_SKUS) {
    await expect(
      page.getByRole('checkbox', { name: say('ui.selectRow', { name: sku }) }),
    ).toBeVisible();
  }
  await expect(
    page.getByText(say('listings.import.refusedRows', { count: 1 })).first(),
  ).toBeVisible();
}

async function choose({ page, say }: Visitor): Promise<void> {
  for (const sku of REPORT_SKUS) {
    await page.getByRole('checkbox', { name: say('ui.selectRow', { name: sku }) }).check();
  }
}

async function convert(visitor: Visitor): Promise<void> {
  const { page, say } = visitor;
  await choose(visitor);
  await page.getByRole('button', { name: say('listings.acts.convert') }).click();
  for (const sku of REPORT_SKUS) {
    const row = page.getByRole('group', { name: sku, exact: true });
    await row.getByLabel(say('convert.batteries')).selectOption('none');
    await row.getByLabel(say('convert.dangerousGoods')).selectOption('not-applicable');
    await row.getByLabel(say('convert.length'), { exact: true }).fill('5');
    await row.getByLabel(say('convert.width'), { exact: true }).fill('4.5');
    await row.getByLabel(say('convert.height'), { exact: true }).fill('4');
    await row.getByLabel(say('convert.weight'), { exact: true }).fill('0.9');
  }
  await page
    .getByRole('button', { name: say('convert.amazon.submit', { count: REPORT_SKUS.length }) })
    .click();
  await expect(
    page.getByText(say('convert.amazon.done', { count: REPORT_SKUS.length })).first(),
  ).toBeVisible({ timeout: 120_000 });
}

async function startPlan(visitor: Visitor): Promise<void> {
  const { page, say } = visitor;
  await page.goto('/listings');
  await choose(visitor);
  await page
    .getByRole('button', { name: say('listings.acts.plan', { count: REPORT_SKUS.length }) })
    .click();
  await expect(page).toHaveURL(/\/inbound\/[0-9a-f-]{36}\//);
  await page.goto(stepOf(page, 'plan'));
}

async function plan({ page, say }: Visitor): Promise<void> {
  await page.getByText(say('plan.address.summary')).click();
  const address = {
    name: 'Mei Chen',
    addressLine1: '400 Harbor Way',
    city: 'Oakland',
    stateOrProvinceCode: 'CA',
    postalCode: '94607',
    countryCode: 'US',
    phoneNumber: '5105550142',
  };
  if ((await page.getByRole('radio').count()) === 0) {
    for (const [field, text] of Object.entries(address)) {
      await page.getByLabel(say(`plan.address.${field}`), { exact: true }).fill(text);
    }
    await page.getByRole('button', { name: say('plan.address.save') }).click();
    await expect(page.getByRole('radio').first()).toBeVisible();
  }
  for (const sku of REPORT_SKUS) {
    const row = page.getByRole('group', { name: sku, exact: true });
    await row.getByLabel(say('plan.units'), { exact: true }).fill(String(UNITS));
  }
  await page.getByRole('button', { name: say('plan.continue') }).click();
  await expect(page.getByRole('button', { name: say('prep.create') })).toBeVisible({
    timeout: 90_000,
  });
}

async function prep({ page, say }: Visitor): Promise<void> {
  const all = page.locator('select[name="unclassified"]');
  if ((await all.count()) > 0) await all.selectOption('NONE');
  await page.getByRole('button', { name: say('prep.create') }).click();
  await expect(page.getByText(say('inbound.errands.create-plan.waiting'))).toBeVisible();
  await page.goto(stepOf(page, 'item-labels'));
  await expect(
    page.getByRole('button', { name: printButton(say('item-labels.print', { count: 2 * UNITS })) }),
  ).toBeVisible({
    timeout: 120_000,
  });
}

async function labelItems({ page, say }: Visitor): Promise<void> {
  const pdf = await page.request.get(
    `${stepOf(page, 'item-labels')}/print?${await formQuery(page, say('item-labels.print', { count: 2 * UNITS }))}`,
  );
  expect(pdf.headers()['content-type']).toContain('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: say('item-labels.done', { count: 2 * UNITS }) }).click();
  await expect(page.getByText(say('item-labels.isDone'))).toBeVisible();
}

async function pack({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'packing'));
  const groups = page.getByRole('region', { name: new RegExp(`^${say('packing.groupHeading')}`) });
  await expect(
    page
      .getByRole('button', { name: sendBoxes(say, 0) })
      .or(page.getByRole('button', { name: sendBoxes(say, 1) }))
      .first(),
  ).toBeVisible();
  const count = Math.max(1, await groups.count());
  for (let index = 0; index < count; index += 1) {
    const group = (await groups.count()) > 0 ? groups.nth(index) : page.locator('form');
    if ((await group.getByRole('group', { name: box(say) }).count()) === 0) {
      await group.getByRole('button', { name: say('packing.add') }).click();
    }
    const card = group.getByRole('group', { name: box(say) }).first();
    await card.getByLabel(say('packing.copies')).fill(String(UNITS / UNITS_PER_BOX));
    await card.getByLabel(say('packing.length'), { exact: true }).fill('16');
    await card.getByLabel(say('packing.width'), { exact: true }).fill('12');
    await card.getByLabel(say('packing.height'), { exact: true }).fill('12');
    await card.getByLabel(say('packing.weight'), { exact: true }).fill('12.5');
    for (const sku of REPORT_SKUS) {
      const units = card.getByLabel(say('packing.unitsOf', { sku, expiry: 'none' }));
      if ((await units.count()) > 0) await units.fill(String(UNITS_PER_BOX));
    }
  }
  await page.getByRole('button', { name: sendBoxes(say, (count * UNITS) / UNITS_PER_BOX) }).click();
  await page.waitForTimeout(500);
  await page.goto(stepOf(page, 'placement'));
}

async function place({ page, say }: Visitor): Promise<void> {
  const button = page.getByRole('button', {
    name: startOf(say('placement.accept', { amount: '§', count: 1 })),
  });
  await expect(button).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('radio').first()).toBeVisible();
  await button.click();
  await expect(page.getByRole('button', { name: say('carrier.ask') })).toBeVisible({
    timeout: 90_000,
  });
}

async function ship({ page, say }: Visitor, carrier: 'partnered' | 'own'): Promise<void> {
  await page.getByRole('button', { name: say('carrier.ask') }).click();
  const partnered = page.getByRole('group', { name: say('carrier.partnered') });
  await expect(partnered.getByRole('radio').first()).toBeVisible({ timeout: 120_000 });
  if (carrier === 'own') {
    await page
      .getByRole('radio', { name: /UPS|FedEx|FEDEX/ })
      .last()
      .check();
    for (const select of await page.locator('select[name^="windows."]').all()) {
      const value = await select
        .locator('option:not([disabled]):not([value=""])')
        .first()
        .getAttribute('value');
      await select.selectOption(value ?? '');
    }
  }
  const name =
    carrier === 'partnered'
      ? startOf(say('carrier.shipFor', { carrier: '§', amount: '§' }))
      : startOf(say('carrier.shipOwn', { carrier: '§' }));
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('link', { name: say('steps.box-labels') }).first()).toBeVisible({
    timeout: 120_000,
  });
}

async function printBoxLabels({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'box-labels'));
  const forms = page.locator('form[action*="box-labels/print"]');
  await expect(forms.first()).toBeVisible();
  for (const form of await forms.all()) {
    const action = (await form.getAttribute('action')) ?? '';
    const query = await form.evaluate((element) =>
      new URLSearchParams(
        [...new FormData(element as HTMLFormElement)].map(([key, value]) => [key, value as string]),
      ).toString(),
    );
    const pdf = await page.request.get(`${new URL(action, page.url()).href}?${query}`);
    expect(pdf.headers()['content-type']).toContain('application/pdf');
  }
  await page.reload();
  await expect(page.getByText(say('box-labels.allPrinted')).first()).toBeVisible();
}

/** Labels once more on the paper at hand, and every paper that the plan offers. */
async function printPapers({ page, say }: Visitor): Promise<void> {
  const form = page.locator('form[action*="box-labels/print"]').first();
  await form.getByText(say('box-labels.layout')).click();
  await form.getByLabel(say('box-labels.paper')).selectOption('PackageLabel_Letter_6');
  await form.getByRole('button', { name: say('papers.look') }).click();
  const picture = page.getByRole('img', {
    name: say('papers.preview', { paper: say('box-labels.labels') }),
  });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(500);
  await page.goto(stepOf(page, 'papers'));
  const papers = await page.locator('a[href*="papers/print"]').all();
  expect(papers.length).toBeGreaterThan(5);
  for (const paper of papers) {
    const pdf = await page.request.get((await paper.getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toContain('application/pdf');
  }
  const [first] = papers;
  await page.request.get((await first?.getAttribute('href')) ?? '');
  await page.reload();
  await expect(page.getByText(say('papers.reprint')).first()).toBeVisible();
  await page.goto(stepOf(page, 'box-labels'));
}

async function track({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'tracking'));
  const fields = page.locator('fieldset input[type="text"], fieldset input:not([type])');
  const count = await fields.count();
  for (let index = 0; index < count; index += 1) {
    await fields.nth(index).fill(`1Z999AA10${String(index).padStart(9, '0')}`);
  }
  await page.getByRole('button', { name: say('tracking.send', { count }) }).click();
  await expect(page.getByText(say('tracking.done')).first()).toBeVisible({ timeout: 90_000 });
}

async function receive({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'receiving'));
  const closed = page
    .getByText(say('receiving.closedTitle'))
    .or(page.getByText(endOf(say, 'receiving.shortTitle')));
  for (let week = 0; week < 8; week += 1) {
    await page.getByRole('button', { name: say('inbound.practice.week') }).click();
    await page.waitForLoadState('networkidle');
    if ((await closed.count()) > 0) break;
  }
  await expect(closed.first()).toBeVisible();
}

function stepOf(page: Page, step: string): string {
  const [, planId] = /\/inbound\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
  return new URL(`/inbound/${planId}/${step}`, page.url()).href;
}

/** A pattern of the sentence up to its first filled-in part. */
function startOf(sentence: string): RegExp {
  const [start = ''] = sentence.split(/[§\d]/);
  return new RegExp(`^${start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** A pattern of a sentence from its last number on, for one and for several. */
function endOf(say: Visitor['say'], key: string): RegExp {
  const ends = [1, 2].map((count) => {
    const sentence = say(key, { units: count, skus: count });
    return sentence.slice(sentence.lastIndexOf(String(count)) + 1);
  });
  return new RegExp(`(${ends.join('|')})$`);
}

function sendBoxes(say: Visitor['say'], count: number): string {
  return say('packing.send', { count });
}

function box(say: Visitor['say']): RegExp {
  const [start = ''] = say('packing.box', { number: 1 }).split('1');
  const fresh = say('packing.newBox');
  return new RegExp(`^(${start.trim()}|${fresh})`);
}

function printButton(name: string): string {
  return name;
}

async function formQuery(page: Page, button: string): Promise<string> {
  const form = page.locator('form', { has: page.getByRole('button', { name: button }) });
  return form
    .first()
    .evaluate((element) =>
      new URLSearchParams(
        [...new FormData(element as HTMLFormElement)].map(([key, value]) => [key, value as string]),
      ).toString(),
    );
}
