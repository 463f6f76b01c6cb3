import { z } from 'zod';

import { accepted, type Answer, refusal } from './answer.ts';
import type { Engine } from './engine.ts';
import { FaultRule, type Faults } from './faults.ts';
import { setArrivals } from './orders/arrive.ts';
import { QUIRKS } from './quirks.ts';
import type { Incoming } from './router.ts';
import { provisionSeller } from './sellers/provision.ts';
import type { StoredEntity } from './store.ts';
import type { Turn } from './turn.ts';

type Desk = { readonly engine: Engine; readonly faults: Faults };
type Lever = (desk: Desk, body: unknown, url: URL) => Promise<Answer>;

const Snapshot = z.object({
  entities: z.array(z.object({ kind: z.string(), id: z.string(), json: z.string() })),
});

const Clock = z.union([
  z.object({ advanceMs: z.number().int().min(0) }),
  z.object({ advanceTo: z.literal('next') }),
]);

const Orders = z.object({
  sellerId: z.string(),
  marketplaceId: z.string(),
  perDay: z.number().min(0).max(100_000),
});

const Expire = z.object({
  planId: z.string(),
  what: z.enum(['packing', 'placement', 'transport', 'windows']),
});

/** The practice master's desk. */
const LEVERS: Readonly<Record<string, Lever>> = {
  'GET clock': async ({ engine }) => clock(engine),
  'POST clock': async ({ engine }, body) => {
    const read = Clock.parse(body);
    const ms =
      'advanceMs' in read
        ? read.advanceMs
        : Math.max(0, (engine.nextDue() ?? engine.now()) - engine.now());
    await engine.advance(ms);
    return clock(engine);
  },
  'GET hash': async ({ engine }) =>
    accepted({ hash: await engine.atNow((turn) => turn.world.hash()) }),
  'GET snapshot': async ({ engine }) => accepted({ entities: await engine.snapshot() }),
  'POST restore': async ({ engine }, body) => {
    const { entities }: { entities: readonly StoredEntity[] } = Snapshot.parse(body);
    await engine.restore(entities);
    return clock(engine);
  },
  'POST reset': async ({ engine, faults }) => {
    const sellers = await engine.atNow((turn) => [...turn.world.all('seller')]);
    await engine.restore([]);
    faults.replace([]);
    for (const { key, name, marketplaceIds } of sellers)
      await engine.atNow((turn) => provisionSeller(turn, { key, name, marketplaceIds }));
    return clock(engine);
  },
  'GET ledger': async ({ engine }, _body, url) => {
    const planId = url.searchParams.get('planId');
    const entries = await engine.atNow((turn) =>
      [...turn.world.all('ledger')].filter((each) => planId === null || each.planId === planId),
    );
    return accepted({ entries });
  },
  'GET faults': async ({ faults }) => accepted({ rules: faults.rules() }),
  'PUT faults': async ({ faults }, body) => {
    faults.replace(z.object({ rules: z.array(FaultRule) }).parse(body).rules);
    return accepted({ rules: faults.rules() });
  },
  'GET quirks': async ({ engine }) =>
    accepted(
      await engine.atNow((turn) => ({
        quirks: Object.entries(QUIRKS).map(([name, thread]) => ({
          name,
          thread,
          on: turn.quirks.has(name),
        })),
      })),
    ),
  'PUT orders': async ({ engine }, body) => {
    const { sellerId, marketplaceId, perDay } = Orders.parse(body);
    await engine.atNow((turn) => setArrivals(turn, { sellerId, marketplaceId }, perDay));
    return clock(engine);
  },
  'POST expire': async ({ engine }, body) => {
    const { planId, what } = Expire.parse(body);
    await engine.atNow((turn) => expire(turn, planId, what));
    return clock(engine);
  },
};

export async function answerControl(desk: Desk, incoming: Incoming): Promise<Answer> {
  const name = incoming.url.pathname.slice('/_sim/'.length);
  const lever = LEVERS[`${incoming.request.method} ${name}`];
  if (!lever) return refusal(404, 'NotFound', 'There is no such lever.');
  try {
    const body: unknown = incoming.bodyText === '' ? {} : JSON.parse(incoming.bodyText);
    return await lever(desk, body, incoming.url);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return refusal(400, 'BadRequest', error.message);
    throw error;
  }
}

function clock(engine: Engine): Answer {
  const next = engine.nextDue();
  return accepted({
    now: new Date(engine.now()).toISOString(),
    ...(next === undefined ? {} : { next: new Date(next).toISOString() }),
  });
}

/** Lets the offers of a plan run out at once. */
function expire(turn: Turn, planId: string, what: z.infer<typeof Expire>['what']): void {
  const plan = turn.world.read('plan', planId);
  if (!plan) return;
  const over = <T extends object>(option: T) => ({ ...option, expiresAt: turn.now });
  if (what === 'packing')
    turn.world.put('plan', { ...plan, packingOptions: plan.packingOptions.map(over) });
  if (what === 'placement')
    turn.world.put('plan', { ...plan, placementOptions: plan.placementOptions.map(over) });
  for (const id of turn.world.having('shipment', `plan ${planId}`)) {
    const transport = turn.world.read('transport', id);
    const windows = turn.world.read('windows', id);
    if (what === 'transport' && transport)
      turn.world.put('transport', {
        ...transport,
        options: transport.options.map((each) =>
          each.expiresAt === undefined ? each : over(each),
        ),
      });
    if (what === 'windows' && windows)
      turn.world.put('windows', {
        ...windows,
        options: windows.options.map((each) => ({ ...each, validUntil: turn.now })),
      });
  }
}
