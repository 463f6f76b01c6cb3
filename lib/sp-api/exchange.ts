import type { OwnCode } from './answer.ts';
import type { Transport } from './options.ts';

/** What became of one request: an answer, or none. */
export type Exchange =
  | {
      readonly answered: true;
      readonly status: number;
      readonly headers: Headers;
      readonly body: Uint8Array;
    }
  | {
      readonly answered: false;
      readonly code: Extract<OwnCode, 'timeout' | 'connection-lost' | 'not-reached'>;
      readonly cause: string;
    };

// The connection never stood, so Amazon cannot have heard the request.
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

class TimedOut extends Error {}

/** Sends one request and reads its whole answer within the time; never throws for the network. */
export async function exchange(
  transport: Transport,
  build: (signal: AbortSignal) => Request,
  timeoutMs: number,
): Promise<Exchange> {
  const abort = new AbortController();
  const request = build(abort.signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimedOut());
      abort.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([carry(transport, request), timeout]);
  } catch (error) {
    if (error instanceof TimedOut) return { answered: false, code: 'timeout', cause: '' };
    const cause = causeCode(error);
    const code = NEVER_SENT.has(cause) ? 'not-reached' : 'connection-lost';
    return { answered: false, code, cause };
  } finally {
    clearTimeout(timer);
  }
}

async function carry(transport: Transport, request: Request): Promise<Exchange> {
  const response = await transport(request);
  const body = new Uint8Array(await response.arrayBuffer());
  return { answered: true, status: response.status, headers: response.headers, body };
}

// Only the system's error code is kept: messages of failed fetches may quote what was sent.
function causeCode(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1)
    if ('code' in at && typeof at.code === 'string' && /^[A-Z_]+$/.test(at.code)) return at.code;
  return '';
}
