import { barriersOf } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { enter } from './pages.ts';

const LINE = 'X00ABCDEFG\tSteel bottle, 750 ml, blue\tNew';

for (const locale of ['en', 'zh-CN'] as const) {
  test(`in ${locale} labels pasted from a spreadsheet are checked, looked at, printed and noted`, async ({
    context,
    demo,
    baseURL,
  }) => {
    const account = `Labels ${locale}`;
    const { page, say } = await enter(context, demo, { locale, baseURL: baseURL ?? '', account });
    await page.goto('/labels');
    const pasted = page.getByLabel(say('labels.pasted'));
    await pasted.fill(`${LINE}\t1.5\nX00\tCup\tNew\t2`);
    await page.getByRole('button', { name: say('labels.check') }).click();
    await expect(page.getByText(say('labels.refused', { count: 2 }))).toBeVisible();
    const refused = page.locator('#refused-cells, table').filter({ hasText: 'D1' });
    await expect(refused.first()).toContainText('A2');
    await pasted.fill(`${LINE}\t40\tLOT 7\n${LINE}\t2\tLOT 8`);
    await page.getByRole('button', { name: say('labels.check') }).click();
    await expect(page).toHaveURL(/\/labels\/[0-9a-f-]{36}$/);
    const preview = page.getByRole('img');
    await expect(preview).toBeVisible();
    await expect
      .poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(500);
    expect(await barriersOf(page)).toEqual([]);
    const button = page.getByRole('button', { name: say('item-labels.print', { count: 42 }) });
    const [tab] = await Promise.all([context.waitForEvent('page'), button.click()]);
    await tab.close();
    // What a print server would fetch.
    const file = await page.request.get(`${page.url()}/print?stock=Letter_30&only=2`);
    expect(file.headers()['content-type']).toBe('application/pdf');
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.reload();
    const log = page.getByRole('region', { name: say('item-labels.log') });
    await expect(log.getByRole('listitem').first()).toContainText(say('item-labels.reprint'));
    await page
      .getByRole('link', { name: say('labels.title') })
      .last()
      .click();
    await expect(page.getByRole('link', { name: say('labels.fromPaste') }).first()).toBeVisible();
  });
}
