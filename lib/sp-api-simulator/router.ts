import { findOperation, type FoundOperation, isGrantless } from '#lib/sp-api-contract';

import { type Answer, badRequest, isAnswer, notFound, refusal } from './answer.ts';
import { answerToken, authenticate, denied } from './auth.ts';
import type { RawCall } from './call.ts';
import { answerConsent, isConsentPath } from './consent.ts';
import { HANDLERS } from './handlers.ts';
import { answerBefore, changeAfter, type Faults } from './faults.ts';
import { answerQueue, isQueuePath } from './notifications/queue.ts';
import { mayCall } from './roles.ts';
import { answerShop, isShopPath } from './shop/shop.ts';
import { rateHeader, type Throttle } from './throttle.ts';
import type { Turn } from './turn.ts';

export type Incoming = {
  readonly request: Request;
  readonly url: URL;
  readonly bodyText: string;
};

const BY_NAME = new Map(HANDLERS.map((each) => [`${each.api} ${each.id}`, each]));

/** From a request to an answer: path, token, quota, content type, and then the operation itself. */
export function createRouter({
  throttle,
  faults,
  redirectUri,
}: {
  readonly throttle: Throttle | undefined;
  readonly faults: Faults;
  readonly redirectUri: string | undefined;
}): (turn: Turn, incoming: Incoming) => Answer {
  return (turn, incoming) => {
    const { request, url, bodyText } = incoming;
    const page = answerPage(turn, incoming, redirectUri);
    if (page) return page;
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
    const { seller, dataElements, grantless = false } = caller;
    if (grantless !== isGrantless(found.operation))
      return inWordsOf(api, denied('The access token does not fit this operation.'));
    if (!mayCall(turn, found.operation)) return inWordsOf(api, denied(NO_ROLE));
    const rate = { 'x-amzn-ratelimit-limit': rateHeader(found.operation) };
    const full = throttle?.admit(seller.id, found.operation, turn.now);
    if (full) return { ...inWordsOf(api, full), headers: rate };
    const said = `${decodeURIComponent(url.pathname)}${url.search} ${bodyText}`;
    const struck = faults.strike(turn.dice, found.operation, said);
    const instead = answerBefore(struck);
    if (instead) return { ...inWordsOf(api, instead), headers: rate };
    const handler = BY_NAME.get(`${found.operation.api} ${found.operation.id}`);
    // What this application has no role for is denied, as Amazon does it.
    if (!handler) return inWordsOf(api, denied(NO_ROLE));
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

const NO_ROLE = 'The application does not have access to this operation.';

/** What is not an operation of the API: pages for people, and the queues of notifications. */
function answerPage(
  turn: Turn,
  { request, url, bodyText }: Incoming,
  redirectUri: string | undefined,
): Answer | undefined {
  const { method, headers } = request;
  const acceptLanguage = headers.get('accept-language');
  if (isConsentPath(url.pathname))
    return answerConsent(turn, { method, url, bodyText, acceptLanguage, redirectUri });
  if (isShopPath(url.pathname))
    return answerShop(turn, {
      method,
      url,
      bodyText,
      acceptLanguage,
      cookie: headers.get('cookie'),
    });
  if (!isQueuePath(url.pathname)) return undefined;
  const caller = authenticate(turn, headers.get('x-amz-access-token'), {
    method,
    path: url.pathname,
  });
  return isAnswer(caller) ? caller : answerQueue(turn, method, url);
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
