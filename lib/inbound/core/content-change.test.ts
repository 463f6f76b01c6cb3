import { dimensionsOf, money, weightOf } from '#lib/kernel';
import { describe, expect, it } from 'vitest';
import { codes, warningCodes } from '../testing/codes.ts';
import {
  aLine,
  anOwnOffer,
  aPlacedPlan,
  aShipment,
  aShippedPlan,
  aTransportOffer,
  NOW,
} from '../testing/plans.ts';
import {
  type ChangedBox,
  checkContentChange,
  checkContentConsent,
  type ContentPreview,
  priceOfChange,
  tolerances,
  whyContentsStay,
  withContents,
} from './content-change.ts';
import type { PlanShipment } from './inbound-plan.ts';
import { labelsChanged, withoutRelabels, withRelabels } from './relabel.ts';

const lines = [aLine({ quantity: 100 }), aLine({ sku: 'OTHER' })];
const box = (packageId: string, quantity: number): ChangedBox => ({
  packageId,
  dimensions: dimensionsOf([20, 16, 12], 'IN'),
  weight: weightOf(20, 'LB'),
  items: [{ sku: 'MUG-RED', quantity }],
});
const shipment = aShipment({
  status: 'READY_TO_SHIP',
  transport: aTransportOffer(),
  items: [{ sku: 'MUG-RED', shipped: 24 }],
  boxes: ['pk1', 'pk2'].map((packageId, index) => ({
    ...box(packageId, 12),
    packageId,
    boxId: `FBA15ABCDEFGU00000${index + 1}`,
  })),
});
const plan = aShippedPlan(aTransportOffer(), { lines, shipments: [shipment] });
const check = (...boxes: readonly ChangedBox[]) => checkContentChange(plan, shipment, boxes);

describe('R88: contents after the carrier is confirmed', () => {
  it('may differ by six units or five per cent of what was confirmed', () => {
    expect(check(box('pk1', 12), box('pk2', 18))).toEqual({ blocking: [], warnings: [] });
    const many = aShipment({ items: [{ sku: 'MUG-RED', shipped: 400, confirmed: 300 }] });
    expect(tolerances(many)).toEqual([
      { sku: 'MUG-RED', confirmed: 300, now: 400, safe: 15, most: 15 },
    ]);
  });

  it('are warned of beyond six units and stopped beyond ten', () => {
    expect(warningCodes(check(box('pk1', 12), box('pk2', 19)))).toEqual(['contents-beyond-six']);
    expect(codes(check(box('pk1', 12), box('pk2', 19)))).toEqual([]);
    expect(codes(check(box('pk1', 12), box('pk2', 23)))).toEqual(['contents-beyond-limit']);
    expect(codes(check(box('pk1', 12)))).toEqual(['contents-beyond-limit']);
  });

  it('are counted from what was confirmed, however often they are changed', () => {
    const moved = { ...shipment, items: [{ sku: 'MUG-RED', shipped: 30, confirmed: 24 }] };
    const found = checkContentChange(plan, moved, [box('pk1', 12), box('pk2', 23)]);
    expect(codes(found)).toEqual(['contents-beyond-limit']);
  });

  it('take no new SKU, no empty box, no empty shipment and no change that is none', () => {
    const other = { ...box('pk2', 12), items: [{ sku: 'OTHER', quantity: 1 }] };
    expect(codes(check(box('pk1', 12), other))).toContain('contents-new-sku');
    const unknown = { ...box('pk2', 12), items: [{ sku: 'NOWHERE', quantity: 1 }] };
    expect(codes(check(box('pk1', 12), unknown))).toContain('box-item-not-in-plan');
    expect(codes(check(box('pk1', 24), { ...box('pk2', 0), items: [] }))).toEqual(['box-is-empty']);
    expect(codes(check())).toEqual(['shipment-emptied']);
    expect(codes(check(box('pk1', 12), box('pk2', 12)))).toEqual(['contents-unchanged']);
    const { weight: _, ...unweighed } = box('pk2', 13);
    expect(codes(check(box('pk1', 12), unweighed))).not.toEqual([]);
  });

  it('stay once Amazon counts, before the carrier, and in a plan that is cancelled', () => {
    const counted = { ...shipment, status: 'RECEIVING' };
    const name = (found: ReturnType<typeof whyContentsStay>) => found?.code;
    expect(name(whyContentsStay(plan, counted))).toBe('contents-too-late');
    expect(codes(checkContentChange(plan, counted, []))).toEqual(['contents-too-late']);
    expect(name(whyContentsStay(aPlacedPlan(), shipment))).toBe('contents-before-carrier');
    const { confirmationId: _, ...unnamed } = shipment;
    expect(codes(checkContentChange(plan, unnamed, []))).toEqual(['shipment-emptied']);
    expect(name(whyContentsStay({ ...plan, cancelledAt: NOW }, shipment))).toBe('plan-cancelled');
    for (const status of ['SHIPPED', 'IN_TRANSIT', 'DELIVERED', 'CHECKED_IN'])
      expect(whyContentsStay(plan, { ...shipment, status })).toBeUndefined();
  });
});

const preview: ContentPreview = {
  id: 'cu1',
  shipmentId: 'sh1',
  expiresAt: NOW + 3_600_000,
  boxes: [box('pk1', 12), box('pk2', 13)],
  transport: aTransportOffer({ id: 'to9', cost: money(2_600, 'USD') }),
};
const agree = (agreed: number | undefined, now = NOW) =>
  codes(
    checkContentConsent(
      plan,
      shipment,
      { preview, ...(agreed === undefined ? {} : { agreed: money(agreed, 'USD') }) },
      now,
    ),
  );

describe('R89: a change is confirmed', () => {
  it('at the price that stood on the button, while the preview holds', () => {
    expect(agree(150)).toEqual([]);
    expect(agree(149)).toEqual(['freight-changed']);
    expect(agree(undefined)).toEqual(['freight-changed']);
    expect(agree(150, NOW + 3_600_000)).toEqual(['contents-preview-expired']);
  });

  it('without a price where an own carrier brings the boxes', () => {
    const own = { ...preview, transport: anOwnOffer() };
    expect(priceOfChange(shipment, own)).toBeUndefined();
    expect(codes(checkContentConsent(plan, shipment, { preview: own }, NOW))).toEqual([]);
    const { transport: _, ...before } = shipment;
    expect(priceOfChange(before, preview)).toEqual(money(2_600, 'USD'));
  });
});

describe('a shipment whose contents were changed', () => {
  const after: PlanShipment = { ...shipment, items: [{ sku: 'MUG-RED', shipped: 25 }] };

  it('remembers what was confirmed, and what the carrier now asks', () => {
    const changed = withContents(shipment, after, preview.transport);
    expect(changed.items).toEqual([{ sku: 'MUG-RED', shipped: 25, confirmed: 24 }]);
    expect(changed.transport).toMatchObject({ id: 'to9', cost: money(2_600, 'USD') });
    const { cost: _, voidableUntil: __, ...silent } = preview.transport;
    expect(withContents(shipment, after, silent).transport).toMatchObject({
      cost: money(2_450, 'USD'),
      voidableUntil: shipment.transport?.voidableUntil,
    });
    const { transport: ___, ...bare } = shipment;
    expect(withContents(bare, { ...bare, items: [] }, silent)).not.toHaveProperty('transport');
  });

  it('has labels that are new, wrong or to be destroyed, box by box', () => {
    const [first, second] = shipment.boxes;
    if (!first || !second) throw new Error('two boxes');
    const fresh = { ...second, boxId: 'FBA15ABCDEFGU000003', packageId: 'pk3' };
    const heavier = { ...first, weight: weightOf(21, 'LB') };
    const now = { ...after, boxes: [heavier, fresh] };
    expect(labelsChanged(shipment, now, NOW).map(({ boxId, why }) => [boxId, why])).toEqual([
      [first.boxId, 'changed'],
      [second.boxId, 'gone'],
      [fresh.boxId, 'new'],
    ]);
    const before = { ...plan, boxLabelsPrintedAt: NOW };
    const made = withRelabels(before, { ...before, shipments: [now] }, NOW);
    expect(made).not.toHaveProperty('boxLabelsPrintedAt');
    expect(made.shipments[0]?.changedAt).toBe(NOW);
    expect(withRelabels(made, { ...made, shipments: [shipment] }, NOW + 1).relabel).toHaveLength(3);
    expect(withoutRelabels(made, 'sh1')).not.toHaveProperty('relabel');
    expect(withoutRelabels(made, 'other').relabel).toHaveLength(3);
    expect(withoutRelabels(plan, 'sh1')).toEqual(plan);
  });

  it('has no wrong label where nothing is known, or nothing changed', () => {
    const unweighed = shipment.boxes.map(({ weight: _, ...each }) => each);
    expect(labelsChanged(shipment, shipment, NOW)).toEqual([]);
    expect(labelsChanged(shipment, { ...shipment, boxes: [] }, NOW)).toEqual([]);
    const blank = { ...shipment, boxes: unweighed };
    expect(labelsChanged(blank, blank, NOW)).toEqual([]);
    const nameless = shipment.boxes.map(({ boxId: _, ...each }) => each);
    expect(labelsChanged({ ...shipment, boxes: nameless }, shipment, NOW)).toEqual([]);
    const other = aShipment({ id: 'sh9' });
    const added = { ...plan, shipments: [shipment, other] };
    expect(withRelabels(plan, added, NOW)).toEqual(added);
    const [first, ...rest] = shipment.boxes;
    if (!first) throw new Error('a box');
    const partly = { ...shipment, boxes: [{ ...first, weight: weightOf(30, 'LB') }, ...rest] };
    const two = withRelabels(added, { ...added, shipments: [partly, other] }, NOW);
    expect(two.shipments.map(({ changedAt }) => changedAt)).toEqual([NOW, undefined]);
  });
});
