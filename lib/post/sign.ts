import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A secret as the Standard Webhooks specification writes it; its libraries take it as it stands. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

type Signed = { readonly id: string; readonly seconds: number; readonly body: string };

/**
 * Headers by which the receiver knows who calls, when, and whether it is the same call again
 * (Standard Webhooks 1.0: HMAC-SHA256 over "id.timestamp.body").
 */
export function signatureHeaders(
  secret: string,
  { id, seconds, body }: Signed,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const mark = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${mark}`,
  };
}
