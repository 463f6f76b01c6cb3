import { findOperation, type FoundOperation } from '#lib/sp-api-contract';

import { type Answer, badRequest, isAnswer, notFound, refusal } from './answer.ts';
import { answerToken, authenticate, denied } from './auth.ts';
import type { RawCall } from './call.ts';
import { HANDLERS } from './handlers.ts';
import { answerBefore, changeAfter, type Faults } from './faults.ts';
import { rateHeader, type Throttle } from './throttle.ts';
import type { Turn } from './turn.ts';

export type Incoming = {
  readonly request: Request;
  readonly url: URL;
  readonly bodyText: string;
};

const BY_NAME = new Map(HANDLERS.map((each) => [`${each.api} ${each.id}`, each]));

/** From a request to an answer: path, token, quota, content type, and then the operation itself. */
export function createRouter(
  throttle: Throttle | undefined,
  faults: Faults,
): (turn: Turn, incoming: Incoming) => Answer {
  return (turn, incoming) => {
    const { request, url, bodyText } = incoming;
    if (url.pathname === '/auth/o2/token') {
      if (request.method !== 'POST') return refusal(405, 'MethodNotAllowed', 'Use POST.');
      return answerToken(turn, request.headers.get('content-type') ?? '', bodyText);
    }
    const found = find(request.method, url.pathname);
    if (found === 'malformed') return badRequest('inbound', 'The request path is malformed.');
    if (!found) return notFound('The requested resource does not exist.');
    const { api } = found.operation;
    const caller = authenticate(turn, request.headers.get('x-amz-access-token'), {
      method: request.method,
      path: url.pathname,
    });
    if (isAnswer(caller)) return inWordsOf(api, caller);
    const { seller, dataElements } = caller;
    const rate = { 'x-amzn-ratelimit-limit': rateHeader(found.operation) };
    const full = throttle?.admit(seller.id, found.operation, turn.now);
    if (full) return { ...inWordsOf(api, full), headers: rate };
    const struck = faults.strike(turn.dice, found.operation);
    const instead = answerBefore(struck);
    if (instead) return { ...inWordsOf(api, instead), headers: rate };
    const handler = BY_NAME.get(`${found.operation.api} ${found.operation.id}`);
    // What this application has no role for is denied, as Amazon does it.
    if (!handler)
      return inWordsOf(api, denied('The application does not have access to this operation.'));
    if (bodyText !== '' && !isJson(request.headers.get('content-type')))
      return refusal(
        415,
        'UnsupportedMediaType',
        'The content type of the request is not supported.',
      );
    const call: RawCall = {
      seller,
      ...(dataElements ? { dataElements } : {}),
      parameters: found.parameters,
      query: queryOf(url.searchParams),
      bodyText,
      origin: url.origin,
      header: (name) => request.headers.get(name),
    };
    const answer = changeAfter(turn, struck, handler.run(turn, call));
    return { ...inWordsOf(api, answer), headers: { ...rate, ...answer.headers } };
  };
}

// The model of listings restrictions alone writes its errors as a bare list (2021-08-01).
function inWordsOf(api: string, answer: Answer): Answer {
  const { body } = answer;
  if (api !== 'restrictions' || answer.status < 400) return answer;
  if (body === null || typeof body !== 'object' || !('errors' in body)) return answer;
  return { ...answer, body: body.errors };
}

function find(method: string, path: string): FoundOperation | 'malformed' | undefined {
  try {
    return findOperation(method, path);
  } catch (error) {
    if (error instanceof URIError) return 'malformed';
    throw error;
  }
}

function isJson(contentType: string | null): boolean {
  return contentType?.toLowerCase().includes('json') ?? false;
}

function queryOf(search: URLSearchParams): Map<string, readonly string[]> {
  const query = new Map<string, readonly string[]>();
  for (const [name, value] of search) query.set(name, [...(query.get(name) ?? []), value]);
  return query;
}
