import { invariant } from '#lib/kernel';
import { isGrantless, type Operation, operationOf } from '#lib/sp-api-contract';

import type { Provisioned, Simulator } from '../index.ts';
import { modelCheck, modelsFolder } from './models.ts';

const folder = modelsFolder();
const check = folder === undefined ? undefined : modelCheck(folder);

export type Reply = {
  readonly status: number;
  // Tests read answers loosely; what they may hold is checked against Amazon's model.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
};

type Input = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: readonly (readonly [string, string])[];
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A client that asks the simulator over `Request` and holds every answer against Amazon's model. */
export type TestClient = {
  readonly seller: Provisioned;
  readonly call: (api: string, id: string, input?: Input) => Promise<Reply>;
  /** Starts a write, waits until it is done, and gives back what became of it. */
  readonly perform: (id: string, input: Input) => Promise<Reply>;
  readonly pages: (
    id: string,
    key: string,
    input: Input,
    pageSize?: number,
  ) => Promise<Reply['body'][]>;
};

/** Some quirks break the model on purpose; only with them are answers taken unchecked. */
export async function connect(
  simulator: Simulator,
  seller: Provisioned,
  checked = true,
): Promise<TestClient> {
  let token = await accessToken(simulator, seller);
  let grantless: string | undefined;
  const tokenFor = async (operation: Operation) => {
    if (!isGrantless(operation)) return token;
    grantless ??= await grantlessToken(simulator, seller);
    return grantless;
  };
  const call = async (api: string, id: string, input: Input = {}): Promise<Reply> => {
    const operation = operationOf(api, id);
    const reply = await send(simulator, operation, { token: await tokenFor(operation), ...input });
    const wrong = checked ? check?.(operation, reply.status, reply.body) : undefined;
    if (wrong) throw new Error(`${id} ${reply.status}: ${wrong} in ${JSON.stringify(reply.body)}`);
    const details: unknown = reply.body?.errors?.[0]?.details;
    if (reply.status === 403 && input.token === undefined && String(details).includes('expired')) {
      token = await accessToken(simulator, seller);
      grantless = undefined;
      return call(api, id, input);
    }
    return reply;
  };
  return {
    seller,
    call,
    perform: async (id, input) => {
      const started = await call('inbound', id, input);
      if (started.status !== 202) return started;
      for (let round = 0; round < 200; round += 1) {
        const status = await call('inbound', 'getInboundOperationStatus', {
          path: { operationId: String(started.body.operationId) },
        });
        if (status.body.operationStatus !== 'IN_PROGRESS')
          return { ...status, body: { ...started.body, ...status.body } };
        await simulator.advance(500);
      }
      throw new Error(`${id} does not end`);
    },
    pages: async (id, key, input, pageSize = 10) => {
      const found: Reply['body'][] = [];
      let next: string | undefined;
      do {
        const query: [string, string][] = [['pageSize', String(pageSize)]];
        if (next !== undefined) query.push(['paginationToken', next]);
        const reply = await call('inbound', id, {
          ...input,
          query: [...(input.query ?? []), ...query],
        });
        invariant(reply.status === 200, `${id} ${JSON.stringify(reply.body)}`);
        found.push(...reply.body[key]);
        next = reply.body.pagination?.nextToken;
      } while (next !== undefined);
      return found;
    },
  };
}

export function accessToken(simulator: Simulator, seller: Provisioned): Promise<string> {
  return tokenBy(simulator, seller, {
    grant_type: 'refresh_token',
    refresh_token: seller.refreshToken,
  });
}

/** A token of the application itself, for what belongs to no seller. */
export function grantlessToken(simulator: Simulator, seller: Provisioned): Promise<string> {
  return tokenBy(simulator, seller, {
    grant_type: 'client_credentials',
    scope: 'sellingpartnerapi::notifications',
  });
}

async function tokenBy(
  simulator: Simulator,
  seller: Provisioned,
  grant: Readonly<Record<string, string>>,
): Promise<string> {
  const response = await simulator.fetch(
    new Request('https://api.test/auth/o2/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        ...grant,
        client_id: seller.clientId,
        client_secret: seller.clientSecret,
      }).toString(),
    }),
  );
  const body = (await response.json()) as { access_token: string };
  return body.access_token;
}

async function send(simulator: Simulator, operation: Operation, input: Input): Promise<Reply> {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(input.path?.[name] ?? ''),
  );
  const query = new URLSearchParams((input.query ?? []).map(([name, value]) => [name, value]));
  const search = query.size > 0 ? `?${query.toString()}` : '';
  const response = await simulator.fetch(
    new Request(`https://sellingpartnerapi.test${path}${search}`, {
      method: operation.method,
      headers: {
        'x-amz-access-token': input.token ?? '',
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...input.headers,
      },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    }),
  );
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}
