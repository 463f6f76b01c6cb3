import type { Page } from '@playwright/test';
import { barriersOf } from '../barriers.ts';
import { expect, test } from '../fixtures.ts';
import { enter, type Visitor } from '../pages.ts';
import { REPORT_SKUS } from './report.ts';
import { convert, dropReport, NOTHING_BESIDES, plan, prep, startPlan, stepOf } from './way.ts';

const [MUG, APRON] = REPORT_SKUS;
const UNITS = 20;
const EAN = '4006381333931';

// Four people pack one shipment where the network does not reach, and end with boxes to the unit.
test('four benches pack one shipment, without a network in between, and no unit is lost or doubled', async ({
  context,
  demo,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const home = baseURL ?? '';
  const visitor = await enter(context, demo, { locale: 'en', baseURL: home, account: 'Benches' });
  const { page, say } = visitor;
  await dropReport(visitor);
  await convert(visitor, NOTHING_BESIDES);
  await startPlan(visitor);
  await plan(visitor, NOTHING_BESIDES);
  await prep(visitor, NOTHING_BESIDES);
  const address = stepOf(page, 'pack-station');
  await keepBoxSize(visitor);
  await page.getByRole('link', { name: say('pack-station.link.open') }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByText(say('pack-station.link.taken'))).toBeVisible();
  expect(await barriersOf(page)).toEqual([]);

  await test.step('a wrong item stops the bench until it is put aside', async () => {
    await chooseCarton(visitor);
    await scan(page, MUG);
    await expectPacked(visitor, page, 1);
    await scan(page, 'NO-SUCH-CODE');
    await expect(signal(visitor, page)).toHaveAttribute('data-signal', 'wrong');
    expect(await barriersOf(page)).toEqual([]);
    await scan(page, MUG);
    await expectPacked(visitor, page, 1);
    await scan(page, 'FL-UNDO');
    await scan(page, MUG, 'Tab');
    await expectPacked(visitor, page, 2);
    await expect(signal(visitor, page)).toHaveAttribute('data-signal', 'right');
    await scan(page, 'FL-UNDO');
    await expectPacked(visitor, page, 1);
  });

  await test.step('a barcode of the product is told once', async () => {
    await scan(page, EAN);
    const form = page.locator('form', { hasText: say('pack-station.teach.lead') });
    await form.getByLabel(say('pack-station.teach.sku')).selectOption(MUG);
    await form.getByRole('button', { name: say('pack-station.teach.tell') }).click();
    await scan(page, EAN);
    await expectPacked(visitor, page, 3);
    await expect(page.getByText(/ to send$/)).toHaveCount(0);
  });

  await test.step('the network is cut, the page reloaded: what was scanned waits and then arrives', async () => {
    await context.setOffline(true);
    await scan(page, 'FL-TIMES-2');
    await scan(page, EAN);
    await expectPacked(visitor, page, 5);
    await expect(page.getByText(say('pack-station.link.unreachable'))).toBeVisible();
    await expect(page.getByText(say('pack-station.link.waiting', { waiting: 1 }))).toBeVisible();
    await context.setOffline(false);
    await page.route('**/pack-station/scans', (route) => route.abort());
    await scan(page, MUG);
    await page.reload();
    await expect(page.getByText(say('pack-station.link.unreachable'))).toBeVisible();
    await expectPacked(visitor, page, 6);
    await page.unroute('**/pack-station/scans');
    await expect(page.getByText(say('pack-station.link.taken'))).toBeVisible();
    await expect(page.getByText(/ to send$/)).toHaveCount(0);
    await closeAndWeigh(page);
  });

  await test.step('four benches at once come to the same log', async () => {
    const others = await Promise.all([1, 2, 3].map(() => context.newPage()));
    const four = [page, ...others];
    for (const other of others) {
      await other.goto(address);
      await expectPacked(visitor, other, 6);
      await chooseCarton({ ...visitor, page: other });
    }
    await Promise.all(
      four.map(async (bench, at) => {
        // 14 mugs are left; the benches share them and the aprons, one after the other.
        for (let unit = at; unit < UNITS - 6; unit += 4) await scan(bench, MUG);
        if (at === 3) await context.setOffline(true);
        await scan(bench, 'FL-NEW-BOX');
        for (let unit = at; unit < UNITS; unit += 4) await scan(bench, APRON);
        if (at === 3) await context.setOffline(false);
      }),
    );
    for (const bench of four) {
      await expectPacked(visitor, bench, 2 * UNITS);
      await expect(bench.getByText(say('pack-station.allPacked'))).toBeVisible();
      await closeAndWeigh(bench);
    }
    const boxes = page.getByRole('region', { name: say('pack-station.box.all') });
    const open = boxes.getByRole('button');
    for (let left = 4; left > 0; left -= 1) {
      await expect(open).toHaveCount(left);
      await open.first().click();
      await expect(boxes.getByText(say('pack-station.box.here'))).toBeVisible();
      await closeAndWeigh(page);
    }
    for (const other of others) {
      await expect(other.getByText(/ to send$/)).toHaveCount(0);
      await other.close();
    }
  });

  await test.step('the boxes are those of the packing step, and Amazon takes them', async () => {
    const finish = page.getByRole('region', { name: say('pack-station.finish.title') });
    await finish.getByRole('button').click();
    await expect(page).toHaveURL(/\/packing\?edit/);
    const all = { packed: 2 * UNITS, expected: 2 * UNITS };
    await expect(page.getByText(say('packing.soFar', all)).first()).toBeVisible();
    await page.getByRole('button', { name: /^Send \d+ boxes to Amazon$/ }).click();
    await expect(page.getByText(say('inbound.errands.send-boxes.waiting'))).toBeVisible();
    await expect(async () => {
      await page.goto(stepOf(page, 'packing'));
      const sent = page.getByRole('table', { name: say('packing.tableCaption') });
      await expect(sent).toContainText(String(2 * UNITS), { timeout: 2_000 });
    }).toPass({ timeout: 90_000 });
  });

  const sheet = await page.request.get(
    `${stepOf(page, 'papers')}/print?kind=bench-sheet&size=LETTER`,
  );
  expect(sheet.headers()['content-type']).toContain('application/pdf');
});

/** As a scanner does it: the keys of a code faster than anybody types, into no field. */
async function scan(page: Page, code: string, end: 'Enter' | 'Tab' = 'Enter'): Promise<void> {
  await page.evaluate(
    (keys) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      for (const key of keys)
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
    },
    [...code.split(''), end],
  );
}

function signal({ say }: Visitor, page: Page) {
  return page.getByRole('region', { name: say('pack-station.signal') });
}

async function expectPacked({ say }: Visitor, page: Page, packed: number): Promise<void> {
  const list = page.getByRole('region', { name: say('pack-station.left.title') });
  const count = say('pack-station.count', { packed, expected: 2 * UNITS });
  await expect(list.getByRole('heading')).toContainText(count);
}

async function closeAndWeigh(page: Page): Promise<void> {
  for (const code of ['FL-CLOSE-BOX', 'FL-WEIGH', '12.5']) await scan(page, code);
}

async function keepBoxSize({ page, say }: Visitor): Promise<void> {
  await page.goto(stepOf(page, 'packing'));
  await page.getByText(say('packing.library.title', { count: 0 }), { exact: true }).click();
  const form = page.locator('form', {
    has: page.getByRole('button', { name: say('packing.library.keep') }),
  });
  await form.getByLabel(say('packing.library.name')).fill('Sixteen');
  for (const [side, inches] of [
    ['length', '16'],
    ['width', '12'],
    ['height', '12'],
  ] as const)
    await form.getByLabel(say(`packing.${side}`), { exact: true }).fill(inches);
  await form.getByRole('button', { name: say('packing.library.keep') }).click();
  await expect(
    page.getByText(say('packing.library.title', { count: 1 }), { exact: true }),
  ).toBeVisible();
}

async function chooseCarton({ page, say }: Visitor): Promise<void> {
  await page.getByLabel(say('pack-station.acts.carton')).selectOption({ label: 'Sixteen' });
}
