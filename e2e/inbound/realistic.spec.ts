import { expect, test } from '../fixtures.ts';
import { enter, sendAndReload } from '../pages.ts';
import { NOTHING_BESIDES, takeWayToLabels } from './way.ts';

// Every way at once in which Amazon departs from its own documentation: no partnered carrier, times
// without seconds, lists that lag, quotes without a price, plans of another service among the own.
test('with every quirk of the real Amazon a seller gets to the box labels', async ({
  context,
  application,
}) => {
  test.setTimeout(300_000);
  const { demo } = await application.up();
  const place = { locale: 'en', baseURL: application.url, account: 'Realistic' } as const;
  const visitor = await enter(context, demo, place);
  const { page, say } = visitor;
  await page.goto(`${application.url}/practice`);
  const quirks = page.locator('input[name="quirk[]"]');
  await expect(quirks.first()).toBeVisible();
  for (const quirk of await quirks.all()) await quirk.check();
  await sendAndReload(page, say('practice.quirks.set'));
  await expect(page.locator('input[name="quirk[]"]:not(:checked)')).toHaveCount(0);
  await page.goto(`${application.url}/listings`);
  await takeWayToLabels(visitor, 'own', {
    ...NOTHING_BESIDES,
    onPage: async (step) => {
      // One destination, so that its thousand freight appointments are read once.
      const minimal = page.getByRole('radio', { name: say('placement.kinds.minimal') });
      if (step === 'placement') await minimal.check();
    },
  });
});
