import type { Instant } from '#lib/kernel';
import { z } from 'zod';

import { accepted, type Answer, refusal } from './answer.ts';
import { applicationOf } from './auth.ts';
import type { Engine } from './engine.ts';
import type { Seller } from './entities.ts';
import { Timestamp } from './inbound/schemas.ts';
import { FaultRule, type Faults } from './faults.ts';
import { setUnits } from './listings/sandbox-stock.ts';
import { setArrivals } from './orders/arrive.ts';
import { QUIRKS } from './quirks.ts';
import type { Incoming } from './router.ts';
import { ROLES } from './roles.ts';
import { faultsOf, isScenario, openScenario, SCENARIO_NAMES } from './scenarios.ts';
import { provisionSeller } from './sellers/provision.ts';
import type { StoredEntity } from './store.ts';
import type { Throttle } from './throttle.ts';
import type { Turn } from './turn.ts';

type Desk = {
  readonly engine: Engine;
  readonly faults: Faults;
  readonly throttle: Throttle | undefined;
};
type Lever = (desk: Desk, body: unknown, url: URL) => Promise<Answer>;

const Snapshot = z.object({
  entities: z.array(z.object({ kind: z.string(), id: z.string(), json: z.string() })),
});

const Clock = z.union([
  z.strictObject({ advanceMs: z.number().int().min(0) }),
  z.strictObject({ advanceTo: z.union([z.literal('next'), Timestamp]) }),
  z.strictObject({ speed: z.number().min(0).max(1_000_000) }),
  z.strictObject({ freeze: z.boolean() }),
]);

const Reset = z.object({ seed: z.number().int().optional() });
const Scenario = z.object({
  name: z.string().refine(isScenario, `one of ${SCENARIO_NAMES.join(', ')}`),
  key: z.string().min(1).optional(),
});
const Quirk = z.object({
  quirks: z.union([
    z.enum(['ideal', 'realistic']),
    z.array(z.string().refine((name) => name in QUIRKS, 'a quirk by name')),
  ]),
});

const Orders = z.object({
  sellerId: z.string(),
  marketplaceId: z.string(),
  perDay: z.number().min(0).max(100_000),
});

const StockOf = z.object({
  sellerId: z.string(),
  marketplaceId: z.string(),
  sku: z.string().min(1),
  quantity: z.number().int().min(0).max(1_000_000),
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
    if ('speed' in read) await engine.pace(read.speed);
    else if ('freeze' in read) await engine.pace(read.freeze ? 0 : 1);
    else {
      const ms = 'advanceMs' in read ? read.advanceMs : until(engine, read.advanceTo);
      if (ms < 0) return refusal(400, 'BadRequest', 'The clock does not run backwards.');
      await engine.advance(ms);
    }
    return clock(engine);
  },
  'GET hash': async ({ engine }) =>
    accepted({ hash: await engine.atNow((turn) => turn.world.hash()) }),
  'GET snapshot': async ({ engine }) => accepted({ entities: await engine.snapshot() }),
  'POST restore': async ({ engine, throttle }, body) => {
    const { entities }: { entities: readonly StoredEntity[] } = Snapshot.parse(body);
    await engine.restore(entities);
    throttle?.clear();
    return clock(engine);
  },
  'POST reset': async ({ engine, faults, throttle }, body) => {
    const { seed } = Reset.parse(body);
    const sellers = await engine.atNow((turn) => [...turn.world.all('seller')]);
    await engine.reset(seed);
    throttle?.clear();
    faults.replace(
      sellers.flatMap(({ scenario = '' }) => (isScenario(scenario) ? faultsOf(scenario) : [])),
    );
    const opened = [];
    for (const seller of sellers) opened.push(await engine.atNow((turn) => reopen(turn, seller)));
    return accepted({ ...timeOf(engine), sellers: opened });
  },
  'GET scenarios': async () => accepted({ scenarios: SCENARIO_NAMES }),
  'POST scenario': async ({ engine, faults }, body) => {
    const { name, key = name } = Scenario.parse(body);
    faults.replace(faultsOf(name));
    return accepted(await engine.atNow((turn) => openScenario(turn, name, key)));
  },
  'PUT quirks': async ({ engine }, body) => {
    engine.quirk(Quirk.parse(body).quirks);
    return quirksShown(engine);
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
  'GET quirks': async ({ engine }) => quirksShown(engine),
  'GET application': async ({ engine }) =>
    accepted(await engine.atNow(({ dice }) => applicationOf(dice))),
  'GET roles': async ({ engine }) => accepted({ roles: await engine.atNow(rolesOf), known: ROLES }),
  'PUT roles': async ({ engine }, body) => {
    const { roles } = z.object({ roles: z.array(z.enum(ROLES)) }).parse(body);
    await engine.atNow((turn) => turn.world.put('permissions', { id: 'roles', roles }));
    return accepted({ roles, known: ROLES });
  },
  'PUT orders': async ({ engine }, body) => {
    const { sellerId, marketplaceId, perDay } = Orders.parse(body);
    await engine.atNow((turn) => setArrivals(turn, { sellerId, marketplaceId }, perDay));
    return clock(engine);
  },
  'PUT stock': async ({ engine }, body) => {
    const { quantity, ...offer } = StockOf.parse(body);
    const isSet = await engine.atNow((turn) => setUnits(turn, offer, quantity));
    return isSet
      ? accepted({ ...offer, quantity })
      : refusal(404, 'NotFound', `There is no offer ${offer.sku}.`);
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

function until(engine: Engine, to: 'next' | Instant): number {
  if (to !== 'next') return to - engine.now();
  return Math.max(0, (engine.nextDue() ?? engine.now()) - engine.now());
}

function timeOf(engine: Engine): object {
  const next = engine.nextDue();
  return {
    now: new Date(engine.now()).toISOString(),
    speed: engine.speed(),
    ...(next === undefined ? {} : { next: new Date(next).toISOString() }),
  };
}

function clock(engine: Engine): Answer {
  return accepted(timeOf(engine));
}

async function quirksShown(engine: Engine): Promise<Answer> {
  const quirks = await engine.atNow((turn) =>
    Object.entries(QUIRKS).map(([name, thread]) => ({ name, thread, on: turn.quirks.has(name) })),
  );
  return accepted({ quirks });
}

function rolesOf(turn: Turn): readonly string[] {
  return turn.world.read('permissions', 'roles')?.roles ?? ROLES;
}

function reopen(turn: Turn, { key, name, marketplaceIds, scenario = '' }: Seller) {
  if (isScenario(scenario)) return openScenario(turn, scenario, key);
  return provisionSeller(turn, { key, name, marketplaceIds });
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
