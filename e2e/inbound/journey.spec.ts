import type { Locale } from '#lib/i18n';
import { barriersOf, faintColoursOf } from '../barriers.ts';
import { expect, test } from '../fixtures.ts';
import { enter } from '../pages.ts';
import { type Carrier, takeWay } from './way.ts';

type Way = {
  readonly locale: Locale;
  readonly carrier: Carrier;
  readonly colorScheme: 'light' | 'dark';
};

const WAYS: readonly Way[] = [
  { locale: 'en', carrier: 'partnered', colorScheme: 'light' },
  { locale: 'zh-CN', carrier: 'own', colorScheme: 'dark' },
];

const STEPS = [
  'convert',
  'plan',
  'prep',
  'item-labels',
  'packing',
  'placement',
  'carrier',
  'box-labels',
  'papers',
  'tracking',
  'receiving',
];

for (const { locale, carrier, colorScheme } of WAYS) {
  test(`in ${locale} a seller takes SKUs from a report to Amazon's warehouse, carrier ${carrier}`, async ({
    context,
    application,
  }) => {
    test.setTimeout(420_000);
    const { demo } = await application.up();
    const visitor = await enter(context, demo, {
      locale,
      baseURL: application.url,
      account: `Journey ${carrier}`,
    });
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    const seen: string[] = [];
    const onPage = async (step: string) => {
      seen.push(step);
      expect(await (colorScheme === 'light' ? barriersOf(page) : faintColoursOf(page))).toEqual([]);
    };
    await takeWay(visitor, carrier, { onPage });
    expect(seen).toEqual(STEPS.filter((step) => carrier === 'own' || step !== 'tracking'));
  });
}

test.describe('where scripts do not run', () => {
  test.use({ javaScriptEnabled: false });

  test('the forms carry a seller all the way', async ({ context, application }) => {
    test.setTimeout(420_000);
    const { demo } = await application.up();
    const place = { locale: 'en', baseURL: application.url, account: 'Scriptless' } as const;
    const visitor = await enter(context, demo, { ...place, hasScripts: false });
    await takeWay(visitor, 'own');
  });
});
