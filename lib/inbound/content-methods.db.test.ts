import { describe, expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { toJson } from '#lib/db';
import { testDatabase } from '#lib/db/testing';
import { openPdf } from '#lib/labels/testing';
import { PARTNERED } from './core/carrier.ts';
import type { ContentMethod } from './core/inbound-plan.ts';
import { printBoxLabels, saveBoxes, sendBoxes } from './server.ts';
import { boxesFor, carry, expectOk, see, takeWay, waySteps } from './testing/way.ts';
import type { InboundPaperWords } from './verbs/paper-facts.ts';

const database = testDatabase();

/** A plan whose boxes Amazon has, in one of the ways, and a carrier for them. */
async function shippedBy(bench: PracticeBench, contentMethod: ContentMethod): Promise<string> {
  const planId = await takeWay(bench, 'created');
  const { plan, version } = await see(bench, planId);
  const boxes = boxesFor(plan).map(({ items, copies, ...box }) => ({
    ...box,
    copies: 2,
    items:
      contentMethod === 'MANUAL_PROCESS'
        ? []
        : items.map((item) => ({ ...item, quantity: (item.quantity * copies) / 2 })),
  }));
  expectOk(await sendBoxes(bench.context, { planId, version, boxes, contentMethod }));
  await carry(bench, planId);
  const rest = waySteps(PARTNERED).filter(({ name }) => !['created', 'packed'].includes(name));
  for (const { name, act } of rest.slice(0, 3)) {
    expectOk(await act(bench, planId));
    const { errand } = await carry(bench, planId);
    if (errand) throw new Error(`${name}: ${JSON.stringify((await see(bench, planId)).problems)}`);
  }
  return planId;
}

describe('boxes with 2D barcodes', () => {
  test(
    'go to Amazon without contents and come back from us with them, down to the labels',
    { timeout: 120_000 },
    async () => {
      const bench = await practiceBench(database);
      const planId = await shippedBy(bench, 'BARCODE_2D');
      const { plan } = await see(bench, planId);
      const untold = await bench.context.amazon.inbound.listInboundPlanBoxes({
        inboundPlanId: plan.amazonPlanId ?? '',
      });
      if (!untold.ok) throw new Error('no boxes');
      expect(
        untold.value.boxes.every(
          ({ items = [], contentInformationSource }) =>
            items.length === 0 && contentInformationSource === 'BARCODE_2D',
        ),
      ).toBe(true);
      const found = plan.shipments.flatMap(({ boxes }) => boxes);
      const units = new Map<string, number>();
      for (const { items } of found)
        for (const { sku, quantity } of items) units.set(sku, (units.get(sku) ?? 0) + quantity);
      expect(units).toEqual(new Map(plan.lines.map(({ sku, quantity }) => [sku, quantity])));
      const [shipment] = plan.shipments;
      const printed = expectOk(
        await printBoxLabels(bench.context, {
          planId,
          shipmentId: shipment?.id ?? '',
          pageType: 'PackageLabel_Thermal',
          layout: {
            paper: 'PackageLabel_Thermal',
            order: 'by-box',
            with: ['content-2d'],
            locale: 'en',
            words: {} as InboundPaperWords,
          },
        }),
      );
      const { numPages } = await openPdf(printed.bytes);
      expect(numPages).toBe((shipment?.boxes.length ?? 0) * 2);
    },
  );
});

describe('boxes that Amazon counts', () => {
  test('need no contents, and no 2D barcode can be printed for them', async () => {
    const bench = await practiceBench(database);
    const planId = await shippedBy(bench, 'MANUAL_PROCESS');
    const { plan, steps } = await see(bench, planId);
    expect(steps.find(({ id }) => id === 'packing')?.state).toBe('done');
    const [shipment] = plan.shipments;
    expect(shipment?.boxes.every(({ items }) => items.length === 0)).toBe(true);
    const refused = await printBoxLabels(bench.context, {
      planId,
      shipmentId: shipment?.id ?? '',
      pageType: 'PackageLabel_Thermal',
      layout: {
        paper: 'PackageLabel_Thermal',
        order: 'by-box',
        with: ['content-2d'],
        locale: 'en',
        words: {} as InboundPaperWords,
      },
    });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'box-contents-unknown' }] });
  });
});

describe('the way in which Amazon learns the contents', () => {
  test('is kept with the boxes, undoes what Amazon had, and is in the history', async () => {
    const bench = await practiceBench(database);
    const { context } = bench;
    const planId = await takeWay(bench, 'packed');
    const { plan, version } = await see(bench, planId);
    expect(plan.boxesSentAt).toBeDefined();
    const input = { planId, version, boxes: plan.boxes, contentMethod: 'BARCODE_2D' } as const;
    expectOk(await saveBoxes(context, input));
    const { plan: after, version: next } = await see(bench, planId);
    expect(after).toMatchObject({ contentMethod: 'BARCODE_2D' });
    expect(after.boxesSentAt).toBeUndefined();
    expectOk(await saveBoxes(context, { planId, version: next, boxes: plan.boxes }));
    expect((await see(bench, planId)).plan.contentMethod).toBe('BARCODE_2D');
    const saves = await context.db.auditEntry.findMany({
      where: { workspaceId: context.workspaceId, objectId: planId, verb: 'save-boxes' },
    });
    const changes = saves.map(({ after: to }) => toJson(to));
    expect(changes).toContainEqual(expect.objectContaining({ contentMethod: 'BARCODE_2D' }));
    const stranger = await practiceBench(database);
    expect(await saveBoxes(stranger.context, input)).toMatchObject({
      ok: false,
      problems: [{ code: 'plan-not-found' }],
    });
  });
});
