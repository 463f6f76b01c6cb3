import { randomUUID } from 'node:crypto';

import type { Instant } from '#lib/kernel';

import type { Answer } from './answer.ts';
import { createEngine, type EngineOptions } from './engine.ts';
import { deniedFile, openFile, type SimulatorDocuments } from './files.ts';
import { addListings, type SimulatorListing } from './listings/add.ts';
import { createRouter } from './router.ts';
import { type Provisioned, provisionSeller, type ProvisionInput } from './sellers/provision.ts';
import { createThrottle } from './throttle.ts';

export type SimulatorOptions = EngineOptions & {
  readonly documents: SimulatorDocuments;
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

export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const engine = await createEngine(options);
  const route = createRouter(options.throttle === false ? undefined : createThrottle());
  const openedFile = async (token: string, requestId: string): Promise<Response> => {
    const job = await engine.atNow((turn) => openFile(turn, token));
    if (job === 'denied') return deniedFile(requestId, engine.now());
    const bytes = await job.draw(options.documents);
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': job.contentType } });
  };
  return {
    now: engine.now,
    advance: engine.advance,
    provisionSeller: (input) => engine.atNow((turn) => provisionSeller(turn, input)),
    addListings: (sellerId, listings) =>
      engine.atNow((turn) => addListings(turn, sellerId, listings)),
    stateHash: () => engine.atNow((turn) => turn.world.hash()),
    fetch: async (request) => {
      const requestId = randomUUID();
      const url = new URL(request.url);
      try {
        if (url.pathname.startsWith(FILES))
          return await openedFile(url.pathname.slice(FILES.length), requestId);
        const bodyText = await request.text();
        const answer = await engine.atNow((turn) => route(turn, { request, url, bodyText }));
        return respond(answer, requestId);
      } catch {
        return respond(INTERNAL_FAILURE, requestId);
      }
    },
  };
}

const FILES = '/_files/';

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
