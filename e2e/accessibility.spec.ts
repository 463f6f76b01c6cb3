import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { enter } from './pages.ts';

const PAGES = [
  '/',
  '/listings',
  '/inbound',
  '/settings/connection',
  '/settings/addresses',
  '/settings/printers',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages a seller opens first have no barrier that axe knows of, ${colorScheme}`, async ({
    context,
    demo,
    baseURL,
  }) => {
    const account = `Access ${colorScheme}`;
    const { page } = await enter(context, demo, { locale: 'en', baseURL: baseURL ?? '', account });
    await page.emulateMedia({ colorScheme });
    for (const path of PAGES) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
