import { expect, test } from './fixtures.ts';
import { enter } from './pages.ts';

for (const locale of ['en', 'zh-CN'] as const) {
  test(`in ${locale} a printer is set up, corrected after its test sheet, and used here`, async ({
    context,
    demo,
    baseURL,
  }) => {
    const account = `Printers ${locale}`;
    const { page, say } = await enter(context, demo, { locale, baseURL: baseURL ?? '', account });
    const name = `Zebra ${locale}`;
    await page.goto('/settings/printers');
    await page.getByLabel(say('settings.printers.fields.name')).fill(name);
    await page.getByLabel(say('settings.printers.fields.itemStock')).selectOption('57x32');
    await page.getByLabel(say('settings.printers.fields.offsetXMm')).fill('9');
    await page.getByRole('button', { name: say('settings.printers.save') }).click();
    await expect(page.getByLabel(say('settings.printers.fields.offsetXMm'))).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await page.getByLabel(say('settings.printers.fields.offsetXMm')).fill('0.5');
    await page.getByRole('button', { name: say('settings.printers.save') }).click();
    const card = page.getByRole('listitem').filter({ hasText: name });
    await expect(card).toBeVisible();
    const testSheet = card.getByRole('link', { name: say('settings.printers.testSheet') });
    const sheet = await page.request.get((await testSheet.getAttribute('href')) ?? '');
    expect(sheet.headers()['content-type']).toBe('application/pdf');
    await card.getByRole('link', { name: say('settings.printers.edit') }).click();
    await page.getByLabel(say('settings.printers.fields.rulerY')).fill('99.5');
    await page.getByRole('button', { name: say('settings.printers.save') }).click();
    const use = card.getByRole('button', { name: say('settings.printers.use') });
    await expect(use.or(card.getByText(say('settings.printers.here')))).toBeVisible();
    if (await use.isVisible()) await use.click();
    await expect(card.getByText(say('settings.printers.here'))).toBeVisible();
    await card.getByRole('button', { name: say('settings.printers.remove', { name }) }).click();
    await expect(card).toBeHidden();
  });
}
