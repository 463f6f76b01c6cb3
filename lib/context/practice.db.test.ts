import { expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import { HOUR } from '#lib/kernel';
import { listen } from '#lib/sp-api-simulator/server';
import { exposePractice, openPracticeAmazon, practicePage } from './practice.ts';

const database = testDatabase();
const START = Date.UTC(2026, 10, 23, 9, 0, 0);
const US = 'ATVPDKIKX0DER';

test('what a buyer orders in the exposed practice shop outlives the process', async () => {
  const open = () => openPracticeAmazon(database.db, { now: () => START });
  const first = await open();
  const shop = { key: 'one', name: 'One', marketplaceIds: [US], catalogue: 'starter' } as const;
  const { sellerId } = await first.provisionSeller(shop);
  const server = await listen(first, 0);
  const base = `${server.endpoint}/shop/${sellerId}/US/`;
  const cookies = new Map<string, string>();
  const send = async (page: string, fields: Readonly<Record<string, string>>) => {
    const response = await fetch(base + page, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: new URLSearchParams(fields),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response.headers.get('location') ?? '';
  };
  await send('register', { name: 'Trainer', email: 'trainer@example.com', password: 'practice-1' });
  await send('cart-add', { sku: 'YGA-MAT-6', quantity: '1' });
  const placed = await send('checkout', {
    serial: '0',
    name: 'Robin Sample',
    addressLine1: '12 Practice Lane',
    city: 'Madison',
    postalCode: '53703',
    country: 'US',
    phone: '202-555-0142',
    payment: 'approved',
  });
  await server.close();
  const id = /\d{3}-\d{7}-\d{7}/.exec(placed)?.[0];
  expect(id).toBeDefined();

  const second = await open();
  expect(await second.stateHash()).toBe(await first.stateHash());
  await second.advance(HOUR);
  const stored = await database.db.simulatorEntity.findFirst({
    where: { kind: 'order', entityId: id ?? '' },
  });
  expect(JSON.parse(stored?.json ?? '{}')).toMatchObject({ status: 'UNSHIPPED' });
});

test('the exposed practice Amazon answers, but has no levers', async () => {
  const server = await exposePractice(database.db, 0);
  const ask = async (path: string) => (await fetch(`${server.endpoint}${path}`)).status;
  expect(await ask('/_sim/clock')).toBe(404);
  expect(await ask('/_sim/snapshot')).toBe(404);
  expect(await ask('/sellers/v1/marketplaceParticipations')).toBe(403);
  await server.close();
});

test('the application shows the pages of the shop and nothing else of the practice Amazon', async () => {
  const ask = (path: string) => practicePage(database.db, new Request(`http://localhost${path}`));
  expect(await ask('/_sim/clock')).toBeUndefined();
  expect(await ask('/shop/../_sim/clock')).toBeUndefined();
  expect((await ask('/shop/nobody/US/'))?.status).toBe(404);
});
