import { beforeAll, describe, expect, test } from 'vitest';
import { type PracticeBench, practiceBench } from '#lib/context/testing';
import { testDatabase } from '#lib/db/testing';
import type { Transport } from '#lib/sp-api';
import { runErrand } from './errands/run-errand.ts';
import { OWN_CARRIER } from './core/carrier.ts';
import { type CarryOn, see, takeWay } from './testing/way.ts';

const database = testDatabase();

/**
 * Lets requests through until it blows: from then on nothing of this life is ever answered, whether
 * the last request arrived at Amazon or not.
 */
class Fuse {
  private left = Number.POSITIVE_INFINITY;
  private cutAnswer = false;
  private blown: (() => void) | undefined;
  private life = 0;
  readonly writes: string[] = [];

  /** Resolves when the fuse blows. */
  arm(requests: number, cutAnswer: boolean): Promise<void> {
    this.left = requests;
    this.cutAnswer = cutAnswer;
    return new Promise((resolve) => {
      this.blown = resolve;
    });
  }

  between = (transport: Transport): Transport => {
    const life = this.life;
    return async (request) => {
      const isLast = this.left === 0;
      this.left -= 1;
      if (life !== this.life) return never();
      if (isLast && !this.cutAnswer) return this.blow();
      const answer = await transport(request);
      if (request.method !== 'GET' && answer.ok) this.writes.push(nameOf(request));
      return isLast ? this.blow() : answer;
    };
  };

  private blow(): Promise<never> {
    this.life += 1;
    this.left = Number.POSITIVE_INFINITY;
    this.blown?.();
    return never();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

function nameOf(request: Request): string {
  const path = new URL(request.url).pathname.replace(/[a-z]{2}[0-9a-f]{8}-[0-9a-f-]{27}/g, '*');
  return `${request.method} ${path}`;
}

// What must never be done twice, because Amazon would make a second one or charge again.
const ONCE = [
  'POST /inbound/fba/2024-03-20/inboundPlans',
  'POST /inbound/fba/2024-03-20/inboundPlans/*/placementOptions/*/confirmation',
  'POST /inbound/fba/2024-03-20/inboundPlans/*/transportationOptions/confirmation',
];

type Place = { readonly at: number; readonly cutAnswer: boolean };

/** A worker that dies with the fuse and is started again: what a kill looks like from Amazon. */
function mortal(fuse: Fuse, place: Place | undefined): CarryOn {
  let armed = place;
  let dying: Promise<'dead'> | undefined;
  return async (bench, errandId) => {
    const death = armed && fuse.arm(armed.at, armed.cutAnswer).then(() => 'dead' as const);
    armed = undefined;
    dying = death ?? dying;
    const run = runErrand(bench.context, errandId, async () => undefined);
    const outcome = await (dying ? Promise.race([run, dying]) : run);
    if (outcome !== 'dead') return outcome;
    dying = undefined;
    bench.restart();
    return { again: 0 };
  };
}

describe('a worker that is killed at any request of any errand', () => {
  let whole: Awaited<ReturnType<typeof walk>>;
  beforeAll(async () => {
    whole = await walk(undefined);
  });

  test('the undisturbed way does each thing once', () => {
    expect(ONCE.map((name) => whole.writes.filter((write) => write === name).length)).toEqual(
      ONCE.map(() => 1),
    );
  });

  // The requests of the way are about sixty; places on either side of Amazon's answer.
  const places = [0, 1, 2, 7, 8, 14, 20, 21, 27, 33, 40, 46, 52].flatMap((at) => [
    { at, cutAnswer: false },
    { at, cutAnswer: true },
  ]);
  test.each(places)('at place $at, answer lost: $cutAnswer, nothing is doubled', async (place) => {
    const broken = await walk(place);
    for (const name of ONCE) {
      expect(broken.writes.filter((write) => write === name)).toHaveLength(1);
    }
    expect(broken.end).toEqual(whole.end);
  });
});

async function walk(place: Place | undefined) {
  const fuse = new Fuse();
  const bench: PracticeBench = await practiceBench(database, { between: fuse.between });
  const planId = await takeWay(bench, 'tracked', OWN_CARRIER, mortal(fuse, place));
  const { plan } = await see(bench, planId);
  return {
    writes: fuse.writes,
    end: {
      boxes: plan.boxes.length,
      shipments: plan.shipments.map((shipment) => ({
        status: shipment.status,
        boxes: shipment.boxes.map((box) => box.tracking),
        items: shipment.items,
      })),
    },
  };
}
