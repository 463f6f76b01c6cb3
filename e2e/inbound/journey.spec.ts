import type { Locale } from '#lib/i18n';
import { test } from '../fixtures.ts';
import { enter } from '../pages.ts';
import { type Carrier, takeWay } from './way.ts';

const WAYS: readonly { readonly locale: Locale; readonly carrier: Carrier }[] = [
  { locale: 'en', carrier: 'partnered' },
  { locale: 'zh-CN', carrier: 'own' },
];

for (const { locale, carrier } of WAYS) {
  test(`in ${locale} a seller takes SKUs from a report to Amazon's warehouse, carrier ${carrier}`, async ({
    context,
    demo,
    baseURL,
  }) => {
    test.setTimeout(420_000);
    const account = `Journey ${locale} ${carrier}`;
    const visitor = await enter(context, demo, { locale, baseURL: baseURL ?? '', account });
    await takeWay(visitor, carrier);
  });
}

test.describe('where scripts do not run', () => {
  test.use({ javaScriptEnabled: false });

  test('the forms carry a seller all the way', async ({ context, demo, baseURL }) => {
    test.setTimeout(420_000);
    const place = { locale: 'en', baseURL: baseURL ?? '', account: 'Without scripts' } as const;
    const visitor = await enter(context, demo, { ...place, hasScripts: false });
    await takeWay(visitor, 'own');
  });
});
