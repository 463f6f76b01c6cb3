import { barriersOf } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { enter } from './pages.ts';

// The steps of a plan are looked at on the way through them, in the journeys.
const PAGES = [
  '/',
  '/listings',
  '/inbound',
  '/inbound/clocks',
  '/settings',
  '/settings/connection',
  '/settings/addresses',
  '/settings/printers',
  '/settings/people',
  '/settings/printers',
  '/orders',
  '/orders/confirm-file',
  '/orders/metrics',
  '/orders/pack',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages a seller opens first have no barrier that axe knows of, ${colorScheme}`, async ({
    context,
    demo,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const account = `Access ${colorScheme}`;
    const { page } = await enter(context, demo, { locale: 'en', baseURL: baseURL ?? '', account });
    await page.emulateMedia({ colorScheme });
    for (const path of PAGES) {
      await page.goto(path);
      expect(await barriersOf(page)).toEqual([]);
    }
  });
}
