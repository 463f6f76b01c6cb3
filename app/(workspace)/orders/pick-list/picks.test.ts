import { expect, test } from 'vitest';
import { itemOf, orderOf } from '#lib/orders/testing';
import { picksOf } from './picks.ts';

test('each shelf is gone to once, for what has not left yet', () => {
  const first = orderOf({
    orderId: '111-1111111-1111111',
    items: [
      itemOf({ orderItemId: '1', sku: 'MUG', ordered: 3, shipped: 1 }),
      itemOf({ orderItemId: '2', sku: 'CAP', ordered: 2, shipped: 2 }),
    ],
  });
  const second = orderOf({
    orderId: '222-2222222-2222222',
    items: [
      itemOf({ orderItemId: '3', sku: 'BAG', ordered: 1 }),
      itemOf({ orderItemId: '4', sku: 'MUG', ordered: 4, cancelled: 1 }),
    ],
  });
  const found = picksOf([first, second]).map(({ sku, units, orderIds }) => [sku, units, orderIds]);
  expect(found).toEqual([
    ['BAG', 1, ['222-2222222-2222222']],
    ['MUG', 5, ['111-1111111-1111111', '222-2222222-2222222']],
  ]);
});
