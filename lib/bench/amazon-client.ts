import { invariant } from '#lib/kernel';
import { operationOf } from '#lib/sp-api-contract';
import {
  createSimulator,
  memoryStore,
  type Provisioned,
  type Simulator,
} from '#lib/sp-api-simulator';
import { plainDocuments } from '#lib/sp-api-simulator/server';

export const US = 'ATVPDKIKX0DER';
export const START = Date.UTC(2026, 10, 23, 9, 0, 0);

export type Body = ReturnType<typeof JSON.parse>;
export type Input = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: readonly (readonly [string, string])[];
  readonly body?: unknown;
};

export type Bench = {
  readonly simulator: Simulator;
  readonly seller: Provisioned;
  /** Every call by name, in milliseconds. */
  readonly times: Map<string, number[]>;
  readonly call: (api: string, id: string, input?: Input) => Promise<Body>;
  readonly perform: (id: string, input?: Input) => Promise<Body>;
};

/** A simulator of its own that stands still, and a client that takes the time of every call. */
export async function open(
  scenario: 'empty' | 'volume',
  quirks: readonly string[] = [],
): Promise<Bench> {
  const simulator = await createSimulator({
    seed: 7,
    clock: { now: () => START },
    begin: { at: START, speed: 0 },
    store: memoryStore(),
    documents: plainDocuments,
    latency: { minMs: 0, maxMs: 0 },
    throttle: false,
    control: true,
    quirks,
  });
  const seller = await simulator.openScenario(scenario);
  const times = new Map<string, number[]>();
  let token = await tokenOf(simulator, seller);
  const call: Bench['call'] = async (api, id, input = {}) => {
    const request = requestOf(api, id, input, token);
    const start = performance.now();
    const response = await simulator.fetch(request);
    const text = await response.text();
    times.set(id, [...(times.get(id) ?? []), performance.now() - start]);
    if (response.status === 403 && text.includes('expired')) {
      token = await tokenOf(simulator, seller);
      return call(api, id, input);
    }
    invariant(response.status < 300, `${id} ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const perform: Bench['perform'] = async (id, input) => {
    const started = await call('inbound', id, input);
    const path = { operationId: String(started.operationId) };
    const ended = await call('inbound', 'getInboundOperationStatus', { path });
    invariant(ended.operationStatus === 'SUCCESS', `${id} ${JSON.stringify(ended)}`);
    return started;
  };
  return { simulator, seller, times, call, perform };
}

function requestOf(api: string, id: string, input: Input, token: string): Request {
  const operation = operationOf(api, id);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(input.path?.[name] ?? ''),
  );
  const query = new URLSearchParams((input.query ?? []).map(([name, value]) => [name, value]));
  return new Request(`https://sellingpartnerapi.example${path}?${query.toString()}`, {
    method: operation.method,
    headers: { 'x-amz-access-token': token, 'content-type': 'application/json' },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  });
}

async function tokenOf(simulator: Simulator, seller: Provisioned): Promise<string> {
  const response = await simulator.fetch(
    new Request('https://api.example/auth/o2/token', {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: seller.refreshToken,
        client_id: seller.clientId,
        client_secret: seller.clientSecret,
      }),
    }),
  );
  const { access_token: token }: Body = await response.json();
  return String(token);
}

type Listed = { readonly key: string; readonly size?: number };

export async function pages(
  { call }: Bench,
  id: string,
  { key, size = 20 }: Listed,
  input: Input,
): Promise<Body[]> {
  const found: Body[] = [];
  let next: string | undefined;
  do {
    const page: [string, string][] = [['pageSize', String(size)]];
    if (next !== undefined) page.push(['paginationToken', next]);
    const body = await call('inbound', id, { ...input, query: [...(input.query ?? []), ...page] });
    found.push(...body[key]);
    next = body.pagination?.nextToken;
  } while (next !== undefined);
  return found;
}
