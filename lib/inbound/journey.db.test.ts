import { expect, test } from 'vitest';
import { practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY } from '#lib/kernel';
import { OWN_CARRIER, PARTNERED } from './core/carrier.ts';
import { printBoxLabels, refreshShipments } from './server.ts';
import { expectOk, labelAll, see, takeWay } from './testing/way.ts';

const database = testDatabase();

test('with the partnered carrier a plan goes from listings to received', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'shipped', PARTNERED);
  const { plan, steps } = await see(bench, planId);
  expect(steps.find((step) => step.id === 'tracking')?.reason).toEqual({ kind: 'not-needed' });
  for (const shipment of plan.shipments) {
    expect(shipment.confirmationId).toMatch(/^FBA[0-9A-Z]{7,9}$/);
    const labels = expectOk(
      await printBoxLabels(bench.context, {
        planId,
        shipmentId: shipment.id,
        pageType: 'PackageLabel_Thermal',
      }),
    );
    expect(Buffer.from(labels.bytes.slice(0, 5)).toString()).toBe('%PDF-');
  }
  for (let day = 0; day < 40; day += 1) {
    await bench.simulator.advance(DAY);
    const after = expectOk(await refreshShipments(bench.context, planId));
    if (after.shipments.every((shipment) => shipment.status === 'CLOSED')) break;
  }
  const end = await see(bench, planId);
  expect(end.plan.shipments.map((shipment) => shipment.status)).toEqual(
    end.plan.shipments.map(() => 'CLOSED'),
  );
  const received = end.plan.shipments.flatMap((shipment) => shipment.items);
  expect(received.every((item) => item.received !== undefined)).toBe(true);
});

test('with an own carrier every box gets its number, and the goods arrive', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'tracked', OWN_CARRIER);
  const { plan, current } = await see(bench, planId);
  expect(plan.shipments.flatMap((shipment) => shipment.boxes).every((box) => box.tracking)).toBe(
    true,
  );
  expect(current).toBe('item-labels');
  for (let day = 0; day < 40; day += 1) {
    await bench.simulator.advance(DAY);
    const after = expectOk(await refreshShipments(bench.context, planId));
    if (after.shipments.every((shipment) => shipment.status === 'CLOSED')) break;
  }
  expect((await see(bench, planId)).plan.shipments.every(({ status }) => status === 'CLOSED')).toBe(
    true,
  );
});

test('with everything in which Amazon departs from its documentation, a seller gets to labels', async () => {
  const latency = { minMs: 1_000, maxMs: 3_000 };
  const bench = await practiceBench(database, { time: 'waited', latency });
  await bench.control('PUT', 'quirks', { quirks: 'realistic' });
  const planId = await takeWay(bench, 'shipped', OWN_CARRIER);
  expectOk(await labelAll(bench, planId));
  expect((await see(bench, planId)).plan.boxLabelsPrintedAt).toBeDefined();
});
