import type { AmazonMessage } from './answer.ts';
import type { Redact } from './redact.ts';

const LONGEST_TEXT = 4_000;

/** Amazon's own words in an error body: the errors list, OAuth's pair, or a file store's XML. */
export function readMessages(body: unknown, text: string, redact: Redact): AmazonMessage[] {
  if (isRecord(body)) {
    if (Array.isArray(body['errors']))
      return body['errors'].map((error) => readMessage(error, redact));
    if (typeof body['error'] === 'string')
      return [message(body['error'], body['error_description'], undefined, redact)];
  }
  const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1];
  if (code === undefined) return [];
  return [message(code, /<Message>([^<]*)<\/Message>/.exec(text)?.[1], undefined, redact)];
}

/** What a body says, where it is JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readMessage(error: unknown, redact: Redact): AmazonMessage {
  if (!isRecord(error)) return { code: 'unknown', message: '' };
  return message(error['code'], error['message'], error['details'], redact);
}

function message(code: unknown, text: unknown, details: unknown, redact: Redact): AmazonMessage {
  const clean = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number'
      ? redact(String(value).slice(0, LONGEST_TEXT))
      : '';
  const more = clean(details);
  const known = { code: clean(code) || 'unknown', message: clean(text) };
  return more === '' ? known : { ...known, details: more };
}
