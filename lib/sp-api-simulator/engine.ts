import { type Clock, type Instant, invariant } from '#lib/kernel';

import { type Agenda, createAgenda } from './events.ts';
import { happen } from './handlers.ts';
import { createDice } from './hash.ts';
import { type Pace, worldClock } from './pace.ts';
import { announce } from './notifications/announce.ts';
import { createSnapshots } from './snapshots.ts';
import { type QuirkChoice, quirksOf } from './quirks.ts';
import type { StoredEntity, WorldStore } from './store.ts';
import type { Latency, Turn } from './turn.ts';
import { createWorld, replaceWorld, type World } from './world.ts';

export type EngineOptions = {
  readonly seed: number;
  /** The wall clock; simulated time is this plus what was skipped. */
  readonly clock: Clock;
  /** A time to begin with and how fast it runs from there; without it, the wall clock's own. */
  readonly begin?: Pace;
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
  /** How many simulated seconds a second takes from now on; 0 stands still. */
  readonly pace: (speed: number) => Promise<void>;
  readonly speed: () => number;
  /** When the next thing falls due. */
  readonly nextDue: () => Instant | undefined;
  readonly snapshot: () => Promise<readonly StoredEntity[]>;
  readonly restore: (stored: readonly StoredEntity[]) => Promise<void>;
  /** Empties the world; with another seed, everything in it will be named and drawn anew. */
  readonly reset: (seed?: number) => Promise<void>;
  readonly quirk: (choice: QuirkChoice) => void;
};

const DEFAULT_LATENCY: Latency = { minMs: 1_000, maxMs: 3_000 };

export async function createEngine(options: EngineOptions): Promise<Engine> {
  let dice = createDice(options.seed);
  const world = createWorld(await options.store.load());
  let quirks = quirksOf(options.quirks ?? 'ideal');
  const snapshots = createSnapshots();
  const latency = options.latency ?? DEFAULT_LATENCY;
  let agenda: Agenda = createAgenda(world);

  const time = worldClock(world, options.clock, options.begin);
  const { now } = time;
  const schedule: Turn['schedule'] = ({ at, kind, ref, step = '' }) => {
    const id = dice.hex('event', kind, ref, step, String(at)).slice(0, 32);
    if (world.read('event', id)) return;
    const event = { id, at, kind, ref, step };
    world.put('event', event);
    agenda.add(event);
  };
  const turnAt = (at: Instant): Turn => {
    return { world, now: at, dice, quirks, latency, snapshots, schedule };
  };
  const settle = (until: Instant) => {
    for (let event = agenda.take(until); event; event = agenda.take(until)) {
      world.remove('event', event.id);
      happen(turnAt(event.at), event);
      announce(turnAt(event.at));
    }
  };
  const inTurn = createQueue(world, options.store, () => {
    agenda = createAgenda(world);
  });
  await inTurn(time.begin);
  return {
    now,
    nextDue: () => agenda.next()?.at,
    snapshot: () => inTurn(() => world.entities()),
    restore: (stored) =>
      inTurn(() => {
        replaceWorld(world, stored);
        world.takeChanges();
        agenda = createAgenda(world);
      }),
    reset: (seed) =>
      inTurn(() => {
        replaceWorld(world, []);
        world.takeChanges();
        if (seed !== undefined) dice = createDice(seed);
        time.begin();
        agenda = createAgenda(world);
      }),
    quirk: (choice) => {
      quirks = quirksOf(choice);
    },
    speed: time.speed,
    pace: (speed) =>
      inTurn(() => {
        settle(now());
        time.pace(speed);
      }),
    atNow: (act) =>
      inTurn(() => {
        const at = now();
        settle(at);
        const result = act(turnAt(at));
        announce(turnAt(at));
        settle(at);
        return result;
      }),
    advance: (ms) => {
      invariant(ms >= 0, 'time does not run backwards');
      return inTurn(() => {
        settle(now() + ms);
        time.skip(ms);
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
