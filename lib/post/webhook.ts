import { lookup } from 'node:dns';
import { request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Instant, problem, SECOND } from '#lib/kernel';
import { type Carried, notCarried } from './carried.ts';
import { isPublicAddress } from './public-address.ts';
import { signatureHeaders } from './sign.ts';
import { checkWebhookUrl } from './targets.ts';

export type WebhookCall = {
  /** The same for every try of the same call. */
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly at: Instant;
  readonly body: string;
};

export type WebhookOptions = {
  /** Lets calls into the network around this machine, and without encryption. */
  readonly allowsPrivate: boolean;
  readonly timeoutMs?: number;
};

const GONE = 410;

/**
 * Calls a webhook once. A redirect is not followed: it could lead into the house, and would carry
 * what is for one receiver to another.
 */
export async function callWebhook(call: WebhookCall, options: WebhookOptions): Promise<Carried> {
  const checked = checkWebhookUrl(call.url, options);
  if (!checked.ok) {
    const [found = problem('webhook-url-not-readable')] = checked.problems;
    return notCarried(found, { isFinal: true });
  }
  const url = new URL(checked.value);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!options.allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return leadsInside();
  try {
    return judge(await send(url, call, options));
  } catch (error) {
    if (error instanceof LeadsInside) return leadsInside();
    return notCarried(problem('webhook-silent', { reason: reasonOf(error) }));
  }
}

function judge(status: number): Carried {
  if (status >= 200 && status < 300) return { ok: true };
  if (status >= 300 && status < 400)
    return notCarried(problem('webhook-redirected', { status }), { isFinal: true });
  return notCarried(problem('webhook-refused', { status }), { isFinal: status === GONE });
}

class LeadsInside extends Error {}

function leadsInside(): Carried {
  return notCarried(problem('webhook-address-private'), { isFinal: true });
}

// Looked at where the connection is made: an address that was checked before could be another by now.
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    if (!found.every(({ address }) => isPublicAddress(address)))
      return callback(new LeadsInside(), []);
    const [first] = found;
    if (options.all === true || !first) return callback(null, found);
    return callback(null, first.address, first.family);
  });
};

function send(url: URL, call: WebhookCall, options: WebhookOptions): Promise<number> {
  const { id, secret, body } = call;
  const signal = AbortSignal.timeout(options.timeoutMs ?? 10 * SECOND);
  const settings: RequestOptions = {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Firstleg-Webhook/1',
      ...signatureHeaders(secret, { id, seconds: Math.floor(call.at / SECOND), body }),
    },
    signal,
    // A connection of its own, so that its address is looked up now.
    agent: false,
    ...(!options.allowsPrivate && { lookup: publicLookup }),
  };
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const sent = request(url, settings, (answer) => {
      resolve(answer.statusCode ?? 0);
      // What it says does not matter, and may be endless.
      answer.destroy();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
