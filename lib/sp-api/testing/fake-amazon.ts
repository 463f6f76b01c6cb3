import { createGateway, type CallRecord, type Gateway, type GatewayOptions } from '../index.ts';

export const ENDPOINT = 'https://sellingpartnerapi-na.amazon.com';
export const TOKEN_ENDPOINT = 'https://api.amazon.com/auth/o2/token';
export const CREDENTIALS = {
  clientId: 'amzn1.application-oa2-client.1234',
  clientSecret: 'amzn1.oa2-cs.v1.s3cr3t',
  refreshToken: 'Atzr|refresh-me',
};

/** What the fake heard: everything but the token requests. */
export type Heard = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Reply = (heard: Heard, count: number) => Response | Promise<Response>;

export type FakeAmazon = {
  readonly gateway: Gateway;
  readonly heard: Heard[];
  readonly tokensAsked: Heard[];
  readonly records: CallRecord[];
  readonly slept: number[];
  readonly clock: { time: number; now: () => number };
};

export function json(status: number, body: unknown, headers: Record<string, string> = {}) {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': 'request-1', ...headers },
  });
}

export function amazonError(status: number, code: string, message = 'no', details?: string) {
  return json(status, { errors: [{ code, message, ...(details ? { details } : {}) }] });
}

export function granted(token = 'Atza|token-1', seconds: unknown = 3600) {
  return json(200, { access_token: token, token_type: 'bearer', expires_in: seconds });
}

/** A gateway that talks to `reply`; time passes only while it sleeps. */
export function fakeAmazon(
  reply: Reply,
  options: Partial<GatewayOptions> & { readonly grant?: Reply } = {},
): FakeAmazon {
  const heard: Heard[] = [];
  const tokensAsked: Heard[] = [];
  const records: CallRecord[] = [];
  const slept: number[] = [];
  const clock = { time: 1_780_000_000_000, now: () => clock.time };
  const { grant = () => granted(), ...others } = options;
  const gateway = createGateway({
    transport: async (request) => {
      const said = await hear(request);
      if (request.url.startsWith(TOKEN_ENDPOINT)) {
        tokensAsked.push(said);
        return grant(said, tokensAsked.length);
      }
      heard.push(said);
      return reply(said, heard.length);
    },
    endpoint: ENDPOINT,
    tokenEndpoint: TOKEN_ENDPOINT,
    credentials: CREDENTIALS,
    sellerId: 'A1SELLER',
    clock,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      clock.time += milliseconds;
    },
    random: () => 0.5,
    record: (call) => records.push(call),
    ...others,
  });
  return { gateway, heard, tokensAsked, records, slept, clock };
}

async function hear(request: Request): Promise<Heard> {
  return {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  };
}
