import { describe, expect, it } from 'vitest';
import {
  anOwnOffer,
  aPackedPlan,
  aPlacedPlan,
  aPlanWithGroups,
  aShipment,
  aShippedPlan,
  NOW,
} from '../testing/plans.ts';
import {
  foreignPlacement,
  fromOutside,
  type SeenPlan,
  shipmentChanges,
  takeSeen,
} from './foreign-changes.ts';
import type { ForeignChange, InboundPlan, PlanErrand } from './inbound-plan.ts';

const seen = (change: Partial<SeenPlan> = {}): SeenPlan => ({
  name: 'November mugs',
  status: 'ACTIVE',
  packing: [{ id: 'po1', status: 'OFFERED' }],
  placement: [],
  ...change,
});

const kinds = (changes: readonly ForeignChange[]) => changes.map(({ kind }) => kind);

describe('a plan that is at Amazon as we left it', () => {
  it('has not changed', () => {
    for (const plan of [aPlanWithGroups(), aPackedPlan(), aPlacedPlan()])
      expect(takeSeen(plan, seen(), NOW)).toEqual({ plan, changes: [] });
    expect(foreignPlacement(aPackedPlan(), seen())).toBeUndefined();
  });

  it('has not lost its packing options when Amazon does not list them', () => {
    expect(takeSeen(aPackedPlan(), seen({ packing: [] }), NOW).changes).toEqual([]);
    expect(
      takeSeen(aPlacedPlan(), seen({ packing: [{ id: 'po9', status: 'ACCEPTED' }] }), NOW).changes,
    ).toEqual([]);
  });
});

describe('a plan that was changed outside', () => {
  it('takes its new name', () => {
    const { plan, changes } = takeSeen(aPackedPlan(), seen({ name: 'Winter' }), NOW);
    expect(plan.name).toBe('Winter');
    expect(changes).toEqual([{ kind: 'renamed', at: NOW, was: 'November mugs', is: 'Winter' }]);
  });

  it('is over when Amazon has voided it', () => {
    const { plan, changes } = takeSeen(aPlacedPlan(), seen({ status: 'VOIDED', name: 'x' }), NOW);
    expect(plan.cancelledAt).toBe(NOW);
    expect(kinds(changes)).toEqual(['cancelled']);
  });

  it('needs new packing options when its own are gone or another was taken', () => {
    for (const packing of [
      [{ id: 'po2', status: 'OFFERED' }],
      [
        { id: 'po1', status: 'EXPIRED' },
        { id: 'po2', status: 'ACCEPTED' },
      ],
    ]) {
      const { plan, changes } = takeSeen(aPackedPlan(), seen({ packing }), NOW);
      expect(kinds(changes)).toEqual(['packing-replaced']);
      expect(plan.packing).toMatchObject({ offer: { status: 'EXPIRED' }, confirmed: false });
      expect(plan).not.toHaveProperty('boxesSentAt');
      expect(takeSeen(plan, seen({ packing }), NOW).changes).toEqual([]);
    }
  });

  it('may have its placement confirmed there', () => {
    const placement = [
      { id: 'pl1', status: 'EXPIRED' },
      { id: 'pl2', status: 'ACCEPTED' },
    ];
    expect(foreignPlacement(aPackedPlan(), seen({ placement }))).toBe('pl2');
    expect(foreignPlacement(aPlacedPlan(), seen({ placement }))).toBeUndefined();
  });
});

describe('shipments that were changed outside', () => {
  const plan = aShippedPlan(anOwnOffer(), { shipments: [aShipment({ name: 'First' })] });
  const changed = (change: Parameters<typeof aShipment>[0], of: InboundPlan = plan) =>
    shipmentChanges(of, [aShipment({ name: 'First', ...change })], NOW).map(
      ({ kind, shipment }) => [kind, shipment],
    );
  const id = 'FBA15ABCDEFG';

  it('are told by what changed, and their way to the warehouse is no change', () => {
    expect(changed({})).toEqual([]);
    expect(changed({ status: 'IN_TRANSIT' })).toEqual([]);
    expect(changed({ status: 'CLOSED' })).toEqual([]);
    expect(changed({ name: 'Second' })).toEqual([['shipment-renamed', id]]);
    expect(changed({ items: [{ sku: 'MUG-RED', shipped: 11 }] })).toEqual([
      ['contents-changed', id],
    ]);
    expect(changed({ status: 'CANCELLED' })).toEqual([['shipment-cancelled', id]]);
    const tracked = aShipment().boxes.map((box) => ({ ...box, tracking: '1Z1' }));
    expect(changed({ boxes: tracked })).toEqual([['tracking-changed', id]]);
  });

  it('on pallets are followed by their PRO', () => {
    expect(changed({ freightBill: { number: '1234567' } })).toEqual([['tracking-changed', id]]);
  });

  it('of the partnered carrier get their numbers from the carrier', () => {
    const tracked = aShipment().boxes.map((box) => ({ ...box, tracking: '1Z1' }));
    expect(changed({ boxes: tracked }, aShippedPlan())).toEqual([]);
  });

  it('are compared with nothing when Amazon tells nothing of them', () => {
    expect(shipmentChanges(plan, [], NOW)).toEqual([]);
    const nameless = aShippedPlan(anOwnOffer(), {
      shipments: [aShipment({ status: 'CANCELLED' })],
    });
    expect(changed({ name: 'Named since', status: 'CANCELLED' }, nameless)).toEqual([]);
    const { confirmationId: _, ...unconfirmed } = aShipment();
    const young = aPlacedPlan({ shipments: [unconfirmed] });
    expect(changed({ items: [] }, young)).toEqual([['contents-changed', 'sh1']]);
  });
});

describe('what we had asked for and taken for failed', () => {
  const failed = (kind: PlanErrand['kind']) =>
    aPackedPlan({ errand: { id: 'e', kind, state: 'failed', startedAt: NOW } });

  it('is no change from outside', () => {
    const changes: ForeignChange[] = [{ kind: 'placed', at: NOW }];
    expect(fromOutside(failed('confirm-placement'), changes)).toEqual([]);
    expect(fromOutside(failed('renew-placement'), changes)).toEqual(changes);
    expect(fromOutside(aPackedPlan(), changes)).toEqual(changes);
    const renamed: ForeignChange[] = [{ kind: 'renamed', at: NOW }];
    expect(fromOutside(failed('confirm-placement'), renamed)).toEqual(renamed);
  });
});
