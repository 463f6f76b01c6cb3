import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import type { Visitor } from '../pages.ts';
import { listingsReport, REPORT_SKUS } from './report.ts';

// The whole way, from dropping a listings report to received, one function a step.
export type Carrier = 'partnered' | 'own';

type Skus = readonly string[];

const UNITS = 20;
const UNITS_PER_BOX = 4;

/** What happens on the way besides it. */
export type Besides = {
  /** Told when a step's page is there, before anything is done on it. */
  readonly onPage: (step: string) => Promise<void>;
  /** Told after each act that Amazon has to answer. */
  readonly onAct: (act: string) => Promise<void>;
};

const NOTHING = async () => undefined;
/** For a piece of the way that is walked for its own sake. */
export const NOTHING_BESIDES: Besides = { onPage: NOTHING, onAct: NOTHING };

export async function takeWay(
  visitor: Visitor,
  carrier: Carrier,
  also: Partial<Besides> = {},
): Promise<void> {
  const besides = { ...NOTHING_BESIDES, ...also };
  await takeWayToLabels(visitor, carrier, besides);
  await printPapers(visitor, besides);
  if (carrier === 'own') await track(visitor, besides);
  await receive(visitor, besides);
}

/** As far as the labels that go onto the boxes. */
export async function takeWayToLabels(
  visitor: Visitor,
  carrier: Carrier,
  besides: Besides = NOTHING_BESIDES,
): Promise<void> {
  await dropReport(visitor);
  await convert(visitor, besides);
  await startPlan(visitor);
  await plan(visitor, besides);
  await prep(visitor, besides);
  await labelItems(visitor, besides);
  await pack(visitor, carrier === 'own' ? 'cards' : 'grid', besides);
  await place(visitor, besides);
  await ship(visitor, carrier, besides);
  await printBoxLabels(visitor, besides);
}

export async function dropReport({ page, say, hasScripts }: Visitor): Promise<void> {
  await page.getByLabel(say('listings.file.label')).setInputFiles({
    name: 'All+Listings+Report.txt',
    mimeType: 'text/plain',
    buffer: listingsReport(),
  });
  if (!hasScripts) await page.getByRole('button', { name: say('listings.file.send') }).click();
  for (const sku of REPORT_SKUS) {
    await expect(
      page.getByRole('checkbox', { name: say('ui.selectRow', { name: sku }) }),
    ).toBeVisible();
  }
  await expect(
    page.getByText(say('listings.import.refusedRows', { count: 1 })).first(),
  ).toBeVisible();
}

async function choose({ page, say }: Visitor, skus: Skus): Promise<void> {
  for (const sku of skus) {
    await page.getByRole('checkbox', { name: say('ui.selectRow', { name: sku }) }).check();
  }
}

export async function convert(visitor: Visitor, { onPage, onAct }: Besides): Promise<void> {
  const { page, say } = visitor;
  await choose(visitor, REPORT_SKUS);
  await page.getByRole('button', { name: say('listings.acts.convert') }).click();
  await expect(page.getByRole('group', { name: REPORT_SKUS[0], exact: true })).toBeVisible();
  await onPage('convert');
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
  await expect(page.getByText(say('convert.progress')).first()).toBeVisible();
  await onAct('convert');
  await expect(
    page.getByText(say('convert.amazon.done', { count: REPORT_SKUS.length })).first(),
  ).toBeVisible({ timeout: 120_000 });
}

export async function startPlan(visitor: Visitor, skus: Skus = REPORT_SKUS): Promise<void> {
  const { page, say, baseURL, hasScripts } = visitor;
  await page.goto(`${baseURL}/listings`);
  await choose(visitor, skus);
  await page
    .getByRole('button', {
      // Without scripts the button does not know how many are chosen.
      name: say('listings.acts.plan', { count: hasScripts ? skus.length : 0 }),
    })
    .click();
  await expect(page).toHaveURL(/\/inbound\/[0-9a-f-]{36}\//);
  await page.goto(stepOf(page, 'plan'));
}

export async function plan(
  { page, say }: Visitor,
  { onPage }: Besides,
  road: 'first' | 'later' = 'first',
  skus: Skus = REPORT_SKUS,
): Promise<void> {
  await page.getByText(say('plan.address.summary')).click();
  await onPage('plan');
  const address = {
    name: 'Mei Chen',
    addressLine1: '400 Harbor Way',
    city: 'Oakland',
    stateOrProvinceCode: 'CA',
    postalCode: '94607',
    countryCode: 'US',
    phoneNumber: '5105550142',
  };
  const addresses = page.locator('input[name="addressId"]');
  if ((await addresses.count()) === 0) {
    for (const [field, text] of Object.entries(address)) {
      await page.getByLabel(say(`address.${field}`), { exact: true }).fill(text);
    }
    await page.getByRole('button', { name: say('plan.address.save') }).click();
    await expect(addresses.first()).toBeVisible();
  }
  await page.getByRole('radio', { name: say(`plan.roads.${road}`) }).check();
  for (const sku of skus) {
    const row = page.getByRole('group', { name: sku, exact: true });
    await row.getByLabel(say('plan.units'), { exact: true }).fill(String(UNITS));
  }
  await page.getByRole('button', { name: say('plan.continue') }).click();
  await expect(page.getByRole('button', { name: say('prep.create') })).toBeVisible({
    timeout: 90_000,
  });
}

export async function prep({ page, say }: Visitor, { onPage, onAct }: Besides): Promise<void> {
  await onPage('prep');
  const all = page.locator('select[name="unclassified"]');
  if ((await all.count()) > 0) await all.selectOption('NONE');
  await page.getByRole('button', { name: say('prep.create') }).click();
  await expect(page.getByText(say('inbound.errands.create-plan.waiting'))).toBeVisible();
  await onAct('create');
  await page.goto(stepOf(page, 'item-labels'));
  await expect(
    page.getByRole('button', { name: printButton(say('item-labels.print', { count: 2 * UNITS })) }),
  ).toBeVisible({
    timeout: 120_000,
  });
}

export async function labelItems({ page, say }: Visitor, { onPage }: Besides): Promise<void> {
  await onPage('item-labels');
  const pdf = await page.request.get(
    `${stepOf(page, 'item-labels')}/print?${await formQuery(page, say('item-labels.print', { count: 2 * UNITS }))}`,
  );
  expect(pdf.headers()['content-type']).toContain('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: say('item-labels.done', { count: 2 * UNITS }) }).click();
  await expect(page.getByText(say('item-labels.isDone'))).toBeVisible();
}

const BOX = { copies: UNITS / UNITS_PER_BOX, length: 16, width: 12, height: 12, weight: 12.5 };

type PackView = 'grid' | 'cards';

export async function pack(
  visitor: Visitor,
  view: PackView,
  { onPage, onAct }: Besides,
): Promise<void> {
  const { page, say, hasScripts } = visitor;
  await page.goto(stepOf(page, 'packing'));
  const groups = page.getByRole('region', { name: new RegExp(`^${say('packing.groupHeading')}`) });
  await expect(groups.first()).toBeVisible();
  // Without scripts there are only the fields, and nothing to choose.
  if (hasScripts) await page.getByRole('button', { name: say(`packing.view.${view}`) }).click();
  await onPage('packing');
  const count = await groups.count();
  for (let index = 0; index < count; index += 1) {
    if (hasScripts && view === 'grid') await packInGrid(visitor, groups.nth(index));
    else await packBoxByBox(visitor, groups.nth(index));
  }
  const boxes = say('packing.send', { count: (count * UNITS) / UNITS_PER_BOX });
  // Without scripts the button does not count along.
  const button = hasScripts ? boxes : say('packing.sendBoxes');
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText(say('inbound.errands.send-boxes.waiting'))).toBeVisible();
  await onAct('pack');
  await page.goto(stepOf(page, 'placement'));
}

/** One box typed down its column with Enter, as in any spreadsheet; a slip is undone. */
async function packInGrid({ page }: Visitor, group: Locator): Promise<void> {
  const grid = group.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('Control+Home');
  const rows = Number(await grid.getAttribute('aria-rowcount')) - 2 - Object.keys(BOX).length;
  const units = Array.from({ length: rows }, () => `=${UNITS_PER_BOX / 2}*2`);
  for (const figure of [...Object.values(BOX), ...units]) {
    await page.keyboard.type(String(figure));
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await expect(grid.locator('[aria-rowindex="2"] [aria-colindex="3"]')).toHaveText(
    String(BOX.copies),
  );
}

async function packBoxByBox({ say }: Visitor, group: Locator): Promise<void> {
  if ((await group.getByRole('group', { name: box(say) }).count()) === 0) {
    await group.getByRole('button', { name: say('packing.add') }).click();
  }
  const card = group.getByRole('group', { name: box(say) }).first();
  await card.getByLabel(say('packing.copies')).fill(String(BOX.copies));
  for (const figure of ['length', 'width', 'height', 'weight'] as const)
    await card.getByLabel(say(`packing.${figure}`), { exact: true }).fill(String(BOX[figure]));
  for (const sku of REPORT_SKUS) {
    const units = card.getByLabel(say('packing.unitsOf', { sku, expiry: 'none' }));
    if ((await units.count()) > 0) await units.fill(String(UNITS_PER_BOX));
  }
}

export async function place(
  { page, say, hasScripts }: Visitor,
  { onPage, onAct }: Besides,
): Promise<void> {
  const button = page.getByRole('button', {
    name: hasScripts
      ? startOf(say('placement.accept', { amount: '§', count: 1 }))
      : say('placement.acceptChosen'),
  });
  await expect(button).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('radio').first()).toBeVisible();
  await onPage('placement');
  await button.click();
  await expect(page.getByText(say('inbound.errands.confirm-placement.waiting'))).toBeVisible();
  await onAct('place');
  await expect(page.getByRole('button', { name: say('carrier.ask') })).toBeVisible({
    timeout: 90_000,
  });
}

export async function ship(
  { page, say, hasScripts }: Visitor,
  carrier: Carrier,
  { onPage, onAct }: Besides,
): Promise<void> {
  await page.getByRole('button', { name: say('carrier.ask') }).click();
  const offers = page.getByRole('group', { name: say(`carrier.${carrier}`) });
  await expect(offers.getByRole('radio').first()).toBeVisible({ timeout: 120_000 });
  await onPage('carrier');
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
  const chosen =
    carrier === 'partnered'
      ? startOf(say('carrier.shipFor', { carrier: '§', amount: '§' }))
      : startOf(say('carrier.shipOwn', { carrier: '§' }));
  const name = hasScripts ? chosen : say('carrier.shipChosen');
  await page.getByRole('button', { name }).click();
  await expect(page.getByText(say('inbound.errands.confirm-carrier.waiting'))).toBeVisible();
  await onAct('ship');
  await expect(page.getByRole('link', { name: say('steps.box-labels') }).first()).toBeVisible({
    timeout: 120_000,
  });
}

export async function printBoxLabels({ page, say }: Visitor, { onPage }: Besides): Promise<void> {
  await page.goto(stepOf(page, 'box-labels'));
  const forms = page.locator('form[action*="box-labels/print"]');
  await expect(forms.first()).toBeVisible();
  await onPage('box-labels');
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
async function printPapers({ page, say, hasScripts }: Visitor, { onPage }: Besides): Promise<void> {
  if (hasScripts) {
    const form = page.locator('form[action*="box-labels/print"]').first();
    await form.getByText(say('box-labels.layout')).click();
    await form.getByLabel(say('box-labels.paper')).selectOption('PackageLabel_Letter_6');
    await form.getByRole('button', { name: say('papers.look') }).click();
    const paper = say('box-labels.labels');
    const picture = page.getByRole('img', { name: say('papers.preview', { paper }) });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(500);
  }
  await page.goto(stepOf(page, 'papers'));
  const papers = page.locator('a[href*="papers/print"]');
  await expect(papers.first()).toBeVisible();
  await onPage('papers');
  const addresses = await papers.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  );
  expect(addresses.length).toBeGreaterThan(5);
  const [first = ''] = addresses;
  for (const address of [...addresses, first]) {
    const pdf = await page.request.get(new URL(address, page.url()).href);
    expect(pdf.headers()['content-type']).toContain('application/pdf');
  }
  await page.reload();
  await expect(page.getByText(say('papers.reprint')).first()).toBeVisible();
  await page.goto(stepOf(page, 'box-labels'));
}

async function track({ page, say, hasScripts }: Visitor, { onPage }: Besides): Promise<void> {
  await page.goto(stepOf(page, 'tracking'));
  const fields = page.locator('fieldset input[type="text"], fieldset input:not([type])');
  await expect(fields.first()).toBeVisible();
  await onPage('tracking');
  const count = await fields.count();
  for (let index = 0; index < count; index += 1) {
    await fields.nth(index).fill(`1Z999AA10${String(index).padStart(9, '0')}`);
  }
  const send = say('tracking.send', { count });
  await page.getByRole('button', { name: hasScripts ? send : startOf(send) }).click();
  await expect(page.getByText(say('tracking.done')).first()).toBeVisible({ timeout: 90_000 });
}

export async function receive({ page, say }: Visitor, { onPage }: Besides): Promise<void> {
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
  await onPage('receiving');
}

export function stepOf(page: Page, step: string): string {
  const [, planId] = /\/inbound\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
  return new URL(`/inbound/${planId}/${step}`, page.url()).href;
}

/** A pattern of the sentence up to its first filled-in part. */
export function startOf(sentence: string): RegExp {
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
