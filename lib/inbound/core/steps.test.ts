import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aDraft,
  aLine,
  anEmptyPlan,
  anOwnOffer,
  aPackedPlan,
  aPlacedPlan,
  aPlanWithGroups,
  aShipment,
  aShippedPlan,
  aTransportOffer,
  NOW,
} from '../testing/plans.ts';
import type { InboundPlan } from './inbound-plan.ts';
import {
  currentStep,
  mayWorkOn,
  needsItemLabels,
  STEP_IDS,
  type StepId,
  stepStates,
} from './steps.ts';

const own = anOwnOffer();
const tracked = aShipment({
  status: 'CLOSED',
  transport: own,
  boxes: aShipment().boxes.map((box) => ({ ...box, tracking: '1Z999AA10123456784' })),
});

/** The way with an own carrier, one plan for each step that is the current one. */
const WAY: readonly (readonly [StepId, InboundPlan])[] = [
  ['inventory', anEmptyPlan()],
  ['convert', aDraft({ lines: [unconverted()] })],
  ['plan', aDraft({ lines: [aLine({ quantity: 0 })] })],
  ['prep', aDraft()],
  ['item-labels', without(aPlanWithGroups(), 'labelsDoneAt')],
  ['packing', aPlanWithGroups()],
  ['placement', aPackedPlan()],
  ['carrier', aPlacedPlan()],
  ['box-labels', aShippedPlan(own)],
  ['tracking', aShippedPlan(own, { boxLabelsPrintedAt: NOW })],
  [
    'receiving',
    aShippedPlan(own, {
      boxLabelsPrintedAt: NOW,
      shipments: [{ ...tracked, status: 'IN_TRANSIT' }],
    }),
  ],
];

function unconverted() {
  const { fnsku: _, ...line } = aLine();
  return line;
}

function without(plan: InboundPlan, key: keyof InboundPlan): InboundPlan {
  return Object.fromEntries(
    Object.entries(plan).filter(([name]) => name !== key),
  ) as unknown as InboundPlan;
}

function stateOf(plan: InboundPlan, id: StepId) {
  const found = stepStates(plan).find((step) => step.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

describe('the way through', () => {
  it.each(WAY)('comes to %s once everything before is done', (step, plan) => {
    expect(currentStep(plan)).toBe(step);
    expect(mayWorkOn(plan, step)).toBe(true);
  });

  it('reaches every step', () => {
    expect(WAY.map(([step]) => step)).toEqual(STEP_IDS);
  });

  it('ends with every step done when all is received', () => {
    const plan = aShippedPlan(own, { boxLabelsPrintedAt: NOW, shipments: [tracked] });
    expect(stepStates(plan).map((step) => step.state)).toEqual(STEP_IDS.map(() => 'done'));
    expect(currentStep(plan)).toBe('receiving');
  });

  it('ends when one shipment is closed and the other was deleted', () => {
    const shipments = [tracked, { ...tracked, id: 'sh2', status: 'DELETED' }];
    const plan = aShippedPlan(own, { boxLabelsPrintedAt: NOW, shipments });
    expect(stateOf(plan, 'receiving').state).toBe('done');
  });

  it('locks a step behind an earlier one and names it', () => {
    for (const [, plan] of WAY) {
      const order = stepStates(plan).map((step) => step.id);
      for (const step of stepStates(plan)) {
        if (step.reason?.kind !== 'after') continue;
        expect(order.indexOf(step.reason.step)).toBeLessThan(order.indexOf(step.id));
        expect(stateOf(plan, step.reason.step).state).not.toBe('done');
      }
    }
  });

  it('opens labelling and packing together once Amazon has the plan', () => {
    const plan = without(aPlanWithGroups(), 'labelsDoneAt');
    expect(stateOf(plan, 'packing').state).toBe('open');
    expect(stateOf(plan, 'placement')).toMatchObject({
      state: 'locked',
      reason: { kind: 'after', step: 'packing' },
    });
  });

  it('keeps a plan open that Amazon accepted before a listing went back to merchant', () => {
    const plan = aPackedPlan({ lines: [unconverted()] });
    expect(stateOf(plan, 'convert').state).toBe('done');
    expect(currentStep(plan)).toBe('placement');
  });

  it('settles what Amazon has accepted: contents after creation, boxes after placement', () => {
    expect(mayWorkOn(aDraft(), 'plan')).toBe(true);
    expect(mayWorkOn(aPlanWithGroups(), 'plan')).toBe(false);
    expect(mayWorkOn(aPackedPlan(), 'packing')).toBe(true);
    expect(mayWorkOn(aPlacedPlan(), 'packing')).toBe(false);
    expect(mayWorkOn(aPlacedPlan(), 'placement')).toBe(false);
    expect(mayWorkOn(aShippedPlan(own), 'carrier')).toBe(false);
    expect(mayWorkOn(aPlacedPlan(), 'item-labels')).toBe(true);
    expect(mayWorkOn(aShippedPlan(own, { boxLabelsPrintedAt: NOW }), 'box-labels')).toBe(true);
  });

  it('R43: takes boxes for packed only while they still meet the groups', () => {
    expect(stateOf(aPackedPlan(), 'packing').state).toBe('done');
    expect(stateOf(aPackedPlan({ boxes: [] }), 'packing').state).toBe('open');
    expect(stateOf(without(aPackedPlan(), 'boxesSentAt'), 'packing').state).toBe('open');
  });
});

describe('R106: tracking numbers', () => {
  it('are not asked for where the partnered carrier gives them', () => {
    const plan = aShippedPlan(aTransportOffer(), { boxLabelsPrintedAt: NOW });
    expect(stateOf(plan, 'tracking')).toEqual({
      id: 'tracking',
      state: 'locked',
      reason: { kind: 'not-needed' },
      changeable: false,
    });
    expect(currentStep(plan)).toBe('receiving');
    expect(mayWorkOn(plan, 'tracking')).toBe(false);
  });

  it('are missing while one box has none, or no box is known', () => {
    const [first, second] = tracked.boxes;
    if (!first || !second) throw new Error('two boxes');
    const { tracking: _, ...bare } = second;
    for (const boxes of [[first, bare], []]) {
      const plan = aShippedPlan(own, { shipments: [{ ...tracked, boxes }] });
      expect(stateOf(plan, 'tracking').state).toBe('open');
    }
  });
});

describe('R101: item labels', () => {
  it('are done without printing where units keep the manufacturer barcode', () => {
    const lines = [aLine({ labelOwner: 'NONE' })];
    const plan = without(aPlanWithGroups({ lines }), 'labelsDoneAt');
    expect(needsItemLabels(plan)).toBe(false);
    expect(stateOf(plan, 'item-labels').state).toBe('done');
    expect(needsItemLabels({ ...plan, lines: [...lines, aLine({ sku: 'B' })] })).toBe(true);
  });
});

describe('a cancelled plan', () => {
  it('R71: may be seen but not worked on, wherever it stood', () => {
    for (const [, plan] of WAY) {
      const cancelled = { ...plan, cancelledAt: NOW };
      for (const step of stepStates(cancelled)) {
        expect(step.state).not.toBe('open');
        expect(step.changeable).toBe(false);
        expect(mayWorkOn(cancelled, step.id)).toBe(false);
      }
    }
    expect(stateOf({ ...aPackedPlan(), cancelledAt: NOW }, 'placement').reason).toEqual({
      kind: 'cancelled',
    });
  });
});

describe('any plan', () => {
  const anyPlan = fc
    .record({
      base: fc.constantFrom(...WAY.map(([, plan]) => plan)),
      partnered: fc.boolean(),
      printed: fc.boolean(),
      labelled: fc.boolean(),
      boxes: fc.constantFrom([], aPackedPlan().boxes),
      status: fc.constantFrom('WORKING', 'RECEIVING', 'CLOSED', 'CANCELLED', 'something new'),
    })
    .map(({ base, partnered, printed, labelled, boxes, status }) => ({
      ...base,
      boxes,
      ...(base.carrier
        ? {
            carrier: {
              ...base.carrier,
              solution: partnered ? 'AMAZON_PARTNERED_CARRIER' : 'USE_YOUR_OWN_CARRIER',
            },
          }
        : {}),
      ...(printed ? { boxLabelsPrintedAt: NOW } : {}),
      ...(labelled ? { labelsDoneAt: NOW } : {}),
      shipments: base.shipments.map((shipment) => ({ ...shipment, status })),
    }));

  it('has something to do, or everything done', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const states = stepStates(plan);
        const isOpen = states.some((step) => step.state === 'open');
        const isDone = states.every(
          (step) => step.state === 'done' || step.reason?.kind === 'not-needed',
        );
        return isOpen !== isDone;
      }),
    );
  });

  it('never opens a step whose predecessor is unfinished', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const states = new Map(stepStates(plan).map((step) => [step.id, step.state]));
        const order: readonly (readonly [StepId, StepId])[] = [
          ['inventory', 'convert'],
          ['convert', 'plan'],
          ['plan', 'prep'],
          ['prep', 'item-labels'],
          ['prep', 'packing'],
          ['packing', 'placement'],
          ['placement', 'carrier'],
          ['carrier', 'box-labels'],
          ['carrier', 'tracking'],
          ['carrier', 'receiving'],
        ];
        return order.every(
          ([before, after]) => states.get(after) === 'locked' || states.get(before) === 'done',
        );
      }),
    );
  });
});

describe('a plan that is packed later', () => {
  const groups = [
    {
      id: 'sh1',
      items: [
        {
          sku: 'MUG-RED',
          quantity: 12,
          prepOwner: 'SELLER' as const,
          labelOwner: 'SELLER' as const,
        },
      ],
    },
  ];
  const later = (plan: InboundPlan): InboundPlan => ({ ...plan, packsLater: true });
  const created = later(without(aPlanWithGroups(), 'packing'));
  const placed = later(
    without(aPlacedPlan({ packing: { groups, confirmed: true }, boxes: [] }), 'boxesSentAt'),
  );
  const boxes = aPackedPlan().boxes.map((box) => ({ ...box, groupId: 'sh1' }));
  const packed = { ...placed, boxes, boxesSentAt: NOW };

  it('goes to the warehouses first, then into boxes, then to a carrier', () => {
    expect([created, placed, packed].map(currentStep)).toEqual(['placement', 'packing', 'carrier']);
    const order = stepStates(created).map(({ id }) => id);
    expect(order.indexOf('placement')).toBeLessThan(order.indexOf('packing'));
    expect(order.toSorted()).toEqual(STEP_IDS.toSorted());
    expect(stepStates(created).find(({ id }) => id === 'packing')?.reason).toEqual({
      kind: 'after',
      step: 'placement',
    });
    expect(stepStates(placed).find(({ id }) => id === 'carrier')?.reason).toEqual({
      kind: 'after',
      step: 'packing',
    });
  });

  it('may change its boxes until the carrier is confirmed', () => {
    expect(mayWorkOn(packed, 'packing')).toBe(true);
    expect(mayWorkOn({ ...packed, transportConfirmedAt: NOW }, 'packing')).toBe(false);
  });

  it('R105: is tracked by one PRO per shipment with an own truck', () => {
    const truck = anOwnOffer({ mode: 'FREIGHT_LTL' });
    const shipped = (change: Partial<ReturnType<typeof aShipment>>) =>
      aShippedPlan(truck, { shipments: [aShipment({ transport: truck, ...change })] });
    const stateOf = (plan: InboundPlan) =>
      stepStates(plan).find(({ id }) => id === 'tracking')?.state;
    expect(stateOf(shipped({}))).toBe('open');
    expect(stateOf(shipped({ freightBill: { number: '1234567' } }))).toBe('done');
  });

  it('waits for the numbers of the own carrier only, where carriers are mixed', () => {
    const partnered = aShipment({ id: 'sh2', transport: aTransportOffer() });
    const mixed = aShippedPlan(own, {
      carrier: { solution: 'MIXED', picks: [] },
      shipments: [partnered, { ...tracked, transport: own }],
    });
    expect(stepStates(mixed).find(({ id }) => id === 'tracking')?.state).toBe('done');
  });
});
