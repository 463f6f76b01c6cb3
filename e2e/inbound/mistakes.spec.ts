import { expect, test } from '../fixtures.ts';
import { enter } from '../pages.ts';
import { convert, dropReport, NOTHING_BESIDES, plan, startPlan, stepOf } from './way.ts';
import { REPORT_SKUS } from './report.ts';

// What goes wrong at a desk every day: each is said clearly, and nothing is lost or done twice.
test('a seller who makes mistakes is told, loses nothing and does nothing twice', async ({
  context,
  application,
}) => {
  test.setTimeout(300_000);
  const { demo } = await application.up();
  const place = { locale: 'en', baseURL: application.url, account: 'Mistakes' } as const;
  const visitor = await enter(context, demo, place);
  const { page, say } = visitor;

  await test.step('a file that is no report', async () => {
    await page.getByLabel(say('listings.file.label')).setInputFiles({
      name: 'holiday.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'),
    });
    await expect(page.getByRole('alert').first()).toContainText(/holiday\.pdf|report|table/i);
  });

  await dropReport(visitor);
  await convert(visitor, NOTHING_BESIDES);
  await startPlan(visitor);

  await test.step('quantities that are left out, then words in place of numbers', async () => {
    await page.getByRole('button', { name: say('plan.continue') }).click();
    await expect(page.getByRole('alert').first()).toContainText('MUG-HAFEN-GR');
    const row = page.getByRole('group', { name: 'MUG-HAFEN-GR', exact: true });
    await row.getByLabel(say('plan.units'), { exact: true }).fill('twenty');
    await page.getByRole('button', { name: say('plan.continue') }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expect(row.getByLabel(say('plan.units'), { exact: true })).toHaveValue('twenty');
  });

  await test.step('the connection is lost while sending; what was typed stays', async () => {
    const row = page.getByRole('group', { name: 'MUG-HAFEN-GR', exact: true });
    await row.getByLabel(say('plan.units'), { exact: true }).fill('7');
    await context.setOffline(true);
    await page.getByRole('button', { name: say('plan.continue') }).click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await context.setOffline(false);
    await expect(row.getByLabel(say('plan.units'), { exact: true })).toHaveValue('7');
  });

  await test.step('tabs left open are refused, and then show how the plan stands', async () => {
    const left = [
      { step: 'plan', next: say('plan.continue'), tab: await context.newPage() },
      {
        step: 'inventory',
        next: say('inventory.continueWith', { count: REPORT_SKUS.length }),
        tab: await context.newPage(),
      },
    ] as const;
    for (const { tab, step } of left) await tab.goto(stepOf(page, step));
    await page.reload();
    await page.getByLabel(say('plan.name')).fill('Spring restock');
    await expect(page.getByText(say('wizard.draft.saved'))).toBeVisible();
    for (const { tab, next } of left) {
      await expect(tab.getByRole('heading', { name: 'Spring restock' })).toHaveCount(0);
      await tab.getByRole('button', { name: next, exact: true }).click();
      const told = tab.getByRole('alert').first();
      await expect(told).toContainText(say('problems.codes.plan-changed.what'));
      await expect(tab.getByRole('heading', { name: 'Spring restock' })).toBeVisible();
      await tab.close();
    }
  });

  await test.step('a second tab that no longer shows how the plan stands', async () => {
    const stale = await context.newPage();
    await stale.goto(stepOf(page, 'plan'));
    await page.reload();
    await plan(visitor, NOTHING_BESIDES);
    await stale.getByRole('button', { name: say('plan.continue') }).click();
    const words = say('problems.codes.awaiting-amazon.what', { errandInWords: '§' }).split('§');
    const told = [say('problems.codes.plan-changed.what'), words[0] ?? ''];
    await expect(stale.getByRole('alert').first()).toContainText(new RegExp(told.join('|')));
    await stale.close();
  });

  await test.step('a double click creates one plan', async () => {
    const all = page.locator('select[name="unclassified"]');
    if ((await all.count()) > 0) await all.selectOption('NONE');
    await page.getByRole('button', { name: say('prep.create') }).dblclick();
    await expect(page.getByText(say('inbound.errands.create-plan.waiting'))).toBeVisible();
    await page.goto(stepOf(page, 'item-labels'));
    await expect(page.getByRole('heading', { name: say('steps.item-labels') })).toBeVisible();
    await page.goto(`${application.url}/practice`);
    await expect(page.getByText('inbound.createInboundPlan', { exact: true })).toHaveCount(1);
  });
});
