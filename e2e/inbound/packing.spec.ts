import type { Locator, Page } from '@playwright/test';
import { barriersOf } from '../barriers.ts';
import { expect, test } from '../fixtures.ts';
import { enter, type Visitor } from '../pages.ts';
import { REPORT_SKUS } from './report.ts';
import { convert, dropReport, NOTHING_BESIDES, plan, prep, startPlan, stepOf } from './way.ts';

const FACTORY = 'Ningbo Bright';
/** Box kinds down their columns: number, sides, weight, and units of both SKUs. */
const BLOCK = [
  ['4', '1'],
  ['16', '16'],
  ['12', '12'],
  ['12', '12'],
  ['12.5', '12.5'],
  ['4', '4'],
  ['4', '4'],
];

test('boxes come by paste, by file, from the factory, from the engine and from the keyboard', async ({
  context,
  demo,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const place = { locale: 'en', baseURL: baseURL ?? '', account: 'Packing' } as const;
  const visitor = await enter(context, demo, place);
  const { page } = visitor;
  await reachPacking(visitor);
  const grid = page.getByRole('grid').first();
  await pasteBlock(visitor, grid);
  await throughPackList(visitor, grid);
  await fromFactory(visitor);
  await withoutScripts(visitor);
  await fromEngine(visitor, grid);
  // What the bars at the edges of the window cover in part would count as too small.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await barriersOf(page)).toEqual([]);
  await chooseBarcodes(visitor);
  await byKeyboard(visitor, grid);
});

async function reachPacking(visitor: Visitor): Promise<void> {
  await dropReport(visitor);
  await convert(visitor, NOTHING_BESIDES);
  await startPlan(visitor);
  await plan(visitor, NOTHING_BESIDES);
  await prep(visitor, NOTHING_BESIDES);
  await visitor.page.goto(stepOf(visitor.page, 'packing'));
  await expect(visitor.page.getByRole('grid').first()).toBeVisible();
}

async function pasteBlock({ page, say }: Visitor, grid: Locator): Promise<void> {
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await paste(grid, BLOCK);
  await expect(page.getByText(say('packing.soFar', { packed: 40, expected: 40 }))).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(say('packing.soFar', { packed: 0, expected: 40 }))).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(sendButton(page, say, 5)).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const block = '4\t1\n16\t16';
  await expect.poll(() => copied(grid)).toBe(block);
  await page.keyboard.press('Control+d');
  await expect.poll(() => copied(grid)).toBe('4\t1\n4\t1');
  await page.keyboard.press('Control+z');
  await expect.poll(() => copied(grid)).toBe(block);
}

/** What a spreadsheet would be given of the cells that are selected. */
async function copied(grid: Locator): Promise<string> {
  return grid.evaluate((element) => {
    const clipboardData = new DataTransfer();
    const event = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('copy', event));
    return clipboardData.getData('text/plain').trimEnd().replaceAll('\r', '');
  });
}

async function paste(grid: Locator, rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((cells) => cells.join('\t')).join('\n');
  await grid.evaluate((element, block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    const event = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', event));
  }, text);
}

/** Out into Amazon's workbook, and in again after the grid was emptied. */
async function throughPackList({ page, say }: Visitor, grid: Locator): Promise<void> {
  await saved(page, say);
  const address = `${new URL(page.url()).pathname}/file?group=1&format=xlsx`;
  const file = await page.request.get(new URL(address, page.url()).href);
  await page.getByText(say('packing.files.title')).click();
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByText(say('packing.soFar', { packed: 0, expected: 40 }))).toBeVisible();
  await page.getByLabel(say('packing.files.drop')).setInputFiles({
    name: 'pack-group-1.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await file.body(),
  });
  await expect(page.getByText(say('packing.files.taken', { count: 5 }))).toBeVisible();
  await expect(page.getByText(say('packing.soFar', { packed: 40, expected: 40 }))).toBeVisible();
}

/** A list with the factory's own item names: settled once, remembered the next time. */
async function fromFactory({ page, say }: Visitor): Promise<void> {
  const list = [
    '箱号\t款号\t每箱数量\t毛重(kg)\t外箱尺寸(cm)',
    '1-5\tHF-绿\t4\t5.5\t40*30*30',
    '6-9\tQX-02\t5\t5.5\t40*30*30',
  ].join('\n');
  await readList(page, say, list);
  // Item names are compared without their signs and capitals.
  for (const [subject, sku] of [
    ['hf绿', REPORT_SKUS[0]],
    ['qx02', REPORT_SKUS[1]],
  ] as const) {
    const name = say('packing.factory.about.item', { subject });
    const item = page.getByRole('combobox', { name });
    await item.selectOption(sku);
    await expect(item).toHaveValue(sku);
  }
  await factoryName(page, say).fill(FACTORY);
  await page.getByRole('button', { name: say('packing.factory.take', { count: 9 }) }).click();
  await expect(page.getByText(say('packing.files.taken', { count: 9 }))).toBeVisible();
  await saved(page, say);
  await page.reload();
  await page.getByText(say('packing.files.title')).click();
  await readList(page, say, list.replace('1-5', '11-15').replace('6-9', '16-19'));
  await factoryName(page, say).fill(FACTORY);
  await expect(page.getByText(say('packing.factory.certainty.remembered')).first()).toBeVisible();
  await page.getByRole('button', { name: say('packing.factory.take', { count: 9 }) }).click();
  await expect(sendButton(page, say, 9)).toBeVisible();
}

function factoryName(page: Page, say: Visitor['say']): Locator {
  return page.getByRole('combobox', { name: new RegExp(`^${say('packing.factory.name')}`) });
}

async function readList(page: Page, say: Visitor['say'], list: string): Promise<void> {
  await page.getByLabel(say('packing.files.paste')).fill(list);
  await page.getByRole('button', { name: say('packing.files.read') }).click();
  await expect(page.getByRole('region', { name: say('packing.factory.title') })).toBeVisible();
}

/** The server packs as well, for who runs no scripts; nothing is kept until it is taken. */
async function withoutScripts({ page, say }: Visitor): Promise<void> {
  await saved(page, say);
  const browser = page.context().browser();
  const context = await browser?.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context?.newPage();
  if (!plain) throw new Error('no browser to open a second window in');
  await plain.goto(page.url());
  await plain.getByText(say('packing.propose.title')).click();
  await plain.getByRole('button', { name: say('packing.propose.start') }).click();
  await expect(plain.getByRole('region', { name: say('packing.propose.found') })).toBeVisible();
  await expect(
    plain.getByText(say('packing.propose.nowMeans', { units: 40, expected: 40 })),
  ).toBeVisible();
  await plain.getByRole('button', { name: /^Take th/ }).click();
  await expect(plain).toHaveURL(/packing\?edit$/);
  await expect(plain.getByRole('group', { name: say('packing.box', { number: 1 }) })).toBeVisible();
  await context?.close();
  await page.reload();
  await expect(page.getByText(say('packing.soFar', { packed: 40, expected: 40 }))).toBeVisible();
}

async function fromEngine({ page, say }: Visitor, grid: Locator): Promise<void> {
  await page.getByText(say('packing.propose.title')).click();
  await page.getByLabel(say('packing.propose.objective')).selectOption('identical');
  await page.getByRole('button', { name: say('packing.propose.start') }).click();
  const alike = page.getByRole('region', { name: say('packing.propose.identicalTitle') });
  await expect(alike).toBeVisible({ timeout: 30_000 });
  await alike.getByRole('button', { name: say('packing.propose.lookInto', { number: 1 }) }).click();
  const order = alike.getByRole('list', { name: say('packing.picture.order') });
  await expect(order.getByRole('listitem').first()).toBeVisible();
  await alike.getByLabel(say('packing.picture.layers')).press('Home');
  await expect(alike.getByRole('img', { name: /packed up to layer 1 of/ })).toBeVisible();
  const taken = page.getByText(/ taken in$/);
  await alike.getByRole('button', { name: /^Take th/ }).click();
  await expect(taken).toBeVisible();
  await expect(page.getByText(say('packing.soFar', { packed: 40, expected: 40 }))).toBeVisible();
  await page
    .getByRole('button', { name: say('packing.propose.undo') })
    .first()
    .click();
  await expect(taken).toHaveCount(0);
  await grid.focus();
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+Home');
  await saved(page, say);
  const guide = await page.request.get(
    new URL(`${new URL(page.url()).pathname}/../papers/print?kind=packing-guide`, page.url()).href,
  );
  expect(guide.headers()['content-type']).toContain('application/pdf');
  await page
    .getByRole('button', { name: say('packing.grid.look') })
    .first()
    .click();
  await expect(
    page.getByRole('list', { name: say('packing.picture.order') }).first(),
  ).toBeVisible();
}

/** The way in which Amazon learns the contents, with what it costs, by keyboard. */
async function chooseBarcodes({ page, say }: Visitor): Promise<void> {
  const method = say('packing.method.titles.BOX_CONTENT_PROVIDED');
  await page.getByText(say('packing.method.summary', { method })).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('$6.00 – $12.00')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  const barcodes = say('packing.method.titles.BARCODE_2D');
  await expect(page.getByRole('radio', { name: new RegExp(`^${barcodes}`) })).toBeChecked();
  await saved(page, say);
}

/** From an empty grid to Amazon without a mouse. */
async function byKeyboard({ page, say }: Visitor, grid: Locator): Promise<void> {
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Home');
  for (const figure of ['=10/2', '16', '12', '12', '12.5 lb', '4', '=2*2']) {
    await page.keyboard.type(figure);
    await page.keyboard.press('Enter');
  }
  await expect(sendButton(page, say, 5)).toBeVisible();
  await page.keyboard.press('Escape');
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await sendButton(page, say, 5).evaluate((button) => button === document.activeElement))
      break;
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('inbound.errands.send-boxes.waiting'))).toBeVisible();
}

function sendButton(page: Page, say: Visitor['say'], count: number): Locator {
  return page.getByRole('button', { name: say('packing.send', { count }) });
}

/** Longer than a draft waits after the last key. */
const PAUSE = 1_000;

async function saved(page: Page, say: Visitor['say']): Promise<void> {
  await page.waitForTimeout(PAUSE);
  await expect(page.getByText(say('wizard.draft.saved'))).toBeVisible();
}
