import { randomUUID } from 'node:crypto';

import type { Clock, Instant } from '#lib/kernel';

import type { Answer } from './answer.ts';
import { createEngine, type EngineOptions } from './engine.ts';
import { answerControl } from './control.ts';
import { createFaults } from './faults.ts';
import { deniedFile, openFile, takeUpload, type SimulatorDocuments } from './files.ts';
import { addListings, type SimulatorListing } from './listings/add.ts';
import { createRouter } from './router.ts';
import { type Provisioned, provisionSeller, type ProvisionInput } from './sellers/provision.ts';
import { faultsOf, openScenario, type ScenarioName } from './scenarios.ts';
import { createThrottle } from './throttle.ts';

export type SimulatorOptions = EngineOptions & {
  readonly documents: SimulatorDocuments;
  readonly throttle?: boolean;
  /** Refills the quotas as well; for a world whose own time stands still. */
  readonly throttleClock?: Clock;
  /** Where the application is to be found after a seller's consent, unless the link says it. */
  readonly redirectUri?: string;
  /** Opens /_sim/*: clock, snapshots, faults. Never for a client that is not trusted. */
  readonly control?: boolean;
};

export type Simulator = {
  /** Any origin; routed by path; links to files point back to the request's own origin. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly now: () => Instant;
  /** Skips ahead; what falls due on the way happens in order. */
  readonly advance: (ms: number) => Promise<void>;
  /** The same key gives the same seller. */
  readonly provisionSeller: (input: ProvisionInput) => Promise<Provisioned>;
  /** Opens the account of a scenario; its faults strike from then on. */
  readonly openScenario: (name: ScenarioName, key?: string) => Promise<Provisioned>;
  /** Makes listings exist at Amazon; one with the same SKU in the same store is replaced. */
  readonly addListings: (sellerId: string, listings: readonly SimulatorListing[]) => Promise<void>;
  readonly stateHash: () => Promise<string>;
};

export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const engine = await createEngine(options);
  const faults = createFaults();
  const throttle = options.throttle === false ? undefined : createThrottle(options.throttleClock);
  const route = createRouter({ throttle, faults, redirectUri: options.redirectUri });
  const desk = { engine, faults, throttle };
  const openedFile = async (token: string, requestId: string): Promise<Response> => {
    const job = await engine.atNow((turn) => openFile(turn, token));
    if (job === 'denied') return deniedFile(requestId, engine.now());
    const bytes = await job.draw(options.documents);
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': job.contentType } });
  };
  const takenFile = async (request: Request, token: string, requestId: string) => {
    const contentType = request.headers.get('content-type');
    const file = { contentType, bytes: await request.arrayBuffer() };
    const taken = await engine.atNow((turn) => takeUpload(turn, token, file));
    return taken === 'denied' ? deniedFile(requestId, engine.now()) : new Response(null);
  };
  return {
    now: engine.now,
    advance: engine.advance,
    provisionSeller: (input) => engine.atNow((turn) => provisionSeller(turn, input)),
    openScenario: (name, key = name) => {
      faults.replace(faultsOf(name));
      return engine.atNow((turn) => openScenario(turn, name, key));
    },
    addListings: (sellerId, listings) =>
      engine.atNow((turn) => addListings(turn, sellerId, listings)),
    stateHash: () => engine.atNow((turn) => turn.world.hash()),
    fetch: async (request) => {
      const requestId = randomUUID();
      const url = new URL(request.url);
      try {
        if (url.pathname.startsWith(FILES) && request.method === 'PUT')
          return await takenFile(request, url.pathname.slice(FILES.length), requestId);
        if (url.pathname.startsWith(FILES))
          return await openedFile(url.pathname.slice(FILES.length), requestId);
        const bodyText = await request.text();
        if (options.control === true && url.pathname.startsWith(CONTROL))
          return respond(await answerControl(desk, { request, url, bodyText }), requestId);
        const answer = await engine.atNow((turn) => route(turn, { request, url, bodyText }));
        if (answer.lost) await lose(answer.lost, request.signal);
        return respond(answer, requestId);
      } catch (error) {
        if (error instanceof LostAnswer) throw error;
        return respond(INTERNAL_FAILURE, requestId);
      }
    },
  };
}

const FILES = '/_files/';
const CONTROL = '/_sim/';

// `fetch` fails with a TypeError when the connection breaks; so does this one.
class LostAnswer extends TypeError {}

async function lose(lost: NonNullable<Answer['lost']>, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, lost.delayMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  if (lost.how !== 'late') throw new LostAnswer(`the answer was lost: ${lost.how}`);
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
  if (answer.text !== undefined)
    return new Response(answer.text, { status: answer.status, headers });
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  headers['content-type'] = 'application/json';
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}
