import { barriersOf, faintColoursOf } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { enter } from './pages.ts';

// The steps of a plan are looked at on the way through them, in the journeys.
const PAGES = {
  goods: ['/', '/listings', '/labels', '/inbound', '/notices'],
  orders: ['/orders', '/orders/confirm-file', '/orders/metrics', '/orders/pack'],
  settings: [
    '/settings',
    '/settings/connection',
    '/settings/addresses',
    '/settings/printers',
    '/settings/people',
    '/settings/notifications',
  ],
};

for (const [of, paths] of Object.entries(PAGES)) {
  test(`the first pages of ${of} have no barrier that axe knows of, light or dark`, async ({
    context,
    demo,
    baseURL,
  }) => {
    const account = `Access ${of}`;
    const { page } = await enter(context, demo, { locale: 'en', baseURL: baseURL ?? '', account });
    for (const path of paths) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      expect(await barriersOf(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faintColoursOf(page)).toEqual([]);
    }
  });
}
