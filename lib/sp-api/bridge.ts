import { findOperation } from '#lib/sp-api-contract';
import { type AxiosInstance, create } from 'axios';

import { type AmazonAnswer, ownMessage } from './answer.ts';
import { writeQuery } from './query.ts';
import type { Call, Send } from './send.ts';

/**
 * An axios in name only: the generated API classes build their requests with it, and every one
 * comes out here as a call of ours. Its response's data is our answer, so nothing of axios, which
 * keeps headers in its errors, reaches a caller.
 */
export function createBridge(endpoint: string, send: Send): AxiosInstance {
  return create({
    transformResponse: [],
    adapter: async (config) => {
      const call = readCall(endpoint, {
        method: (config.method ?? 'get').toUpperCase(),
        url: config.url ?? '',
        headers: config.headers.toJSON(),
        body: config.data,
      });
      const data = call ? await send(call) : unaddressable();
      return { data, status: 200, statusText: '', headers: {}, config };
    },
  });
}

type Config = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

/** The call behind a method and an address below the endpoint, or undefined when Amazon has none. */
export function readCall(endpoint: string, config: Config): Call | undefined {
  const [path, query] = split(config.url.slice(endpoint.length), '?');
  const operation = findOperation(config.method, path)?.operation;
  if (!operation) return undefined;
  const written = writeQuery(operation, query);
  const body = typeof config.body === 'string' && config.body !== '' ? config.body : undefined;
  return {
    operation,
    url: `${endpoint}${path}${written === '' ? '' : `?${written}`}`,
    headers: wanted(config.headers, body !== undefined),
    ...(body === undefined ? {} : { body }),
  };
}

function wanted(headers: Readonly<Record<string, unknown>>, hasBody: boolean) {
  const kept: Record<string, string> = hasBody ? { 'content-type': 'application/json' } : {};
  for (const [name, value] of Object.entries(headers))
    if (name.toLowerCase().startsWith('x-amzn-')) kept[name.toLowerCase()] = String(value);
  return kept;
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

// A SKU of "." or ".." is taken for a folder by every URL reader, encoded or not.
function unaddressable(): AmazonAnswer<never> {
  return {
    ok: false,
    failure: {
      kind: 'rejected',
      operation: 'unknown',
      messages: [ownMessage('unaddressable')],
      uncertain: false,
    },
  };
}
