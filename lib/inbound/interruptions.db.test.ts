import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import { toDecimal } from '#lib/kernel';
import { PARTNERED, sumOfCarrier } from './core/carrier.ts';
import { netFee } from './core/placement.ts';
import {
  moneyOf,
  offerCarriers,
  printBoxLabels,
  renewPacking,
  renewPlacement,
  storeDay,
} from './server.ts';
import {
  carry,
  expectOk,
  planned,
  see,
  type SellersAct,
  type WayEnd,
  waySteps,
} from './testing/way.ts';

const database = testDatabase();

/** The operation of each step that Amazon carries out later, and what can lapse before it. */
const STEPS: Readonly<
  Partial<Record<WayEnd, { readonly operation: string; readonly lapses?: string }>>
> = {
  created: { operation: 'generatePackingOptions' },
  packed: { operation: 'setPackingInformation', lapses: 'packing' },
  placed: { operation: 'confirmPlacementOption', lapses: 'placement' },
  offered: { operation: 'generateTransportationOptions' },
  shipped: { operation: 'confirmTransportationOptions', lapses: 'transport' },
};
const CODES = ['FBA_INB_0115', 'FBA_INB_0344', 'FBA_INB_0354', 'FBA_INB_0364', 'FBA_INB_0469'];
const MOST_ACTS = 5;

type Interruption = 'none' | 'lapsed' | (string & {});

/** What the page of a step offers when the step is stuck. */
const MEND: Readonly<Partial<Record<WayEnd, SellersAct>>> = {
  packed: async (bench, planId) => renewPacking(bench.context, await refOf(bench, planId)),
  placed: async (bench, planId) => renewPlacement(bench.context, await refOf(bench, planId)),
  shipped: async (bench, planId) => {
    const { plan } = await see(bench, planId);
    const ref = await refOf(bench, planId);
    return offerCarriers(bench.context, { ...ref, shipDate: storeDay(bench.context, plan) });
  },
};

async function refOf(bench: PracticeBench, planId: string) {
  return { planId, version: (await see(bench, planId)).version };
}

async function interrupt(
  bench: PracticeBench,
  step: WayEnd,
  { planId, what }: { readonly planId: string; readonly what: Interruption },
): Promise<void> {
  const { operation = '', lapses } = STEPS[step] ?? {};
  const isCode = CODES.includes(what);
  const rules = isCode ? [{ operation, kind: 'opFailed', nth: 1, code: what }] : [];
  await bench.control('PUT', 'faults', { rules });
  const { amazonPlanId } = (await see(bench, planId)).plan;
  if (what === 'lapsed' && lapses !== undefined)
    await bench.control('POST', 'expire', { planId: amazonPlanId, what: lapses });
}

/** The seller acts until the step is done; where it stops, the page says why, and what mends it is done. */
async function takeStep(bench: PracticeBench, planId: string, name: WayEnd): Promise<void> {
  const act = waySteps(PARTNERED).find((step) => step.name === name)?.act;
  if (!act) throw new Error(`the way has no step ${name}`);
  for (let round = 0; round < MOST_ACTS; round += 1) {
    const asked = await act(bench, planId);
    if (asked.ok && (await carry(bench, planId)).errand === undefined) return;
    const { problems } = await see(bench, planId);
    expect(asked.ok ? problems : asked.problems).not.toEqual([]);
    const mended = await MEND[name]?.(bench, planId);
    if (mended?.ok === true) await carry(bench, planId);
  }
  throw new Error(`${name}: the seller cannot go on`);
}

test(
  'whatever fails or lapses at whatever step, labels are printed in the end and nothing is charged twice',
  { timeout: 300_000 },
  async () => {
    const names = ['created', 'packed', 'placed', 'offered', 'shipped'] as const;
    const what: fc.Arbitrary<Interruption> = fc.constantFrom('none', 'lapsed', ...CODES);
    const day = fc.tuple(what, what, what, what, what);
    const every: [Interruption, Interruption, Interruption, Interruption, Interruption][] = [
      ['FBA_INB_0115', 'FBA_INB_0364', 'FBA_INB_0344', 'FBA_INB_0344', 'FBA_INB_0354'],
      ['FBA_INB_0364', 'lapsed', 'lapsed', 'FBA_INB_0469', 'lapsed'],
    ];
    await fc.assert(
      fc.asyncProperty(day, async (interruptions) => {
        const bench = await practiceBench(database, { time: 'waited' });
        const planId = await planned(bench);
        for (const [at, name] of names.entries()) {
          await interrupt(bench, name, { planId, what: interruptions[at] ?? 'none' });
          await takeStep(bench, planId, name);
        }
        const { plan } = await see(bench, planId);
        const [shipment] = plan.shipments;
        const pageType = 'PackageLabel_Thermal';
        const asked = { planId, shipmentId: shipment?.id ?? '', pageType };
        expectOk(await printBoxLabels(bench.context, asked));
        const fee = plan.placementConfirmed && netFee(plan.placementConfirmed.offer, 'USD');
        const cost = (fee?.minor ?? 0) + (sumOfCarrier(plan)?.minor ?? 0);
        const { entries } = (await bench.control('GET', `ledger?planId=${plan.amazonPlanId}`)) as {
          readonly entries: readonly { readonly minor: number }[];
        };
        expect(entries.reduce((sum, { minor }) => sum + minor, 0)).toBe(cost);
        const ours = await moneyOf(bench.context, planId);
        expect(ours.reduce((sum, { amount }) => sum + toDecimal(amount), 0)).toBeCloseTo(
          cost / 100,
        );
      }),
      { numRuns: 3, seed: 2026, examples: every.map((each) => [each]), endOnFailure: true },
    );
  },
);
