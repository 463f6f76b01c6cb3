import { expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { DAY, HOUR, money, optional, sumMoney } from '#lib/kernel';
import { OWN_CARRIER, PARTNERED, proposalsFor, proposalsOfShipment } from './core/carrier.ts';
import { firstFreightDay, freightClassOf } from './core/freight.ts';
import type { Freight, InboundPlan, PlanShipment } from './core/inbound-plan.ts';
import { buildPallets } from './core/pallets.ts';
import { palletLimits } from './core/pallet-limits.ts';
import {
  changeWindow,
  comparePlacements,
  confirmCarrier,
  offerCarriers,
  printPaper,
  refreshShipments,
  renewPacking,
  saveBoxes,
  saveMainLeg,
  saveTracking,
  storeDay,
  transportOffers,
  windowOffers,
} from './server.ts';
import {
  carry,
  createPlan,
  drafted,
  expectOk,
  finishDetailsPackedLater,
  labelAll,
  packAll,
  place,
  see,
  type SellersAct,
  takeWay,
} from './testing/way.ts';

const database = testDatabase();

type Ref = { readonly planId: string; readonly version: number };
type Act = (bench: PracticeBench, ref: Ref) => ReturnType<SellersAct>;

/** Does something as the plan now is and waits until Amazon has carried it out. */
async function go(bench: PracticeBench, planId: string, act: Act): Promise<InboundPlan> {
  const { version } = await see(bench, planId);
  expectOk(await act(bench, { planId, version }));
  const plan = await carry(bench, planId);
  if (plan.errand) throw new Error(JSON.stringify((await see(bench, planId)).problems));
  return plan;
}

async function placedLater(bench: PracticeBench): Promise<string> {
  const planId = await drafted(bench);
  expectOk(await finishDetailsPackedLater(bench, planId));
  await carry(bench, planId);
  await go(bench, planId, createPlan);
  await go(bench, planId, place);
  return planId;
}

function freightOf({ marketplaceId, shipments }: InboundPlan): Freight {
  const of = ({ id, boxes }: PlanShipment) => {
    const pallets = buildPallets(boxes, palletLimits(marketplaceId));
    const declaredValue = money(500_000, 'USD');
    return {
      shipmentId: id,
      pallets,
      declaredValue,
      ...optional('freightClass', freightClassOf(pallets)),
    };
  };
  return {
    contact: { name: 'Mei Chen', phoneNumber: '5105550142', email: 'dock@harbor.example' },
    shipments: shipments.map(of),
  };
}

const askFreight: Act = async (bench, ref) => {
  const { plan } = await see(bench, ref.planId);
  const shipDate = firstFreightDay(storeDay(bench.context, plan));
  return offerCarriers(bench.context, { ...ref, shipDate, freight: freightOf(plan) });
};

async function windowsOf(bench: PracticeBench, planId: string) {
  const windows = await windowOffers(bench.context, planId);
  return Object.fromEntries(windows.map(({ shipmentId, id }) => [shipmentId, id]));
}

function shipBy(solution: string): Act {
  return async (bench, ref) => {
    const { plan } = await see(bench, ref.planId);
    const proposals = proposalsFor(plan, await transportOffers(bench.context, ref.planId));
    const proposal = proposals.find((each) => each.solution === solution);
    if (!proposal) throw new Error(`no ${solution}`);
    return confirmCarrier(bench.context, {
      ...ref,
      proposalId: proposal.id,
      windows: await windowsOf(bench, ref.planId),
      ...optional('agreed', proposal.cost),
    });
  };
}

async function receive(bench: PracticeBench, planId: string): Promise<void> {
  for (let day = 0; day < 40; day += 1) {
    await bench.simulator.advance(DAY);
    const { shipments } = expectOk(await refreshShipments(bench.context, planId));
    if (shipments.every(({ status }) => status === 'CLOSED')) return;
  }
  throw new Error('the shipments are never closed');
}

test(
  'R94, R105: packed later, by own truck, a plan goes from warehouses over boxes and PRO to received',
  { timeout: 120_000 },
  async () => {
    const bench = await practiceBench(database);
    const planId = await placedLater(bench);
    const placed = await see(bench, planId);
    expect(placed.plan.packing?.groups.map(({ id }) => id)).toEqual(
      placed.plan.shipments.map(({ id }) => id),
    );
    const { version } = placed;
    const { context } = bench;
    expect(await renewPacking(context, { planId, version })).toMatchObject({
      problems: [{ code: 'packing-options-not-used' }],
    });
    await go(bench, planId, packAll);
    // Before the carrier is confirmed boxes may be mended and sent again.
    const { plan, version: packedVersion } = await see(bench, planId);
    const [first, ...others] = plan.boxes;
    const mended = first
      ? [
          {
            ...first,
            copies: 1,
            items: first.items.map((item) => ({ ...item, quantity: item.quantity * first.copies })),
          },
          ...others,
        ]
      : [];
    expectOk(await saveBoxes(context, { planId, version: packedVersion, boxes: mended }));
    expect((await see(bench, planId)).steps.find(({ id }) => id === 'carrier')?.state).toBe(
      'locked',
    );
    const packed = await go(bench, planId, packAll);
    expect(packed.shipments.every(({ boxes }) => boxes.length > 0)).toBe(true);
    const parcels = await offerCarriers(context, {
      planId,
      version: (await see(bench, planId)).version,
      shipDate: storeDay(context, packed),
    });
    expect(parcels).toMatchObject({ problems: [{ code: 'pack-later-by-pallet-only' }] });
    await go(bench, planId, askFreight);
    const modes = (await transportOffers(context, planId)).map(({ mode }) => mode);
    expect(modes).not.toContain('GROUND_SMALL_PARCEL');
    await go(bench, planId, shipBy(OWN_CARRIER));
    expectOk(await labelAll(bench, planId));
    const tracked = await go(bench, planId, async (_, ref) =>
      saveTracking(context, {
        ...ref,
        shipments: packed.shipments.map(({ id: shipmentId }, index) => ({
          shipmentId,
          entries: [],
          freightBill: { number: `123456${index}`, billOfLading: `BOL-${index}` },
        })),
      }),
    );
    expect(tracked.shipments[0]?.freightBill).toEqual({
      number: '1234560',
      billOfLading: 'BOL-0',
    });
    await receive(bench, planId);
  },
);

test('R69: a plan that is packed later knows no carriers before its boxes', async () => {
  const bench = await practiceBench(database);
  const planId = await drafted(bench);
  expectOk(await finishDetailsPackedLater(bench, planId));
  await carry(bench, planId);
  await go(bench, planId, createPlan);
  const { plan, version, current } = await see(bench, planId);
  expect(['item-labels', 'placement']).toContain(current);
  const shipDate = storeDay(bench.context, plan);
  expect(await comparePlacements(bench.context, { planId, version, shipDate })).toMatchObject({
    problems: [{ code: 'compare-needs-boxes' }],
  });
});

test('R74, R96: by the partner’s truck pallets are quoted, and Amazon gives the bill of lading', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'placed');
  await go(bench, planId, askFreight);
  const plan = await go(bench, planId, shipBy(PARTNERED));
  const [shipment] = plan.shipments;
  expect(shipment?.transport).toMatchObject({ mode: 'FREIGHT_LTL', solution: PARTNERED });
  const voidable = shipment?.transport?.voidableUntil ?? 0;
  expect(voidable - bench.context.clock.now()).toBeLessThanOrEqual(HOUR);
  const bill = await printPaper(bench.context, {
    planId,
    kind: 'bill-of-lading',
    ...optional('shipmentId', shipment?.id),
    size: 'LETTER',
    boxPaper: 'PackageLabel_Thermal',
    palletCount: 1,
    isPreview: false,
    locale: 'en',
    words: {} as Parameters<typeof printPaper>[1]['words'],
  });
  expect(Buffer.from(expectOk(bill).bytes.slice(0, 5)).toString()).toBe('%PDF-');
  expectOk(await labelAll(bench, planId));
  await receive(bench, planId);
});

test('R84: a quote for pallets dies within a quarter of an hour', async () => {
  const bench = await practiceBench(database);
  const planId = await takeWay(bench, 'placed');
  await go(bench, planId, askFreight);
  await bench.wait(16 * 60_000);
  const { version } = await see(bench, planId);
  expect(await shipBy(PARTNERED)(bench, { planId, version })).toMatchObject({
    problems: [{ code: 'quote-expired' }],
  });
});

test('R80, R82: each shipment may have a truck of its own, and its window may be changed', async () => {
  const bench = await practiceBench(database);
  const { context } = bench;
  const planId = await takeWay(bench, 'placed');
  await go(bench, planId, askFreight);
  const apart = await go(bench, planId, async (_, ref) => {
    const { plan } = await see(bench, planId);
    const transport = await transportOffers(context, planId);
    const chosen = plan.shipments.map(({ id }, index) => {
      const trucks = proposalsOfShipment(transport, id).filter(
        ({ mode, solution }) => mode === 'FREIGHT_LTL' && solution === OWN_CARRIER,
      );
      return { id, truck: trucks[index % trucks.length] };
    });
    return confirmCarrier(context, {
      ...ref,
      proposalId: '',
      perShipment: Object.fromEntries(chosen.map(({ id, truck }) => [id, truck?.id ?? ''])),
      windows: await windowsOf(bench, planId),
      ...optional('agreed', sumMoney(chosen.flatMap(({ truck }) => truck?.cost ?? []))),
    });
  });
  expect(apart.carrier?.solution).toBe(OWN_CARRIER);
  const [shipment] = apart.shipments;
  expect(shipment?.window?.editableUntil).toBeGreaterThan(context.clock.now());
  const shipmentId = shipment?.id ?? '';
  const other = (await windowOffers(context, planId)).find(
    (window) => window.shipmentId === shipmentId && window.id !== shipment?.window?.id,
  );
  const changed = await go(bench, planId, async (_, ref) =>
    changeWindow(context, { ...ref, shipmentId, windowId: other?.id ?? '' }),
  );
  expect(changed.shipments[0]?.window?.id).toBe(other?.id);
  const same = { planId, version: (await see(bench, planId)).version, shipmentId };
  expect(await changeWindow(context, { ...same, windowId: other?.id ?? '' })).toMatchObject({
    problems: [{ code: 'window-same' }],
  });
  expect(await changeWindow(context, { ...same, shipmentId: 'none', windowId: '' })).toMatchObject({
    problems: [{ code: 'shipment-not-found' }],
  });
});

test('a voyage is noted and taken back, and Amazon hears nothing of it', async () => {
  const bench = await practiceBench(database);
  const planId = await drafted(bench);
  const sent = bench.sent.length;
  const mainLeg = {
    mode: 'OCEAN_FCL',
    forwarder: 'Blue Star',
    booking: 'BKG1',
    billOfLading: '',
    containers: ['CSQU3054383'],
  } as const;
  const ref = async () => ({ planId, version: (await see(bench, planId)).version });
  expectOk(await saveMainLeg(bench.context, { ...(await ref()), mainLeg }));
  expect((await see(bench, planId)).plan.mainLeg).toEqual(mainLeg);
  const wrong = { ...mainLeg, containers: ['CSQU3054380'] };
  expect(await saveMainLeg(bench.context, { ...(await ref()), mainLeg: wrong })).toMatchObject({
    problems: [{ code: 'container-check-digit' }],
  });
  expectOk(await saveMainLeg(bench.context, await ref()));
  expect((await see(bench, planId)).plan.mainLeg).toBeUndefined();
  expect(bench.sent).toHaveLength(sent);
});
