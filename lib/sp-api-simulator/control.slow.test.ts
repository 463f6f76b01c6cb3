import { DAY, HOUR } from '#lib/kernel';
import { describe, expect, test } from 'vitest';

import type { SimulatorOptions } from './simulator.ts';
import { newSeller, US, newSimulator, planBody, START } from './testing/world.ts';

async function desk(options: Partial<SimulatorOptions> = {}) {
  let wall = START;
  const simulator = await newSimulator({ control: true, clock: { now: () => wall }, ...options });
  const pull = async (method: string, lever: string, body?: object) => {
    const response = await simulator.fetch(
      new Request(`https://api.test/_sim/${lever}`, {
        method,
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
    return { status: response.status, body: await response.json() };
  };
  const pass = (ms: number) => {
    wall += ms;
  };
  return { simulator, pull, pass };
}

describe('the clock', () => {
  test('is set forward, never back', async () => {
    const { simulator, pull } = await desk();
    await pull('POST', 'clock', { advanceTo: '2026-11-25T00:00Z' });
    expect(simulator.now()).toBe(Date.UTC(2026, 10, 25));
    const back = await pull('POST', 'clock', { advanceTo: '2026-11-24T00:00Z' });
    expect(back.status).toBe(400);
    expect(simulator.now()).toBe(Date.UTC(2026, 10, 25));
  });

  test('runs at the speed it is given, and stands still when frozen', async () => {
    const { simulator, pull, pass } = await desk();
    expect((await pull('POST', 'clock', { speed: 60 })).body.speed).toBe(60);
    pass(1_000);
    expect(simulator.now()).toBe(START + 60_000);
    await pull('POST', 'clock', { freeze: true });
    pass(HOUR);
    expect(simulator.now()).toBe(START + 60_000);
    await pull('POST', 'clock', { advanceMs: HOUR });
    expect(simulator.now()).toBe(START + 60_000 + HOUR);
    await pull('POST', 'clock', { freeze: false });
    pass(1_000);
    expect(simulator.now()).toBe(START + 61_000 + HOUR);
  });

  test('jumps to the next thing that falls due', async () => {
    const { simulator, pull } = await desk();
    await pull('POST', 'scenario', { name: 'orders' });
    const { body } = await pull('GET', 'clock');
    await pull('POST', 'clock', { advanceTo: 'next' });
    expect(new Date(simulator.now()).toISOString()).toBe(body.next);
  });

  test('that stands still makes the same world whenever it is started', async () => {
    const hashes = [];
    for (const late of [0, 3 * DAY]) {
      const { pull } = await desk({
        begin: { at: START, speed: 0 },
        clock: { now: () => START + late },
      });
      await pull('POST', 'scenario', { name: 'orders' });
      await pull('POST', 'clock', { advanceMs: DAY });
      hashes.push((await pull('GET', 'hash')).body.hash);
    }
    expect(hashes[0]).toBe(hashes[1]);
  });
});

describe('troubles', () => {
  test('strike only the calls that say what the rule says', async () => {
    const { simulator, pull } = await desk();
    const client = await newSeller(simulator);
    await pull('PUT', 'faults', {
      rules: [{ operation: 'createInboundPlan', kind: 'opFailed', match: 'CBL-USBC-2' }],
    });
    const create = async (msku: string) => {
      const body = planBody([{ msku, quantity: 10 }]);
      return (await client.perform('createInboundPlan', { body })).body.operationStatus;
    };
    expect(await create('BTL-SS-500')).toBe('SUCCESS');
    expect(await create('CBL-USBC-2')).toBe('FAILED');
  });
});

describe('the world', () => {
  test('is reset to what its scenarios began with, under another seed if so wished', async () => {
    const { pull } = await desk({ begin: { at: START, speed: 0 } });
    await pull('POST', 'scenario', { name: 'hostile' });
    const fresh = await pull('GET', 'hash');
    await pull('POST', 'clock', { advanceMs: DAY });
    await pull('PUT', 'faults', { rules: [] });
    const again = await pull('POST', 'reset');
    expect(again.body.sellers).toHaveLength(1);
    expect((await pull('GET', 'hash')).body).toEqual(fresh.body);
    expect((await pull('GET', 'faults')).body.rules).toHaveLength(6);
    const other = await pull('POST', 'reset', { seed: 8 });
    expect(other.body.sellers[0].sellerId).not.toBe(again.body.sellers[0].sellerId);
    expect((await pull('GET', 'hash')).body).not.toEqual(fresh.body);
  });

  test('every scenario can be opened, and an unknown one says which there are', async () => {
    const { pull } = await desk();
    const { scenarios } = (await pull('GET', 'scenarios')).body;
    for (const name of scenarios)
      expect([name, (await pull('POST', 'scenario', { name })).status]).toEqual([name, 200]);
    const wrong = await pull('POST', 'scenario', { name: 'opera' });
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toContain('one of starter, empty');
  });

  test('has as much to sell as is set, at the merchant’s and at Amazon’s', async () => {
    const { simulator, pull } = await desk();
    const client = await newSeller(simulator);
    const { sellerId } = client.seller;
    const set = (sku: string, quantity: number) =>
      pull('PUT', 'stock', { sellerId, marketplaceId: US, sku, quantity });
    const path = { sellerId, sku: 'MUG-STN-12' };
    const shown = async () => {
      const query = [
        ['marketplaceIds', US],
        ['includedData', 'fulfillmentAvailability'],
      ] as const;
      const { body } = await client.call('listings', 'getListingsItem', { path, query });
      return body.fulfillmentAvailability;
    };
    expect((await set('MUG-STN-12', 3)).status).toBe(200);
    expect(await shown()).toEqual([{ fulfillmentChannelCode: 'DEFAULT', quantity: 3 }]);
    expect((await set('BTL-SS-500', 17)).status).toBe(200);
    const query = [
      ['granularityType', 'Marketplace'],
      ['granularityId', US],
      ['marketplaceIds', US],
      ['details', 'true'],
      ['sellerSkus', 'BTL-SS-500'],
    ] as const;
    const { body } = await client.call('inventory', 'getInventorySummaries', { query });
    const [summary] = body.payload.inventorySummaries;
    expect(summary.inventoryDetails.fulfillableQuantity).toBe(17);
    expect((await set('NO-SUCH-SKU', 1)).status).toBe(404);
    expect((await set('MUG-STN-12', -1)).status).toBe(400);
  });

  test('changes its quirks by name', async () => {
    const { pull } = await desk();
    const on = async () =>
      (await pull('GET', 'quirks')).body.quirks
        .filter((quirk: { on: boolean }) => quirk.on)
        .map(({ name }: { name: string }) => name);
    expect(await on()).toEqual([]);
    await pull('PUT', 'quirks', { quirks: ['noPCP'] });
    expect(await on()).toEqual(['noPCP']);
    expect((await pull('PUT', 'quirks', { quirks: ['noSuch'] })).status).toBe(400);
    expect(await on()).toEqual(['noPCP']);
  });
});
