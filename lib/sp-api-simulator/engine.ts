import { type Clock, type Instant, invariant } from '#lib/kernel';

import { type Agenda, createAgenda } from './events.ts';
import { happen } from './handlers.ts';
import { createDice, type Dice } from './hash.ts';
import { createSnapshots } from './snapshots.ts';
import { type QuirkChoice, quirksOf } from './quirks.ts';
import type { StoredEntity, WorldStore } from './store.ts';
import type { Latency, Turn } from './turn.ts';
import { createWorld, replaceWorld, type World } from './world.ts';

export type EngineOptions = {
  readonly seed: number;
  /** The wall clock; simulated time is this plus what was skipped. */
  readonly clock: Clock;
  readonly store: WorldStore;
  readonly latency?: Latency;
  readonly quirks?: QuirkChoice;
};

/** Turns the world: one change after another, each saved before anybody hears of it. */
export type Engine = {
  readonly now: () => Instant;
  /** Lets happen what is due, then acts. */
  readonly atNow: <T>(act: (turn: Turn) => T) => Promise<T>;
  readonly advance: (ms: number) => Promise<void>;
  /** When the next thing falls due. */
  readonly nextDue: () => Instant | undefined;
  readonly snapshot: () => Promise<readonly StoredEntity[]>;
  readonly restore: (stored: readonly StoredEntity[]) => Promise<void>;
  readonly dice: Dice;
};

const DEFAULT_LATENCY: Latency = { minMs: 1_000, maxMs: 3_000 };

export async function createEngine(options: EngineOptions): Promise<Engine> {
  const dice = createDice(options.seed);
  const world = createWorld(await options.store.load());
  const quirks = quirksOf(options.quirks ?? 'ideal');
  const snapshots = createSnapshots();
  const latency = options.latency ?? DEFAULT_LATENCY;
  let agenda: Agenda = createAgenda(world);

  const now = () => options.clock.now() + (world.read('clock', 'clock')?.offsetMs ?? 0);
  const schedule: Turn['schedule'] = ({ at, kind, ref, step = '' }) => {
    const id = dice.hex('event', kind, ref, step, String(at)).slice(0, 32);
    if (world.read('event', id)) return;
    const event = { id, at, kind, ref, step };
    world.put('event', event);
    agenda.add(event);
  };
  const turnAt = (at: Instant): Turn => ({
    world,
    now: at,
    dice,
    quirks,
    latency,
    snapshots,
    schedule,
  });
  const settle = (until: Instant) => {
    for (let event = agenda.take(until); event; event = agenda.take(until)) {
      world.remove('event', event.id);
      happen(turnAt(event.at), event);
    }
  };
  const inTurn = createQueue(world, options.store, () => {
    agenda = createAgenda(world);
  });
  return {
    now,
    dice,
    nextDue: () => agenda.next()?.at,
    snapshot: () => inTurn(() => world.entities()),
    restore: (stored) =>
      inTurn(() => {
        replaceWorld(world, stored);
        agenda = createAgenda(world);
      }),
    atNow: (act) =>
      inTurn(() => {
        const at = now();
        settle(at);
        const result = act(turnAt(at));
        settle(at);
        return result;
      }),
    advance: (ms) => {
      invariant(ms >= 0, 'time does not run backwards');
      return inTurn(() => {
        const offsetMs = world.read('clock', 'clock')?.offsetMs ?? 0;
        settle(now() + ms);
        world.put('clock', { id: 'clock', offsetMs: offsetMs + ms });
      });
    },
  };
}

/** Runs changes strictly one after another; one that fails, or cannot be saved, never was. */
function createQueue(
  world: World,
  store: WorldStore,
  afterRollback: () => void,
): <T>(act: () => T) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(act: () => T): Promise<T> => {
    const run = async () => {
      try {
        const result = act();
        const { put, remove } = world.pending();
        if (put.length + remove.length > 0) await store.save(put, remove);
        world.commit();
        return result;
      } catch (error) {
        world.rollback();
        afterRollback();
        throw error;
      }
    };
    const result = tail.then(run, run);
    tail = result.catch(() => undefined);
    return result;
  };
}
