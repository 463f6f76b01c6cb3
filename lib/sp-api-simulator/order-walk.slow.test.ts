import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { createEngine, type Engine } from './engine.ts';
import { addListings } from './listings/add.ts';
import { setArrivals } from './orders/arrive.ts';
import { confirmPackage } from './orders/confirm.ts';
import type { Order } from './orders/entities.ts';
import { askToCancel, cancelOrder, isOpen } from './orders/life.ts';
import { refundLine } from './orders/refund.ts';
import { provisionSeller } from './sellers/provision.ts';
import { memoryStore } from './store.ts';
import { START, US } from './testing/world.ts';
import type { Turn } from './turn.ts';

const STOCK = 40;
const SKUS = ['ONE', 'TWO', 'THREE'] as const;

async function newEngine(seed: number): Promise<{ engine: Engine; sellerId: string }> {
  const engine = await createEngine({ seed, clock: { now: () => START }, store: memoryStore() });
  const sellerId = await engine.atNow((turn) => {
    const shop = { key: 'walk', name: 'Walk', marketplaceIds: [US], catalogue: 'none' } as const;
    const seller = provisionSeller(turn, shop);
    addListings(
      turn,
      seller.sellerId,
      SKUS.map((sku) => ({ sku, marketplaceId: US, title: sku, quantity: STOCK })),
    );
    setArrivals(turn, { sellerId: seller.sellerId, marketplaceId: US }, 30);
    return seller.sellerId;
  });
  return { engine, sellerId };
}

type Step = (turn: Turn, order: Order, whim: number) => void;

const STEPS: readonly Step[] = [
  (turn, order, whim) => {
    const items = order.lines.flatMap((line) => {
      const open = line.ordered - line.fulfilled - line.cancelled;
      return open > 0 ? [{ orderItemId: line.itemId, quantity: 1 + (whim % open) }] : [];
    });
    if (items.length === 0) return;
    confirmPackage(turn, order, {
      packageReferenceId: String(order.packages.length + 1),
      carrierCode: 'UPS',
      trackingNumber: `1Z5R8939035${String(whim % 10_000_000).padStart(7, '0')}`,
      shipDate: turn.now,
      orderItems: items,
    });
  },
  (turn, order) => {
    if (isOpen(order)) cancelOrder(turn, order, 'MERCHANT');
  },
  (turn, order, whim) => {
    const line = order.lines[whim % order.lines.length];
    if (line && isOpen(order) && line.fulfilled === 0)
      cancelOrder(turn, order, 'MERCHANT', line.itemId);
  },
  (turn, order, whim) => {
    const line = order.lines[whim % order.lines.length];
    if (line)
      refundLine(turn, order, line, { amount: 1, cancelled: whim % 2, reason: 'NoInventory' });
  },
  (turn, order) => askToCancel(turn, order, 'Ordered by mistake'),
  (turn, order) => {
    if (order.status === 'PENDING') cancelOrder(turn, order, 'BUYER');
  },
];

function check(turn: Turn, before: ReadonlyMap<string, Order>, sellerId: string): void {
  const held = new Map<string, number>(SKUS.map((sku) => [sku, 0]));
  for (const order of turn.world.all('order')) {
    for (const line of order.lines) {
      const open = line.ordered - line.fulfilled - line.cancelled;
      expect(open).toBeGreaterThanOrEqual(0);
      held.set(line.sku, (held.get(line.sku) ?? 0) + line.ordered - line.cancelled);
      const packed = order.packages
        .flatMap(({ items }) => items)
        .filter(({ itemId }) => itemId === line.itemId)
        .reduce((sum, { quantity }) => sum + quantity, 0);
      expect(packed).toBe(line.fulfilled);
    }
    const was = before.get(order.id)?.status;
    if (was === 'CANCELLED') expect(order.status).toBe('CANCELLED');
    if (was === 'SHIPPED') expect(order.status).toBe('SHIPPED');
    if (was === 'PENDING') expect(['PENDING', 'UNSHIPPED', 'CANCELLED']).toContain(order.status);
  }
  for (const sku of SKUS) {
    const listing = turn.world.read('listing', `${sellerId} ${US} ${sku}`);
    expect((listing?.availability[0]?.quantity ?? -1) + (held.get(sku) ?? 0)).toBe(STOCK);
  }
}

test('whatever happens to orders, no unit is lost, none is sold twice, and no status goes back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1_000 }),
      fc.array(
        fc.record({
          hours: fc.integer({ min: 0, max: 60 }),
          step: fc.nat({ max: STEPS.length - 1 }),
          which: fc.nat(),
          whim: fc.nat(),
        }),
        { minLength: 5, maxLength: 40 },
      ),
      async (seed, walk) => {
        const { engine, sellerId } = await newEngine(seed);
        for (const { hours, step, which, whim } of walk) {
          await engine.advance(hours * 3_600_000);
          await engine.atNow((turn) => {
            const orders = [...turn.world.all('order')];
            const before = new Map(orders.map((order) => [order.id, order]));
            const order = orders[which % Math.max(1, orders.length)];
            if (order) STEPS[step]?.(turn, order, whim);
            check(turn, before, sellerId);
          });
        }
      },
    ),
    { numRuns: 40 },
  );
});
