import { HOUR, type Instant, SECOND } from '#lib/kernel';

import { z } from 'zod';

import { type Answer, refusal } from './answer.ts';
import { redeemCode } from './codes.ts';
import type { Seller } from './entities.ts';
import type { Dice } from './hash.ts';
import type { World } from './world.ts';

const LIFETIME_MS = HOUR;

export type Application = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What a link to the consent page names. */
  readonly applicationId: string;
};

/** The one application that every simulated seller has authorised. */
export function applicationOf(dice: Dice): Application {
  return {
    clientId: `amzn1.application-oa2-client.${dice.hex('client').slice(0, 32)}`,
    clientSecret: `amzn1.oa2-cs.v1.${dice.hex('secret')}`,
    applicationId: `amzn1.sellerapps.app.${dice.id('', 'application')}`,
  };
}

export function refreshTokenOf(dice: Dice, sellerId: string): string {
  return `Atzr|${dice.seal(`refresh ${sellerId}`)}`;
}

export function accessTokenOf(dice: Dice, sellerId: string, now: Instant): string {
  return `Atza|${dice.seal(`access ${sellerId} ${now}`)}`;
}

export type RestrictedGrant = {
  readonly sellerId: string;
  readonly issuedAt: Instant;
  readonly resources: readonly {
    readonly method: string;
    readonly path: string;
    readonly dataElements?: readonly string[] | undefined;
  }[];
};

export function restrictedTokenOf(dice: Dice, grant: RestrictedGrant): string {
  return `Atz.sprdt|${dice.seal(JSON.stringify({ restricted: grant }))}`;
}

/** Login with Amazon: POST /auth/o2/token, form or JSON, errors in OAuth's shape. */
export function answerToken(
  context: { readonly world: World; readonly dice: Dice; readonly now: Instant },
  contentType: string,
  body: string,
): Answer {
  const field = readFields(contentType, body);
  if (!field) return oauth(400, 'invalid_request', 'The request body cannot be read.');
  const application = applicationOf(context.dice);
  const grant = field('grant_type');
  if (!grant) return oauth(400, 'invalid_request', 'The request is missing: grant_type');
  if (!GRANTS.has(grant))
    return oauth(400, 'unsupported_grant_type', 'The grant type is not supported.');
  if (!field('client_id'))
    return oauth(400, 'invalid_request', 'The request is missing: client_id');
  if (
    field('client_id') !== application.clientId ||
    field('client_secret') !== application.clientSecret
  )
    return oauth(401, 'invalid_client', 'Client authentication failed');
  if (grant === 'client_credentials') return grantless(context, field('scope'));
  const wanted = grant === 'refresh_token' ? 'refresh_token' : 'code';
  const given = field(wanted);
  if (!given) return oauth(400, 'invalid_request', `The request is missing: ${wanted}`);
  const sellerId =
    wanted === 'code' ? redeemCode(context, given) : readRefreshToken(context.dice, given);
  if (!sellerId || !context.world.read('seller', sellerId))
    return oauth(400, 'invalid_grant', `The request has an invalid grant parameter: ${wanted}`);
  return tokens({
    access_token: accessTokenOf(context.dice, sellerId, context.now),
    refresh_token: refreshTokenOf(context.dice, sellerId),
  });
}

const GRANTS = new Set(['refresh_token', 'authorization_code', 'client_credentials']);

export type Caller = {
  readonly seller: Seller;
  /** Personal data that this very call may see, by restricted data token. */
  readonly dataElements?: readonly string[];
  /** The application for itself, without a seller. */
  readonly grantless?: boolean;
};

// Who owns what is nobody's in particular.
const NOBODY: Seller = { id: 'application', key: 'application', name: '', marketplaceIds: [] };

type Context = { readonly world: World; readonly dice: Dice; readonly now: Instant };

/** Who calls, or the 403 that says why nobody does. */
export function authenticate(
  context: Context,
  token: string | null,
  target: { readonly method: string; readonly path: string },
): Caller | Answer {
  if (token?.startsWith('Atz.sprdt|') === true)
    return authenticateRestricted(context, token, target);
  if (token === null || token === '')
    return denied('Access token is missing in the request header.');
  const sealed = token.startsWith('Atza|') ? context.dice.unseal(token.slice(5)) : undefined;
  const [kind, subject = '', issuedAt = ''] = sealed?.split(' ') ?? [];
  const grantless = kind === 'grantless' && subject === NOTIFICATIONS;
  const seller = kind === 'access' ? context.world.read('seller', subject) : undefined;
  if (!seller && !grantless)
    return denied('The access token you provided is revoked, malformed or invalid.');
  if (context.now >= Number(issuedAt) + LIFETIME_MS)
    return denied('The access token you provided has expired.');
  return seller ? { seller } : { seller: NOBODY, grantless: true };
}

const Grant = z.object({
  restricted: z.object({
    sellerId: z.string(),
    issuedAt: z.number(),
    resources: z.array(
      z.object({
        method: z.string(),
        path: z.string(),
        dataElements: z.array(z.string()).optional(),
      }),
    ),
  }),
});

/** A restricted data token opens the paths it names, with the methods it names, and nothing else. */
function authenticateRestricted(
  context: Context,
  token: string,
  target: { readonly method: string; readonly path: string },
): Caller | Answer {
  const sealed = context.dice.unseal(token.slice('Atz.sprdt|'.length));
  const read =
    sealed?.startsWith('{"restricted"') === true ? Grant.safeParse(JSON.parse(sealed)) : undefined;
  const grant = read?.success === true ? read.data.restricted : undefined;
  const seller = grant && context.world.read('seller', grant.sellerId);
  if (!grant || !seller)
    return denied('The access token you provided is revoked, malformed or invalid.');
  if (context.now >= grant.issuedAt + LIFETIME_MS)
    return denied('The access token you provided has expired.');
  const resource = grant.resources.find(
    ({ method, path }) => method === target.method && isUnder(path, target.path),
  );
  if (!resource) return denied('The restricted data token does not cover this resource.');
  return { seller, dataElements: resource.dataElements ?? [] };
}

// A generic path holds its parameters in braces: /orders/v0/orders/{orderId}.
function isUnder(template: string, path: string): boolean {
  const [wanted, given] = [template.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith('{') || part === given[index])
  );
}

export function denied(details: string): Answer {
  return refusal(403, 'Unauthorized', 'Access to requested resource is denied.', details);
}

const NOTIFICATIONS = 'sellingpartnerapi::notifications';
const SCOPES = new Set([NOTIFICATIONS, 'sellingpartnerapi::client_credential:rotation']);

function grantless(
  context: { readonly dice: Dice; readonly now: Instant },
  scope: string | undefined,
): Answer {
  if (!scope || !SCOPES.has(scope))
    return oauth(400, 'invalid_scope', 'The requested scope is invalid or unknown.');
  return tokens({ access_token: `Atza|${context.dice.seal(`grantless ${scope} ${context.now}`)}` });
}

function tokens(body: object): Answer {
  return {
    status: 200,
    body: { ...body, token_type: 'bearer', expires_in: LIFETIME_MS / SECOND },
    headers: { 'cache-control': 'no-store' },
  };
}

function oauth(status: number, error: string, description: string): Answer {
  return { status, body: { error, error_description: description } };
}

function readRefreshToken(dice: Dice, token: string): string | undefined {
  const sealed = token.startsWith('Atzr|') ? dice.unseal(token.slice(5)) : undefined;
  return sealed?.startsWith('refresh ') === true ? sealed.slice('refresh '.length) : undefined;
}

function readFields(
  contentType: string,
  body: string,
): ((name: string) => string | undefined) | undefined {
  if (!contentType.includes('json')) {
    const form = new URLSearchParams(body);
    return (name) => form.get(name) ?? undefined;
  }
  try {
    const json: unknown = JSON.parse(body);
    if (json === null || typeof json !== 'object') return undefined;
    const fields = new Map<string, unknown>(Object.entries(json));
    return (name) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value : undefined;
    };
  } catch {
    return undefined;
  }
}
