import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { SECOND } from '#lib/kernel';

import { type AmazonAnswer, type AmazonFailure, ownMessage } from './answer.ts';
import { backoff } from './backoff.ts';
import { exchange, type Exchange } from './exchange.ts';
import { readMessages } from './error-body.ts';
import type { GatewayOptions } from './options.ts';

export type Download = (url: string, compression?: string) => Promise<AmazonAnswer<Uint8Array>>;

const NAME = 'files.download';
const ATTEMPTS = 4;
const unzip = promisify(gunzip);

/**
 * Fetches a document from a presigned address, which is a secret of its own and goes nowhere else.
 * The access token stays at home: the address alone opens the file.
 */
export function createDownload(options: GatewayOptions): Download {
  return async (url, compression) => {
    if (!URL.canParse(url)) return failed('unexpected-answer', { code: 'unreadable-answer' });
    if (compression !== undefined && compression !== 'GZIP')
      return failed('unexpected-answer', { code: 'unknown-compression', message: compression });
    for (let attempt = 1; ; attempt += 1) {
      const startedAt = options.clock.now();
      const outcome = await exchange(
        options.transport,
        (signal) => new Request(url, { signal }),
        4 * (options.attemptTimeoutMs ?? 30 * SECOND),
      );
      const answer = await readFile(outcome, compression);
      options.record?.({
        operation: NAME,
        at: startedAt,
        attempt,
        milliseconds: options.clock.now() - startedAt,
        ...(outcome.answered ? { status: outcome.status } : {}),
        codes: answer.ok ? [] : answer.failure.messages.map((message) => message.code),
      });
      if (answer.ok || answer.failure.kind === 'rejected' || attempt === ATTEMPTS) return answer;
      await options.sleep(backoff(attempt, SECOND / 2, options.random));
    }
  };
}

async function readFile(
  outcome: Exchange,
  compression: string | undefined,
): Promise<AmazonAnswer<Uint8Array>> {
  if (!outcome.answered)
    return failed('unavailable', { code: outcome.code, message: outcome.cause });
  const { status, body } = outcome;
  if (status === 200) return unpack(body, compression);
  const messages = readMessages(undefined, new TextDecoder().decode(body), withoutAddresses);
  const kind = status >= 500 ? 'unavailable' : status === 429 ? 'throttled' : 'rejected';
  return { ok: false, failure: { kind, operation: NAME, status, messages, uncertain: false } };
}

function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+|\bX-Amz-\S+/gi, '[removed]');
}

async function unpack(
  body: Uint8Array,
  compression: string | undefined,
): Promise<AmazonAnswer<Uint8Array>> {
  // A file store that declares the compression in a header has already been undone by fetch.
  const isZipped = body[0] === 0x1f && body[1] === 0x8b;
  if (compression === undefined || !isZipped) return { ok: true, value: body };
  try {
    return { ok: true, value: await unzip(body) };
  } catch {
    return failed('unavailable', { code: 'unreadable-answer' });
  }
}

function failed(
  kind: AmazonFailure['kind'],
  { code, message }: { code: Parameters<typeof ownMessage>[0]; message?: string },
): AmazonAnswer<never> {
  return {
    ok: false,
    failure: { kind, operation: NAME, messages: [ownMessage(code, message)], uncertain: false },
  };
}
