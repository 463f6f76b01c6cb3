import { SECOND } from '#lib/kernel';

import { type AmazonAnswer, ownMessage } from './answer.ts';
import { exchange } from './exchange.ts';
import { isRecord, readJson, readMessages } from './error-body.ts';
import { lwaRefused, lwaRequest } from './lwa.ts';
import type { Transport } from './options.ts';
import { createRedact } from './redact.ts';

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
      lwaRequest(
        asked.tokenEndpoint,
        {
          grant_type: 'authorization_code',
          code: asked.code,
          redirect_uri: asked.redirectUri,
          client_id: asked.clientId,
          client_secret: asked.clientSecret,
        },
        signal,
      ),
    30 * SECOND,
  );
  if (!outcome.answered)
    return lwaRefused({ kind: 'unavailable', messages: [ownMessage(outcome.code, outcome.cause)] });
  const { status } = outcome;
  const text = new TextDecoder().decode(outcome.body);
  const body = readJson(text);
  if (status !== 200) {
    const messages = readMessages(body, text, redact);
    return lwaRefused({ kind: status >= 500 ? 'unavailable' : 'unauthorized', status, messages });
  }
  const token = isRecord(body) ? body['refresh_token'] : undefined;
  return typeof token === 'string' && token !== ''
    ? { ok: true, value: token }
    : lwaRefused({
        kind: 'unexpected-answer',
        status,
        messages: [ownMessage('unreadable-answer')],
      });
}
