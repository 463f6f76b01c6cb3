import { DAY, MINUTE } from '#lib/kernel';
import { describe, expect, test } from 'vitest';

import type { TestClient } from './testing/client.ts';
import { browse, order, TRAINER } from './testing/shop.ts';
import { newSeller, newSimulator, succeed, US } from './testing/world.ts';

const RADIO = 'RDO-VNT-U';

async function open() {
  const simulator = await newSimulator();
  const client = await newSeller(simulator);
  return { simulator, client, shop: browse(simulator, client.seller.sellerId) };
}

async function stockOf(client: TestClient, sku: string): Promise<unknown> {
  const item = await succeed(
    client.call('listings', 'getListingsItem', {
      path: { sellerId: client.seller.sellerId, sku },
      query: [
        ['marketplaceIds', US],
        ['includedData', 'fulfillmentAvailability'],
      ],
    }),
  );
  return item.fulfillmentAvailability[0].quantity;
}

const seenBySeller = (client: TestClient, orderId: string) =>
  succeed(
    client.call('orders', 'getOrder', {
      path: { orderId },
      query: [['includedData', 'BUYER,RECIPIENT,PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES']],
    }),
  );

const places = (text: string, ...titles: string[]) => titles.map((title) => text.indexOf(title));

describe('in the practice shop', () => {
  test('B1, B3: one finds goods by word and sorts them by price', async () => {
    const { shop } = await open();
    const all = await shop.get('./');
    expect(all.text).toContain('Yoga Mat');
    // Fulfilled by Amazon: such an order would never come to the merchant.
    expect(all.text).not.toContain('Beach Towel');
    const socks = await shop.get('./?q=hiking socks');
    expect(socks.text).toContain('Products: 2');
    expect(socks.text).not.toContain('Yoga Mat');
    const cheap = places((await shop.get('./?sort=cheap')).text, 'DVD (Used)', 'Trekking Tent');
    expect(cheap[0]).toBeLessThan(cheap[1] ?? 0);
    const dear = places((await shop.get('./?sort=dear')).text, 'Trekking Tent', 'DVD (Used)');
    expect(dear[0]).toBeLessThan(dear[1] ?? 0);
    expect((await shop.get('./?q=<script>')).text).not.toContain('<script>');
  });

  test('what is bought most comes first', async () => {
    const { simulator, client, shop } = await open();
    await shop.post('register', TRAINER);
    for (let round = 0; round < 3; round += 1) await order(shop, 'YGA-MAT-6');
    const first = /<ul class="shelf">[\s\S]*?<a [^>]*>([^<]+)</.exec(
      (await shop.get('./')).text,
    )?.[1];
    expect(first).toContain('Yoga Mat');
    const other = browse(simulator, client.seller.sellerId);
    expect((await other.get('./')).text).toContain('3 bought lately');
  });

  test('it speaks Chinese as well, and keeps to it', async () => {
    const { shop } = await open();
    expect((await shop.get('./')).text).toContain('lang="en"');
    expect((await shop.get('./?language=zh')).text).toContain('购物车');
    expect((await shop.get('cart')).text).toContain('购物车是空的。');
    // The link to the other language leads back to the same page.
    const product = (await shop.get('product?sku=YGA-MAT-6')).text;
    const [, link = ''] = /href="([^"]*language=en[^"]*)"/.exec(product) ?? [];
    expect((await shop.get(link.replace('&amp;', '&'))).text).toContain('Yoga Mat');
  });

  test('B2: an account is needed to order, and only its password opens it', async () => {
    const { simulator, client, shop } = await open();
    await shop.post('cart-add', { sku: RADIO, quantity: '1' });
    expect((await shop.get('checkout')).at).toBe('sign-in?next=checkout');
    expect((await shop.post('register', { ...TRAINER, password: 'short' })).status).toBe(400);
    expect((await shop.post('register', { ...TRAINER, next: 'checkout' })).at).toBe('checkout');
    const other = browse(simulator, client.seller.sellerId);
    expect((await other.post('register', TRAINER)).text).toContain('this e-mail already');
    expect((await other.post('sign-in', { ...TRAINER, password: 'another-1' })).status).toBe(400);
    expect((await other.post('sign-in', TRAINER)).text).toContain('Hello, Trainer');
    expect((await other.post('sign-out', {})).text).not.toContain('Hello, Trainer');
  });

  test('S4, B4, B6, B7: stock falls at checkout, what is sold out leaves the shelf, what is cancelled comes back', async () => {
    const { client, shop } = await open();
    await shop.post('register', TRAINER);
    expect(await stockOf(client, RADIO)).toBe(1);
    const id = await order(shop, RADIO);
    expect(await stockOf(client, RADIO)).toBe(0);
    expect((await shop.get('./')).text).not.toContain('Vintage Table Radio');
    expect((await shop.get(`product?sku=${RADIO}`)).text).toContain('sold out');
    const cancelled = await shop.post('cancel', { id });
    expect(cancelled.text).toContain('Cancelled by you');
    expect(await stockOf(client, RADIO)).toBe(1);
    expect((await shop.get('./')).text).toContain('Vintage Table Radio');
  });

  test('two buyers cannot have the same last piece', async () => {
    const { simulator, client, shop } = await open();
    const rival = browse(simulator, client.seller.sellerId);
    await shop.post('register', TRAINER);
    await rival.post('register', { ...TRAINER, email: 'rival@example.com' });
    await rival.post('cart-add', { sku: RADIO, quantity: '1' });
    expect(await order(shop, RADIO)).not.toBe('');
    const late = await rival.get('checkout');
    expect(late.at).toBe('cart');
    expect(late.text).toContain('fewer units in stock');
    expect((await rival.get('cart')).text).toContain('The cart is empty.');
  });

  test('a form that is sent twice orders once', async () => {
    const { client, shop } = await open();
    await shop.post('register', TRAINER);
    const before = await stockOf(client, 'YGA-MAT-6');
    const first = await order(shop, 'YGA-MAT-6');
    await shop.post('cart-add', { sku: 'YGA-MAT-6', quantity: '1' });
    const again = await shop.post('checkout', { serial: '0', payment: 'approved' });
    expect(again.at).toBe('orders');
    expect(again.text).toContain(first);
    expect(await stockOf(client, 'YGA-MAT-6')).toBe(Number(before) - 1);
  });
});

describe('an order from the practice shop', () => {
  test('is held, verified and then waits in the list of the seller, address and all', async () => {
    const { simulator, client, shop } = await open();
    await shop.post('register', TRAINER);
    const id = await order(shop, 'YGA-MAT-6', { company: 'Sample Ltd', purchaseOrder: 'PO-7' });
    const held = await seenBySeller(client, id);
    expect(held.order.fulfillment.fulfillmentStatus).toBe('PENDING');
    expect(held.order.recipient).toBeUndefined();
    await simulator.advance(30 * MINUTE);
    const { order: seen } = await seenBySeller(client, id);
    expect(seen.fulfillment.fulfillmentStatus).toBe('UNSHIPPED');
    expect(seen.recipient.deliveryAddress).toMatchObject({ name: 'Robin Sample', city: 'Madison' });
    expect(seen.buyer.buyerPurchaseOrderNumber).toBe('PO-7');
    expect(JSON.stringify(seen)).not.toContain(TRAINER.email);
  });

  test('paid with a card that is examined it is released two days later, with one declined never', async () => {
    const { simulator, client, shop } = await open();
    await shop.post('register', TRAINER);
    const examined = await order(shop, 'YGA-MAT-6', { payment: 'examined' });
    const declined = await order(shop, RADIO, { payment: 'declined' });
    const statuses = async () =>
      Promise.all(
        [examined, declined].map(
          async (id) => (await seenBySeller(client, id)).order.fulfillment.fulfillmentStatus,
        ),
      );
    await simulator.advance(DAY);
    expect(await statuses()).toEqual(['PENDING', 'PENDING']);
    await simulator.advance(2 * DAY);
    expect(await statuses()).toEqual(['UNSHIPPED', 'CANCELLED']);
    expect(await stockOf(client, RADIO)).toBe(1);
  });

  test('once it is released the buyer can only ask for its cancellation', async () => {
    const { simulator, client, shop } = await open();
    await shop.post('register', TRAINER);
    const id = await order(shop, 'YGA-MAT-6', { payment: 'cash' });
    await simulator.advance(DAY);
    expect((await shop.get(`order?id=${id}`)).text).toContain('Ask the seller to cancel');
    const asked = await shop.post('cancel', { id, reason: 'reasonLate' });
    expect(asked.text).toContain('You have asked the seller');
    const { order: seen } = await seenBySeller(client, id);
    expect(seen.fulfillment.fulfillmentStatus).toBe('UNSHIPPED');
    expect(seen.orderItems[0].cancellation.cancellationRequest).toEqual({
      requester: 'BUYER',
      cancelReason: 'It would arrive too late',
    });
  });

  test('shows its buyer the parcel and where it is', async () => {
    const { simulator, client, shop } = await open();
    await shop.post('register', TRAINER);
    const id = await order(shop, 'YGA-MAT-6');
    await simulator.advance(DAY);
    const { order: seen } = await seenBySeller(client, id);
    const [{ orderItemId }] = seen.orderItems;
    await succeed(
      client.call('orders-v0', 'confirmShipment', {
        path: { orderId: id },
        body: {
          marketplaceId: US,
          packageDetail: {
            packageReferenceId: '1',
            carrierCode: 'UPS',
            trackingNumber: '1Z5R89390357567127',
            shipDate: new Date(simulator.now()).toISOString(),
            orderItems: [{ orderItemId, quantity: 1 }],
          },
        },
      }),
    );
    expect((await shop.get(`order?id=${id}`)).text).toContain('1Z5R89390357567127');
    await simulator.advance(10 * DAY);
    expect((await shop.get(`order?id=${id}`)).text).toContain('Delivered');
  });

  test('belongs to its buyer, in its own shop', async () => {
    const { simulator, client, shop } = await open();
    await shop.post('register', TRAINER);
    const id = await order(shop, 'YGA-MAT-6');
    const stranger = browse(simulator, client.seller.sellerId);
    await stranger.post('register', { ...TRAINER, email: 'other@example.com' });
    expect((await stranger.get(`order?id=${id}`)).at).toBe('orders');
    await stranger.post('cancel', { id });
    expect((await seenBySeller(client, id)).order.fulfillment.fulfillmentStatus).toBe('PENDING');
    const elsewhere = await newSeller(simulator, { key: 'two' });
    const foreign = browse(simulator, elsewhere.seller.sellerId);
    expect((await foreign.post('sign-in', TRAINER)).status).toBe(400);
  });
});
