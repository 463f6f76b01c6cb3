import { randomUUID } from 'node:crypto';

import { type Clock, type Instant, invariant } from '#lib/kernel';

import type { Answer } from './answer.ts';
import { type Agenda, createAgenda } from './events.ts';
import { deniedFile, openFile, type SimulatorDocuments } from './files.ts';
import { createDice } from './hash.ts';
import { addListings, type SimulatorListing } from './listings/add.ts';
import { createSnapshots } from './paging.ts';
import { quirksOf, type QuirkChoice } from './quirks.ts';
import { happen } from './handlers.ts';
import { createRouter } from './router.ts';
import { type Provisioned, provisionSeller, type ProvisionInput } from './sellers/provision.ts';
import type { WorldStore } from './store.ts';
import { createThrottle } from './throttle.ts';
import type { Latency, Turn } from './turn.ts';
import { createWorld } from './world.ts';

export type SimulatorOptions = {
  readonly seed: number;
  /** The wall clock; simulated time is this plus what was skipped. */
  readonly clock: Clock;
  readonly store: WorldStore;
  readonly documents: SimulatorDocuments;
  readonly latency?: Latency;
  readonly quirks?: QuirkChoice;
  readonly throttle?: boolean;
};

export type Simulator = {
  /** Any origin; routed by path; links to files point back to the request's own origin. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly now: () => Instant;
  /** Skips ahead; what falls due on the way happens in order. */
  readonly advance: (ms: number) => Promise<void>;
  /** The same key gives the same seller. */
  readonly provisionSeller: (input: ProvisionInput) => Promise<Provisioned>;
  /** Makes listings exist at Amazon; one with the same SKU in the same store is replaced. */
  readonly addListings: (sellerId: string, listings: readonly SimulatorListing[]) => Promise<void>;
  readonly stateHash: () => Promise<string>;
};

const DEFAULT_LATENCY: Latency = { minMs: 1_000, maxMs: 3_000 };

export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const dice = createDice(options.seed);
  const world = createWorld(await options.store.load());
  const quirks = quirksOf(options.quirks ?? 'ideal');
  const snapshots = createSnapshots();
  const latency = options.latency ?? DEFAULT_LATENCY;
  let agenda: Agenda = createAgenda(world);

  const now = () => options.clock.now() + (world.read('clock', 'clock')?.offsetMs ?? 0);
  const turnAt = (at: Instant): Turn => ({
    world,
    now: at,
    dice,
    quirks,
    latency,
    snapshots,
    schedule: ({ at: when, kind, ref, step = '' }) => {
      const id = dice.hex('event', kind, ref, step, String(when)).slice(0, 32);
      const event = { id, at: when, kind, ref, step };
      if (world.read('event', id)) return;
      world.put('event', event);
      agenda.add(event);
    },
  });
  const settle = (until: Instant) => {
    for (let event = agenda.take(until); event; event = agenda.take(until)) {
      world.remove('event', event.id);
      happen(turnAt(event.at), event);
    }
  };
  // Everything is done one after another, and nothing is answered that is not saved.
  let tail: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => T): Promise<T> => {
    const run = async () => {
      try {
        const result = act();
        const { put, remove } = world.pending();
        if (put.length + remove.length > 0) await options.store.save(put, remove);
        world.commit();
        return result;
      } catch (error) {
        world.rollback();
        agenda = createAgenda(world);
        throw error;
      }
    };
    const result = tail.then(run, run);
    tail = result.catch(() => undefined);
    return result;
  };
  const atNow = <T>(act: (turn: Turn) => T): Promise<T> =>
    inTurn(() => {
      const at = now();
      settle(at);
      const result = act(turnAt(at));
      settle(at);
      return result;
    });

  const route = createRouter(options.throttle === false ? undefined : createThrottle());

  return {
    now,
    advance: (ms) => {
      invariant(ms >= 0, 'time does not run backwards');
      return inTurn(() => {
        const offsetMs = world.read('clock', 'clock')?.offsetMs ?? 0;
        settle(now() + ms);
        world.put('clock', { id: 'clock', offsetMs: offsetMs + ms });
      });
    },
    provisionSeller: (input) => atNow((turn) => provisionSeller(turn, input)),
    addListings: (sellerId, listings) => atNow((turn) => addListings(turn, sellerId, listings)),
    stateHash: () => atNow(() => world.hash()),
    fetch: async (request) => {
      const requestId = randomUUID();
      const url = new URL(request.url);
      try {
        if (url.pathname.startsWith('/_files/')) {
          const job = await atNow((turn) => openFile(turn, url.pathname.slice('/_files/'.length)));
          if (job === 'denied') return deniedFile(requestId, now());
          const bytes = await job.draw(options.documents);
          return new Response(new Uint8Array(bytes), {
            headers: { 'content-type': job.contentType },
          });
        }
        const bodyText = await request.text();
        const answer = await atNow((turn) => route(turn, { request, url, bodyText }));
        return respond(answer, requestId);
      } catch {
        return respond(INTERNAL_FAILURE, requestId);
      }
    },
  };
}

const INTERNAL_FAILURE: Answer = {
  status: 500,
  body: {
    errors: [
      {
        code: 'InternalFailure',
        message: 'We encountered an internal error. Please try again.',
        details: '',
      },
    ],
  },
};

function respond(answer: Answer, requestId: string): Response {
  const headers: Record<string, string> = { 'x-amzn-requestid': requestId, ...answer.headers };
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  headers['content-type'] = 'application/json';
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}
