import { SECOND } from '#lib/kernel';

import { type AmazonAnswer, type AmazonMessage, ownMessage } from './answer.ts';
import { backoff } from './backoff.ts';
import { exchange } from './exchange.ts';
import type { GatewayOptions } from './options.ts';

export type Upload = (
  url: string,
  file: { readonly contentType: string; readonly bytes: Uint8Array },
) => Promise<AmazonAnswer<undefined>>;

const NAME = 'files.upload';
const ATTEMPTS = 4;

/**
 * Puts a document behind a presigned address, which is a secret of its own and goes nowhere else.
 * The content type must be the one that was announced; putting the same file twice changes nothing.
 */
export function createUpload(options: GatewayOptions): Upload {
  return async (url, { contentType, bytes }) => {
    if (!URL.canParse(url)) return failed('unexpected-answer', ownMessage('unreadable-answer'));
    for (let attempt = 1; ; attempt += 1) {
      const startedAt = options.clock.now();
      const outcome = await exchange(
        options.transport,
        (signal) =>
          new Request(url, {
            method: 'PUT',
            headers: { 'content-type': contentType },
            body: new Uint8Array(bytes),
            signal,
          }),
        4 * (options.attemptTimeoutMs ?? 30 * SECOND),
      );
      const status = outcome.answered ? outcome.status : undefined;
      options.record?.({
        operation: NAME,
        at: startedAt,
        attempt,
        milliseconds: options.clock.now() - startedAt,
        ...(status === undefined ? {} : { status }),
        codes: [],
      });
      if (status !== undefined && status >= 200 && status < 300)
        return { ok: true, value: undefined };
      if (status !== undefined && status >= 400 && status < 500)
        return failed('rejected', ownMessage('upload-refused'), status);
      if (attempt === ATTEMPTS)
        return failed(
          'unavailable',
          outcome.answered ? ownMessage('upload-refused') : ownMessage(outcome.code),
          status,
        );
      await options.sleep(backoff(attempt, SECOND / 2, options.random));
    }
  };
}

function failed(
  kind: 'rejected' | 'unavailable' | 'unexpected-answer',
  message: AmazonMessage,
  status?: number,
): AmazonAnswer<never> {
  return {
    ok: false,
    failure: {
      kind,
      operation: NAME,
      ...(status === undefined ? {} : { status }),
      messages: [message],
      uncertain: false,
    },
  };
}
