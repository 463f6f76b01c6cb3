import { SECOND } from '#lib/kernel';

import { type AmazonAnswer, type AmazonFailure, ownMessage } from './answer.ts';
import { exchange } from './exchange.ts';
import { isRecord, readMessages } from './error-body.ts';
import type { Transport } from './options.ts';
import { createRedact } from './redact.ts';
import { LWA } from './tokens.ts';

export type ConsentLink = {
  /** Seller Central of the store: https://sellercentral.amazon.com */
  readonly sellerCentral: string;
  readonly applicationId: string;
  readonly state: string;
  readonly redirectUri: string;
  readonly isDraft: boolean;
};

/** Where a seller lets the application in (SP-API website authorisation workflow, 2026-11-23). */
export function consentUrl(link: ConsentLink): string {
  const url = new URL('/apps/authorize/consent', link.sellerCentral);
  url.searchParams.set('application_id', link.applicationId);
  url.searchParams.set('state', link.state);
  url.searchParams.set('redirect_uri', link.redirectUri);
  if (link.isDraft) url.searchParams.set('version', 'beta');
  return url.href;
}

export type CodeExchange = {
  readonly transport: Transport;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly code: string;
  readonly redirectUri: string;
};

/** Trades the code of a consent for a refresh token; once, since the code is good for one try. */
export async function exchangeCode(asked: CodeExchange): Promise<AmazonAnswer<string>> {
  const redact = createRedact(() => [asked.clientSecret, asked.code]);
  const outcome = await exchange(
    asked.transport,
    (signal) =>
      new Request(asked.tokenEndpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
          accept: 'application/json',
        },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: asked.code,
          redirect_uri: asked.redirectUri,
          client_id: asked.clientId,
          client_secret: asked.clientSecret,
        }).toString(),
        redirect: 'manual',
        signal,
      }),
    30 * SECOND,
  );
  if (!outcome.answered)
    return failed({ kind: 'unavailable', messages: [ownMessage(outcome.code, outcome.cause)] });
  const { status } = outcome;
  const text = new TextDecoder().decode(outcome.body);
  const body = parse(text);
  if (status !== 200) {
    const messages = readMessages(body, text, redact);
    return failed({ kind: status >= 500 ? 'unavailable' : 'unauthorized', status, messages });
  }
  const token = isRecord(body) ? body['refresh_token'] : undefined;
  return typeof token === 'string' && token !== ''
    ? { ok: true, value: token }
    : failed({ kind: 'unexpected-answer', status, messages: [ownMessage('unreadable-answer')] });
}

function failed(failure: Omit<AmazonFailure, 'operation' | 'uncertain'>): {
  readonly ok: false;
  readonly failure: AmazonFailure;
} {
  return { ok: false, failure: { ...failure, operation: LWA, uncertain: false } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
